// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "allocationcount.h"
#include "audio/voiceprocessor.h"
#include "sounds.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cstring>
#include <limits>

using namespace islet;
using test::atLevel;
using test::levelOf;
using test::part;
using test::Sound;

//! Measures each stage by its purpose.
class TestVoiceProcessor : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void allStagesOffPassThrough();
    void suppressesNoise();
    void keepsVoiceInNoise();
    void cancelsEcho_data();
    void cancelsEcho();
    void keepsVoiceOverEcho();
    void echoIsUnchangedWithoutCancellation();
    void levelsVoices_data();
    void levelsVoices();
    void neverClips();
    void doesNotAmplifyNoise_data();
    void doesNotAmplifyNoise();
    void doesNotAmplifyNoiseAfterQuietVoice();
    void delaysByTenMilliseconds_data();
    void delaysByTenMilliseconds();
    void switchesStagesWhileRunning();
    void reenabledStageOutputsNoOldSound();
    void survivesNonFiniteSamples();
    void allocatesNothing();

private:
    Sound m_voice; //!< twelve seconds, -20 dBFS
    Sound m_far; //!< another voice
};

namespace {

constexpr Processing none{false, false, false};
constexpr Processing echoOnly{true, false, false};
constexpr Processing noiseOnly{false, true, false};
constexpr Processing gainOnly{false, false, true};

using Frame = std::span<float, frameSamples>;
using ConstFrame = std::span<const float, frameSamples>;

Sound through(VoiceProcessor &processor, Sound near, const Sound &far)
{
    for (std::size_t at = 0; at + frameSamples <= std::min(near.size(), far.size()); at += frameSamples)
        processor.process(Frame(near.data() + at, frameSamples), ConstFrame(far.data() + at, frameSamples));
    return near;
}

Sound through(Processing processing, const Sound &near, const Sound &far = {})
{
    VoiceProcessor processor(processing);
    return through(processor, near, far.empty() ? Sound(near.size()) : far);
}

//! What the microphone picks up of the loudspeaker: 40 ms later at half the level, plus reflections from the walls.
Sound echoOf(const Sound &far)
{
    Sound echo(far.size());
    for (const auto &[delay, factor] : {std::pair{40, 0.5F}, {53, 0.2F}, {71, -0.15F}, {112, 0.1F}, {160, 0.05F}}) {
        const Sound path = test::delayed(far, samplesIn(std::chrono::milliseconds(delay)));
        std::ranges::transform(echo, path, echo.begin(), [gain = factor](float a, float b) { return a + gain * b; });
    }
    return echo;
}

//! Level of the frames of `sound` in which `reference` is above -35 dBFS.
double loudLevelOf(std::span<const float> sound, std::span<const float> reference)
{
    Sound loud;
    for (std::size_t at = 0; at + frameSamples <= sound.size(); at += frameSamples) {
        const auto frame = sound.subspan(at, frameSamples);
        if (levelOf(reference.subspan(at, frameSamples)) > -35.0)
            loud.insert(loud.end(), frame.begin(), frame.end());
    }
    return levelOf(loud);
}

QByteArray decibels(double a, double b)
{
    return QByteArray::number(a, 'f', 1) + " dBFS beside " + QByteArray::number(b, 'f', 1);
}

} // namespace

void TestVoiceProcessor::initTestCase()
{
    m_voice = atLevel(test::speech(), -20);
    m_far = atLevel(test::speech(QStringLiteral("en+f3")), -20);
    QVERIFY2(m_voice.size() > 10 * sampleRate && m_far.size() > 10 * sampleRate, "espeak-ng is missing");
    m_voice = test::repeated(m_voice, 24);
    m_far = test::repeated(m_far, 24);
}

