// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "allocationcount.h"
#include "audio/timestretchbuffer.h"
#include "speech.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace islet;
using namespace islet::test;

namespace {

using Samples = std::vector<float>;

enum class Change { None, Shorten, Lengthen };

struct Changed {
    Samples samples;
    int removed = 0; // or, negative, added
    int splices = 0;
};

constexpr int chunk = frameSamples;
constexpr int maxChange = 15 * sampleRate / 1'000; // maximum change at once

//! Plays all samples in pieces of 5 ms, and changes the length at every fourth if there is a good splice point.
Changed play(const Samples &samples, Change change, bool isUrgent = false)
{
    TimeStretchBuffer fifo(4 * chunk);
    Changed result;
    Samples piece(pieceSamples);
    std::size_t next = 0;
    for (int turn = 0;; ++turn) {
        while (fifo.size() < 2 * chunk && next + chunk <= samples.size()) {
            std::copy_n(samples.begin() + static_cast<std::ptrdiff_t>(next), chunk, fifo.prepare(chunk).begin());
            fifo.commit(chunk);
            next += chunk;
        }
        if (fifo.size() < chunk)
            return result;
        if (turn % 4 == 3 && change != Change::None) {
            const int removed =
                change == Change::Shorten ? fifo.shorten(maxChange, isUrgent) : -fifo.lengthen(maxChange);
            result.removed += removed;
            result.splices += removed != 0 ? 1 : 0;
        }
        fifo.take(piece);
        result.samples.insert(result.samples.end(), piece.begin(), piece.end());
    }
}

//! A single vowel.
Samples vowel(double pitch, int seconds)
{
    Samples samples(static_cast<std::size_t>(seconds) * sampleRate);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        double sum = 0;
        for (int harmonic = 1; harmonic <= 10; ++harmonic) {
            const double phase = harmonic * pitch * static_cast<double>(i) / sampleRate;
            sum += std::sin(2 * std::numbers::pi * phase) / harmonic;
        }
        samples[i] = static_cast<float>(0.2 * sum);
    }
    return samples;
}

//! Pitches in Hz for each 40 ms, from the autocorrelation; skips parts without pitch.
std::vector<double> pitches(const Samples &samples)
{
    constexpr int window = 20 * sampleRate / 1'000;
    constexpr int shortest = sampleRate / 300;
    constexpr int longestLag = sampleRate / 150;
    std::vector<double> found;
    for (int at = 0; at + window + longestLag < static_cast<int>(samples.size()); at += 2 * window) {
        double bestProduct = 0;
        int best = 0;
        for (int lag = shortest; lag <= longestLag; ++lag) {
            double product = 0;
            for (int i = at; i < at + window; ++i)
                product += static_cast<double>(samples[static_cast<std::size_t>(i)])
                    * static_cast<double>(samples[static_cast<std::size_t>(i + lag)]);
            if (product > bestProduct) {
                bestProduct = product;
                best = lag;
            }
        }
        if (best > 0)
            found.push_back(static_cast<double>(sampleRate) / best);
    }
    return found;
}

float largestStep(const Samples &samples)
{
    float largest = 0;
    for (std::size_t i = 1; i < samples.size(); ++i)
        largest = std::max(largest, std::abs(samples[i] - samples[i - 1]));
    return largest;
}

double seconds(const Samples &samples)
{
    return static_cast<double>(samples.size()) / sampleRate;
}

} // namespace

class TestTimeStretchBuffer : public QObject {
    Q_OBJECT

private slots:
    void keepsUnstretchedSamples();
    void keepsPitch_data();
    void keepsPitch();
    void speechDoesNotClick_data();
    void speechDoesNotClick();
    void dropsOnlySilence();
    void splicesNoiseOnlyIfUrgent();
    void repeatsOnlyPlayedSamples();
    void allocatesNothing();
};

void TestTimeStretchBuffer::keepsUnstretchedSamples()
{
    const Samples before = speech(3);
    const Samples after = play(before, Change::None).samples;
    QVERIFY(after.size() > before.size() - 2 * chunk);
    QVERIFY(std::equal(after.begin(), after.end(), before.begin()));
}

void TestTimeStretchBuffer::keepsPitch_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<double>("minSeconds");
    QTest::addColumn<double>("maxSeconds");
    QTest::newRow("shorter") << static_cast<int>(Change::Shorten) << 2.0 << 3.3; // s, of 4
    QTest::newRow("longer") << static_cast<int>(Change::Lengthen) << 4.4 << 8.0;
}

