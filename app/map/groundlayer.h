// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/edgelayer.h"
#include "app/map/mapcamera.h"
#include "app/map/mappicture.h"
#include "app/map/mapsprites.h"
#include "protocol/geometry.h"

#include <QList>
#include <QString>

#include <deque>

namespace islet {

//! A distance from me that means something.
struct MapRing {
    double metres = 0;
    QString label;

    friend bool operator==(const MapRing &, const MapRing &) = default;
};

//! What is to lie on the ground, besides parcels.
struct MapGround {
    std::optional<Vec3> me; //!< empty: nobody to draw rings about
    QList<MapRing> rings;
    std::vector<MapTile> tiles;
    QRectF buttons; //!< lie over the map

    friend bool operator==(const MapGround &, const MapGround &) = default;
};

//! What lies under the people: parcels with their coordinates, rings about me, and my trail; and with it the edges,
//! which change when it does.
class GroundLayer {
public:
    static constexpr std::size_t longestTrail = 240; //!< steps of trailStep

    void build(MapPicture &picture, const MapCamera &camera, MapSprites &sprites, const MapGround &ground);
    //! For people and words, since the last build().
    const LabelArea &labelArea() const { return m_labelArea; }

private:
    //! The ground is as it was while this is.
    struct Key {
        QPointF center;
        double scale = 0;
        QSizeF size;
        std::uint64_t generation = 0;
        MapGround ground;

        friend bool operator==(const Key &, const Key &) = default;
    };

    void walk(const Vec3 &me);
    void addLines(bool isVertical, int step);
    void addCoordinates();
    void addRing(const MapRing &ring, QPointF center);
    void addTrail();
    void addBox(const QRectF &box, QRgb color) { m_picture->groundBoxes.push_back({box, color}); }

    static constexpr float trailStep = 0.75F; //!< metres
    Key m_key;
    EdgeLayer m_edges;
    LabelArea m_labelArea;
    std::deque<Vec3> m_trail; //!< oldest first
    // While build() runs.
    MapPicture *m_picture = nullptr;
    MapSprites *m_sprites = nullptr;
    MapCamera m_camera;
};

} // namespace islet
