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

//! Paints a scene with a QPainter, as the `software` scene graph needs it. Without a GPU it must touch few pixels, with
//! simple operations: it copies sprites unscaled from the sheet, caches rotated ones, and caches the ground as one
//! image while it does not change.
class PaintedMap {
public:
    void paint(QPainter &painter, const MapScene &scene);

private:
    static constexpr int headingSteps = 64; //!< distinct rotations of a sprite
    static constexpr int framesBeforeCaching = 20; //!< with the same ground
    static constexpr qsizetype maxTurned = 4'000; //!< cached rotated sprites

    void paintGround(QPainter &painter, const MapScene &scene);
    void drawGround(QPainter &painter, const MapScene &scene);
    static void drawTiles(QPainter &painter, const std::vector<MapTile> &tiles);
    static void drawBoxes(QPainter &painter, const std::vector<MapBox> &boxes);
    void drawSprites(QPainter &painter, const MapScene &scene, const std::vector<MapSprite> &sprites);
    static void drawCone(QPainter &painter, const MapCone &cone);
    void syncSheet(const SpriteSheet &sheet);
    const DiscPixels &disc(const SpriteSheet &sheet, std::uint32_t cell, qsizetype stride);
    const QImage &cell(const SpriteSheet &sheet, std::uint32_t cell);
    const QImage &turnedSprite(const SpriteSheet &sheet, const MapSprite &sprite);

    // Views into the sheet, valid for this version of it.
    std::uint64_t m_version = 0;
    std::uint64_t m_generation = 0;
    QImage m_sheet;
    std::vector<QImage> m_cells;
    QHash<std::uint32_t, QImage> m_turned; //!< by cell and heading
    std::vector<DiscPixels> m_discs; //!< by cell
    qsizetype m_discStride = 0; //!< of m_discs
    QImage m_ground;
    std::uint64_t m_lastGround = 0; //!< version in the previous frame
    int m_sameGroundFrames = 0; //!< at most framesBeforeCaching
};

} // namespace islet
