// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "allocationcount.h"
#include "audio/loudspeakerfeed.h"
#include "audio/microphonefeed.h"
#include "audio/samplelayout.h"
#include "fakesoundsystem.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(islet::SampleLayout)

//! What connects devices and voices.
class TestAudioFeeds : public QObject {
    Q_OBJECT

private slots:
    void fifoDropsOldestSamples();
    void convertsLayoutsBothWays_data();
    void convertsLayoutsBothWays();
    void clipsLoudSamples();
    void mixesStereoToMono();
    void allocatesNothing_data();
    void allocatesNothing();
};

void TestAudioFeeds::fifoDropsOldestSamples()
{
    SampleFifo fifo(4);
    fifo.push(std::array{1.F, 2.F, 3.F});
    fifo.push(std::array{4.F, 5.F, 6.F});
    QCOMPARE(fifo.size(), std::size_t{4});
    std::array<float, 2> two{};
    fifo.take(two);
    QCOMPARE(two, (std::array{3.F, 4.F}));
    fifo.pushSilence(1);
    fifo.dropTo(2);
    fifo.take(two);
    QCOMPARE(two, (std::array{6.F, 0.F}));
    QCOMPARE(fifo.size(), std::size_t{0});
}

void TestAudioFeeds::convertsLayoutsBothWays_data()
{
    QTest::addColumn<SampleLayout>("layout");
    QTest::addColumn<float>("error");
    for (const std::size_t channels : {std::size_t{1}, std::size_t{2}, std::size_t{6}}) {
        const auto row = [&](const char *name, SampleLayout::Kind kind, float error) {
            QTest::addRow("%s, %d channels", name, static_cast<int>(channels)) << SampleLayout{kind, channels} << error;
        };
        row("uint8", SampleLayout::Kind::UInt8, 1.F / 128);
        row("int16", SampleLayout::Kind::Int16, 1.F / 32'000);
        row("int32", SampleLayout::Kind::Int32, 1e-6F);
        row("float", SampleLayout::Kind::Float, 0);
    }
}

void TestAudioFeeds::convertsLayoutsBothWays()
{
    QFETCH(const SampleLayout, layout);
    QFETCH(const float, error);
    const std::array<float, 10> stereo{0, 0, 0.25F, 0.25F, -0.5F, -0.5F, -1, -1, 0.99F, 0.99F};
    std::vector<std::byte> bytes(5 * layout.bytesPerFrame());
    fromStereo(stereo, layout, bytes);
    std::array<float, 5> mono{};
    toMono(bytes, layout, mono);
    for (std::size_t i = 0; i < mono.size(); ++i)
        QVERIFY(std::abs(mono[i] - stereo[2 * i]) <= error);
}

void TestAudioFeeds::clipsLoudSamples()
{
    for (const auto kind : {SampleLayout::Kind::UInt8, SampleLayout::Kind::Int16, SampleLayout::Kind::Int32}) {
        const SampleLayout layout{kind, 2};
        std::vector<std::byte> bytes(2 * layout.bytesPerFrame());
        fromStereo(std::array{3.F, 3.F, -3.F, -3.F}, layout, bytes);
        std::array<float, 2> mono{};
        toMono(bytes, layout, mono);
        QVERIFY(mono[0] > 0.98F && mono[0] <= 1);
        QCOMPARE(mono[1], -1.F);
    }
}

void TestAudioFeeds::mixesStereoToMono()
{
    SampleLayout layout{SampleLayout::Kind::Float, 1};
    std::vector<std::byte> bytes(layout.bytesPerFrame());
    fromStereo(std::array{0.5F, 0.F}, layout, bytes);
    std::array<float, 1> mono{};
    toMono(bytes, layout, mono);
    QCOMPARE(mono[0], 0.25F);
}

void TestAudioFeeds::allocatesNothing_data()
{
    QTest::addColumn<int>("rate");
    QTest::newRow("48 kHz") << 48'000;
    QTest::newRow("44.1 kHz") << 44'100;
}

void TestAudioFeeds::allocatesNothing()
{
    QFETCH(const int, rate);
    FakeClock time;
    const auto machine = std::make_shared<FakeMachine>(time.clock());
    machine->microphoneRate = rate;
    MicrophoneFeed microphone;
    microphone.open(std::make_unique<FakeCapture>(machine), machine->clock());
    LoudspeakerFeed loudspeaker([](std::span<float> stereo) { std::ranges::fill(stereo, 0.1F); });
    loudspeaker.open(std::make_unique<FakePlayback>(machine, loudspeaker.target()), machine->clock());
    std::array<float, frameSamples> frame{};
    int frames = 0;
    const auto run = [&] {
        for (int tick = 0; tick < 150; ++tick) { // 300 ms
            time.advance(2ms);
            const auto now = machine->clock();
            microphone.pump(now);
            while (microphone.takeFrame(frame))
                ++frames;
            loudspeaker.pump(now);
        }
    };
    QCOMPARE(allocationsIn(run), std::size_t{0});
    QVERIFY(frames >= 10 && frames <= 16);
    QVERIFY(std::ranges::any_of(frame, [](float sample) { return sample > 0.2F; }));
    QVERIFY(machine->played > sampleRate / 5);
    QVERIFY(microphone.isMoving() && loudspeaker.isMoving());
}

ISLET_TEST(TestAudioFeeds);
#include "tst_audiofeeds.moc"
