// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/system/qtcapture.h"
#include "audio/system/qtplayback.h"
#include "audio/voicedecoder.h"
#include "eachalone.h"
#include "pulsefixture.h"
#include "tests/audio/voicepackets.h"
#include "tests/support/crosscorrelation.h"
#include "tests/support/testmain.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QAudioSource>
#include <QMediaDevices>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Processing noProcessing{false, false, false};

//! Sends a packet every 20 ms during its lifetime.
class Talker {
public:
    Talker(AudioPipeline &pipeline, QList<QByteArray> packets)
        : m_pipeline(pipeline)
        , m_packets(std::move(packets))
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { send(); });
        m_timer.start(20ms);
    }

private:
    void send()
    {
        m_pipeline.receive(SpeakerId{1}, m_index, m_packets[m_index % static_cast<std::uint32_t>(m_packets.size())]);
        ++m_index;
    }

    AudioPipeline &m_pipeline;
    QList<QByteArray> m_packets;
    QTimer m_timer;
    std::uint32_t m_index = 0;
};

bool write(const Sound &sound, const QString &path)
{
    auto file = WavWriter::create(path, 1);
    return file && file->write(sound).has_value(); // completed by the destructor
}

std::vector<float> averagedBy(std::size_t step, const std::vector<float> &samples)
{
    std::vector<float> averages;
    for (std::size_t at = 0; at + step <= samples.size(); at += step)
        averages.push_back(std::accumulate(samples.begin() + static_cast<std::ptrdiff_t>(at),
                                           samples.begin() + static_cast<std::ptrdiff_t>(at + step), 0.F)
                           / static_cast<float>(step));
    return averages;
}

//! Whether there is a second of a pure 500 Hz tone. A sine crosses zero twice per period; lost or concealed samples
//! change the count.
bool hasTone(const SoundRecording &recording, double amplitude)
{
    qint64 begin = 0;
    return waitUntil(
        [&] {
            if (recording.size() < begin + sampleRate)
                return false;
            const auto second = recording.samples(0, begin, begin + sampleRate);
            begin += sampleRate / 2;
            int crossings = 0;
            for (std::size_t i = 1; i < second.size(); ++i)
                crossings += (second[i - 1] < 0) != (second[i] < 0) ? 1 : 0;
            const double expected = 20 * std::log10(amplitude / std::numbers::sqrt2);
            return std::abs(crossings - 1000) <= 20 && std::abs(levelOf(second) - expected) < 1.5;
        },
        20s);
}

} // namespace

//! End to end: microphone, packets, loudspeaker.
class TestPulseSound : public QObject {
    Q_OBJECT

private slots:
    void playsTone();
    void capturesTone();
    void convertsToDeviceFormat();
    void measuresMouthToEarDelay();
};

void TestPulseSound::playsTone()
{
    PulseFixture fixture;
    QVERIFY2(fixture.isUp() && fixture.addMouthAndEar(), qPrintable(fixture.server.why()));
    QVERIFY(fixture.startAndRun());
    fixture.pipeline.place(SpeakerId{1}, {1, -1}); // all on the left: the mono sink gets half of it
    const Talker talker(fixture.pipeline, encoded(sine(500, 0.4, 1)));
    const auto recording = fixture.server.record(u"ear.monitor"_s);
    QVERIFY2(recording, qPrintable(fixture.server.why()));
    QVERIFY(hasTone(*recording, 0.2));
}

void TestPulseSound::capturesTone()
{
    PulseFixture fixture;
    QVERIFY2(fixture.isUp() && fixture.addMouthAndEar(), qPrintable(fixture.server.why()));
    fixture.pipeline.set(noProcessing);
    fixture.pipeline.setTalking(true);
    VoiceDecoder decoder;
    Sound heard;
    std::vector<float> samples(longestPacketSamples);
    connect(&fixture.pipeline, &AudioPipeline::frameEncoded, this, [&](std::uint32_t, const QByteArray &packet) {
        const int count = decoder.decode(bytesOf(packet), samples);
        QCOMPARE(count, frameSamples);
        heard.insert(heard.end(), samples.begin(), samples.begin() + count);
    });
    QVERIFY(fixture.startAndRun());
    const QString tone = fixture.server.path(u"tone.wav"_s);
    QVERIFY(write(sine(500, 0.4, 4), tone));
    const auto player = fixture.server.play(tone, u"mouth"_s);
    QVERIFY2(player, qPrintable(fixture.server.why()));
    const double expected = 20 * std::log10(0.4 / std::numbers::sqrt2);
    QVERIFY(waitUntil(
        [&] {
            const auto last = std::span(heard).last(std::min<std::size_t>(heard.size(), sampleRate));
            return std::abs(levelOf(last) - expected) < 1;
        },
        20s));
}

