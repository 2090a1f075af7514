// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "allocationcount.h"
#include "audio/resampler.h"
#include "sounds.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using namespace islet;
using test::levelOf;
using test::sine;
using test::Sound;

class TestResampler : public QObject {
    Q_OBJECT

private slots:
    void preservesTone_data();
    void preservesTone();
    void suppressesAliasing();
    void outputHasExpectedLength_data() { rates(); }
    void outputHasExpectedLength();
    void resultDoesNotDependOnChunkSizes_data() { rates(); }
    void resultDoesNotDependOnChunkSizes();
    void equalRatesPassThrough();
    void stopsWhenOutputIsFull();
    void acceptsEmptySpans();
    void resetClearsHistory();
    void allocatesNothing_data() { rates(); }
    void allocatesNothing();
    void isMovable();

private:
    static void rates();
};

namespace {

//! Resamples all of `in`, flushed with silence.
Sound resampled(const Sound &in, int from, int to)
{
    Resampler resampler(from, to);
    Sound padded = in;
    padded.resize(in.size() + resampler.held());
    Sound out(in.size() * to / from + 1'000);
    out.resize(resampler.process(padded, out).made);
    return out;
}

} // namespace

void TestResampler::rates()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    for (const int rate : {8'000, 11'025, 16'000, 22'050, 32'000, 44'100, 96'000, 192'000, 48'001}) {
        QTest::addRow("from %d", rate) << rate << sampleRate;
        QTest::addRow("to %d", rate) << sampleRate << rate;
    }
    QTest::addRow("48000") << sampleRate << sampleRate;
}

void TestResampler::preservesTone_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<double>("hertz");
    for (const int rate : {8'000, 16'000, 22'050, 44'100, 96'000, 192'000}) {
        for (const double hertz : {100.0, 1'000.0, 2'900.0}) {
            QTest::addRow("%g Hz, from %d", hertz, rate) << rate << sampleRate << hertz;
            QTest::addRow("%g Hz, to %d", hertz, rate) << sampleRate << rate << hertz;
        }
    }
    QTest::addRow("15 kHz, from 44100") << 44'100 << sampleRate << 15'000.0;
}

//! Compares with the same tone generated at the other rate: level, frequency and timing at once.
void TestResampler::preservesTone()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const double, hertz);
    const Sound out = resampled(sine(hertz, 0.5, 1.0, from), from, to);
    const Sound ideal = sine(hertz, 0.5, 1.0, to);
    Sound difference;
    for (std::size_t i = ideal.size() / 10; i < ideal.size() * 9 / 10; ++i) // skip the abrupt ends
        difference.push_back(out.at(i) - ideal[i]);
    const double error = levelOf(difference) - levelOf(ideal);
    QVERIFY2(error < -50.0, qPrintable(QString::number(error)));
}

