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

//! Converts world metres to pixels of the map and back. North is up.
struct MapCamera {
    static constexpr double minScale = 0.5; //!< pixels per metre: 32 parcels in 256 px
    static constexpr double defaultScale = 12;
    static constexpr double maxScale = 64;

    QPointF center{8, 8}; //!< world x and z at the centre of the item
    double scale = defaultScale; //!< pixels per metre
    QSizeF size; //!< of the item, pixels

    QPointF toScreen(const Vec3 &world) const { return toScreen(QPointF(world.x, world.z)); }
    QPointF toScreen(QPointF world) const
    {
        return {size.width() / 2 + (world.x() - center.x()) * scale,
                size.height() / 2 - (world.y() - center.y()) * scale};
    }
    //! Returns world x and z.
    QPointF toWorld(QPointF pixel) const
    {
        return {center.x() + (pixel.x() - size.width() / 2) / scale,
                center.y() - (pixel.y() - size.height() / 2) / scale};
    }
    //! Zooms by `factor` and keeps the world position under `pixel`.
    void zoomAbout(QPointF pixel, double factor)
    {
        const QPointF before = toWorld(pixel);
        scale = std::clamp(scale * factor, minScale, maxScale);
        center += before - toWorld(pixel);
    }
    //! Moves the camera so that a world position (x and z) is at this pixel.
    void placeAt(QPointF world, QPointF pixel) { center += world - toWorld(pixel); }
    //! Shows all of `world` (x and z) in `area` of the item, at most at the default scale. Larger worlds are cut.
    void fit(const QRectF &world, const QRectF &area)
    {
        scale =
            std::clamp(std::min(area.width() / world.width(), area.height() / world.height()), minScale, defaultScale);
        placeAt(world.center(), area.center());
    }
};

//! The last multiple of `step` parcels that is not beyond `metres`.
inline int firstParcel(double metres, int step)
{
    return static_cast<int>(std::floor(metres / static_cast<double>(parcelSize) / step)) * step;
}

} // namespace islet
