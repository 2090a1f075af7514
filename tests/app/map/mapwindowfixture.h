// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/look/personlook.h"
#include "app/map/mapitem.h"
#include "tests/support/fakeroom.h"
#include "tests/support/offscreen.h"

#include <QQuickWindow>
#include <QTest>

namespace islet::test {

inline const QColor paperColor{0xff, 0xfe, 0xfa};
inline const QColor gridColor{0xd0, 0xc0, 0xb0};
inline const QColor inkColor{0x10, 0x10, 0x10};
inline const QColor accentColor{0x00, 0xa0, 0xff};

inline const Address ana = numberedAddress(1);
inline const Address bo = numberedAddress(2);

//! A map in a window of 600 x 400, and the camera that it should have.
struct MapWindow {
    MapWindow()
    {
        window.resize(600, 400);
        item = new MapItem(window.contentItem());
        item->setSize({600, 400});
        item->setPaper(paperColor);
        item->setInk(inkColor);
        item->setGrid(gridColor);
        item->setAccent(accentColor);
        item->setPeerScene(&room.peerScene);
        item->setAvatar(&room.avatar);
        window.show();
        camera.size = {600, 400};
    }

    QImage picture() { return window.grabWindow(); }
    //! Puts a person at this position and waits until they are shown there.
    void put(const Address &who, const Vec3 &where)
    {
        room.stand(who, where);
        room.wait(std::chrono::seconds(1));
    }
    void walk(std::chrono::milliseconds time)
    {
        constexpr std::chrono::milliseconds frame{50};
        for (; time.count() > 0; time -= frame) {
            room.wait(frame);
            room.avatar.step();
        }
    }
    void follow()
    {
        camera.center = {double(room.avatar.placement().position.x), double(room.avatar.placement().position.z)};
    }
    QPoint pixelOf(const Vec3 &place) const { return camera.toScreen(place).toPoint(); }

    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(&window, Qt::LeftButton, {}, from);
        for (int step = 1; step <= 5; ++step)
            QTest::mouseMove(&window, from + (to - from) * step / 5);
        QTest::mouseRelease(&window, Qt::LeftButton, {}, to);
    }
    void turnWheel(QPoint at, int notches)
    {
        QWheelEvent event(at, at, {}, {0, notches * 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&window, &event);
    }

    FakeRoom room;
    QQuickWindow window;
    MapItem *item = nullptr;
    MapCamera camera;
};

//! Whether this person's disc surrounds the pixel.
inline bool isDiscAt(const QImage &picture, const Address &who, QPoint pixel)
{
    const QRect around(pixel - QPoint(6, 6), pixel + QPoint(6, 6));
    if (!picture.rect().contains(around))
        return false;
    int found = 0;
    for (int x = around.left(); x <= around.right(); ++x) {
        for (int y = around.top(); y <= around.bottom(); ++y)
            found += picture.pixelColor(x, y) == colorOf(who);
    }
    return found > 60; // of 169: the initials are written on it
}
inline int countOf(const QImage &picture, const QColor &color)
{
    int found = 0;
    for (int x = 0; x < picture.width(); ++x) {
        for (int y = 0; y < picture.height(); ++y)
            found += picture.pixelColor(x, y) == color;
    }
    return found;
}

} // namespace islet::test
