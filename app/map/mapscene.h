// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/groundlayer.h"
#include "app/map/peoplelayer.h"
#include "app/me/avatarcontroller.h"

namespace islet {

//! Builds a frame from the peers, my avatar and the view. Independent of the renderer.
class MapScene {
public:
    struct View {
        MapCamera camera;
        MapColors colors;
        QFont font;
        double ratio = 1; //!< device pixels per pixel
        QList<MapRing> rings;
        std::vector<MapTile> tiles; //!< placed for this camera
        QRectF buttons; //!< controls over the map; kept free of labels
        std::optional<Address> hovered;
        std::optional<Address> selected;
        bool isTalking = false; //!< my voice is being sent
        bool isStill = false;
    };

    //! Both pointers may be nullptr.
    void build(const PeerScene *peerScene, const AvatarController *avatar, const View &view);

    const MapPicture &picture() const { return m_picture; }
    const SpriteSheet &sheet() const { return m_sprites.sheet(); }
    //! The area where people are visible with their labels, clear of rulers and `buttons`; `item` when nothing is left.
    QRectF areaForPeople(const QRectF &buttons, const QRectF &item) const;
    const LabelArea &labelArea() const { return m_ground.labelArea(); }
    const PeopleLayer &people() const { return m_people; }
    //! How long the picture stays the same unless a packet arrives; 0 if it changes with every frame, nullopt if it
    //! does not change on its own.
    std::optional<std::chrono::microseconds> timeToNextChange() const;

private:
    void compose(const PeerScene *peerScene, const AvatarController *avatar, const View &view);
    void addMe(const AvatarController &avatar, const View &view);

    MapPicture m_picture;
    MapSprites m_sprites;
    GroundLayer m_ground;
    PeopleLayer m_people;
    std::chrono::microseconds m_now{0};
    std::optional<std::chrono::microseconds> m_nextChange;
};

//! The person at this pixel of the item, the nearest one if there are several; nullptr if there is none.
const PeerScene::ScenePeer *personAt(const PeerScene &peerScene, const MapCamera &camera, QPointF pixel);

} // namespace islet
