// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/voice/talkkey.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace std::chrono_literals;

//! The push-to-talk logic, on a fake clock.
class TestTalkKey : public QObject {
    Q_OBJECT

private:
    std::chrono::microseconds m_now{1s};
    TalkKey m_key{[this] { return m_now; }};

    void tap(std::chrono::milliseconds length = 100ms)
    {
        m_key.press();
        m_now += length;
        m_key.release();
    }

private slots:
    void init()
    {
        m_key = TalkKey([this] { return m_now; });
    }

    void isDownWhileHeld()
    {
        QVERIFY(!m_key.isDown());
        m_key.press();
        m_now += 10s;
        QVERIFY(m_key.isDown());
        QVERIFY(!m_key.isLatched());
        m_key.release();
        QVERIFY(!m_key.isDown());
    }

    void doubleTapLatchesUntilNextPress()
    {
        tap();
        QVERIFY(!m_key.isDown());
        m_now += 200ms;
        tap();
        QVERIFY(m_key.isDown());
        QVERIFY(m_key.isLatched());
        m_now += 1min;
        m_key.press();
        QVERIFY(m_key.isDown());
        QVERIFY(!m_key.isLatched());
        m_now += 100ms;
        m_key.release();
        QVERIFY(!m_key.isDown());
    }

    void slowTapsDoNotLatch_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("between");
        QTest::addColumn<int>("second");
        QTest::newRow("long first tap") << 301 << 100 << 100;
        QTest::newRow("long pause") << 100 << 401 << 100;
        QTest::newRow("long second tap") << 100 << 100 << 301;
    }
    void slowTapsDoNotLatch()
    {
        QFETCH(const int, first);
        QFETCH(const int, between);
        QFETCH(const int, second);
        tap(std::chrono::milliseconds(first));
        m_now += std::chrono::milliseconds(between);
        tap(std::chrono::milliseconds(second));
        QVERIFY(!m_key.isDown());
    }

    void autoRepeatNeverLatches()
    {
        m_key.press();
        m_now += 660ms;
        for (int i = 0; i < 50; ++i) {
            m_key.release();
            m_now += 1ms;
            m_key.press();
            QVERIFY(m_key.isDown());
            QVERIFY(!m_key.isLatched());
            m_now += 40ms;
        }
        m_key.release();
        QVERIFY(!m_key.isDown());
    }

    void cancelClearsLatchAndTap()
    {
        tap();
        m_now += 100ms;
        tap();
        QVERIFY(m_key.isLatched());
        m_key.cancel();
        QVERIFY(!m_key.isDown());
        m_key.release(); // a late release from a window that lost focus
        QVERIFY(!m_key.isDown());
        m_now += 100ms;
        tap();
        QVERIFY(!m_key.isDown());
    }
};

ISLET_TEST(TestTalkKey);
#include "tst_talkkey.moc"
