// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/voicedecoder.h"
#include "audio/voiceencoder.h"
#include "tests/support/testmain.h"
#include "tests/support/vectors.h"
#include "voicepackets.h"

#include <QTest>

#include <complex>

using namespace islet;
using test::Sound;

class TestOpusCodec : public QObject {
    Q_OBJECT

private slots:
    void readsDurationFromPacket_data();
    void readsDurationFromPacket();
    void invalidPacketHasNoDuration();
    void speechSurvivesRoundTrip();
    void mixesStereoToMono();
    void decodesWebClientPackets_data();
    void decodesWebClientPackets();
    void webClientVectorsMatchTheirDescription();
    void concealsLostPacket();
    void concealsEachDuration();
    void garbageStaysWithinFullScale();
    void everyPacketWithDurationDecodes();
    void resetClearsDecoder();
    void resetClearsEncoder();
    void encodesMonoSpeechAtExpectedBitRate();
};

namespace {

QList<QByteArray> webClient(const char *what)
{
    QList<QByteArray> packets;
    for (const auto &packet : test::loadVectors("voice_opus.json").value(QLatin1StringView(what)).toArray())
        packets.append(test::fromHex(packet.toObject().value(QLatin1StringView("hex"))));
    return packets;
}

Sound decode(VoiceDecoder &decoder, const QByteArray &packet)
{
    Sound sound(longestPacketSamples);
    sound.resize(static_cast<std::size_t>(decoder.decode(test::bytesOf(packet), sound)));
    return sound;
}

Sound decoded(const QList<QByteArray> &packets)
{
    VoiceDecoder decoder;
    Sound all;
    for (const QByteArray &packet : packets) {
        const Sound sound = decode(decoder, packet);
        all.insert(all.end(), sound.begin(), sound.end());
    }
    return all;
}

//! Level of a single frequency in the sound.
double toneLevel(std::span<const float> sound, double hertz)
{
    std::complex<double> sum = 0;
    for (std::size_t i = 0; i < sound.size(); ++i)
        sum += double(sound[i]) * std::polar(1.0, -2 * std::numbers::pi * hertz * double(i) / sampleRate);
    return 20 * std::log10(std::sqrt(2) * std::abs(sum) / double(sound.size()) + 1e-10);
}

float peakOf(std::span<const float> sound)
{
    float peak = 0;
    for (const float sample : sound)
        peak = std::max(peak, std::isfinite(sample) ? std::abs(sample) : 99.F);
    return peak;
}

} // namespace

