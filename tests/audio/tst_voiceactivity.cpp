// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/voiceactivity.h"
#include "sounds.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <array>
#include <limits>

using namespace islet;
using test::Sound;

class TestVoiceActivity : public QObject {
    Q_OBJECT

private slots:
    void detectsVoice_data();
    void detectsVoice();
    void opensWithFirstFrame();
    void staysOpenFor300Ms();
    void ignoresSteadyNoise_data();
    void ignoresSteadyNoise();
    void adaptsToNewNoise();
    void appliesMargin_data();
    void appliesMargin();
    void clampsMargin();
    void ignoresLevelsBelowThreshold();
    void measuresLevel();
    void floorRisesSlowlyAndFallsFast();
    void singleLostFrameKeepsFloor();
    void resetClearsHistory();
};

namespace {

using Frame = std::array<float, frameSamples>;

//! A sine with the same level in each frame.
Frame toneOf(double level)
{
    Frame frame;
    const Sound sound = test::sine(1'000, std::sqrt(2.0) * std::pow(10.0, level / 20.0), 0.02);
    std::ranges::copy(sound, frame.begin());
    return frame;
}

template<typename Act> void eachFrame(const Sound &sound, Act act)
{
    for (std::size_t at = 0; at + frameSamples <= sound.size(); at += frameSamples)
        act(std::span<const float, frameSamples>(sound.data() + at, frameSamples));
}

void feedTone(VoiceActivity &activity, double level, int frames)
{
    for (int i = 0; i < frames; ++i)
        activity.speaking(toneOf(level));
}

} // namespace

void TestVoiceActivity::detectsVoice_data()
{
    QTest::addColumn<double>("voice");
    QTest::addColumn<double>("noiseLevel");
    QTest::newRow("quiet room") << -20.0 << -75.0;
    QTest::newRow("fan") << -25.0 << -50.0;
    QTest::newRow("loud room") << -20.0 << -38.0;
    QTest::newRow("quiet voice") << -40.0 << -65.0;
}

void TestVoiceActivity::detectsVoice()
{
    QFETCH(const double, voice);
    QFETCH(const double, noiseLevel);
    Sound spoken = test::atLevel(test::speech(), voice);
    QVERIFY2(spoken.size() > 10 * sampleRate, "espeak-ng is missing");
    const std::size_t seconds = spoken.size() / sampleRate;
    const Sound quiet = test::noise(noiseLevel, 5);
    VoiceActivity activity;
    eachFrame(quiet, [&](auto frame) { activity.speaking(frame); });
    // The loud frames of the clean voice must be detected in the noisy one.
    int loud = 0;
    int found = 0;
    const Sound noisy = test::mixed(spoken, test::noise(noiseLevel, double(seconds) + 1));
    for (std::size_t at = 0; at + frameSamples <= spoken.size(); at += frameSamples) {
        const bool speaks = activity.speaking(std::span(std::as_const(noisy)).subspan(at).first<frameSamples>());
        if (test::levelOf(std::span(spoken).subspan(at, frameSamples)) > voice) {
            ++loud;
            found += speaks;
        }
    }
    QVERIFY2(found >= loud * 98 / 100, qPrintable(QStringLiteral("%1 of %2").arg(found).arg(loud)));
    int after = 0;
    eachFrame(quiet, [&](auto frame) { after += activity.speaking(frame); });
    QVERIFY2(after <= 60, qPrintable(QString::number(after)));
}

void TestVoiceActivity::opensWithFirstFrame()
{
    VoiceActivity activity;
    QVERIFY(activity.speaking(toneOf(-20))); // even in the very first frame
    activity.reset();
    feedTone(activity, -65, 100);
    QVERIFY(!activity.speaking(toneOf(-65)));
    QVERIFY(activity.speaking(toneOf(-30)));
}

void TestVoiceActivity::staysOpenFor300Ms()
{
    VoiceActivity activity;
    feedTone(activity, -65, 100);
    QVERIFY(activity.speaking(toneOf(-30)));
    QVERIFY(activity.standsOut());
    for (int i = 0; i < 15; ++i) { // 300 ms
        QVERIFY(activity.speaking(toneOf(-65)));
        QVERIFY(!activity.standsOut());
    }
    QVERIFY(!activity.speaking(toneOf(-65)));
}

void TestVoiceActivity::ignoresSteadyNoise_data()
{
    QTest::addColumn<double>("noiseLevel");
    for (const double noiseLevel : {-100.0, -70.0, -60.0, -50.0, -40.0, -30.0})
        QTest::addRow("%g dBFS", noiseLevel) << noiseLevel;
}

void TestVoiceActivity::ignoresSteadyNoise()
{
    QFETCH(const double, noiseLevel);
    VoiceActivity activity;
    const Sound before = test::noise(noiseLevel, 8);
    eachFrame(before, [&](auto frame) { activity.speaking(frame); });
    int detected = 0;
    const Sound after = test::noise(noiseLevel, 20);
    eachFrame(after, [&](auto frame) { detected += activity.speaking(frame); });
    QCOMPARE(detected, 0);
}

void TestVoiceActivity::adaptsToNewNoise()
{
    VoiceActivity activity;
    feedTone(activity, -80, 500);
    int frames = 0;
    while (activity.speaking(toneOf(-45)) && frames < 1'000)
        ++frames;
    QVERIFY2(frames > 200 && frames < 400, qPrintable(QString::number(frames))); // 4 to 8 s
}

void TestVoiceActivity::appliesMargin_data()
{
    QTest::addColumn<double>("margin");
    for (const double margin : {3.0, 9.0, 15.0, 30.0})
        QTest::addRow("%g dB", margin) << margin;
}

void TestVoiceActivity::appliesMargin()
{
    QFETCH(const double, margin);
    VoiceActivity activity;
    QCOMPARE(activity.margin(), 9.0);
    activity.setMargin(margin);
    QCOMPARE(activity.margin(), margin);
    feedTone(activity, -50, 1'000);
    QVERIFY(!activity.speaking(toneOf(-50 + margin - 0.5)));
    QVERIFY(activity.speaking(toneOf(-50 + margin + 0.5)));
}

void TestVoiceActivity::clampsMargin()
{
    VoiceActivity activity;
    activity.setMargin(-5);
    QCOMPARE(activity.margin(), 3.0);
    activity.setMargin(99);
    QCOMPARE(activity.margin(), 30.0);
}

void TestVoiceActivity::ignoresLevelsBelowThreshold()
{
    VoiceActivity activity;
    activity.setMargin(3);
    feedTone(activity, -90, 100);
    QVERIFY(!activity.speaking(toneOf(-55.5)));
    QVERIFY(activity.speaking(toneOf(-54.5)));
}

void TestVoiceActivity::measuresLevel()
{
    const auto levelAfter = [](const Frame &frame) {
        VoiceActivity activity;
        activity.speaking(frame);
        return activity.level();
    };
    QCOMPARE(VoiceActivity().level(), -100.0);
    Frame frame{};
    QCOMPARE(levelAfter(frame), -100.0);
    frame.fill(1.0F);
    QCOMPARE(levelAfter(frame), 0.0);
    frame.fill(-4.0F);
    QCOMPARE(levelAfter(frame), 0.0);
    frame.fill(0.1F);
    QVERIFY(qAbs(levelAfter(frame) + 20.0) < 0.01);
    QVERIFY(qAbs(levelAfter(toneOf(-33)) + 33.0) < 0.01);
    frame[5] = std::numeric_limits<float>::quiet_NaN();
    QCOMPARE(levelAfter(frame), -100.0);
    frame[5] = std::numeric_limits<float>::infinity();
    QCOMPARE(levelAfter(frame), -100.0);
}

void TestVoiceActivity::floorRisesSlowlyAndFallsFast()
{
    VoiceActivity activity;
    feedTone(activity, -60, 500);
    QVERIFY(qAbs(activity.noiseFloor() + 60) < 0.1);
    feedTone(activity, -30, 50);
    const double after1s = activity.noiseFloor();
    QVERIFY2(after1s > -58 && after1s < -55, qPrintable(QString::number(after1s)));
    feedTone(activity, -30, 1'000);
    QVERIFY(qAbs(activity.noiseFloor() + 30) < 0.1);
    feedTone(activity, -60, 50);
    QVERIFY2(activity.noiseFloor() < -59, qPrintable(QString::number(activity.noiseFloor())));
}

void TestVoiceActivity::singleLostFrameKeepsFloor()
{
    VoiceActivity activity;
    feedTone(activity, -50, 500);
    QVERIFY(!activity.speaking(Frame{}));
    QVERIFY(!activity.speaking(toneOf(-50)));
}

void TestVoiceActivity::resetClearsHistory()
{
    VoiceActivity activity;
    activity.setMargin(12);
    feedTone(activity, -20, 1'000);
    QVERIFY(activity.noiseFloor() > -25);
    activity.reset();
    QCOMPARE(activity.margin(), 12.0);
    QCOMPARE(activity.level(), -100.0);
    QVERIFY(!activity.speaking(toneOf(-60)));
    QVERIFY(activity.speaking(toneOf(-20)));
}

ISLET_TEST(TestVoiceActivity);
#include "tst_voiceactivity.moc"
