// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>
#include <QRectF>
#include <QRgb>
#include <QSizeF>

#include <cstdint>
#include <optional>
#include <vector>

namespace islet {

//! A part of the sprite sheet, placed. Pixels of the item.
struct MapSprite {
    float x = 0; //!< of its middle
    float y = 0;
    float degrees = 0; //!< turned with the clock
    std::uint32_t cell = 0; //!< of the SpriteSheet
    bool isDisc = false; //!< small, not turned, and like many others
};

inline MapSprite spriteIn(const QRectF &box, std::uint32_t cell)
{
    return {static_cast<float>(box.center().x()), static_cast<float>(box.center().y()), 0, cell};
}

//! A picture of the ground, placed.
struct MapTile {
    QRectF box;
    QImage image; //!< opaque, as it is to be seen

    bool isEnlarged() const { return box.width() > image.width(); }
    friend bool operator==(const MapTile &one, const MapTile &other)
    {
        return one.box == other.box && one.image.cacheKey() == other.image.cacheKey();
    }
};

struct MapBox {
    QRectF box;
    QRgb color = 0; //!< not premultiplied
};

//! A straight line with flat ends.
struct MapStroke {
    QPointF from;
    QPointF to;
    float width = 1;
    QRgb color = 0;
};

//! A soft cone of view.
struct MapCone {
    QPointF at;
    float radius = 0;
    float degrees = 0; //!< its middle, with the clock from north
    QRgb color = 0; //!< at `at`; nothing is left of it at the edge
};

//! What a frame of the map is made of, in the order in which it is drawn: plain values, for whichever renderer there
//! is.
struct MapPicture {
    QSizeF size;
    QRgb paper = 0;
    //! The ground changes only with the camera, and when I walk.
    std::uint64_t groundVersion = 0;
    std::vector<MapTile> tiles; //!< right on the paper
    std::vector<MapBox> groundBoxes;
    std::vector<MapSprite> groundSprites;
    std::vector<MapStroke> strokes;
    std::vector<MapSprite> notes; //!< on the ground, too; among `sprites` they come first after the tiles' numbers

    std::optional<MapCone> cone;
    std::vector<MapBox> boxes; //!< how many stand where
    std::vector<MapSprite> sprites; //!< people, and over them what is written of them

    // Rulers, north and the scale bar; of the same version as the ground.
    std::vector<MapBox> edgeBoxes;
    std::vector<MapSprite> edgeSprites;
};

} // namespace islet
