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
    QColor quiet; //!< secondary text
    QColor grid;
    QColor accent;
    QColor warn; //!< seconds without a packet

    friend bool operator==(const MapColors &, const MapColors &) = default;
};

//! The level of detail.
enum class MapDetail {
    Density, //!< number of people per parcel
    Dots, //!< a disc for each person
    Faces, //!< discs with initials, heading, label and speech bubble
};

inline MapDetail detailAt(double scale)
{
    constexpr double minDotsScale = 2; // pixels per metre: a parcel is 32 pixels wide
    constexpr double minFacesScale = 5;
    if (scale < minDotsScale)
        return MapDetail::Density;
    return scale < minFacesScale ? MapDetail::Dots : MapDetail::Faces;
}

//! Radius of a person's disc in whole pixels, 7 to 15.
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
