// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "arrivaltrace.h"
#include "audio/delayestimate.h"
#include "audio/sound.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace std::chrono_literals;

namespace {

constexpr double closely = 2.5; // ms

//! What a trace teaches, up to the packet in hand.
class Pupil {
public:
    void hear(const ArrivalTrace &trace)
    {
        for (const TracePacket &packet : trace)
            hear(packet);
    }
    void hear(const TracePacket &packet)
    {
        const std::int64_t arrival = samplesIn(packet.arrivesAt);
        if (m_media == 0)
            estimate.begin(arrival);
        estimate.add(arrival, arrival - m_media);
        m_media += packet.samples;
    }
    double targetMs() const { return milliseconds(estimate.target()); }

    DelayEstimate estimate;

private:
    std::int64_t m_media = 0;
};

} // namespace

class TestDelayEstimate : public QObject {
    Q_OBJECT

private slots:
    void startsShallow();
    void isShallowWhereNothingIsLate_data();
    void isShallowWhereNothingIsLate();
    void coversJitter_data();
    void coversJitter();
    void forgetsJitter_data();
    void forgetsJitter();
    void oneStallIsNoReasonToWait();
    void manyStallsAre();
    void followsTheClocks_data();
    void followsTheClocks();
    void whatWasKnownStaysBehindAnotherBase();
};

void TestDelayEstimate::startsShallow()
{
    DelayEstimate estimate;
    estimate.begin(12'345);
    QCOMPARE(milliseconds(estimate.target()), 10.0);
    QCOMPARE(estimate.base(), 12'345);
}

void TestDelayEstimate::isShallowWhereNothingIsLate_data()
{
    QTest::addColumn<int>("samples");
    for (const int samples : {120, 240, 480, 960, 1920, 2880, 5760})
        QTest::addRow("%g ms", milliseconds(samples)) << samples;
}

void TestDelayEstimate::isShallowWhereNothingIsLate()
{
    QFETCH(int, samples);
    Pupil pupil;
    pupil.hear(steady({.durations = {samples}}));
    QCOMPARE(pupil.targetMs(), 8.0);
    QVERIFY(pupil.estimate.jitter() < 2);
}

void TestDelayEstimate::coversJitter_data()
{
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("jitter");
    for (const int samples : {480, 960, 2880}) {
        for (const int jitter : {30, 100})
            QTest::addRow("%g ms, jitter %d", milliseconds(samples), jitter) << samples << jitter;
    }
}

void TestDelayEstimate::coversJitter()
{
    QFETCH(int, samples);
    QFETCH(int, jitter);
    Pupil pupil;
    pupil.hear(jittered(steady({.durations = {samples}}), std::chrono::milliseconds(jitter), 1));
    QVERIFY2(pupil.targetMs() > 0.7 * jitter, qPrintable(QString::number(pupil.targetMs())));
    QVERIFY2(pupil.targetMs() < jitter + closely, qPrintable(QString::number(pupil.targetMs())));
    QVERIFY(pupil.estimate.jitter() > 0);
}

void TestDelayEstimate::forgetsJitter_data()
{
    QTest::addColumn<int>("samples");
    for (const int samples : {120, 960, 2880})
        QTest::addRow("%g ms", milliseconds(samples)) << samples;
}

void TestDelayEstimate::forgetsJitter()
{
    QFETCH(int, samples);
    Pupil pupil;
    const auto trace = jittered(steady({.durations = {samples}}), 100ms, 1, {0s, 4s});
    for (const TracePacket &packet : trace) {
        pupil.hear(packet);
        if (packet.sentAt > 8'500ms)
            QVERIFY2(pupil.targetMs() <= 10, qPrintable(QString::number(pupil.targetMs())));
    }
}

void TestDelayEstimate::oneStallIsNoReasonToWait()
{
    Pupil pupil;
    for (const TracePacket &packet : stalled(steady({}), 5s, 1s)) {
        pupil.hear(packet);
        QVERIFY(pupil.targetMs() <= 10);
    }
}

void TestDelayEstimate::manyStallsAre()
{
    ArrivalTrace trace = steady({});
    for (int i = 0; i < 50; ++i)
        trace = stalled(trace, 200ms * i, 120ms);
    Pupil pupil;
    pupil.hear(trace);
    QVERIFY2(pupil.targetMs() > 100 && pupil.targetMs() < 125, qPrintable(QString::number(pupil.targetMs())));
}

void TestDelayEstimate::followsTheClocks_data()
{
    QTest::addColumn<double>("ppm");
    QTest::newRow("slow") << -200.0;
    QTest::newRow("fast") << 200.0;
}

void TestDelayEstimate::followsTheClocks()
{
    QFETCH(double, ppm);
    Pupil pupil;
    for (const TracePacket &packet : steady({.length = 120s, .clockPpm = ppm})) {
        pupil.hear(packet);
        QVERIFY2(pupil.targetMs() <= 10, qPrintable(QString::number(pupil.targetMs())));
    }
}

void TestDelayEstimate::whatWasKnownStaysBehindAnotherBase()
{
    constexpr int packet = frameSamples;
    DelayEstimate estimate;
    estimate.begin(0);
    for (int i = 0; i < 200; ++i)
        estimate.add(i * packet, 0);
    // A talk that begins with a packet that is a second late, with all that was held up right behind it.
    const std::int64_t arrival = 400 * packet;
    estimate.begin(arrival - 200 * packet);
    for (int i = 0; i < 50; ++i)
        estimate.add(arrival, arrival - (200 + i) * packet);
    QCOMPARE(milliseconds(estimate.target()), 8.0);
}

ISLET_TEST(TestDelayEstimate);
#include "tst_delayestimate.moc"