void TestOpusCodec::readsDurationFromPacket_data()
{
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("channels");
    for (const int samples : {120, 240, 480, 960, 1'920, 2'880, 3'840, 4'800, 5'760}) {
        for (const int channels : {1, 2})
            QTest::addRow("%g ms, %d channels", milliseconds(samples), channels) << samples << channels;
    }
}

void TestOpusCodec::readsDurationFromPacket()
{
    QFETCH(const int, samples);
    QFETCH(const int, channels);
    const auto packets = test::encodedAs(test::babble(0.5, 1), samples, channels);
    VoiceDecoder decoder;
    for (const QByteArray &packet : packets) {
        QCOMPARE(durationOf(test::bytesOf(packet)).value_or(-1), samples);
        QCOMPARE(int(decode(decoder, packet).size()), samples);
    }
}

void TestOpusCodec::invalidPacketHasNoDuration()
{
    const auto length = [](const QByteArray &packet) { return durationOf(test::bytesOf(packet)); };
    QVERIFY(!length({}));
    QVERIFY(!length(QByteArray(4'001, '\x0c'))); // too large
    QVERIFY(!length(QByteArray::fromHex("0f"))); // says that a frame count follows
    QVERIFY(!length(QByteArray::fromHex("0f00"))); // frame count 0
    QVERIFY(!length(QByteArray::fromHex("1b03000000"))); // three frames of 60 ms
    QVERIFY(!length(QByteArray::fromHex("6900"))); // two frames of equal size, in one byte
    QVERIFY(!length(QByteArray::fromHex("6a7f00"))); // the first frame is longer than the packet
    QVERIFY(length(test::encoded(test::babble(0.02, 1)).first()));
}

void TestOpusCodec::speechSurvivesRoundTrip()
{
    const Sound sound = test::babble(3, 5);
    const Sound back = decoded(test::encoded(sound));
    QCOMPARE(back.size(), sound.size());
    QVERIFY(std::abs(test::levelOf(back) - test::levelOf(sound)) < 1.5);
    QVERIFY(peakOf(back) <= 1);
}

void TestOpusCodec::mixesStereoToMono()
{
    const Sound back = decoded(test::encodedAs(test::sine(440, 0.5, 1), frameSamples, 2, 48'000));
    QVERIFY(std::abs(toneLevel(test::part(back, 0.2, 0.9), 440) - -9.03) < 0.7);
}

void TestOpusCodec::decodesWebClientPackets_data()
{
    QTest::addColumn<QList<QByteArray>>("packets");
    QTest::addColumn<double>("minLevel"); // dBFS, after the first two packets
    QTest::addColumn<double>("maxLevel");
    QTest::addColumn<double>("tone"); // Hz
    // A sine of amplitude 12000/32768 has -11.74 dBFS.
    QTest::addRow("sine") << webClient("sine") << -12.5 << -11.0 << 440.0;
    QTest::addRow("silence") << webClient("silence") << -200.0 << -60.0 << 0.0;
    QTest::addRow("noise") << webClient("noise") << -40.0 << -6.0 << 0.0;
}

void TestOpusCodec::decodesWebClientPackets()
{
    QFETCH(const QList<QByteArray>, packets);
    QFETCH(const double, minLevel);
    QFETCH(const double, maxLevel);
    QFETCH(const double, tone);
    QVERIFY(packets.size() >= 5);
    VoiceDecoder decoder;
    Sound all;
    for (const QByteArray &packet : packets) {
        QCOMPARE(durationOf(test::bytesOf(packet)).value_or(-1), samplesIn(std::chrono::milliseconds(40)));
        const Sound sound = decode(decoder, packet);
        QCOMPARE(sound.size(), std::size_t(sampleRate / 25));
        all.insert(all.end(), sound.begin(), sound.end());
    }
    const auto settled = std::span(all).subspan(2 * sampleRate / 25);
    const double level = test::levelOf(settled);
    QVERIFY2(level > minLevel && level < maxLevel, qPrintable(QString::number(level)));
    if (tone > 0)
        QVERIFY2(toneLevel(settled, tone) > level - 0.3, "not only the tone is audible");
}

void TestOpusCodec::webClientVectorsMatchTheirDescription()
{
    const QJsonObject vectors = test::loadVectors("voice_opus.json");
    for (const char *what : {"sine", "silence", "noise"}) {
        for (const auto &value : vectors.value(QLatin1StringView(what)).toArray()) {
            const QJsonObject packet = value.toObject();
            const QByteArray bytes = test::fromHex(packet.value(QLatin1StringView("hex")));
            QCOMPARE(int(bytes.size()), packet.value(QLatin1StringView("bytes")).toInt());
            QCOMPARE(static_cast<quint8>(bytes.front()) >> 3, packet.value(QLatin1StringView("config")).toInt());
        }
    }
}

void TestOpusCodec::concealsLostPacket()
{
    const Sound tone = test::sine(200, 0.3, 0.4);
    const auto packets = test::encoded(tone);
    VoiceDecoder decoder;
    Sound all;
    for (qsizetype i = 0; i < packets.size(); ++i) {
        Sound sound = decode(decoder, packets[i]);
        all.insert(all.end(), sound.begin(), sound.end());
        if (i == 10) { // the next one is lost
            Sound gap(frameSamples);
            QCOMPARE(decoder.conceal(test::bytesOf(packets[i + 2]), gap), frameSamples);
            QVERIFY(test::levelOf(gap) > test::levelOf(tone) - 6);
            ++i;
        }
    }
    QVERIFY(peakOf(all) < 0.6F);
}

void TestOpusCodec::concealsEachDuration()
{
    const auto packets = test::encoded(test::babble(1, 3));
    VoiceDecoder decoder;
    for (const int samples : {120, 240, 480, 960, 1'920, 2'880, 3'840, 4'800, 5'760}) {
        Sound out(static_cast<std::size_t>(samples));
        QCOMPARE(decoder.conceal({}, out), samples); // also before the first packet
        decode(decoder, packets[20]);
        QCOMPARE(decoder.conceal(test::bytesOf(packets[22]), out), samples);
        QVERIFY(peakOf(out) <= 1);
    }
}

//! Crafted packets of some modes decode to millions of times full scale.
void TestOpusCodec::garbageStaysWithinFullScale()
{
    std::mt19937 random(1); // NOLINT(bugprone-random-generator-seed): tests must be reproducible
    VoiceDecoder decoder;
    int accepted = 0;
    for (int i = 0; i < 20'000; ++i) {
        QByteArray packet(1 + static_cast<qsizetype>(random() % 300), Qt::Uninitialized);
        std::ranges::generate(packet, [&] { return static_cast<char>(random()); });
        if (random() % 2 == 0)
            packet[0] = static_cast<char>(0x80 | (packet[0] & 0x7c)); // CELT, one frame
        const auto length = durationOf(test::bytesOf(packet));
        if (!length)
            continue;
        ++accepted;
        const Sound sound = decode(decoder, packet);
        QCOMPARE(int(sound.size()), *length);
        QVERIFY(peakOf(sound) <= 1.000001F);
    }
    QVERIFY(accepted > 10'000);
    Sound after(frameSamples);
    decoder.conceal({}, after);
    QVERIFY(peakOf(after) <= 1.000001F);
}

void TestOpusCodec::everyPacketWithDurationDecodes()
{
    VoiceDecoder decoder;
    for (int toc = 0; toc < 256; ++toc) {
        for (int size = 1; size < 40; ++size) {
            QByteArray packet(size, '\x01');
            packet[0] = static_cast<char>(toc);
            if (const auto length = durationOf(test::bytesOf(packet)))
                QCOMPARE(int(decode(decoder, packet).size()), *length);
        }
    }
}

void TestOpusCodec::resetClearsDecoder()
{
    const auto packets = test::encoded(test::babble(1, 3));
    VoiceDecoder used;
    std::mt19937 random(1); // NOLINT(bugprone-random-generator-seed): tests must be reproducible
    for (int i = 0; i < 200; ++i) { // the loudest garbage leaves the most behind
        QByteArray packet(200, Qt::Uninitialized);
        std::ranges::generate(packet, [&] { return static_cast<char>(random()); });
        packet[0] = static_cast<char>(0x80 | (packet[0] & 0x7c));
        decode(used, packet);
    }
    used.reset();
    VoiceDecoder fresh;
    for (const QByteArray &packet : packets)
        QCOMPARE(decode(used, packet), decode(fresh, packet));
}

void TestOpusCodec::resetClearsEncoder()
{
    const Sound before = test::babble(1, 8);
    const Sound sound = test::babble(1, 9);
    VoiceEncoder used;
    for (std::size_t at = 0; at < before.size(); at += frameSamples)
        used.encode(std::span(before).subspan(at).first<frameSamples>());
    used.reset();
    const auto fresh = test::encoded(sound);
    for (qsizetype i = 0; i < fresh.size(); ++i) {
        const auto frame = std::span(sound).subspan(static_cast<std::size_t>(i) * frameSamples).first<frameSamples>();
        QVERIFY(std::ranges::equal(used.encode(frame), test::bytesOf(fresh[i])));
    }
}

void TestOpusCodec::encodesMonoSpeechAtExpectedBitRate()
{
    const Sound sound = test::babble(4, 2);
    qsizetype bytes = 0;
    const auto packets = test::encoded(sound);
    for (const QByteArray &packet : packets) {
        bytes += packet.size();
        const auto toc = static_cast<quint8>(packet.front());
        QCOMPARE(toc & 3, 0); // one frame
        QCOMPARE(toc & 4, 0); // mono
        QVERIFY(toc >> 3 < 16); // SILK or hybrid: the speech modes
        QCOMPARE(durationOf(test::bytesOf(packet)).value_or(-1), frameSamples);
    }
    const double kilobits = 8.0 * double(bytes) / 4 / 1'000;
    QVERIFY2(kilobits > 20 && kilobits < 40, qPrintable(QString::number(kilobits)));
}

ISLET_TEST(TestOpusCodec);

#include "tst_opuscodec.moc"
