// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/sound.h"
#include "audio/voicedecoder.h"
#include "sim/simulatedvoice.h"
#include "tests/audio/sounds.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace islet;

//! The simulated voice must be audible with our own decoder.
class TestSimulatedVoice : public QObject {
    Q_OBJECT

private slots:
    void everyPacketIs20Milliseconds();
    void isAudible_data();
    void isAudible();
    void isSmall();
};

namespace {

std::span<const std::byte> bytesOf(const QByteArray &packet)
{
    return std::as_bytes(std::span(packet.constData(), static_cast<std::size_t>(packet.size())));
}

//! Decodes two rounds, starting with packet `first`.
test::Sound decodeFrom(std::uint32_t first)
{
    VoiceDecoder decoder;
    test::Sound decoded;
    std::vector<float> samples(longestPacketSamples);
    for (std::uint32_t i = 0; i < 2 * simulatedvoice::packetCount; ++i) {
        const QByteArray packet = simulatedvoice::packet((first + i) % simulatedvoice::packetCount);
        const int count = decoder.decode(bytesOf(packet), samples);
        decoded.insert(decoded.end(), samples.begin(), samples.begin() + count);
    }
    return decoded;
}

} // namespace

void TestSimulatedVoice::everyPacketIs20Milliseconds()
{
    for (std::uint32_t i = 0; i < simulatedvoice::packetCount; ++i)
        QCOMPARE(durationOf(bytesOf(simulatedvoice::packet(i))), std::optional(sampleRate / 50));
}

void TestSimulatedVoice::isAudible_data()
{
    QTest::addColumn<std::uint32_t>("first");
    QTest::newRow("from the beginning") << std::uint32_t{0};
    QTest::newRow("from within a syllable") << std::uint32_t{37};
    QTest::newRow("from the pause") << std::uint32_t{90};
}

void TestSimulatedVoice::isAudible()
{
    QFETCH(const std::uint32_t, first);
    const test::Sound decoded = decodeFrom(first);
    QCOMPARE(decoded.size(), std::size_t{2} * simulatedvoice::packetCount * frameSamples);
    const double level = test::levelOf(decoded);
    QVERIFY2(level > -27 && level < -15, qPrintable(QString::number(level)));
    QVERIFY(std::ranges::all_of(decoded, [](float sample) { return std::abs(sample) <= 1; }));

    // Mostly speech, with pauses in between.
    int loud = 0;
    int silent = 0;
    for (auto rest = std::span(decoded); !rest.empty(); rest = rest.subspan(frameSamples)) {
        const double frameLevel = test::levelOf(rest.first(frameSamples));
        loud += frameLevel > -35;
        silent += frameLevel < -60;
    }
    QVERIFY2(loud > 120, qPrintable(QString::number(loud)));
    QVERIFY2(silent > 20, qPrintable(QString::number(silent)));
}

void TestSimulatedVoice::isSmall()
{
    qsizetype bytes = 0;
    for (std::uint32_t i = 0; i < simulatedvoice::packetCount; ++i)
        bytes += simulatedvoice::packet(i).size();
    QVERIFY2(bytes < 4'000, qPrintable(QString::number(bytes)));
}

ISLET_TEST(TestSimulatedVoice);
#include "tst_simulatedvoice.moc"
