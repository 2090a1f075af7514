// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/mapcamera.h"
#include "app/map/mappicture.h"

#include <QHash>
#include <QUrl>

namespace islet {

//! A square of the world of which an atlas server has a picture. Its pictures are all of one size, and all of whole
//! parcels: the server puts the middle of a parcel into the middle of a picture, so a picture shows an odd number of
//! them (an even one would cut those at its edges in half).
struct TilePlace {
    enum class Kind {
        Far, //!< 33 x 33 parcels of 16 pixels
        Near, //!< 11 x 11 parcels of 48 pixels
    };
    static constexpr int pictureSize = 528; //!< pixels, both ways

    Kind kind = Kind::Far;
    int column = 0; //!< eastwards; 0 has the parcel 0, 0 in its middle
    int row = 0; //!< northwards

    int parcels() const { return kind == Kind::Far ? 33 : 11; }
    //! Whole pixels of the item, so that neighbours touch and do not overlap.
    QRectF boxIn(const MapCamera &camera) const;
    //! GET {base}/v2/map.png; size is that of a parcel, center the parcel in the middle.
    QUrl urlAt(const QUrl &base) const;

    friend bool operator==(const TilePlace &, const TilePlace &) = default;
    friend size_t qHash(const TilePlace &place, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, static_cast<int>(place.kind), place.column, place.row);
    }
};

//! What is seen of the world, the middle first; at most so many. Nothing when the map is so near that a parcel's
//! picture would be a blur, and nothing beyond 200 parcels from 0, 0, where no atlas has any.
std::vector<TilePlace> tilesSeen(const MapCamera &camera, std::size_t most);

} // namespace islet