void TestTimeStretchBuffer::keepsPitch()
{
    QFETCH(int, change);
    QFETCH(double, minSeconds);
    QFETCH(double, maxSeconds);
    const Samples before = vowel(200, 4);
    const Samples after = play(before, static_cast<Change>(change)).samples;
    QVERIFY2(seconds(after) > minSeconds && seconds(after) < maxSeconds, qPrintable(QString::number(seconds(after))));
    for (const double pitch : pitches(after))
        QVERIFY2(std::abs(pitch - 200) < 3, qPrintable(QString::number(pitch)));
    QVERIFY(largestStep(after) < 1.1F * largestStep(before));
}

void TestTimeStretchBuffer::speechDoesNotClick_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<bool>("isUrgent");
    QTest::newRow("shorter") << static_cast<int>(Change::Shorten) << false;
    QTest::newRow("shorter, urgent") << static_cast<int>(Change::Shorten) << true;
    QTest::newRow("longer") << static_cast<int>(Change::Lengthen) << false;
}

void TestTimeStretchBuffer::speechDoesNotClick()
{
    QFETCH(int, change);
    QFETCH(bool, isUrgent);
    const Samples before = speech(10);
    const Changed after = play(before, static_cast<Change>(change), isUrgent);
    QVERIFY2(after.splices > 100, qPrintable(QString::number(after.splices)));
    QVERIFY(largestStep(after.samples) < 1.2F * largestStep(before));
    const double difference =
        seconds(before) - seconds(after.samples) - static_cast<double>(after.removed) / sampleRate;
    QVERIFY(difference >= 0 && difference < 0.05); // what is left in the buffer
}

void TestTimeStretchBuffer::dropsOnlySilence()
{
    TimeStretchBuffer fifo(4 * chunk);
    const auto add = [&fifo](float amplitude) {
        const auto out = fifo.prepare(chunk);
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = amplitude * std::sin(static_cast<float>(i) / 20);
        fifo.commit(chunk);
    };
    add(0.001F);
    add(0.3F);
    QCOMPARE(fifo.dropSilence(50), 0); // too short to be worth a splice
    const int removed = fifo.dropSilence(chunk / 2);
    QCOMPARE(removed, chunk / 2);
    QCOMPARE(fifo.dropSilence(chunk), 0); // the speech is too near
    QCOMPARE(fifo.size(), 2 * chunk - removed);
}

void TestTimeStretchBuffer::splicesNoiseOnlyIfUrgent()
{
    Samples noise(2 * sampleRate);
    std::uint32_t number = 1;
    for (float &sample : noise) {
        number = number * 1'664'525 + 1'013'904'223;
        sample = static_cast<float>(number) / 4'294'967'296.0F - 0.5F;
    }
    QCOMPARE(play(noise, Change::Shorten).splices, 0);
    QCOMPARE(play(noise, Change::Lengthen).splices, 0);
    QVERIFY(play(noise, Change::Shorten, true).splices > 50);
}

void TestTimeStretchBuffer::repeatsOnlyPlayedSamples()
{
    TimeStretchBuffer fifo(4 * chunk);
    QCOMPARE(fifo.lengthen(maxChange), 0);
    QCOMPARE(fifo.shorten(chunk, true), 0);
    QCOMPARE(fifo.dropSilence(chunk), 0);
    const Samples some = vowel(200, 1);
    std::copy_n(some.begin(), chunk, fifo.prepare(chunk).begin());
    fifo.commit(chunk);
    int added = 0;
    for (int i = 0; i < 100; ++i) // far more than was ever played
        added += fifo.lengthen(maxChange);
    QCOMPARE(fifo.size(), chunk + added);
    QVERIFY(added <= 20 * sampleRate / 1'000);
    // The buffer still works normally afterwards.
    const auto out = fifo.prepare(4 * chunk);
    QCOMPARE(static_cast<int>(out.size()), 4 * chunk);
}

void TestTimeStretchBuffer::allocatesNothing()
{
    if (!canCountAllocations)
        QSKIP("Allocations cannot be counted here.");
    const Samples some = vowel(200, 1);
    TimeStretchBuffer fifo(4 * chunk);
    Samples piece(pieceSamples);
    std::size_t at = 0;
    const auto all = [&] {
        for (; at + chunk < some.size(); at += chunk) {
            std::copy_n(some.begin() + static_cast<std::ptrdiff_t>(at), chunk, fifo.prepare(chunk).begin());
            fifo.commit(chunk);
            fifo.shorten(chunk, true);
            fifo.lengthen(maxChange);
            fifo.dropSilence(chunk);
            while (fifo.size() >= chunk)
                fifo.take(piece);
        }
    };
    QCOMPARE(allocationsIn(all), 0U);
}

ISLET_TEST(TestTimeStretchBuffer);
#include "tst_timestretchbuffer.moc"
