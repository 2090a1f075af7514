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

constexpr double tolerance = 2.5; // ms

//! Feeds a trace to an estimate, packet by packet.
class EstimateRun {
public:
    void add(const ArrivalTrace &trace)
    {
        for (const TracePacket &packet : trace)
            add(packet);
    }
    void add(const TracePacket &packet)
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
    void staysShallowWithoutJitter_data();
    void staysShallowWithoutJitter();
    void coversJitter_data();
    void coversJitter();
    void forgetsJitter_data();
    void forgetsJitter();
    void singleStallIsIgnored();
    void repeatedStallsAreCovered();
    void followsClockDrift_data();
    void followsClockDrift();
    void keepsLatenessAcrossBaseChange();
};

void TestDelayEstimate::startsShallow()
{
    DelayEstimate estimate;
    estimate.begin(12'345);
    QCOMPARE(milliseconds(estimate.target()), 10.0);
    QCOMPARE(estimate.base(), 12'345);
}

void TestDelayEstimate::staysShallowWithoutJitter_data()
{
    QTest::addColumn<int>("samples");
    for (const int samples : {120, 240, 480, 960, 1920, 2880, 5760})
        QTest::addRow("%g ms", milliseconds(samples)) << samples;
}

void TestDelayEstimate::staysShallowWithoutJitter()
{
    QFETCH(int, samples);
    EstimateRun run;
    run.add(steady({.durations = {samples}}));
    QCOMPARE(run.targetMs(), 8.0);
    QVERIFY(run.estimate.jitter() < 2);
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
    EstimateRun run;
    run.add(jittered(steady({.durations = {samples}}), std::chrono::milliseconds(jitter), 1));
    QVERIFY2(run.targetMs() > 0.7 * jitter, qPrintable(QString::number(run.targetMs())));
    QVERIFY2(run.targetMs() < jitter + tolerance, qPrintable(QString::number(run.targetMs())));
    QVERIFY(run.estimate.jitter() > 0);
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
    EstimateRun run;
    const auto trace = jittered(steady({.durations = {samples}}), 100ms, 1, {0s, 4s});
    for (const TracePacket &packet : trace) {
        run.add(packet);
        if (packet.sentAt > 8'500ms)
            QVERIFY2(run.targetMs() <= 10, qPrintable(QString::number(run.targetMs())));
    }
}

void TestDelayEstimate::singleStallIsIgnored()
{
    EstimateRun run;
    for (const TracePacket &packet : stalled(steady({}), 5s, 1s)) {
        run.add(packet);
        QVERIFY(run.targetMs() <= 10);
    }
}

void TestDelayEstimate::repeatedStallsAreCovered()
{
    ArrivalTrace trace = steady({});
    for (int i = 0; i < 50; ++i)
        trace = stalled(trace, 200ms * i, 120ms);
    EstimateRun run;
    run.add(trace);
    QVERIFY2(run.targetMs() > 100 && run.targetMs() < 125, qPrintable(QString::number(run.targetMs())));
}

void TestDelayEstimate::followsClockDrift_data()
{
    QTest::addColumn<double>("ppm");
    QTest::newRow("slow") << -200.0;
    QTest::newRow("fast") << 200.0;
}

void TestDelayEstimate::followsClockDrift()
{
    QFETCH(double, ppm);
    EstimateRun run;
    for (const TracePacket &packet : steady({.length = 120s, .clockPpm = ppm})) {
        run.add(packet);
        QVERIFY2(run.targetMs() <= 10, qPrintable(QString::number(run.targetMs())));
    }
}

void TestDelayEstimate::keepsLatenessAcrossBaseChange()
{
    constexpr int packet = frameSamples;
    DelayEstimate estimate;
    estimate.begin(0);
    for (int i = 0; i < 200; ++i)
        estimate.add(i * packet, 0);
    // A talkspurt whose first packet is a second late, with everything delayed right behind it.
    const std::int64_t arrival = 400 * packet;
    estimate.begin(arrival - 200 * packet);
    for (int i = 0; i < 50; ++i)
        estimate.add(arrival, arrival - (200 + i) * packet);
    QCOMPARE(milliseconds(estimate.target()), 8.0);
}

ISLET_TEST(TestDelayEstimate);
#include "tst_delayestimate.moc"
