// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/maplook.h"
#include "app/map/spritesheet.h"

#include <QFont>
#include <QHash>

namespace islet {

//! All that the map draws as sprites, painted when first asked for. A cell is good until the sheet's generation
//! changes.
class MapSprites {
public:
    enum class Text {
        Quiet, //!< coordinates, on nothing
        Note, //!< what a ring means, on paper
        Label, //!< a name, on paper
        Warning, //!< seconds of silence, on paper
        Bubble, //!< a line of chat
        Count, //!< how many stand in a parcel
    };
    static constexpr int phases = 8; //!< of a ring that breathes
    static constexpr double widestText = 190; //!< pixels; longer text ends with an ellipsis

    //! Starts anew when any of it changed, or when there is no room left.
    void prepare(const MapColors &colors, const QFont &font, double ratio);
    const SpriteSheet &sheet() const { return m_sheet; }
    const MapColors &colors() const { return m_colors; }
    const QFont &font() const { return m_font; }

    //! `initials`: two UTF-16 units, see PeerScene::ScenePeer; 0 writes none. `fading`: 0 (here) to 4 (outline only).
    std::uint32_t face(QRgb color, std::uint32_t initials, int radius, int fading);
    //! A wedge that looks north, about the middle of a face.
    std::uint32_t heading(QRgb color, int radius, int fading);
    //! Around and beside somebody who is heard.
    std::uint32_t speech(int radius, int phase);
    std::uint32_t mark(int radius, bool isSelected);
    //! That points north, for the map's edge.
    std::uint32_t wedge(QRgb color);
    std::uint32_t me(int radius);
    std::uint32_t goal();
    std::uint32_t north();
    std::uint32_t text(Text kind, const QString &words);

    //! A face's colour as it fades: saturation goes first.
    static QRgb faded(QRgb color, int fading, const QColor &paper);

private:
    enum class Kind : std::uint8_t { Face, Heading, Speech, Mark, Wedge, Me, Goal, North };
    struct Key {
        std::uint64_t what;
        std::uint64_t how;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0) noexcept
        {
            return qHash(key.what * 0x9e3779b97f4a7c15U ^ key.how, seed);
        }
    };

    template<typename Paint> std::uint32_t find(const Key &key, double size, Paint paint);
    std::uint32_t addText(Text kind, const QString &words);

    MapColors m_colors;
    QFont m_font;
    SpriteSheet m_sheet;
    QHash<Key, std::uint32_t> m_cells;
    QHash<QString, std::uint32_t> m_texts; //!< by kind and words
};

} // namespace islet
