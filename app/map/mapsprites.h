// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/maplook.h"
#include "app/map/spritesheet.h"

#include <QFont>
#include <QHash>

namespace islet {

//! All sprites of the map, painted on first use. A cell is valid until the sheet's generation changes.
class MapSprites {
public:
    enum class Text {
        Quiet, //!< coordinates, without a background
        Note, //!< a ring's label, on a background
        Label, //!< a name, on a background
        Warning, //!< seconds of silence, on a background
        Bubble, //!< a line of chat
        Count, //!< number of people in a parcel
    };
    static constexpr int phases = 8; //!< of the pulsing ring of a talking person
    static constexpr double maxTextWidth = 190; //!< pixels; longer text ends with an ellipsis

    //! Clears the sheet if an argument has changed or the sheet is full.
    void prepare(const MapColors &colors, const QFont &font, double ratio);
    const SpriteSheet &sheet() const { return m_sheet; }
    const MapColors &colors() const { return m_colors; }
    const QFont &font() const { return m_font; }

    //! `initials`: two UTF-16 units, see PeerScene::ScenePeer; 0 for none. `fading`: 0 (just heard) to 4 (outline
    //! only).
    std::uint32_t face(QRgb color, std::uint32_t initials, int radius, int fading);
    //! A wedge that points north, around the centre of a face.
    std::uint32_t heading(QRgb color, int radius, int fading);
    //! The ring and bars of a talking person.
    std::uint32_t speech(int radius, int phase);
    std::uint32_t mark(int radius, bool isSelected);
    //! A marker that points north, for the map's edge.
    std::uint32_t wedge(QRgb color);
    std::uint32_t me(int radius);
    std::uint32_t goal();
    std::uint32_t north();
    std::uint32_t text(Text kind, const QString &string);

    //! A face's colour as it fades; it loses saturation first.
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
    std::uint32_t addText(Text kind, const QString &string);

    MapColors m_colors;
    QFont m_font;
    SpriteSheet m_sheet;
    QHash<Key, std::uint32_t> m_cells;
    QHash<QString, std::uint32_t> m_texts; //!< by kind and text
};

} // namespace islet
