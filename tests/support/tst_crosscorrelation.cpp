// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "testmain.h"
#include "tests/support/crosscorrelation.h"

#include <QTest>

#include <cmath>
#include <random>
#include <vector>

using namespace islet::test;

namespace {

constexpr int rate = 8'000;

using Samples = std::vector<float>;

//! Returns 1.5 s of bursts of coloured noise, with an autocorrelation as distinct as that of speech.
Samples speechLikeNoise(unsigned seed)
{
    constexpr int size = rate * 3 / 2;
    std::mt19937 numbers(seed);
    std::uniform_real_distribution<float> noise(-1, 1);
    Samples samples(size);
    float smooth = 0;
    for (int i = 0; i < size; ++i) {
        smooth = 0.8F * smooth + 0.2F * noise(numbers);
        samples[static_cast<std::size_t>(i)] = smooth * (i / 1'500 % 2 == 0 ? 1.0F : 0.1F);
    }
    return samples;
}

//! Returns `samples` after that many samples of silence, with enough silence after them for any lag.
Samples placed(const Samples &samples, int silence)
{
    Samples all(static_cast<std::size_t>(silence), 0);
    all.insert(all.end(), samples.begin(), samples.end());
    all.resize(rate * 3, 0);
    return all;
}

Samples noisy(Samples samples, float loudness, float noiseLoudness)
{
    std::mt19937 numbers(7);
    std::normal_distribution<float> noise(0.05F, noiseLoudness); // with a DC offset, as cheap devices have
    for (float &sample : samples)
        sample = loudness * sample + noise(numbers);
    return samples;
}

} // namespace

class TestCrossCorrelation : public QObject {
    Q_OBJECT

private slots:
    void findsTheLag_data();
    void findsTheLag();
    void toleratesNoiseAndVolume();
    void rejectsDifferentSound();
    void rejectsSilence();
    void handlesUnequalSizes();
};

void TestCrossCorrelation::findsTheLag_data()
{
    QTest::addColumn<int>("mouth");
    QTest::addColumn<int>("ear");
    QTest::newRow("no lag") << 400 << 400;
    QTest::newRow("one sample") << 400 << 401;
    QTest::newRow("60 ms") << 400 << 880;
    QTest::newRow("longest lag") << 0 << rate;
    QTest::newRow("negative lag") << 800 << 400;
}

void TestCrossCorrelation::findsTheLag()
{
    QFETCH(const int, mouth);
    QFETCH(const int, ear);
    const Samples sound = speechLikeNoise(1);
    const Delay delay = delayBetween(placed(sound, mouth), placed(sound, ear), rate);
    QCOMPARE(delay.milliseconds, 1'000.0 * (ear - mouth) / rate);
    QVERIFY2(delay.correlation > 0.999, qPrintable(QString::number(delay.correlation)));
}

void TestCrossCorrelation::toleratesNoiseAndVolume()
{
    const Samples sound = speechLikeNoise(2);
    const Delay delay = delayBetween(placed(sound, 100), noisy(placed(sound, 1'060), 0.2F, 0.02F), rate);
    QCOMPARE(delay.milliseconds, 120.0);
    QVERIFY2(delay.correlation > 0.5 && delay.correlation < 0.99, qPrintable(QString::number(delay.correlation)));
}

void TestCrossCorrelation::rejectsDifferentSound()
{
    const Delay delay = delayBetween(placed(speechLikeNoise(3), 100), placed(speechLikeNoise(4), 500), rate);
    QVERIFY2(delay.correlation < 0.3, qPrintable(QString::number(delay.correlation)));
}

void TestCrossCorrelation::rejectsSilence()
{
    const Samples sound = placed(speechLikeNoise(5), 100);
    const Samples silence(sound.size(), 0);
    QCOMPARE(delayBetween(sound, silence, rate).correlation, 0.0);
    QCOMPARE(delayBetween(silence, sound, rate).correlation, 0.0);
    QCOMPARE(delayBetween(silence, silence, rate).correlation, 0.0);
}

void TestCrossCorrelation::handlesUnequalSizes()
{
    const Samples sound = placed(speechLikeNoise(6), 100);
    QCOMPARE(delayBetween({}, sound, rate).correlation, 0.0);
    QCOMPARE(delayBetween(sound, {}, rate).correlation, 0.0);
    const Samples shorter(sound.begin(), sound.begin() + rate + 3);
    QCOMPARE(delayBetween(sound, shorter, rate).milliseconds, 0.0);
    QCOMPARE(delayBetween(shorter, sound, rate).milliseconds, 0.0);
}

ISLET_TEST(TestCrossCorrelation);
#include "tst_crosscorrelation.moc"
