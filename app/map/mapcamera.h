// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "protocol/geometry.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <algorithm>
#include <cmath>

namespace islet {

//! From world metres to pixels of the map and back. North is up.
struct MapCamera {
    static constexpr double smallestScale = 0.5; //!< pixels a metre: 32 parcels in 256 px
    static constexpr double usualScale = 12;
    static constexpr double largestScale = 64;

    QPointF center{8, 8}; //!< world x and z in the middle of the item
    double scale = usualScale; //!< pixels a metre
    QSizeF size; //!< of the item, pixels

    QPointF toScreen(const Vec3 &world) const { return toScreen(QPointF(world.x, world.z)); }
    QPointF toScreen(QPointF world) const
    {
        return {size.width() / 2 + (world.x() - center.x()) * scale,
                size.height() / 2 - (world.y() - center.y()) * scale};
    }
    //! x and z.
    QPointF toWorld(QPointF pixel) const
    {
        return {center.x() + (pixel.x() - size.width() / 2) / scale,
                center.y() - (pixel.y() - size.height() / 2) / scale};
    }
    //! Zooms by `factor`; what is under `pixel` stays there.
    void zoomAbout(QPointF pixel, double factor)
    {
        const QPointF before = toWorld(pixel);
        scale = std::clamp(scale * factor, smallestScale, largestScale);
        center += before - toWorld(pixel);
    }
    //! Brings a place (x and z) to this pixel.
    void bring(QPointF world, QPointF pixel) { center += world - toWorld(pixel); }
    //! Shows all of `world` (x and z) in `room` of the item if there is a scale for it, but no larger than usual.
    void fit(const QRectF &world, const QRectF &room)
    {
        scale = std::clamp(std::min(room.width() / world.width(), room.height() / world.height()), smallestScale,
                           usualScale);
        bring(world.center(), room.center());
    }
};

//! The last one before there, in parcels, of those that are drawn: each `step`th.
inline int firstParcel(double metres, int step)
{
    return static_cast<int>(std::floor(metres / static_cast<double>(parcelSize) / step)) * step;
}

} // namespace islet