void TestVoiceProcessor::allStagesOffPassThrough()
{
    Sound in = m_voice;
    in[1'000] = 17.0F;
    in[1'001] = std::numeric_limits<float>::quiet_NaN();
    in[1'002] = -0.0F;
    in[1'003] = 1e-42F;
    const Sound out = through(none, in, m_far);
    QVERIFY(std::memcmp(in.data(), out.data(), in.size() * sizeof(float)) == 0);
}

void TestVoiceProcessor::suppressesNoise()
{
    const Sound in = test::noise(-40, 8);
    const Sound out = through(noiseOnly, in);
    const double after = levelOf(part(out, 3, 8));
    qInfo("noise: -40.0 dBFS becomes %.1f", after);
    QVERIFY2(after <= -40.0 - 12.0, decibels(after, -40).constData());
}

void TestVoiceProcessor::keepsVoiceInNoise()
{
    const Sound in = test::mixed(m_voice, test::noise(-45, 24));
    const Sound out = through(noiseOnly, in);
    const Sound voice = test::delayed(m_voice, samplesIn(VoiceProcessor::delay));
    const double before = loudLevelOf(part(voice, 3, 24), part(voice, 3, 24));
    const double after = loudLevelOf(part(out, 3, 24), part(voice, 3, 24));
    qInfo("voice in noise of -45 dBFS: %.1f dBFS becomes %.1f", before, after);
    QVERIFY2(qAbs(after - before) < 2.0, decibels(after, before).constData());
}

void TestVoiceProcessor::cancelsEcho_data()
{
    QTest::addColumn<Processing>("processing");
    QTest::newRow("echo cancellation only") << echoOnly;
    QTest::newRow("with noise suppression") << Processing{true, true, false};
    QTest::newRow("all") << Processing{}; // the gain must not raise the residual
}

void TestVoiceProcessor::cancelsEcho()
{
    QFETCH(const Processing, processing);
    const Sound in = test::mixed(echoOf(m_far), test::noise(-70, 24));
    const Sound out = through(processing, in, m_far);
    const double before = levelOf(part(in, 3, 10));
    const double after = levelOf(part(out, 3, 10));
    qInfo("echo: %.1f dBFS becomes %.1f, later %.1f", before, after, levelOf(part(out, 14, 24)));
    QVERIFY2(before - after >= 24.0, decibels(after, before).constData());
}

void TestVoiceProcessor::keepsVoiceOverEcho()
{
    // Double talk, after the canceller has heard the far end for twelve seconds.
    Sound voice = m_voice;
    std::fill_n(voice.begin(), 12 * sampleRate, 0.0F);
    const Sound out = through(echoOnly, test::mixed(voice, echoOf(m_far)), m_far);
    voice = test::delayed(voice, samplesIn(VoiceProcessor::delay));
    const double before = loudLevelOf(part(voice, 12, 24), part(voice, 12, 24));
    const double after = loudLevelOf(part(out, 12, 24), part(voice, 12, 24));
    qInfo("voice over an echo: %.1f dBFS becomes %.1f", before, after);
    QVERIFY2(qAbs(after - before) < 3.0, decibels(after, before).constData());
}

void TestVoiceProcessor::echoIsUnchangedWithoutCancellation()
{
    const Sound echo = echoOf(m_far);
    const Sound out = through(noiseOnly, echo, m_far);
    const double before = levelOf(part(echo, 3, 24));
    const double after = levelOf(part(out, 3, 24));
    QVERIFY2(qAbs(after - before) < 2.0, decibels(after, before).constData());
}

void TestVoiceProcessor::levelsVoices_data()
{
    QTest::addColumn<double>("level");
    for (const double level : {-44.0, -38.0, -30.0, -20.0, -14.0})
        QTest::addRow("%g dBFS", level) << level;
}

void TestVoiceProcessor::levelsVoices()
{
    QFETCH(const double, level);
    const Sound in = test::mixed(atLevel(m_voice, level), test::noise(-80, 24));
    for (const Processing processing : {gainOnly, Processing{}}) {
        const Sound out = through(processing, in);
        const double after = loudLevelOf(part(out, 6, 24), part(m_voice, 6, 24));
        qInfo("voice of %.1f dBFS becomes %.1f", level, after);
        QVERIFY2(after > -24.0 && after < -16.0, decibels(after, level).constData());
    }
}

void TestVoiceProcessor::neverClips()
{
    Sound in = test::repeated(atLevel(m_voice, -44), 12);
    const Sound shout = test::sine(300, 1.0, 4);
    in.insert(in.end(), shout.begin(), shout.end());
    const Sound out = through(gainOnly, in);
    const auto full = std::ranges::count_if(out, [](float sample) { return std::abs(sample) > 0.95F; });
    QVERIFY2(full <= samplesIn(std::chrono::milliseconds(5)), QByteArray::number(qint64(full)).constData());
    QVERIFY(std::ranges::all_of(out, [](float sample) { return std::abs(sample) <= 1.0F; }));
}

void TestVoiceProcessor::doesNotAmplifyNoise_data()
{
    QTest::addColumn<double>("noiseLevel");
    for (const double noiseLevel : {-90.0, -70.0, -60.0, -55.0, -50.0})
        QTest::addRow("%g dBFS", noiseLevel) << noiseLevel;
}

void TestVoiceProcessor::doesNotAmplifyNoise()
{
    QFETCH(const double, noiseLevel);
    const Sound in = test::noise(noiseLevel, 20);
    for (const Processing processing : {gainOnly, Processing{}}) {
        const double after = levelOf(part(through(processing, in), 0.5, 20));
        QVERIFY2(after < qMax(-47.0, noiseLevel + 1.0), decibels(after, noiseLevel).constData());
    }
}

void TestVoiceProcessor::doesNotAmplifyNoiseAfterQuietVoice()
{
    Sound in = atLevel(m_voice, -44); // needs the maximum gain
    in.resize(34 * sampleRate);
    const Sound out = through(gainOnly, test::mixed(in, test::noise(-60, 34)));
    const double after = levelOf(part(out, 25, 34));
    qInfo("room of -60 dBFS after a quiet voice: %.1f", after);
    QVERIFY2(after < -45.0, decibels(after, -60).constData());
}

void TestVoiceProcessor::delaysByTenMilliseconds_data()
{
    QTest::addColumn<bool>("echo");
    QTest::addColumn<bool>("noise");
    QTest::addColumn<bool>("gain");
    QTest::addColumn<int>("delay");
    QTest::newRow("echo") << true << false << false << 480;
    QTest::newRow("noise") << false << true << false << 480;
    QTest::newRow("all") << true << true << true << 480;
    QTest::newRow("gain") << false << false << true << 0;
}

void TestVoiceProcessor::delaysByTenMilliseconds()
{
    QFETCH(const bool, echo);
    QFETCH(const bool, noise);
    QFETCH(const bool, gain);
    QFETCH(const int, delay);
    const Sound out = through({echo, noise, gain}, m_voice);
    const auto correlation = [&](std::size_t lag) {
        double sum = 0.0;
        for (std::size_t i = 3 * sampleRate; i < 6 * sampleRate; ++i)
            sum += double(out[i]) * double(m_voice[i - lag]);
        return sum;
    };
    std::size_t best = 0;
    for (std::size_t lag = 0; lag < 1'440; ++lag)
        best = correlation(lag) > correlation(best) ? lag : best;
    QVERIFY2(qAbs(int(best) - delay) <= 2, QByteArray::number(quint64(best)).constData()); // filters shift phases
}

void TestVoiceProcessor::switchesStagesWhileRunning()
{
    VoiceProcessor processor;
    QCOMPARE(processor.processing(), Processing());
    const Sound hiss = test::noise(-40, 8);
    const Sound nothing(hiss.size());
    QVERIFY(levelOf(part(through(processor, hiss, nothing), 4, 8)) < -46);
    processor.set(none);
    QCOMPARE(processor.processing(), none);
    QVERIFY(through(processor, hiss, nothing) == hiss);
    processor.set(noiseOnly);
    QVERIFY(levelOf(part(through(processor, hiss, nothing), 4, 8)) < -50);
    // Setting a stage that is already on must not reset it.
    processor.set(noiseOnly);
    QVERIFY(levelOf(part(through(processor, hiss, nothing), 0, 1)) < -50);

    processor.set(echoOnly);
    through(processor, echoOf(m_far), m_far);
    processor.set({true, false, true});
    const Sound still = through(processor, echoOf(m_far), m_far);
    QVERIFY(levelOf(part(still, 0.2, 4)) < levelOf(part(echoOf(m_far), 0.2, 4)) - 20);
}

void TestVoiceProcessor::reenabledStageOutputsNoOldSound()
{
    for (const Processing processing : {echoOnly, noiseOnly, Processing{}}) {
        VoiceProcessor processor(processing);
        through(processor, m_voice, m_far);
        processor.set(none);
        const Sound nothing(sampleRate);
        through(processor, nothing, nothing);
        processor.set(processing);
        const double after = levelOf(through(processor, nothing, nothing));
        QVERIFY2(after < -85, decibels(after, -85).constData());
    }
}

void TestVoiceProcessor::survivesNonFiniteSamples()
{
    const float bad[] = {std::numeric_limits<float>::quiet_NaN(),
                         std::numeric_limits<float>::infinity(),
                         -std::numeric_limits<float>::infinity(),
                         1e30F,
                         -1e30F,
                         1e-42F};
    for (const Processing processing : {echoOnly, noiseOnly, gainOnly, Processing{}}) {
        VoiceProcessor processor(processing);
        Sound garbage(5 * frameSamples);
        for (std::size_t i = 0; i < garbage.size(); ++i)
            garbage[i] = bad[i % std::size(bad)];
        const Sound out = through(processor, garbage, garbage);
        QVERIFY(std::ranges::all_of(out, [](float sample) { return std::abs(sample) <= 1.0F; }));
        const double after = levelOf(part(through(processor, m_voice, Sound(m_voice.size())), 6, 24));
        QVERIFY2(after > -28 && after < -14, decibels(after, -20).constData());
    }
}

void TestVoiceProcessor::allocatesNothing()
{
    if (!test::canCountAllocations)
        QSKIP("Allocations cannot be counted here.");
    QVERIFY(test::allocationsIn([] { const Sound memory(100); }) > 0);
    VoiceProcessor processor;
    std::array<float, frameSamples> frame{};
    const auto allocated = test::allocationsIn([&] {
        for (int i = 0; i < 400; ++i) {
            const std::size_t at = i * frameSamples;
            std::copy_n(m_voice.begin() + std::ptrdiff_t(at), frameSamples, frame.begin());
            processor.process(frame, ConstFrame(m_far.data() + at, frameSamples));
            if (i > 100) // all eight combinations
                processor.set({(i & 1) != 0, (i & 2) != 0, (i & 4) != 0});
        }
    });
    QCOMPARE(allocated, std::size_t(0));
}

ISLET_TEST(TestVoiceProcessor);
#include "tst_voiceprocessor.moc"
