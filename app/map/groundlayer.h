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

//! A circle around me that marks a distance, such as the hearing range.
struct MapRing {
    double metres = 0;
    QString label;

    friend bool operator==(const MapRing &, const MapRing &) = default;
};

//! What is drawn on the ground besides the parcels.
struct MapGround {
    std::optional<Vec3> me; //!< empty: no rings and no trail
    QList<MapRing> rings;
    std::vector<MapTile> tiles;
    QRectF buttons; //!< controls over the map

    friend bool operator==(const MapGround &, const MapGround &) = default;
};

//! What is drawn under the people: parcels with coordinates, rings around me, and my trail. Also builds the edges,
//! which change together with it.
class GroundLayer {
public:
    static constexpr std::size_t maxTrail = 240; //!< points, trailStep apart

    void build(MapPicture &picture, const MapCamera &camera, MapSprites &sprites, const MapGround &ground);
    //! The area for people and labels after the last build().
    const LabelArea &labelArea() const { return m_labelArea; }

private:
    //! The ground is rebuilt only when this changes.
    struct Key {
        QPointF center;
        double scale = 0;
        QSizeF size;
        std::uint64_t generation = 0;
        MapGround ground;

        friend bool operator==(const Key &, const Key &) = default;
    };

    void extendTrail(const Vec3 &me);
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
    // Valid during build().
    MapPicture *m_picture = nullptr;
    MapSprites *m_sprites = nullptr;
    MapCamera m_camera;
};

} // namespace islet
