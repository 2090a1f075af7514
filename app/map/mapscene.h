// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/groundlayer.h"
#include "app/map/peoplelayer.h"
#include "app/me/avatarcontroller.h"

namespace islet {

//! What is to be drawn in a frame, made from the crowd, from me, and from where the map is looked at. Knows no
//! renderer.
class MapScene {
public:
    struct View {
        MapCamera camera;
        MapColors colors;
        QFont font;
        double ratio = 1; //!< device pixels for each pixel
        QList<MapRing> rings;
        std::vector<MapTile> tiles; //!< placed for this camera
        QRectF buttons; //!< lie over the map: nothing is written there
        std::optional<Address> hovered;
        std::optional<Address> selected;
        bool isTalking = false; //!< I am
        bool isStill = false;
    };

    //! Either may be null.
    void build(const PeerScene *peerScene, const AvatarController *avatar, const View &view);

    const MapPicture &picture() const { return m_picture; }
    const SpriteSheet &sheet() const { return m_sprites.sheet(); }
    //! Where people are seen, and words may be written.
    const LabelArea &labelArea() const { return m_ground.labelArea(); }
    const PeopleLayer &people() const { return m_people; }
    //! For how long the picture stays as it is unless something is heard; 0: not even for a frame; none: for ever.
    std::optional<std::chrono::microseconds> staysFor() const;

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

//! Who is seen at this place of the item; nullptr for nobody. The nearest when several are.
const PeerScene::ScenePeer *personAt(const PeerScene &peerScene, const MapCamera &camera, QPointF pixel);

} // namespace islet
