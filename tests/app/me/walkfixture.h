// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/fakeroom.h"

#include <QTest>

namespace islet::test {

//! An avatar with a clock that the test advances.
struct Walk {
    FakeRoom room;
    AvatarController &me = room.avatar;
    Vec3 origin = me.placement().position;

    void go(std::chrono::milliseconds time, std::chrono::milliseconds frame = std::chrono::milliseconds(16))
    {
        for (auto left = time; left.count() > 0; left -= frame) {
            room.wait(std::min(frame, left));
            me.step();
        }
    }
    //! Metres from the origin of the walk.
    Vec3 travelled() const { return me.placement().position - origin; }
    void resetOrigin() { origin = me.placement().position; }
};

//! Fails the test if they are further apart than `tolerance` metres.
inline void compareVec3(const Vec3 &actual, const Vec3 &expected, float tolerance = 1e-3F)
{
    QVERIFY2(
        length(actual - expected) <= tolerance,
        qPrintable(QStringLiteral("(%1, %2, %3)").arg(double(actual.x)).arg(double(actual.y)).arg(double(actual.z))));
}

} // namespace islet::test
