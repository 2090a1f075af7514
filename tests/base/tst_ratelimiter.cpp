// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "base/ratelimiter.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace std::chrono_literals;

class TestRateLimiter : public QObject {
    Q_OBJECT

private:
    static constexpr RateLimiter::Rate rate{.perSecond = 10, .burst = 25};

    int allowed(RateLimiter &limiter, int attempts)
    {
        int count = 0;
        for (int i = 0; i < attempts; ++i)
            count += limiter.allows(rate, m_now) ? 1 : 0;
        return count;
    }

    std::chrono::microseconds m_now{0};

private slots:
    void init()
    {
        m_now = -5s; // the start is arbitrary
    }

    void allowsBurstThenRate()
    {
        RateLimiter limiter;
        QCOMPARE(allowed(limiter, 100), 25);
        m_now += 99ms;
        QCOMPARE(allowed(limiter, 100), 0);
        m_now += 1ms;
        QCOMPARE(allowed(limiter, 100), 1);
        m_now += 1s;
        QCOMPARE(allowed(limiter, 100), 10);
    }

    void fillsUpToBurst()
    {
        RateLimiter limiter;
        allowed(limiter, 100);
        m_now += 24h;
        QCOMPARE(allowed(limiter, 100), 25);
    }

    //! However the events are spread: never more than the burst and the rate together.
    void boundsEveryPeriod_data()
    {
        QTest::addColumn<QList<int>>("attempts");
        QTest::newRow("below the rate") << QList<int>{1, 0, 0};
        QTest::newRow("above the rate") << QList<int>{1};
        QTest::newRow("far above the rate") << QList<int>{26};
        QTest::newRow("in bursts after pauses") << QList<int>(80) + QList<int>{100, 100};
        QTest::newRow("one, a pause, a burst") << QList<int>{1} + QList<int>(80) + QList<int>{100};
    }
    void boundsEveryPeriod()
    {
        QFETCH(const QList<int>, attempts);
        RateLimiter limiter;
        constexpr int steps = 400;
        QList<int> passed;
        for (int step = 0; step < steps; ++step) {
            passed.append(allowed(limiter, attempts[step % attempts.size()]));
            m_now += 50ms;
        }
        for (int first = 0; first < steps; ++first) {
            int sum = 0;
            for (int last = first; last < steps; ++last) {
                sum += passed[last];
                QVERIFY(sum <= rate.burst + rate.perSecond * (last - first) * 0.05 + 1e-6);
            }
        }
    }

    void passesEverythingBelowTheRate()
    {
        RateLimiter limiter;
        for (int i = 0; i < 1'000; ++i) {
            QCOMPARE(allowed(limiter, 1), 1);
            m_now += 101ms;
        }
    }

    void toleratesClockThatGoesBack()
    {
        RateLimiter limiter;
        allowed(limiter, 100);
        m_now -= 1h;
        QCOMPARE(allowed(limiter, 100), 0);
        m_now += 100ms;
        QCOMPARE(allowed(limiter, 100), 1);
    }

    void takesBackRefusedEvents()
    {
        RateLimiter limiter;
        QCOMPARE(allowed(limiter, 100), 25);
        limiter.giveBack();
        QCOMPARE(allowed(limiter, 100), 1);
    }

    void spacesSingleEvents()
    {
        RateLimiter limiter;
        const auto once = RateLimiter::Rate::oncePer(2s);
        QVERIFY(limiter.allows(once, m_now));
        m_now += 1'999ms;
        QVERIFY(!limiter.allows(once, m_now));
        m_now += 1ms;
        QVERIFY(limiter.allows(once, m_now));
        QVERIFY(!limiter.allows(once, m_now));
    }
};

ISLET_TEST(TestRateLimiter);
#include "tst_ratelimiter.moc"
