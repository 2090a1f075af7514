// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/mapscene.h"
#include "tests/support/fakeroom.h"

#include <algorithm>

namespace islet::test {

//! A view of 900 x 600 pixels, without a window.
inline MapScene::View view(double scale = 12)
{
    MapScene::View view;
    view.camera = {{8, 8}, scale, {900, 600}};
    view.colors = {Qt::white, Qt::black, Qt::darkGray, Qt::lightGray, Qt::blue, Qt::red};
    view.buttons = {740, 556, 148, 32};
    return view;
}

inline void build(MapScene &scene, FakeRoom &room, const MapScene::View &view)
{
    scene.build(&room.peerScene, &room.avatar, view);
}

inline QRectF boxOf(const MapScene &scene, const MapSprite &sprite)
{
    QRectF box({}, scene.sheet().size(sprite.cell));
    box.moveCenter({double(sprite.x), double(sprite.y)});
    return box;
}

//! Whether every label is within the view and overlaps nothing that is reserved.
inline bool labelsAreInFreeArea(const MapScene &scene)
{
    const auto &boxes = scene.people().labels().boxes();
    return std::ranges::all_of(boxes, [&](const QRectF &box) { return scene.labelArea().isFree(box); });
}

} // namespace islet::test
