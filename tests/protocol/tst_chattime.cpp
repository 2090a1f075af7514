// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protocol/chattime.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QTimeZone>

#include <limits>

using namespace islet;
using namespace Qt::StringLiterals;

class TestChatTime : public QObject {
    Q_OBJECT

private slots:
    void writesOleDays_data();
    void writesOleDays();
    void increasesWhileClockIsStopped();
    void increasesIfClockGoesBack();
    void readsEveryUnit_data();
    void readsEveryUnit();
    void ignoresJunk_data();
    void ignoresJunk();
    void readsWhatItWrites();
};

namespace {

QDateTime utc(const QString &text)
{
    const auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        qFatal("invalid time in a test");
    return time;
}

} // namespace

void TestChatTime::writesOleDays_data()
{
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<double>("days");
    QTest::newRow("Unix epoch") << utc(u"1970-01-01T00:00:00Z"_s) << 25'569.0;
    QTest::newRow("noon, as in the vectors") << utc(u"2026-08-01T12:00:00Z"_s) << 46'235.5;
    QTest::newRow("in another time zone") << utc(u"2026-08-01T14:00:00+02:00"_s) << 46'235.5;
    QTest::newRow("six hours later") << utc(u"2026-08-01T18:00:00Z"_s) << 46'235.75;
}

void TestChatTime::writesOleDays()
{
    QFETCH(const QDateTime, now);
    QFETCH(const double, days);
    QCOMPARE(ChatClock().next(now), days);
}

void TestChatTime::increasesWhileClockIsStopped()
{
    ChatClock clock;
    const QDateTime now = utc(u"2026-08-01T12:00:00Z"_s);
    double last = 0;
    for (int i = 0; i < 10'000; ++i) {
        const double stamp = clock.next(now);
        QVERIFY(stamp > last);
        last = stamp;
    }
    // Ten thousand messages at one instant advance the time by at most ten seconds.
    QVERIFY(last < 46'235.5 + 10.0 / 86'400);
}

void TestChatTime::increasesIfClockGoesBack()
{
    ChatClock clock;
    const QDateTime now = utc(u"2026-08-01T12:00:00Z"_s);
    const double before = clock.next(now);
    const double after = clock.next(now.addSecs(-3'600));
    QVERIFY(after > before);
    QVERIFY(after < before + 1.0 / 86'400);
    QCOMPARE(clock.next(now.addSecs(3'600)), before + 1 / 24.0);
}

void TestChatTime::readsEveryUnit_data()
{
    QTest::addColumn<double>("timestamp");
    QTest::addColumn<QDateTime>("time");
    const QDateTime noon = utc(u"2026-08-01T12:00:00Z"_s);
    QTest::newRow("OLE days") << 46'235.5 << noon;
    QTest::newRow("Unix seconds") << 1'785'585'600.0 << noon;
    QTest::newRow("Unix milliseconds") << 1'785'585'600'000.0 << noon;
    QTest::newRow("Unix seconds with a fraction") << 1'785'585'600.25 << noon.addMSecs(250);
    QTest::newRow("smallest OLE day") << 2e4 << utc(u"1954-10-03T00:00:00Z"_s);
    QTest::newRow("smallest Unix seconds") << 1e6 << utc(u"1970-01-12T13:46:40Z"_s);
    QTest::newRow("smallest Unix milliseconds") << 1e11 << utc(u"1973-03-03T09:46:40Z"_s);
}

void TestChatTime::readsEveryUnit()
{
    QFETCH(const double, timestamp);
    QFETCH(const QDateTime, time);
    const auto claimed = claimedChatTime(timestamp);
    QVERIFY(claimed);
    QCOMPARE(*claimed, time);
}

void TestChatTime::ignoresJunk_data()
{
    QTest::addColumn<double>("timestamp");
    QTest::newRow("zero") << 0.0;
    QTest::newRow("negative") << -46'235.5;
    QTest::newRow("bevy's seconds since start") << 12.5;
    QTest::newRow("five hours since start") << 19'999.9;
    QTest::newRow("NaN") << std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("infinity") << std::numeric_limits<double>::infinity();
    QTest::newRow("negative infinity") << -std::numeric_limits<double>::infinity();
    QTest::newRow("beyond any calendar") << 1e15;
    QTest::newRow("largest") << std::numeric_limits<double>::max();
}

void TestChatTime::ignoresJunk()
{
    QFETCH(const double, timestamp);
    QVERIFY(!claimedChatTime(timestamp));
}

void TestChatTime::readsWhatItWrites()
{
    const QDateTime now = utc(u"2026-08-01T12:34:56.789Z"_s);
    const auto claimed = claimedChatTime(ChatClock().next(now));
    QVERIFY(claimed);
    QVERIFY(std::abs(claimed->msecsTo(now)) <= 1);
}

ISLET_TEST(TestChatTime);
#include "tst_chattime.moc"
