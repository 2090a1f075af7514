// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/voicedecoder.h"
#include "listener.h"
#include "tests/support/memory.h"
#include "tests/support/testmain.h"
#include "voicepackets.h"

#include <QTest>

using namespace islet;
using test::left;
using test::levelOf;
using test::Listener;
using test::part;
using test::Sound;
using test::Talker;

//! What a crowded room, or a malicious peer, can do to a Mixer.
class TestMixerLimits : public QObject {
    Q_OBJECT

private slots:
    void evictsSpeakerIdleLongest();
    void neverEvictsTalkingSpeaker();
    void evictsInaudibleSpeaker();
    void evictedSpeakerKeepsPlacement();
    void boundsMemoryOf500Speakers();
    void attackDoesNotAffectOthers_data();
    void attackDoesNotAffectOthers();
    void speakerIsAudibleAfterGarbage();

private:
    const QList<QByteArray> m_tone = test::encoded(test::atLevel(test::sine(500, 0.1, 1), -20));
};

namespace {

constexpr int maxSpeakers = 64; // default of Mixer::Limits
constexpr SpeakerId honest{1'000};
constexpr SpeakerId other{1'001};

SpeakerId numbered(int number)
{
    return SpeakerId{static_cast<std::uint32_t>(number)};
}

std::vector<Talker> talkers(Listener &listener, int count, const QList<QByteArray> &packets)
{
    std::vector<Talker> all;
    for (int i = 0; i < count; ++i) {
        all.emplace_back(listener, numbered(i), packets);
        listener.mixer.place(numbered(i), {1, 0});
    }
    return all;
}

//! 2.5 ms of sound, padded to 4000 bytes (RFC 6716, 3.2.5).
QByteArray bigPacket()
{
    QByteArray packet = QByteArray::fromHex("e341") + QByteArray(15, '\xff') + '\x96'; // 15 times 254, and 150
    packet += QByteArray(largestPacketBytes - packet.size(), '\0');
    return packet;
}

std::mt19937 &randomNumbers()
{
    static std::mt19937 random(4); // NOLINT(bugprone-random-generator-seed): tests must be reproducible
    return random;
}

QByteArray garbage()
{
    QByteArray packet(1 + static_cast<qsizetype>(randomNumbers()() % 1'000), Qt::Uninitialized);
    std::ranges::generate(packet, [] { return static_cast<char>(randomNumbers()()); });
    return packet;
}

} // namespace

void TestMixerLimits::evictsSpeakerIdleLongest()
{
    Listener listener;
    auto all = talkers(listener, maxSpeakers, m_tone);
    std::ranges::shuffle(all, randomNumbers());
    for (Talker &talker : all) {
        listener.listen(0.02);
        talker.send();
    }
    listener.listen(1);
    QCOMPARE(int(listener.mixer.stats().size()), maxSpeakers);
    for (int i = 0; i < 3; ++i) {
        Talker(listener, numbered(500 + i), m_tone).send();
        QCOMPARE(int(listener.mixer.stats().size()), maxSpeakers);
        QVERIFY(listener.knows(numbered(500 + i)));
        QVERIFY(!listener.knows(all[static_cast<std::size_t>(i)].id()));
        QVERIFY(listener.knows(all[static_cast<std::size_t>(i) + 1].id()));
    }
    QCOMPARE(listener.mixer.rejectedPackets(), 0U);
}

void TestMixerLimits::neverEvictsTalkingSpeaker()
{
    Listener listener;
    auto all = talkers(listener, maxSpeakers, m_tone);
    Talker tooMany(listener, honest, m_tone);
    int packets = 0;
    const auto talk = [&] {
        for (Talker &talker : all)
            talker();
        if (listener.mixer.stats().size() == maxSpeakers) { // once the others have a decoder
            tooMany.send();
            ++packets;
        }
    };
    listener.listen(1, talk);
    QVERIFY(!listener.knows(honest));
    QCOMPARE(listener.mixer.rejectedPackets(), std::uint64_t(packets));
    for (const Talker &talker : all) {
        QVERIFY(listener.statsOf(talker.id()).playedMs > 950);
        QCOMPARE(listener.statsOf(talker.id()).concealedMs, 0.0);
    }

    all.erase(all.begin() + 20); // a speaker who falls silent is evicted
    listener.listen(0.5, talk);
    QVERIFY(listener.knows(honest));
    QVERIFY(!listener.knows(numbered(20)));
}

void TestMixerLimits::evictsInaudibleSpeaker()
{
    Listener listener;
    auto all = talkers(listener, maxSpeakers, m_tone);
    for (int i = 0; i < maxSpeakers; ++i)
        listener.mixer.place(numbered(i), {i == 20 ? 0.F : 1.F, 0});
    Talker near(listener, honest, m_tone);
    listener.mixer.place(honest, {1, 0});
    listener.listen(0.5, [&] {
        for (Talker &talker : all)
            talker();
        near();
    });
    QVERIFY(listener.knows(honest));
    QVERIFY(!listener.knows(numbered(20)));
}

void TestMixerLimits::evictedSpeakerKeepsPlacement()
{
    Listener listener({.speakers = 1});
    Talker first(listener, honest, m_tone);
    Talker second(listener, other, m_tone);
    listener.mixer.place(honest, {1, -1});
    listener.mixer.place(other, {1, 1});
    listener.listen(0.5, [&] { first(); });
    listener.listen(0.5);
    listener.listen(0.5, [&] { second(); });
    QVERIFY(!listener.knows(honest));
    listener.listen(0.5);
    QVERIFY(levelOf(left(listener.listen(0.5, [&] { first(); }))) > -22);
}

//! Every admitted speaker sends what takes the most memory, while speakers come and go.
void TestMixerLimits::boundsMemoryOf500Speakers()
{
    const auto before = test::peakMemory();
    if (!before)
        QSKIP("Peak memory is not available on this system.");
    QCOMPARE(durationOf(test::bytesOf(bigPacket())).value_or(-1), samplesIn(std::chrono::microseconds(2'500)));
    Listener listener;
    std::uint32_t index = 0;
    for (int first = 0; first < 500; first += 100) {
        listener.listen(3, [&] {
            for (int i = first; i < first + 100; ++i) {
                for (std::uint32_t j = 0; j < 4; ++j)
                    listener.mixer.receive(numbered(i), index + j, bigPacket(), listener.now);
            }
            index += 4;
        });
        listener.listen(0.5);
    }
    QCOMPARE(int(listener.mixer.stats().size()), maxSpeakers);
    QVERIFY(listener.mixer.rejectedPackets() > 0);
    const qint64 grown = *test::peakMemory() - *before;
    QVERIFY2(grown < 32 * 1'024, qPrintable(QStringLiteral("%1 KiB").arg(grown)));
}

void TestMixerLimits::attackDoesNotAffectOthers_data()
{
    using Attack = std::function<void(Mixer &, std::uint32_t turn, std::chrono::microseconds now)>;
    QTest::addColumn<Attack>("attack"); // every 5 ms
    const auto row = [](const char *what, const Attack &attack) { QTest::addRow("%s", what) << attack; };
    const auto speech = test::encoded(test::babble(2, 1));
    const auto at = [](const QList<QByteArray> &packets, std::uint32_t i) { return packets[i % packets.size()]; };

    row("1000 packets a second", [=](Mixer &mixer, std::uint32_t turn, auto now) {
        for (std::uint32_t i = 5 * turn; i < 5 * turn + 5; ++i)
            mixer.receive(other, i, at(speech, i), now);
    });
    row("1000 packets of 4000 bytes a second", [big = bigPacket()](Mixer &mixer, std::uint32_t turn, auto now) {
        for (std::uint32_t i = 5 * turn; i < 5 * turn + 5; ++i)
            mixer.receive(other, i, big, now);
    });
    row("garbage", [](Mixer &mixer, std::uint32_t turn, auto now) { mixer.receive(other, turn, garbage(), now); });
    row("loudest kind of garbage", [](Mixer &mixer, std::uint32_t turn, auto now) {
        QByteArray packet = garbage();
        packet[0] = static_cast<char>(0x98 | (packet[0] & 0x60)); // CELT, one frame of 20 ms
        mixer.receive(other, turn / 4, packet, now);
    });
    row("empty", [](Mixer &mixer, std::uint32_t turn, auto now) { mixer.receive(other, turn, {}, now); });
    row("too large", [](Mixer &mixer, std::uint32_t turn, auto now) {
        mixer.receive(other, turn, QByteArray(1'000'000, '\x0c'), now);
    });
    row("120 ms packets in a row",
        [=, packets = test::encodedAs(test::babble(2.4, 1), longestPacketSamples)](
            Mixer &mixer, std::uint32_t turn, auto now) { mixer.receive(other, turn, at(packets, turn), now); });
    row("alternating lowest and highest index", [=](Mixer &mixer, std::uint32_t turn, auto now) {
        mixer.receive(other, turn % 2 == 0 ? 0 : 0xffff'ffff, at(speech, turn), now);
    });
    row("random index", [=](Mixer &mixer, std::uint32_t turn, auto now) {
        mixer.receive(other, static_cast<std::uint32_t>(randomNumbers()()), at(speech, turn), now);
    });
    row("same packet every time",
        [=](Mixer &mixer, std::uint32_t, auto now) { mixer.receive(other, 5, speech[3], now); });
    row("new speaker every time", [=](Mixer &mixer, std::uint32_t turn, auto now) {
        mixer.place(numbered(static_cast<int>(turn % 900)), {1, 1});
        mixer.receive(numbered(static_cast<int>(turn % 900)), turn, at(speech, turn), now);
    });
}

//! The malicious peer is on the right, the honest one on the left.
void TestMixerLimits::attackDoesNotAffectOthers()
{
    using Attack = std::function<void(Mixer &, std::uint32_t turn, std::chrono::microseconds now)>;
    QFETCH(const Attack, attack);
    Listener listener;
    listener.mixer.place(honest, {1, -1});
    listener.mixer.place(other, {1, 1});
    Talker talker(listener, honest, m_tone);
    std::uint32_t turn = 0;
    const Sound heard = left(listener.listen(4, [&] {
        talker();
        attack(listener.mixer, turn++, listener.now);
    }));
    const SpeakerStats stats = listener.statsOf(honest);
    QVERIFY(stats.playedMs > 3'900);
    QCOMPARE(stats.concealedMs, 0.0);
    QVERIFY(int(listener.mixer.stats().size()) <= maxSpeakers);
    for (double second = 0.1; second < 3.9; second += 0.1) {
        const double level = levelOf(part(heard, second, second + 0.1));
        QVERIFY2(level > -23 && level < -18, qPrintable(QString::number(level))); // the limiter may take a little
    }
}

void TestMixerLimits::speakerIsAudibleAfterGarbage()
{
    Listener listener;
    listener.mixer.place(other, {1, -1});
    std::uint32_t turn = 0;
    listener.listen(2,
                    [&] { listener.mixer.receive(other, turn++ % 2 == 0 ? 0 : 0xffff'ffff, garbage(), listener.now); });
    Talker talker(listener, other, m_tone);
    const Sound heard = left(listener.listen(1.5, [&] { talker(); }));
    const double level = levelOf(part(heard, 1, 1.5));
    QVERIFY2(std::abs(level + 20) < 1, qPrintable(QString::number(level)));
}

ISLET_TEST(TestMixerLimits);

#include "tst_mixerlimits.moc"
