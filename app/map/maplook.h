// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/mapcamera.h"

#include <QColor>

#include <algorithm>

namespace islet {

struct MapColors {
    QColor paper;
    QColor ink;
    QColor quiet; //!< small print
    QColor grid;
    QColor accent;
    QColor warn; //!< who has fallen silent

    friend bool operator==(const MapColors &, const MapColors &) = default;
};

//! How much is told of each person.
enum class MapDetail {
    Density, //!< how many stand in a parcel
    Dots, //!< a disc each
    Faces, //!< with initials, heading, names, and what they say
};

inline MapDetail detailAt(double scale)
{
    constexpr double roomForDots = 2; // pixels a metre: a parcel has 32 pixels
    constexpr double roomForFaces = 5;
    if (scale < roomForDots)
        return MapDetail::Density;
    return scale < roomForFaces ? MapDetail::Dots : MapDetail::Faces;
}

//! Of a person's disc, in whole pixels: 7 to 15.
inline int discRadius(double scale)
{
    constexpr double personSize = 1.6; // metres across
    return static_cast<int>(std::clamp(personSize * scale / 2, 7., 15.));
}

inline QRgb withAlpha(const QColor &color, int alpha)
{
    return qRgba(color.red(), color.green(), color.blue(), alpha);
}

} // namespace islet