//! PulseAudio accepts any format; here it simulates a device that supports only 16 bits and 44.1 kHz.
void TestPulseSound::convertsToDeviceFormat()
{
    PulseFixture fixture;
    QVERIFY2(fixture.isUp() && fixture.addMouthAndEar(), qPrintable(fixture.server.why()));
    QtSoundSystem system;
    QVERIFY(waitUntil([&] { return system.isReachable(); }));
    QAudioFormat format;
    format.setSampleRate(44'100);
    format.setSampleFormat(QAudioFormat::Int16);
    format.setChannelCount(1);
    const SampleLayout layout{SampleLayout::Kind::Int16, 1, 44'100};
    QtPlayback mouth(std::make_unique<QAudioSink>(QMediaDevices::audioOutputs().first(), format), layout, 3'840);
    QtCapture microphone(std::make_unique<QAudioSource>(QMediaDevices::audioInputs().first(), format), layout);
    QVERIFY(!mouth.isBroken() && !microphone.isBroken());
    QCOMPARE(microphone.rate(), 44'100);

    const auto recording = fixture.server.record(u"mouth.monitor"_s);
    QVERIFY2(recording, qPrintable(fixture.server.why()));
    double phase = 0;
    Sound heard;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
        while (mouth.writableFrames() >= pieceSamples) {
            std::array<float, 2 * pieceSamples> piece{};
            for (std::size_t i = 0; i < piece.size(); i += 2, phase += 500.0 / sampleRate)
                piece[i] = piece[i + 1] = static_cast<float>(0.2 * std::sin(2 * std::numbers::pi * phase));
            mouth.write(piece);
        }
        std::array<float, 4'410> samples{};
        while (const std::size_t count = microphone.read(samples))
            heard.insert(heard.end(), samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(count));
    });
    timer.start(5ms);
    QVERIFY(hasTone(*recording, 0.2));
    QVERIFY(waitUntil([&] { return heard.size() > 44'100; }));
    QVERIFY(std::abs(levelOf(std::span(heard).last(22'050)) - 20 * std::log10(0.2 / std::numbers::sqrt2)) < 1);
}

//! Both ends are channels of one recording, so they share a clock.
void TestPulseSound::measuresMouthToEarDelay()
{
    PulseFixture fixture;
    QVERIFY2(fixture.isUp() && fixture.server.addSink(u"card"_s, 2), qPrintable(fixture.server.why()));
    QVERIFY(fixture.server.addChannelSink(u"mouth"_s, u"card"_s, 0)
            && fixture.server.addMicrophone(u"mic"_s, u"card"_s));
    QVERIFY(fixture.server.addChannelSink(u"ear"_s, u"card"_s, 1));
    QVERIFY(fixture.server.setDefaultSink(u"ear"_s) && fixture.server.setDefaultSource(u"mic"_s));
    fixture.pipeline.set(noProcessing);
    fixture.pipeline.setTalking(true);
    fixture.pipeline.place(SpeakerId{1}, {1, 0});
    connect(
        &fixture.pipeline, &AudioPipeline::frameEncoded, &fixture.pipeline,
        [&](std::uint32_t index, const QByteArray &packet) { fixture.pipeline.receive(SpeakerId{1}, index, packet); });
    fixture.pipeline.start();
    QVERIFY(fixture.microphoneBecomes(Kind::Running, u"mic"_s) && fixture.loudspeakerBecomes(Kind::Running, u"ear"_s));

    const auto recording = fixture.server.record(u"card.monitor"_s, {sampleRate, 2});
    const QString voice = fixture.server.path(u"voice.wav"_s);
    QVERIFY(write(babble(6, 1), voice));
    const auto player = fixture.server.play(voice, u"mouth"_s);
    QVERIFY2(recording && player, qPrintable(fixture.server.why()));
    QVERIFY(waitUntil([&] { return !player->isRunning(); }, 30s)); // packets loop through this thread
    // While the delay is being corrected, it is not constant: take the window that correlates best.
    Delay delay;
    constexpr qint64 window = 3 * sampleRate / 2;
    for (qint64 end = recording->size(); end > 2 * window; end -= window / 2) {
        const auto part = [&](int channel) { return averagedBy(6, recording->samples(channel, end - window, end)); };
        const Delay here = delayBetween(part(0), part(1), sampleRate / 6);
        if (here.correlation > delay.correlation)
            delay = here;
    }
    qInfo("mouth to ear: %.1f ms, correlation %.2f, loudspeaker buffer %d ms, %llu underruns", delay.milliseconds,
          delay.correlation, fixture.pipeline.state().loudspeakerBuffer,
          static_cast<unsigned long long>(fixture.pipeline.state().underruns));
    QVERIFY(delay.correlation > 0.5);
    QVERIFY(delay.milliseconds > 20 && delay.milliseconds < 200);
}

ISLET_REGISTER_TEST(TestPulseSound, runEachInOwnProcess<TestPulseSound>);
#include "tst_pulsesound.moc"
