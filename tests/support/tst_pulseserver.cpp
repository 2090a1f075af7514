// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "testmain.h"
#include "tests/support/crosscorrelation.h"
#include "tests/support/pulseserver.h"

#include <QFile>
#include <QtEndian>
#include <QTest>

#include <algorithm>
#include <random>

using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int rate = 8'000;

//! Writes half a second of noise as a 16-bit mono WAV file.
bool writeNoise(const QString &path)
{
    QByteArray samples;
    std::mt19937 numbers(1);
    std::uniform_int_distribution<int> noise(-8'000, 8'000);
    for (int i = 0; i < rate / 2; ++i) {
        const qint16 sample = qToLittleEndian(static_cast<qint16>(noise(numbers)));
        samples.append(reinterpret_cast<const char *>(&sample), sizeof sample);
    }
    const auto number = [](quint32 value) {
        const quint32 little = qToLittleEndian(value);
        return QByteArray(reinterpret_cast<const char *>(&little), sizeof little);
    };
    QFile file(path);
    const QByteArray head = "RIFF" + number(36 + static_cast<quint32>(samples.size())) + "WAVEfmt " + number(16)
        + QByteArray::fromHex("01000100") + number(rate) + number(rate * 2) + QByteArray::fromHex("02001000") + "data"
        + number(static_cast<quint32>(samples.size()));
    return file.open(QIODevice::WriteOnly) && file.write(head + samples) == head.size() + samples.size();
}

} // namespace

class TestPulseServer : public QObject {
    Q_OBJECT

private slots:
    void init();
    void recordsWhatIsPlayed();
    void microphoneRecordsSink();
    void channelsShareAClock();
    void runsSeveralServers();
    void reportsErrors();

private:
    PulseServer m_server;
};

void TestPulseServer::init()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.why()));
    QVERIFY(writeNoise(m_server.path(u"noise.wav"_s)));
}

void TestPulseServer::recordsWhatIsPlayed()
{
    QVERIFY2(m_server.addSink(u"ear"_s), qPrintable(m_server.why()));
    const auto recording = m_server.record(u"ear.monitor"_s, {rate});
    QVERIFY2(recording, qPrintable(m_server.why()));
    const auto player = m_server.play(m_server.path(u"noise.wav"_s), u"ear"_s);
    QVERIFY2(player && player->waitForEnd(20s), qPrintable(m_server.why()));
    QVERIFY(recording->waitForSize(recording->size() + rate / 10, 10s));

    const auto samples = recording->samples();
    QVERIFY(samples.size() >= rate / 2);
    QVERIFY(std::ranges::any_of(samples, [](float sample) { return sample > 0.1F; }));
}

void TestPulseServer::microphoneRecordsSink()
{
    QVERIFY2(m_server.addSink(u"mouth"_s), qPrintable(m_server.why()));
    const auto microphone = m_server.addMicrophone(u"microphone"_s, u"mouth"_s);
    QVERIFY2(microphone, qPrintable(m_server.why()));
    QVERIFY(m_server.setDefaultSource(u"microphone"_s) && m_server.setDefaultSink(u"mouth"_s));
    const auto recording = m_server.record(u"@DEFAULT_SOURCE@"_s, {rate});
    QVERIFY2(recording, qPrintable(m_server.why()));
    const auto player = m_server.play(m_server.path(u"noise.wav"_s), u"@DEFAULT_SINK@"_s);
    QVERIFY2(player && player->waitForEnd(20s), qPrintable(m_server.why()));
    QVERIFY(QTest::qWaitFor(
        [&] { return std::ranges::any_of(recording->samples(), [](float sample) { return sample > 0.1F; }); }));
    QVERIFY2(m_server.removeModule(*microphone), qPrintable(m_server.why()));
    QVERIFY(!m_server.removeModule(*microphone));
}

void TestPulseServer::channelsShareAClock()
{
    QVERIFY2(m_server.addSink(u"card"_s, 2), qPrintable(m_server.why()));
    QVERIFY2(m_server.addChannelSink(u"mouth"_s, u"card"_s, 0), qPrintable(m_server.why()));
    const auto recording = m_server.record(u"card.monitor"_s, {rate, 2});
    QVERIFY2(recording, qPrintable(m_server.why()));
    // Into both channels at once, then into one of them.
    for (const QString &sink : {u"card"_s, u"mouth"_s}) {
        const qint64 begin = recording->size();
        const auto player = m_server.play(m_server.path(u"noise.wav"_s), sink);
        QVERIFY2(player && player->waitForEnd(20s), qPrintable(m_server.why()));
        const qint64 end = recording->size() + rate / 10;
        QVERIFY(recording->waitForSize(end, 10s));
        const auto delay = delayBetween(recording->samples(0, begin, end), recording->samples(1, begin, end), rate);
        QCOMPARE(delay.milliseconds, 0.0);
        QCOMPARE(qRound(delay.correlation), sink == u"card"_s ? 1 : 0);
    }
}

void TestPulseServer::runsSeveralServers()
{
    PulseServer other;
    QVERIFY2(other.start(), qPrintable(other.why()));
    QVERIFY(m_server.addSink(u"here"_s) && other.addSink(u"there"_s));
    const auto sinks = other.pactl({u"list"_s, u"short"_s, u"sinks"_s});
    QVERIFY(sinks && sinks->contains(u"there"_s) && !sinks->contains(u"\there\t"_s));
}

void TestPulseServer::reportsErrors()
{
    QVERIFY(!m_server.load(u"module-that-is-not"_s, {}));
    QVERIFY2(m_server.why().contains(u"module-that-is-not"_s), qPrintable(m_server.why()));
    m_server.stop();
    QVERIFY(!m_server.isRunning());
}

ISLET_TEST(TestPulseServer);
#include "tst_pulseserver.moc"
