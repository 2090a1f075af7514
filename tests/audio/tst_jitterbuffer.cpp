// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "arrivaltrace.h"
#include "audio/jitterbuffer.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <array>
#include <cstring>

using namespace islet;
using namespace islet::test;
using namespace std::chrono_literals;
using Kind = JitterBuffer::Step::Kind;

namespace {

//! What a JitterBuffer plays for a trace; each packet's bytes hold its number.
struct BufferRun {
    struct Played {
        int number;
        std::chrono::microseconds at;
    };
    std::vector<Played> played;
    int concealed = 0; // samples that replaced packets
    int bridged = 0; // samples
    int skipped = 0; // samples
    int late = 0;
    int duplicate = 0;
    int maxHeld = 0;
    qsizetype maxHeldBytes = 0;
    std::uint64_t overflows = 0;

    explicit BufferRun(const ArrivalTrace &trace, int packetBytes = 8)
    {
        JitterBuffer buffer;
        std::size_t next = 0;
        std::int64_t playedUntil = 0; // time up to which samples were taken
        for (std::chrono::microseconds now{0}; now < trace.back().arrivesAt + 3s; now += 5ms) {
            for (; next < trace.size() && trace[next].arrivesAt <= now; ++next)
                put(buffer, trace[next], packetBytes);
            const std::int64_t from = samplesIn(now);
            for (playedUntil = std::max(playedUntil, from); playedUntil < from + pieceSamples;) {
                const auto step = buffer.next(playedUntil);
                if (step.kind == Kind::Silence)
                    break;
                take(step, std::chrono::microseconds(playedUntil * 1'000'000 / sampleRate));
                playedUntil += step.samples;
            }
        }
        overflows = buffer.overflows();
    }

private:
    void put(JitterBuffer &buffer, const TracePacket &packet, int bytes)
    {
        QByteArray data(bytes, Qt::Uninitialized);
        std::memcpy(data.data(), &packet.number, sizeof packet.number);
        const auto arrival = buffer.put(packet.index, packet.samples, data, samplesIn(packet.arrivesAt));
        late += arrival == JitterBuffer::Arrival::Late ? 1 : 0;
        duplicate += arrival == JitterBuffer::Arrival::Duplicate ? 1 : 0;
        maxHeld = std::max(maxHeld, buffer.heldSamples());
        maxHeldBytes = std::max(maxHeldBytes, buffer.heldBytes());
    }

