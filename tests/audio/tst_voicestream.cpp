// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "allocationcount.h"
#include "speech.h"
#include "tests/support/crosscorrelation.h"
#include "tests/support/testmain.h"
#include "voicerun.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace islet;
using namespace islet::test;
using namespace std::chrono_literals;

namespace {

constexpr double lastBridgeMs = 60; // after the last packet

//! Ten seconds of speech in packets of 20 ms.
const QList<QByteArray> &spoken()
{
    static const auto packets = encoded(speech(11), steady({}));
    return packets;
}

VoiceRun heard(const ArrivalTrace &trace)
{
    return VoiceRun(trace, spoken());
}

//! Decimates by six, averaging.
std::vector<float> thinned(const std::vector<float> &samples)
{
    std::vector<float> out(samples.size() / 6);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto first = samples.begin() + static_cast<std::ptrdiff_t>(6 * i);
        out[i] = std::accumulate(first, first + 6, 0.F) / 6;
    }
    return out;
}

QString text(double number)
{
    return QString::number(number);
}

} // namespace

class TestVoiceStream : public QObject {
    Q_OBJECT

private slots:
    void playsSteadySpeechUnchanged();
    void reportsLevel();
    void reportsTalking();
    void pausesAreNotConcealed_data();
    void pausesAreNotConcealed();
    void followsJitter_data();
    void followsJitter();
    void delayFallsWhenJitterEnds_data();
    void delayFallsWhenJitterEnds();
    void delayRecoversAfterStall_data();
    void delayRecoversAfterStall();
    void concealsLostPackets();
    void followsClockDrift_data();
    void followsClockDrift();
    void acceptsAnyPacketDuration_data();
    void acceptsAnyPacketDuration();
    void survivesGarbage();
    void allocatesNothing();
};