void TestResampler::suppressesAliasing()
{
    for (const auto &[from, to, hertz] : {std::tuple{96'000, 48'000, 30'000.0},
                                          {48'000, 16'000, 10'500.0},
                                          {48'000, 8'000, 6'000.0},
                                          {192'000, 48'000, 40'000.0}}) {
        const Sound out = resampled(sine(hertz, 0.5, 1.0, from), from, to);
        const double level = levelOf(std::span(out).subspan(to / 10, to * 8 / 10));
        QVERIFY2(level < -65.0, qPrintable(QStringLiteral("%1 to %2: %3").arg(from).arg(to).arg(level)));
    }
}

void TestResampler::outputHasExpectedLength()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    const Sound in = sine(440, 0.3, 0.7, from);
    const double ideal = double(in.size()) * to / from;
    const double made = double(resampled(in, from, to).size());
    // Never too short, and too long by at most what one more input sample yields.
    QVERIFY2(made >= std::floor(ideal) && made <= ideal + double(to) / from + 1.0, qPrintable(QString::number(made)));
}

void TestResampler::resultDoesNotDependOnChunkSizes()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    const Sound in = sine(440, 0.3, 0.5, from);
    Sound whole(in.size() * to / from + 100);
    whole.resize(Resampler(from, to).process(in, whole).made);

    Resampler resampler(from, to);
    std::mt19937 random(3); // NOLINT(bugprone-random-generator-seed): tests must be reproducible
    Sound inChunks;
    Sound buffer(2'000);
    std::span<const float> rest = in;
    while (!rest.empty()) {
        const auto chunk = rest.first(std::min<std::size_t>(rest.size(), 1 + random() % 700));
        const auto done = resampler.process(chunk, std::span(buffer).first(1 + random() % 2'000));
        inChunks.insert(inChunks.end(), buffer.begin(), buffer.begin() + std::ptrdiff_t(done.made));
        rest = rest.subspan(done.taken);
    }
    for (auto done = resampler.process({}, buffer); done.made > 0; done = resampler.process({}, buffer))
        inChunks.insert(inChunks.end(), buffer.begin(), buffer.begin() + std::ptrdiff_t(done.made));
    // The last few samples may still be held back if the last output was full.
    QVERIFY(whole.size() - inChunks.size() <= std::size_t(to / from + 1));
    QVERIFY(std::equal(inChunks.begin(), inChunks.end(), whole.begin()));
}

void TestResampler::equalRatesPassThrough()
{
    const Sound in = test::noise(-10, 0.1);
    Resampler resampler(44'100, 44'100);
    QCOMPARE(resampler.held(), std::size_t(0));
    Sound out(in.size());
    const auto done = resampler.process(in, out);
    QCOMPARE(done.taken, in.size());
    QCOMPARE(done.made, in.size());
    QVERIFY(in == out);
}

void TestResampler::stopsWhenOutputIsFull()
{
    for (const int from : {16'000, 44'100, 48'000, 96'000}) {
        const Sound in = sine(440, 0.3, 1.0, from);
        Sound out(480, 7.0F);
        const auto done = Resampler(from, sampleRate).process(in, std::span(out).first(240));
        QCOMPARE(done.made, std::size_t(240));
        QVERIFY(done.taken < in.size());
        QVERIFY(std::ranges::all_of(std::span(out).subspan(240), [](float sample) { return sample == 7.0F; }));
    }
}

void TestResampler::acceptsEmptySpans()
{
    for (const int from : {16'000, 48'000}) {
        Resampler resampler(from, sampleRate);
        Sound some(100);
        QCOMPARE(resampler.process({}, some).made, std::size_t(0));
        QCOMPARE(resampler.process(some, {}).taken, std::size_t(0));
        QCOMPARE(resampler.process({}, {}).taken, std::size_t(0));
    }
}

void TestResampler::resetClearsHistory()
{
    const Sound in = sine(440, 0.3, 0.1, 44'100);
    Resampler resampler(44'100, sampleRate);
    Sound first(in.size() * 2);
    first.resize(resampler.process(in, first).made);
    Sound unreset(in.size() * 2);
    unreset.resize(resampler.process(in, unreset).made);
    QVERIFY(unreset != first);
    resampler.reset();
    Sound second(in.size() * 2);
    second.resize(resampler.process(in, second).made);
    QVERIFY(second == first);
}

void TestResampler::allocatesNothing()
{
    if (!test::canCountAllocations)
        QSKIP("Allocations cannot be counted here.");
    QVERIFY(test::allocationsIn([] { const Sound memory(100); }) > 0);
    QFETCH(const int, from);
    QFETCH(const int, to);
    const Sound in = sine(440, 0.3, 0.5, from);
    Sound out(in.size() * to / from + 100);
    Resampler resampler(from, to);
    QCOMPARE(test::allocationsIn([&] {
                 resampler.process(in, out);
                 resampler.process(std::span(in).first(100), std::span(out).first(3));
                 resampler.process(std::span(in).first(3), out);
                 resampler.reset();
                 resampler.process(in, out);
             }),
             std::size_t(0));
}

void TestResampler::isMovable()
{
    const Sound in = sine(440, 0.3, 0.1, 44'100);
    Resampler first(44'100, sampleRate);
    Resampler second = std::move(first);
    Sound out(in.size() * 2);
    QVERIFY(second.process(in, out).made > 4'000);
    second = Resampler(16'000, 8'000);
    QCOMPARE(second.fromRate(), 16'000);
    QCOMPARE(second.toRate(), 8'000);
}

ISLET_TEST(TestResampler);
#include "tst_resampler.moc"
