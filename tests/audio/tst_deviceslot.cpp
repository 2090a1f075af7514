// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/deviceslot.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Action = DeviceSlot::Action;

//! When a device is tried again.
class TestDeviceSlot : public QObject {
    Q_OBJECT

private slots:
    void retriesRefusedDeviceLaterEachTime()
    {
        DeviceSlot slot({}, {});
        slot.setOn(true);
        std::chrono::microseconds now = 1h;
        QVERIFY(look(slot, now) == Action::Open);
        for (const auto delay : {1s, 2s, 3s, 4s, 5s, 5s}) {
            slot.refused(now);
            QVERIFY(look(slot, now + delay - 1us) == Action::Nothing);
            now += delay;
            QVERIFY(look(slot, now) == Action::Open);
        }
    }

    void retriesLostDeviceAtOnceThenLater()
    {
        DeviceSlot slot({}, {});
        slot.setOn(true);
        std::chrono::microseconds now = 1h;
        for (const auto delay : {0s, 1s, 2s}) { // lost as soon as it was opened
            QVERIFY(look(slot, now) == Action::Open);
            slot.opened(now);
            slot.lost(now);
            if (delay > 0s)
                QVERIFY(look(slot, now + delay - 1us) == Action::Nothing);
            now += delay;
        }
        QVERIFY(look(slot, now) == Action::Open);
        slot.opened(now);
        slot.lost(now + 6s); // it ran for long enough to forget the earlier failures
        QVERIFY(look(slot, now + 6s) == Action::Open);
    }

private:
    static Action look(DeviceSlot &slot, std::chrono::microseconds now)
    {
        return slot.update({SoundDevice{"a", u"Mic A"_s, true}}, true, now);
    }
};

ISLET_TEST(TestDeviceSlot);
#include "tst_deviceslot.moc"