void TestVoiceStream::playsSteadySpeechUnchanged()
{
    const auto trace = steady({});
    const VoiceRun run = heard(trace);
    const auto plain = plainlyDecoded(spoken());
    // Removed silence shifts the rest by some milliseconds, so compare one second at a time.
    for (int second = 0; second < 9; ++second) {
        const auto from = static_cast<std::ptrdiff_t>(second) * sampleRate;
        const std::vector<float> mouth(plain.begin() + from, plain.begin() + from + sampleRate);
        std::vector<float> ear(run.heard.begin() + from, run.heard.begin() + from + sampleRate * 6 / 5);
        const Delay delay = delayBetween(thinned(mouth), thinned(ear), sampleRate / 6);
        QVERIFY2(delay.correlation > 0.95, qPrintable(text(delay.correlation)));
        const double behindNetwork = delay.milliseconds - 20 - static_cast<double>(networkDelay.count());
        QVERIFY2(behindNetwork > 0 && behindNetwork < 15, qPrintable(text(behindNetwork)));
        const double reported = run.statsAt(std::chrono::seconds(second + 1)).actualMs;
        QVERIFY2(std::abs(behindNetwork - reported) < 5, qPrintable(text(reported)));
    }
    QCOMPARE(run.stats().packets, trace.size());
    QCOMPARE(run.stats().concealedMs, 0.0);
    QCOMPARE(run.stats().stretchedMs, 0.0);
    QVERIFY2(run.stats().compressedMs < 10, qPrintable(text(run.stats().compressedMs)));
    QCOMPARE(run.stats().playedMs, 10'000.0);
    QVERIFY(run.stats().jitterMs < 0.1);
}

void TestVoiceStream::reportsLevel()
{
    std::vector<float> tone(11 * sampleRate);
    for (std::size_t i = 0; i < tone.size(); ++i)
        tone[i] = 0.1F * std::sin(static_cast<float>(i % 240) * 6.2831853F / 240);
    const auto trace = steady({});
    const VoiceRun run(trace, encoded(tone, trace));
    QCOMPARE(run.pieces.front().stats.level, -100.0);
    const double level = run.statsAt(5s).level;
    QVERIFY2(std::abs(level + 23) < 1.5, qPrintable(text(level))); // RMS of a sine of amplitude -20 dBFS
    QCOMPARE(run.stats().level, -100.0);
}

void TestVoiceStream::reportsTalking()
{
    const auto trace = steady({.length = 2s});
    const VoiceRun run = heard(trace);
    QVERIFY(!run.pieces.front().stats.isTalking);
    QVERIFY(run.statsAt(trace.front().arrivesAt + 20ms).isTalking);
    for (const VoiceRun::Piece &piece : run.pieces) {
        if (piece.at > trace.front().arrivesAt + 20ms && piece.at < trace.back().arrivesAt)
            QVERIFY(piece.stats.isTalking);
    }
    QVERIFY(!run.statsAt(trace.back().arrivesAt + 300ms).isTalking);
}

void TestVoiceStream::pausesAreNotConcealed_data()
{
    QTest::addColumn<int>("jitter");
    QTest::addColumn<double>("maxConcealedMs");
    QTest::newRow("steady") << 0 << 0.0;
    QTest::newRow("30 ms") << 30 << 60.0;
}

void TestVoiceStream::pausesAreNotConcealed()
{
    QFETCH(int, jitter);
    QFETCH(double, maxConcealedMs);
    auto trace = jittered(steady({}), std::chrono::milliseconds(jitter), 1);
    for (int i = 0; i < 8; ++i)
        trace = paused(trace, 1s + 1'500ms * i, 500ms + 200ms * i);
    const VoiceRun run = heard(trace);
    QVERIFY2(run.stats().concealedMs <= maxConcealedMs, qPrintable(text(run.stats().concealedMs)));
    QCOMPARE(run.stats().playedMs, 10'000.0);
}

void TestVoiceStream::followsJitter_data()
{
    QTest::addColumn<int>("jitter");
    for (const int jitter : {10, 30, 60, 100})
        QTest::addRow("%d ms", jitter) << jitter;
}

void TestVoiceStream::followsJitter()
{
    QFETCH(int, jitter);
    for (unsigned seed = 1; seed <= 3; ++seed) {
        const VoiceRun run = heard(jittered(steady({}), std::chrono::milliseconds(jitter), seed));
        const double delay = run.meanDelay(3s, 10s);
        QVERIFY2(delay > 0.7 * jitter && delay < jitter + 12, qPrintable(text(delay)));
        // While it adapts, up to one and a half times the jitter; afterwards one percent.
        const double atFirst = run.statsAt(3s).concealedMs;
        const double later = run.stats().concealedMs - atFirst;
        QVERIFY2(atFirst <= 1.5 * jitter + 20, qPrintable(text(atFirst)));
        QVERIFY2(later <= 70, qPrintable(text(later)));
        QCOMPARE(run.stats().late, 0U);
    }
}

void TestVoiceStream::delayFallsWhenJitterEnds_data()
{
    QTest::addColumn<int>("jitter");
    QTest::newRow("30 ms") << 30;
    QTest::newRow("100 ms") << 100;
}

void TestVoiceStream::delayFallsWhenJitterEnds()
{
    QFETCH(int, jitter);
    const VoiceRun run = heard(jittered(steady({}), std::chrono::milliseconds(jitter), 4, {1s, 3s}));
    QVERIFY(run.meanDelay(2s, 3s) > 0.6 * jitter);
    QVERIFY2(run.meanDelay(9s, 10s) < 15, qPrintable(text(run.meanDelay(9s, 10s))));
}

void TestVoiceStream::delayRecoversAfterStall_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("within");
    QTest::newRow("1 s") << 1'000 << 400;
    QTest::newRow("0.3 s") << 300 << 400;
    QTest::newRow("2.5 s") << 2'500 << 400;
    QTest::newRow("0.1 s") << 100 << 400;
}

void TestVoiceStream::delayRecoversAfterStall()
{
    QFETCH(int, length);
    QFETCH(int, within);
    const auto burst = 4s + std::chrono::milliseconds(length);
    const VoiceRun run = heard(stalled(jittered(steady({}), 5ms, 1), 4s, std::chrono::milliseconds(length)));
    const double before = run.meanDelay(3s, 4s);
    for (const VoiceRun::Piece &piece : run.pieces) {
        if (piece.at > burst + std::chrono::milliseconds(within) && piece.at < 10s)
            QVERIFY2(piece.stats.actualMs < before + 20, qPrintable(text(piece.stats.actualMs)));
    }
    // The stall is accounted for once: as concealed until the fade-out ended, or as compressed.
    QVERIFY2(run.stats().concealedMs <= 100, qPrintable(text(run.stats().concealedMs)));
    QVERIFY2(run.stats().compressedMs < length + 40, qPrintable(text(run.stats().compressedMs)));
}

void TestVoiceStream::concealsLostPackets()
{
    const auto all = steady({});
    const auto trace = dropped(all, 0.03, 1);
    const VoiceRun run = heard(trace);
    const double lost = 20 * static_cast<double>(all.size() - trace.size());
    QVERIFY2(std::abs(run.stats().concealedMs - lost) < 1, qPrintable(text(run.stats().concealedMs)));
    QVERIFY2(run.meanDelay(2s, 10s) < 15, qPrintable(text(run.meanDelay(2s, 10s))));
}

void TestVoiceStream::followsClockDrift_data()
{
    QTest::addColumn<double>("ppm");
    QTest::newRow("slow") << -200.0;
    QTest::newRow("fast") << 200.0;
}

void TestVoiceStream::followsClockDrift()
{
    QFETCH(double, ppm);
    const auto trace = steady({.length = 120s, .clockPpm = ppm}); // 24 ms in total
    const VoiceRun run(trace, encoded(speech(20), trace));
    QVERIFY2(run.meanDelay(60s, 120s) < 18, qPrintable(text(run.meanDelay(60s, 120s))));
    QVERIFY2(run.stats().concealedMs <= 40, qPrintable(text(run.stats().concealedMs)));
}

void TestVoiceStream::acceptsAnyPacketDuration_data()
{
    QTest::addColumn<QList<int>>("durations");
    for (const int samples : {120, 240, 480, 960, 1920, 2880, 5760})
        QTest::addRow("%g ms", milliseconds(samples)) << QList<int>{samples};
    QTest::newRow("mixed") << QList<int>{120, 960, 240, 1920, 480, 2880};
}

void TestVoiceStream::acceptsAnyPacketDuration()
{
    QFETCH(QList<int>, durations);
    const auto trace = steady({.durations = {durations.begin(), durations.end()}});
    const VoiceRun run(trace, encoded(speech(11), trace));
    QCOMPARE(run.stats().packets, trace.size());
    QVERIFY2(std::abs(run.stats().playedMs - 10'000) <= 120, qPrintable(text(run.stats().playedMs)));
    const double maxConcealed = durations.size() > 1 ? 80 : 0;
    QVERIFY2(run.stats().concealedMs <= maxConcealed, qPrintable(text(run.stats().concealedMs)));
    const double longest = durations.size() > 1 ? 60 : 0; // its longest packets delay all others
    QVERIFY2(run.meanDelay(3s, 10s) < longest + 15, qPrintable(text(run.meanDelay(3s, 10s))));
}

void TestVoiceStream::survivesGarbage()
{
    VoiceStream voice(SpeakerId{1});
    std::array<float, pieceSamples> mono{};
    std::uint32_t number = 1;
    std::uint32_t index = 0;
    for (std::chrono::microseconds now{0}; now < 20s; now += 5ms) {
        for (int i = 0; i < 5; ++i) { // 1000 packets per second
            number = number * 1'664'525 + 1'013'904'223;
            QByteArray packet(static_cast<qsizetype>(number >> 20), Qt::Uninitialized); // up to 4095 bytes
            for (char &byte : packet) {
                number = number * 1'664'525 + 1'013'904'223;
                byte = static_cast<char>(number >> 24);
            }
            index = number % 64 == 0 ? number : index + 1;
            voice.receive(index, packet, now);
        }
        if (voice.render(mono, now))
            QVERIFY(std::ranges::all_of(mono, [](float sample) { return std::abs(sample) <= 2; }));
    }
    QVERIFY(voice.stats().refused > 1'000);
    QVERIFY(voice.stats().packets > 1'000);
    const auto refused = voice.stats().refused;
    voice.receive(index + 1, {}, 20s);
    voice.receive(index + 2, QByteArray(4'001, 'x'), 20s);
    QCOMPARE(voice.stats().refused, refused + 2);
}

void TestVoiceStream::allocatesNothing()
{
    if (!canCountAllocations)
        QSKIP("Allocations cannot be counted here.");
    const auto trace = stalled(dropped(jittered(steady({}), 60ms, 1), 0.03, 2), 5s, 700ms);
    VoiceStream voice(SpeakerId{1});
    std::array<float, pieceSamples> mono{};
    std::size_t next = 0;
    std::size_t allocated = 0;
    for (std::chrono::microseconds now{0}; now < 11s; now += 5ms) {
        for (; next < trace.size() && trace[next].arrivesAt <= now; ++next)
            voice.receive(trace[next].index, spoken()[trace[next].number], now);
        allocated += allocationsIn([&] { voice.render(mono, now); });
    }
    QCOMPARE(allocated, 0U);
    QVERIFY(voice.stats().concealedMs > 0 && voice.stats().compressedMs > 0);
}

ISLET_TEST(TestVoiceStream);
#include "tst_voicestream.moc"
