// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/limiter.h"
#include "sounds.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using namespace islet;
using test::Sound;

class TestLimiter : public QObject {
    Q_OBJECT

private slots:
    void neverExceedsCeiling_data();
    void neverExceedsCeiling();
    void keepsQuietSoundUnchanged();
    void keepsStereoBalance();
    void doesNotClick();
    void recovers();
    void silencesOnlyNonFiniteSamples();
    void resultDoesNotDependOnChunkSizes();
};

namespace {

const float ceiling = std::pow(10.F, -1.F / 20.F); // -1 dBFS
constexpr std::size_t delay = 2 * Limiter::block; // samples of both channels

//! Both channels equal.
Sound stereo(const Sound &mono)
{
    Sound both;
    for (const float sample : mono)
        both.insert(both.end(), 2, sample);
    return both;
}

Sound limited(Sound sound)
{
    Limiter limiter;
    limiter.process(sound);
    return sound;
}

//! Exact zeros: QCOMPARE of floats would accept values that are merely small.
bool isSilent(std::span<const float> sound)
{
    return std::ranges::all_of(sound, [](float sample) { return sample == 0; });
}

float peakOf(std::span<const float> sound)
{
    float peak = 0;
    for (const float sample : sound)
        peak = std::max(peak, std::isnan(sample) ? 99.F : std::abs(sample));
    return peak;
}

//! Wild noise, with single infinities and NaNs.
Sound wild()
{
    std::mt19937 random(3); // NOLINT(bugprone-random-generator-seed): tests must be reproducible
    std::uniform_real_distribution<float> exponent(-6, 30);
    Sound sound(sampleRate * 2);
    for (float &sample : sound) {
        sample = std::pow(10.F, exponent(random)) * (random() % 2 == 0 ? 1.F : -1.F);
        if (random() % 100 == 0)
            sample = std::numeric_limits<float>::infinity();
        if (random() % 100 == 0)
            sample = std::numeric_limits<float>::quiet_NaN();
    }
    return sound;
}

Sound impulses()
{
    Sound sound(sampleRate * 2);
    for (std::size_t i = 0; i < sound.size(); i += 997)
        sound[i] = i % 2 == 0 ? 40.F : -3.F;
    return sound;
}

} // namespace

void TestLimiter::neverExceedsCeiling_data()
{
    QTest::addColumn<Sound>("sound");
    QTest::addRow("tone 20 dB above full scale") << stereo(test::sine(440, 10, 1));
    QTest::addRow("tone just above the ceiling") << stereo(test::sine(100, 0.9, 1));
    QTest::addRow("low tone") << stereo(test::sine(30, 4, 1));
    QTest::addRow("noise") << stereo(test::noise(6, 1));
    QTest::addRow("impulses") << impulses();
    QTest::addRow("non-finite samples") << wild();
}

void TestLimiter::neverExceedsCeiling()
{
    QFETCH(const Sound, sound);
    const float peak = peakOf(limited(sound));
    QVERIFY2(peak <= ceiling + 1e-6F, qPrintable(QString::number(peak)));
}

void TestLimiter::keepsQuietSoundUnchanged()
{
    const Sound sound = stereo(test::sine(440, 0.89, 0.5));
    const Sound out = limited(sound);
    QVERIFY(std::equal(out.begin() + delay, out.end(), sound.begin())); // bit for bit, 1 ms later
    QVERIFY(isSilent(std::span(out).first(delay)));
}

void TestLimiter::keepsStereoBalance()
{
    Sound sound;
    for (const float sample : test::sine(440, 3, 1)) {
        sound.push_back(sample);
        sound.push_back(0.25F * sample);
    }
    const Sound out = limited(sound);
    for (std::size_t i = 0; i < out.size(); i += 2)
        QVERIFY(std::abs(out[i + 1] - 0.25F * out[i]) < 1e-5F);
}

//! A voice starts in one channel beside a soft tone in the other: the tone must get softer smoothly.
void TestLimiter::doesNotClick()
{
    const Sound soft = test::sine(50, 0.5, 2);
    const Sound loud = test::sine(300, 4, 2);
    Sound sound;
    for (std::size_t i = 0; i < soft.size(); ++i) {
        const bool isTalking = i % (sampleRate / 2) > sampleRate / 4;
        sound.push_back(soft[i]);
        sound.push_back(isTalking ? loud[i] : 0.F);
    }
    const Sound out = limited(sound);
    // The gain falls from 1 to 0.22 within one block, at amplitude 0.5: the steps are at most that slope plus the
    // tone's own. A hard cut would be a step of 0.39.
    const float steepest = 0.5F * 0.78F / Limiter::block + 0.5F * 2 * std::numbers::pi_v<float> * 50 / sampleRate;
    for (std::size_t i = 2; i < out.size(); i += 2)
        QVERIFY(std::abs(out[i] - out[i - 2]) < 1.05F * steepest);
}

void TestLimiter::recovers()
{
    Sound sound = stereo(test::sine(500, 0.5, 1)); // ten periods in each measured part
    const std::size_t event = sampleRate / 5; // 0.1 s in
    sound[event] = 8;
    const Sound out = limited(sound);
    const auto at = [&](double seconds) {
        return test::levelOf(test::part(out, 2 * seconds, 2 * seconds + 0.02))
            - test::levelOf(test::part(sound, 0, 0.02));
    };
    QVERIFY(at(0.101) < -8); // it was attenuated
    QVERIFY(at(0.2) > -2); // nine tenths recovered
    QVERIFY(at(0.5) > -0.01);
    QVERIFY(at(0.05) > -0.01 && at(0.05) < 0.01);
}

void TestLimiter::silencesOnlyNonFiniteSamples()
{
    for (const float odd : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        const Sound clean = stereo(test::sine(440, 0.5, 0.1));
        Sound sound = clean;
        const std::size_t event = 4'000;
        sound[event] = odd;
        const Sound out = limited(sound);
        for (std::size_t i = delay; i < out.size(); ++i)
            QVERIFY(out[i] == (i - delay == event ? 0.F : clean[i - delay]));
    }
}

void TestLimiter::resultDoesNotDependOnChunkSizes()
{
    const Sound sound = stereo(test::noise(0, 0.6));
    Limiter limiter;
    Sound inPieces = sound;
    for (auto rest = std::span(inPieces); !rest.empty();) {
        const auto piece = rest.first(std::min<std::size_t>(rest.size(), 2 * pieceSamples));
        limiter.process(piece);
        rest = rest.subspan(piece.size());
    }
    QCOMPARE(inPieces, limited(sound));
}

ISLET_TEST(TestLimiter);

#include "tst_limiter.moc"
