// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/mapcamera.h"
#include "app/map/mappicture.h"

#include <QHash>
#include <QUrl>

namespace islet {

//! The square of the world that one tile shows. All tiles have the same size and show whole parcels. The server centres
//! a tile on the middle of a parcel, so it shows an odd number of them (an even one would halve those at its edges).
struct TilePlace {
    enum class Kind {
        Far, //!< 33 x 33 parcels of 16 pixels
        Near, //!< 11 x 11 parcels of 48 pixels
    };
    static constexpr int pictureSize = 528; //!< pixels, width and height

    Kind kind = Kind::Far;
    int column = 0; //!< eastwards; 0 is centred on the parcel 0, 0
    int row = 0; //!< northwards

    int parcels() const { return kind == Kind::Far ? 33 : 11; }
    //! In whole pixels of the item, so that neighbours touch and do not overlap.
    QRectF boxIn(const MapCamera &camera) const;
    //! GET {base}/v2/map.png; `size` is pixels per parcel, `center` the parcel in the middle.
    QUrl urlAt(const QUrl &base) const;

    friend bool operator==(const TilePlace &, const TilePlace &) = default;
    friend size_t qHash(const TilePlace &place, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, static_cast<int>(place.kind), place.column, place.row);
    }
};

//! The visible tiles, from the centre outwards, at most `most`. None when zoomed in so far that they would be blurred,
//! and none beyond 200 parcels from 0, 0, where no atlas has tiles.
std::vector<TilePlace> tilesSeen(const MapCamera &camera, std::size_t most);

} // namespace islet
