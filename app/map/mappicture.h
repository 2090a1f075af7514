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

//! A cell of the sprite sheet and its position. Pixels of the item.
struct MapSprite {
    float x = 0; //!< of its centre
    float y = 0;
    float degrees = 0; //!< clockwise rotation
    std::uint32_t cell = 0; //!< of the SpriteSheet
    bool isDisc = false; //!< small, not rotated, and drawn often: DiscBlit may draw it
};

inline MapSprite spriteIn(const QRectF &box, std::uint32_t cell)
{
    return {static_cast<float>(box.center().x()), static_cast<float>(box.center().y()), 0, cell};
}

//! A ground tile and its position.
struct MapTile {
    QRectF box;
    QImage image; //!< opaque, already blended with the paper colour

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

//! A straight line with flat caps.
struct MapStroke {
    QPointF from;
    QPointF to;
    float width = 1;
    QRgb color = 0;
};

//! A field of view that fades out.
struct MapCone {
    QPointF at;
    float radius = 0;
    float degrees = 0; //!< heading of its middle, clockwise from north
    QRgb color = 0; //!< at `at`; transparent at the edge
};

//! The contents of a frame in drawing order, as plain values for either renderer.
struct MapPicture {
    QSizeF size;
    QRgb paper = 0;
    //! Changes with the ground: when the camera moves or I walk.
    std::uint64_t groundVersion = 0;
    std::vector<MapTile> tiles; //!< directly on the paper
    std::vector<MapBox> groundBoxes;
    std::vector<MapSprite> groundSprites;
    std::vector<MapStroke> strokes;
    std::vector<MapSprite> notes; //!< ground labels; in `sprites` they follow the parcels' counts

    std::optional<MapCone> cone;
    std::vector<MapBox> boxes; //!< density of people per parcel
    std::vector<MapSprite> sprites; //!< people, and their labels over them

    // Rulers, north arrow and scale bar. They change with groundVersion.
    std::vector<MapBox> edgeBoxes;
    std::vector<MapSprite> edgeSprites;
};

} // namespace islet
