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
    void hearsAVoice_data();
    void hearsAVoice();
    void opensAtOnce();
    void hangsOn();
    void steadyNoiseIsNoVoice_data();
    void steadyNoiseIsNoVoice();
    void aNewFanIsTakenForAVoiceForAWhile();
    void marginDecides_data();
    void marginDecides();
    void marginIsKeptWithinBounds();
    void nothingBelowTheThreshold();
    void levels();
    void floorIsSlowUpAndFastDown();
    void oneLostFrameIsNoQuietRoom();
    void resetForgets();
};

namespace {

using Frame = std::array<float, frameSamples>;

//! A sine, whose level is the same in each frame.
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

void rest(VoiceActivity &activity, double level, int frames)
{
    for (int i = 0; i < frames; ++i)
        activity.speaking(toneOf(level));
}

} // namespace

void TestVoiceActivity::hearsAVoice_data()
{
    QTest::addColumn<double>("voice");
    QTest::addColumn<double>("room");
    QTest::newRow("quiet room") << -20.0 << -75.0;
    QTest::newRow("a fan") << -25.0 << -50.0;
    QTest::newRow("loud room") << -20.0 << -38.0;
    QTest::newRow("quiet voice") << -40.0 << -65.0;
}

void TestVoiceActivity::hearsAVoice()
{
    QFETCH(const double, voice);
    QFETCH(const double, room);
    Sound spoken = test::atLevel(test::speech(), voice);
    QVERIFY2(spoken.size() > 10 * sampleRate, "espeak-ng is missing");
    const std::size_t seconds = spoken.size() / sampleRate;
    const Sound quiet = test::noise(room, 5);
    VoiceActivity activity;
    eachFrame(quiet, [&](auto frame) { activity.speaking(frame); });
    // What is loud in the clean voice is found in the noisy one.
    int loud = 0;
    int found = 0;
    const Sound noisy = test::mixed(spoken, test::noise(room, double(seconds) + 1));
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

void TestVoiceActivity::opensAtOnce()
{
    VoiceActivity activity;
    QVERIFY(activity.speaking(toneOf(-20))); // in the first frame there is
    activity.reset();
    rest(activity, -65, 100);
    QVERIFY(!activity.speaking(toneOf(-65)));
    QVERIFY(activity.speaking(toneOf(-30)));
}

void TestVoiceActivity::hangsOn()
{
    VoiceActivity activity;
    rest(activity, -65, 100);
    QVERIFY(activity.speaking(toneOf(-30)));
    QVERIFY(activity.standsOut());
    for (int i = 0; i < 15; ++i) { // 300 ms
        QVERIFY(activity.speaking(toneOf(-65)));
        QVERIFY(!activity.standsOut());
    }
    QVERIFY(!activity.speaking(toneOf(-65)));
}

void TestVoiceActivity::steadyNoiseIsNoVoice_data()
{
    QTest::addColumn<double>("room");
    for (const double room : {-100.0, -70.0, -60.0, -50.0, -40.0, -30.0})
        QTest::addRow("%g dBFS", room) << room;
}

void TestVoiceActivity::steadyNoiseIsNoVoice()
{
    QFETCH(const double, room);
    VoiceActivity activity;
    const Sound before = test::noise(room, 8);
    eachFrame(before, [&](auto frame) { activity.speaking(frame); });
    int taken = 0;
    const Sound after = test::noise(room, 20);
    eachFrame(after, [&](auto frame) { taken += activity.speaking(frame); });
    QCOMPARE(taken, 0);
}

void TestVoiceActivity::aNewFanIsTakenForAVoiceForAWhile()
{
    VoiceActivity activity;
    rest(activity, -80, 500);
    int frames = 0;
    while (activity.speaking(toneOf(-45)) && frames < 1'000)
        ++frames;
    QVERIFY2(frames > 200 && frames < 400, qPrintable(QString::number(frames))); // 4 to 8 seconds
}

void TestVoiceActivity::marginDecides_data()
{
    QTest::addColumn<double>("margin");
    for (const double margin : {3.0, 9.0, 15.0, 30.0})
        QTest::addRow("%g dB", margin) << margin;
}

void TestVoiceActivity::marginDecides()
{
    QFETCH(const double, margin);
    VoiceActivity activity;
    QCOMPARE(activity.margin(), 9.0);
    activity.setMargin(margin);
    QCOMPARE(activity.margin(), margin);
    rest(activity, -50, 1'000);
    QVERIFY(!activity.speaking(toneOf(-50 + margin - 0.5)));
    QVERIFY(activity.speaking(toneOf(-50 + margin + 0.5)));
}

void TestVoiceActivity::marginIsKeptWithinBounds()
{
    VoiceActivity activity;
    activity.setMargin(-5);
    QCOMPARE(activity.margin(), 3.0);
    activity.setMargin(99);
    QCOMPARE(activity.margin(), 30.0);
}

void TestVoiceActivity::nothingBelowTheThreshold()
{
    VoiceActivity activity;
    activity.setMargin(3);
    rest(activity, -90, 100);
    QVERIFY(!activity.speaking(toneOf(-55.5)));
    QVERIFY(activity.speaking(toneOf(-54.5)));
}

void TestVoiceActivity::levels()
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

void TestVoiceActivity::floorIsSlowUpAndFastDown()
{
    VoiceActivity activity;
    rest(activity, -60, 500);
    QVERIFY(qAbs(activity.noiseFloor() + 60) < 0.1);
    rest(activity, -30, 50);
    const double after1s = activity.noiseFloor();
    QVERIFY2(after1s > -58 && after1s < -55, qPrintable(QString::number(after1s)));
    rest(activity, -30, 1'000);
    QVERIFY(qAbs(activity.noiseFloor() + 30) < 0.1);
    rest(activity, -60, 50);
    QVERIFY2(activity.noiseFloor() < -59, qPrintable(QString::number(activity.noiseFloor())));
}

void TestVoiceActivity::oneLostFrameIsNoQuietRoom()
{
    VoiceActivity activity;
    rest(activity, -50, 500);
    QVERIFY(!activity.speaking(Frame{}));
    QVERIFY(!activity.speaking(toneOf(-50)));
}

void TestVoiceActivity::resetForgets()
{
    VoiceActivity activity;
    activity.setMargin(12);
    rest(activity, -20, 1'000);
    QVERIFY(activity.noiseFloor() > -25);
    activity.reset();
    QCOMPARE(activity.margin(), 12.0);
    QCOMPARE(activity.level(), -100.0);
    QVERIFY(!activity.speaking(toneOf(-60)));
    QVERIFY(activity.speaking(toneOf(-20)));
}

ISLET_TEST(TestVoiceActivity);
#include "tst_voiceactivity.moc"
