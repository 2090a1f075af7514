// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/mapscene.h"

#include <cmath>

namespace islet {

void MapScene::build(const PeerScene *peerScene, const AvatarController *avatar, const View &view)
{
    m_sprites.prepare(view.colors, view.font, view.ratio);
    compose(peerScene, avatar, view);
    if (m_sprites.sheet().isFull()) {
        // Starts over without old sprites. If this frame alone is too much, some of it is not drawn.
        m_sprites.prepare(view.colors, view.font, view.ratio);
        compose(peerScene, avatar, view);
    }
}

void MapScene::compose(const PeerScene *peerScene, const AvatarController *avatar, const View &view)
{
    m_picture.size = view.camera.size;
    m_picture.paper = view.colors.paper.rgb();
    m_picture.cone.reset();
    m_picture.boxes.clear();
    m_picture.sprites.clear();
    m_nextChange.reset();
    const auto me = avatar ? std::optional(avatar->placement().position) : std::nullopt;
    m_ground.build(m_picture, view.camera, m_sprites, {me, view.rings, view.tiles, view.buttons});
    if (peerScene) {
        m_now = peerScene->now();
        m_people.build(m_picture, *peerScene, view.camera, m_ground.labelArea(), m_sprites,
                       {me, view.hovered, view.selected, view.isStill});
        m_nextChange = m_people.nextChange();
    } else {
        m_picture.sprites = m_picture.notes;
    }
    if (avatar)
        addMe(*avatar, view);
}

void MapScene::addMe(const AvatarController &avatar, const View &view)
{
    const int radius = discRadius(view.camera.scale);
    const Placement &me = avatar.placement();
    const QPointF at = view.camera.toScreen(me.position);
    const auto x = static_cast<float>(at.x());
    const auto y = static_cast<float>(at.y());
    if (avatar.goal()) {
        const QPointF goal = view.camera.toScreen(*avatar.goal());
        m_picture.sprites.push_back({static_cast<float>(goal.x()), static_cast<float>(goal.y()), 0, m_sprites.goal()});
    }
    constexpr int coneAlpha = 110;
    m_picture.cone = MapCone{at, static_cast<float>(4 * radius), me.yaw, withAlpha(view.colors.accent, coneAlpha)};
    if (view.isTalking)
        m_picture.sprites.push_back({x, y, 0, m_sprites.speech(radius, 0)});
    m_picture.sprites.push_back({x, y, 0, m_sprites.me(radius)});
}

std::optional<std::chrono::microseconds> MapScene::timeToNextChange() const
{
    if (!m_nextChange)
        return std::nullopt;
    return std::max(*m_nextChange - m_now, std::chrono::microseconds(0));
}

QRectF MapScene::areaForPeople(const QRectF &buttons, const QRectF &item) const
{
    constexpr QMarginsF labelMargins(48, 24, 48, 32);
    QRectF area = labelArea().view;
    if (!buttons.isEmpty())
        area.setBottom(std::min(area.bottom(), buttons.top()));
    area = area.marginsRemoved(labelMargins);
    return area.width() > 0 && area.height() > 0 ? area : item;
}

const PeerScene::ScenePeer *personAt(const PeerScene &peerScene, const MapCamera &camera, QPointF pixel)
{
    constexpr double slack = 3; // pixels of tolerance for the pointer
    double nearest = discRadius(camera.scale) + slack;
    const PeerScene::ScenePeer *found = nullptr;
    const auto now = peerScene.now();
    for (const PeerScene::ScenePeer &peer : peerScene.peers()) {
        const QPointF away = camera.toScreen(peer.motion.at(now).position) - pixel;
        const double distance = std::hypot(away.x(), away.y());
        if (distance < nearest) {
            nearest = distance;
            found = &peer;
        }
    }
    return found;
}

} // namespace islet