    void take(const JitterBuffer::Step &step, std::chrono::microseconds at)
    {
        skipped += step.skipped;
        concealed += step.kind == Kind::Conceal ? step.samples : 0;
        bridged += step.kind == Kind::Bridge ? step.samples : 0;
        if (step.kind != Kind::Play)
            return;
        int number = -1;
        std::memcpy(&number, step.packet.data(), sizeof number);
        played.push_back({number, at});
    }
};

constexpr int lastBridge = 60 * sampleRate / 1'000; // after the last packet

ArrivalTrace stalledOften()
{
    ArrivalTrace trace = steady({});
    for (int i = 1; i < 10; ++i)
        trace = stalled(trace, 1'000ms * i, 300ms);
    return trace;
}

ArrivalTrace flood(int samples)
{
    ArrivalTrace trace;
    for (int number = 0; number < 10'000; ++number)
        trace.push_back({7U + static_cast<std::uint32_t>(number), samples, {}, 1ms * number, number});
    return trace;
}

} // namespace

class TestJitterBuffer : public QObject {
    Q_OBJECT

private slots:
    void playsEachPacketOnceInOrder_data();
    void playsEachPacketOnceInOrder();
    void playsEveryPacket_data();
    void playsEveryPacket();
    void skipsMostOfLongStall();
    void concealsLostPackets_data();
    void concealsLostPackets();
    void countsDuplicates();
    void countsLatePackets();
    void acceptsRestartedIndicesAtOnce_data();
    void acceptsRestartedIndicesAtOnce();
    void indicesMayWrapAround_data();
    void indicesMayWrapAround();
    void boundsHeldPackets_data();
    void boundsHeldPackets();
    void emptyBufferIsSilent();
};

void TestJitterBuffer::playsEachPacketOnceInOrder_data()
{
    QTest::addColumn<ArrivalTrace>("trace");
    const auto plain = steady({});
    QTest::newRow("steady") << plain;
    QTest::newRow("30 ms") << jittered(plain, 30ms, 1);
    QTest::newRow("100 ms") << jittered(plain, 100ms, 2);
    QTest::newRow("batches") << batched(plain, 100ms);
    QTest::newRow("stall") << stalled(plain, 5s, 1s);
    QTest::newRow("stalls") << stalledOften();
    QTest::newRow("duplicates") << duplicated(jittered(plain, 30ms, 3), 0.2, 4);
    QTest::newRow("out of order") << reordered(plain, 0.1, 50ms, 5);
    QTest::newRow("far out of order") << duplicated(reordered(plain, 0.1, 400ms, 6), 0.2, 7);
    QTest::newRow("restarts at index 0") << renumbered(plain, 250, 0);
    QTest::newRow("jumps to a far index") << renumbered(plain, 250, 3'000'000'000U);
    QTest::newRow("pauses") << paused(paused(plain, 3s, 2s), 8s, 30s);
    QTest::newRow("losses") << dropped(plain, 0.03, 8);
    QTest::newRow("mixed") << jittered(steady({.durations = {120, 960, 5760, 240, 1920, 480, 2880}}), 30ms, 9);
    QTest::newRow("everything combined") << duplicated(
        reordered(stalled(dropped(jittered(plain, 60ms, 1), 0.05, 2), 4s, 700ms), 0.05, 70ms, 3), 0.05, 4);
}

void TestJitterBuffer::playsEachPacketOnceInOrder()
{
    QFETCH(ArrivalTrace, trace);
    const BufferRun run(trace);
    QVERIFY(!run.played.empty());
    for (std::size_t i = 1; i < run.played.size(); ++i)
        QVERIFY2(run.played[i].number > run.played[i - 1].number, qPrintable(QString::number(run.played[i].number)));
}

void TestJitterBuffer::playsEveryPacket_data()
{
    QTest::addColumn<ArrivalTrace>("trace");
    QTest::addColumn<int>("maxBridgedMs");
    for (const int samples : {120, 240, 480, 960, 1920, 2880, 5760})
        QTest::addRow("%g ms", milliseconds(samples)) << steady({.durations = {samples}}) << 0;
    QTest::newRow("mixed") << steady({.durations = {120, 960, 5760, 240, 1920, 480, 2880}}) << 120;
    QTest::newRow("30 ms") << jittered(steady({}), 30ms, 1) << 40;
    QTest::newRow("100 ms") << jittered(steady({}), 100ms, 1) << 160;
    QTest::newRow("batches") << batched(steady({}), 100ms) << 120;
    QTest::newRow("pauses") << paused(paused(steady({}), 3s, 2s), 8s, 30s) << 120;
}

void TestJitterBuffer::playsEveryPacket()
{
    QFETCH(ArrivalTrace, trace);
    QFETCH(int, maxBridgedMs);
    const BufferRun run(trace);
    QCOMPARE(run.played.size(), trace.size());
    QCOMPARE(run.concealed, 0);
    QCOMPARE(run.skipped, 0);
    QCOMPARE(run.late + run.duplicate, 0);
    const double bridged = milliseconds(run.bridged - lastBridge);
    QVERIFY2(bridged <= maxBridgedMs, qPrintable(QString::number(bridged)));
}

void TestJitterBuffer::skipsMostOfLongStall()
{
    const BufferRun run(stalled(steady({}), 5s, 1s));
    QCOMPARE(run.concealed, 0);
    const double skipped = milliseconds(run.skipped);
    QVERIFY2(skipped >= 700 && skipped <= 820, qPrintable(QString::number(skipped)));
    const BufferRun shorter(stalled(steady({}), 5s, 150ms));
    QCOMPARE(shorter.skipped, 0);
}

void TestJitterBuffer::concealsLostPackets_data()
{
    QTest::addColumn<int>("jitter");
    QTest::newRow("no jitter") << 0;
    QTest::newRow("30 ms") << 30;
}

void TestJitterBuffer::concealsLostPackets()
{
    QFETCH(int, jitter);
    const auto all = steady({});
    const auto trace = jittered(dropped(all, 0.03, 1), std::chrono::milliseconds(jitter), 2);
    const BufferRun run(trace);
    const int lost = static_cast<int>(all.size() - trace.size());
    QVERIFY(lost > 5);
    QCOMPARE(run.played.size(), trace.size());
    const int concealed = run.concealed + run.bridged - lastBridge;
    const int jitterAllowance = jitter == 0 ? 0 : 40 * sampleRate / 1'000;
    QVERIFY2(concealed >= lost * frameSamples && concealed <= lost * frameSamples + jitterAllowance,
             qPrintable(QString::number(milliseconds(concealed))));
}

void TestJitterBuffer::countsDuplicates()
{
    const auto once = steady({});
    const auto twice = duplicated(once, 0.3, 1);
    const BufferRun run(twice);
    QCOMPARE(run.played.size(), once.size());
    QCOMPARE(run.duplicate, static_cast<int>(twice.size() - once.size()));
    QCOMPARE(run.late, 0);
}

void TestJitterBuffer::countsLatePackets()
{
    const auto all = reordered(steady({}), 0.05, 100ms, 1);
    const BufferRun run(all);
    QVERIFY(run.late > 5);
    QCOMPARE(run.played.size() + static_cast<std::size_t>(run.late), all.size());
    QCOMPARE(run.duplicate, 0);
}

void TestJitterBuffer::acceptsRestartedIndicesAtOnce_data()
{
    QTest::addColumn<std::uint32_t>("first");
    for (const std::uint32_t first : {0U, 5U, 10'000U, 1'000'000U, 2'147'484'900U, 3'000'000'000U, 4'294'967'200U})
        QTest::addRow("%u", first) << first;
}

void TestJitterBuffer::acceptsRestartedIndicesAtOnce()
{
    QFETCH(std::uint32_t, first);
    const auto trace = renumbered(steady({}), 250, first);
    const BufferRun run(trace);
    const auto found = std::ranges::find_if(run.played, [](const auto &packet) { return packet.number >= 250; });
    QVERIFY(found != run.played.end());
    QCOMPARE(found->number, 250);
    QVERIFY(found->at - trace[250].arrivesAt <= 50ms);
    QCOMPARE(run.played.back().number, trace.back().number);
}

void TestJitterBuffer::indicesMayWrapAround_data()
{
    QTest::addColumn<std::uint32_t>("first");
    for (const std::uint32_t first : {0U, 4'294'967'295U, 4'294'967'200U, 2'147'483'600U})
        QTest::addRow("%u", first) << first;
}

void TestJitterBuffer::indicesMayWrapAround()
{
    QFETCH(std::uint32_t, first);
    const auto trace = jittered(steady({.firstIndex = first}), 30ms, 1);
    const BufferRun run(trace);
    QCOMPARE(run.played.size(), trace.size());
    QCOMPARE(run.late + run.duplicate, 0);
}

void TestJitterBuffer::boundsHeldPackets_data()
{
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("bytes");
    for (const int bytes : {8, 100, 4'000}) {
        for (const int samples : {120, 960, 5760})
            QTest::addRow("%d bytes, %g ms", bytes, milliseconds(samples)) << samples << bytes;
    }
}

void TestJitterBuffer::boundsHeldPackets()
{
    QFETCH(int, samples);
    QFETCH(int, bytes);
    const BufferRun run(flood(samples), bytes);
    QVERIFY(run.maxHeld <= 2 * sampleRate);
    QVERIFY(run.maxHeldBytes <= 64 * 1'024);
    QCOMPARE(run.overflows > 0, samples > 48);
    for (std::size_t i = 1; i < run.played.size(); ++i)
        QVERIFY(run.played[i].number > run.played[i - 1].number);
}

void TestJitterBuffer::emptyBufferIsSilent()
{
    JitterBuffer buffer;
    QCOMPARE(buffer.next(0).kind, Kind::Silence);
    QVERIFY(buffer.isIdle());
    QVERIFY(!buffer.hasNext());
    QCOMPARE(buffer.surplus(), 0);
}

ISLET_TEST(TestJitterBuffer);
#include "tst_jitterbuffer.moc"
