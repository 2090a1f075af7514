// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/discblit.h"
#include "app/map/mapscene.h"

#include <QHash>
#include <QImage>

#include <memory>

class QPainter;

namespace islet {

//! Paints a scene with a QPainter, as the `software` scene graph needs it. Without GPU what counts is how few pixels
//! are touched, and how plainly: sprites are copied from the sheet as they are, turned ones are kept, and the ground is
//! one picture while it stays.
class PaintedMap {
public:
    void paint(QPainter &painter, const MapScene &scene);

private:
    static constexpr int turns = 64; //!< headings that are told apart
    static constexpr int worthKeeping = 20; //!< frames on the same ground, until it is kept
    static constexpr qsizetype mostTurned = 4'000; //!< sprites that are kept turned

    void paintGround(QPainter &painter, const MapScene &scene);
    void drawGround(QPainter &painter, const MapScene &scene);
    static void drawTiles(QPainter &painter, const std::vector<MapTile> &tiles);
    static void drawBoxes(QPainter &painter, const std::vector<MapBox> &boxes);
    void drawSprites(QPainter &painter, const MapScene &scene, const std::vector<MapSprite> &sprites);
    static void drawCone(QPainter &painter, const MapCone &cone);
    void followSheet(const SpriteSheet &sheet);
    const DiscPixels &disc(const SpriteSheet &sheet, std::uint32_t cell, qsizetype stride);
    const QImage &cell(const SpriteSheet &sheet, std::uint32_t cell);
    const QImage &turned(const SpriteSheet &sheet, const MapSprite &sprite);

    // Views into the sheet, good for this version of it.
    std::uint64_t m_version = 0;
    std::uint64_t m_generation = 0;
    QImage m_sheet;
    std::vector<QImage> m_cells;
    QHash<std::uint32_t, QImage> m_turned; //!< by cell and heading
    std::vector<DiscPixels> m_discs; //!< by cell
    qsizetype m_discStride = 0; //!< that they are for
    QImage m_ground;
    std::uint64_t m_lastGround = 0; //!< of the frame before
    int m_sameGround = 0; //!< frames that had it, up to worthKeeping
};

} // namespace islet
