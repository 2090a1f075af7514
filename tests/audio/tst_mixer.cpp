// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "listener.h"
#include "tests/support/testmain.h"
#include "tests/support/vectors.h"
#include "voicepackets.h"

#include <QTest>

#include <limits>

using namespace islet;
using namespace std::chrono_literals;
using test::greatestStep;
using test::isSilent;
using test::left;
using test::levelOf;
using test::Listener;
using test::part;
using test::right;
using test::Sound;
using test::Talker;

class TestMixer : public QObject {
    Q_OBJECT

private slots:
    void appliesGainAndPan_data();
    void appliesGainAndPan();
    void unplacedSpeakerIsInaudible();
    void canPlaceBeforeFirstPacket();
    void nonFinitePlacementIsInaudible();
    void movingDoesNotClick();
    void outOfEarshotIsExactlyZero();
    void deafenedUserHearsNoSpeaker();
    void forgetsSpeaker();
    void forgetsAllSpeakers();
    void addsVoices();
    void limitsManySpeakers();
    void decodesWebClientPackets();
    void rendersPiecesUpTo20Ms();
    void chimeIsSoftAndIgnoresDeafening();
    void tapReceivesEachSpeakerSeparately();

private:
    const QList<QByteArray> m_tone = test::encoded(test::atLevel(test::sine(500, 0.1, 1), -20));
};

namespace {

constexpr SpeakerId anna{7};
constexpr SpeakerId ben{8};
constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();

float peakOf(const Sound &sound)
{
    float peak = 0;
    for (const float sample : sound)
        peak = std::max(peak, std::isnan(sample) ? 99.F : std::abs(sample));
    return peak;
}

bool isNear(double level, double expected)
{
    return expected < -90 ? level < -90 : std::abs(level - expected) < 0.5;
}

} // namespace

void TestMixer::appliesGainAndPan_data()
{
    QTest::addColumn<SpatialGain>("hearing");
    QTest::addColumn<double>("expectedLeft"); // dBFS, for a voice of -20
    QTest::addColumn<double>("expectedRight");
    QTest::addRow("centre") << SpatialGain{1, 0} << -23.0 << -23.0;
    QTest::addRow("left") << SpatialGain{1, -1} << -20.0 << -200.0;
    QTest::addRow("right") << SpatialGain{1, 1} << -200.0 << -20.0;
    QTest::addRow("halfway right") << SpatialGain{1, 0.5F} << -28.3 << -20.7;
    QTest::addRow("pan below -1") << SpatialGain{1, -7} << -20.0 << -200.0;
    QTest::addRow("far away") << SpatialGain{0.1F, -1} << -40.0 << -200.0;
    QTest::addRow("turned up") << SpatialGain{4, 1} << -200.0 << -8.0;
    QTest::addRow("gain above 4") << SpatialGain{40, 1} << -200.0 << -8.0;
    QTest::addRow("gain 0") << SpatialGain{0, 1} << -200.0 << -200.0;
    QTest::addRow("negative gain") << SpatialGain{-1, 1} << -200.0 << -200.0;
}

void TestMixer::appliesGainAndPan()
{
    QFETCH(const SpatialGain, hearing);
    QFETCH(const double, expectedLeft);
    QFETCH(const double, expectedRight);
    Listener listener;
    listener.mixer.place(anna, hearing);
    Talker talker(listener, anna, m_tone);
    const Sound heard = listener.listen(1, [&] { talker(); });
    const double leftLevel = levelOf(part(left(heard), 0.3, 0.9));
    const double rightLevel = levelOf(part(right(heard), 0.3, 0.9));
    QVERIFY2(isNear(leftLevel, expectedLeft), qPrintable(QString::number(leftLevel)));
    QVERIFY2(isNear(rightLevel, expectedRight), qPrintable(QString::number(rightLevel)));
}

void TestMixer::unplacedSpeakerIsInaudible()
{
    Listener listener;
    Talker talker(listener, anna, m_tone);
    QVERIFY(isSilent(listener.listen(0.5, [&] { talker(); })));
    QVERIFY(listener.statsOf(anna).playedMs > 400); // their speech is played inaudibly, not queued
    listener.mixer.place(anna, {1, 0});
    QVERIFY(levelOf(listener.listen(0.5, [&] { talker(); })) > -25);
}

void TestMixer::canPlaceBeforeFirstPacket()
{
    Listener listener;
    listener.mixer.place(anna, {0.1F, 0});
    listener.mixer.place(anna, {1, -1});
    Talker talker(listener, anna, m_tone);
    const Sound heard = listener.listen(0.2, [&] { talker(); });
    QVERIFY(levelOf(part(left(heard), 0.05, 0.2)) > -21);
    QCOMPARE(peakOf(right(heard)) < 1e-6F, true); // and never came from the centre
}

void TestMixer::nonFinitePlacementIsInaudible()
{
    Listener listener;
    Talker talker(listener, anna, m_tone);
    for (const SpatialGain &odd : {SpatialGain{notANumber, 0}, SpatialGain{1, notANumber},
                                   SpatialGain{std::numeric_limits<float>::infinity(), 0}}) {
        listener.mixer.place(anna, {1, 0});
        listener.listen(0.2, [&] { talker(); });
        listener.mixer.place(anna, odd);
        const Sound heard = listener.listen(0.5, [&] { talker(); });
        QVERIFY(peakOf(heard) < 1);
        QVERIFY(levelOf(part(left(heard), 0.3, 0.5)) < -90);
    }
    listener.mixer.place(anna, {1, 0});
    QVERIFY(levelOf(part(left(listener.listen(0.5, [&] { talker(); })), 0.3, 0.5)) > -24);
}

void TestMixer::movingDoesNotClick()
{
    const auto low = test::encoded(test::sine(200, 0.4, 1));
    Listener still;
    still.mixer.place(anna, {1, -1});
    Talker first(still, anna, low);
    const float usual = greatestStep(left(still.listen(1, [&] { first(); })));

    Listener listener;
    Talker talker(listener, anna, low);
    std::mt19937 random(5); // NOLINT(bugprone-random-generator-seed): tests must be reproducible
    const Sound heard = listener.listen(4, [&] {
        listener.mixer.place(anna, {static_cast<float>(random() % 2), random() % 2 == 0 ? -1.F : 1.F});
        talker();
    });
    // A gain moves by at most 0.3 in 5 ms: 0.4 * 0.3 / 240 on top of the wave's own steps.
    QVERIFY2(greatestStep(left(heard)) < usual + 0.001F,
             qPrintable(QString::number(double(greatestStep(left(heard))))));
    QVERIFY(greatestStep(right(heard)) < usual + 0.001F);
    QVERIFY(peakOf(left(heard)) > 0.2F);
}

//! A gain approaching 0 must reach it: denormal numbers are slow.
void TestMixer::outOfEarshotIsExactlyZero()
{
    Listener listener;
    Talker talker(listener, anna, m_tone);
    listener.mixer.place(anna, {1, 0.3F});
    listener.listen(0.5, [&] { talker(); });
    listener.mixer.place(anna, {0, 0.3F});
    listener.listen(0.2, [&] { talker(); });
    QVERIFY(isSilent(listener.listen(0.5, [&] { talker(); })));
}

void TestMixer::deafenedUserHearsNoSpeaker()
{
    Listener listener;
    Talker talker(listener, anna, m_tone);
    listener.mixer.place(anna, {1, 0});
    const auto talk = [&] { talker(); };
    QVERIFY(levelOf(listener.listen(0.5, talk)) > -26);
    listener.mixer.setDeafened(true);
    const Sound fading = listener.listen(0.2, talk);
    QVERIFY(greatestStep(left(fading)) < 0.01F); // without a click
    QVERIFY(isSilent(listener.listen(0.8, talk)));
    QVERIFY(listener.statsOf(anna).isTalking); // talk indicators still work
    const double playedBefore = listener.statsOf(anna).playedMs;
    QVERIFY(playedBefore > 1'400);
    listener.mixer.setDeafened(false);
    QVERIFY(levelOf(listener.listen(0.5, talk)) > -26);
    QVERIFY(listener.statsOf(anna).playedMs < playedBefore + 550); // nothing was queued
}

void TestMixer::forgetsSpeaker()
{
    Listener listener;
    Talker a(listener, anna, m_tone);
    Talker b(listener, ben, m_tone);
    listener.mixer.place(anna, {1, -1});
    listener.mixer.place(ben, {1, 1});
    listener.listen(0.5, [&] { a(), b(); });
    listener.mixer.forget(anna);
    QVERIFY(!listener.knows(anna) && listener.knows(ben));
    const Sound heard = listener.listen(0.5, [&] { b(); });
    QVERIFY(peakOf(left(heard)) < 0.2F);
    QVERIFY(levelOf(part(left(heard), 0.1, 0.5)) < -90);
    QVERIFY(levelOf(part(right(heard), 0.1, 0.5)) > -21);
    // Gain and pan are forgotten too: the id may be reused for someone else.
    QVERIFY(levelOf(left(listener.listen(0.5, [&] { a(), b(); }))) < -90);
    listener.mixer.forget(SpeakerId{12'345}); // never seen
}

void TestMixer::forgetsAllSpeakers()
{
    Listener listener;
    Talker talker(listener, anna, m_tone);
    listener.mixer.place(anna, {1, 0});
    listener.listen(0.5, [&] { talker(); });
    listener.mixer.forgetAll();
    QVERIFY(listener.mixer.stats().isEmpty());
    listener.listen(0.01);
    QVERIFY(isSilent(listener.listen(0.2)));
}

void TestMixer::addsVoices()
{
    Listener listener;
    Talker a(listener, anna, m_tone);
    Talker b(listener, ben, test::encoded(test::atLevel(test::sine(800, 0.1, 1), -20)));
    listener.mixer.place(anna, {1, -1});
    listener.mixer.place(ben, {1, -1});
    const Sound heard = left(listener.listen(1, [&] { a(), b(); }));
    QVERIFY(isNear(levelOf(part(heard, 0.3, 0.9)), -17));
}

void TestMixer::limitsManySpeakers()
{
    const auto loud = test::encoded(test::sine(300, 0.9, 1));
    Listener listener;
    std::vector<Talker> talkers;
    for (std::uint32_t i = 0; i < 40; ++i) {
        talkers.emplace_back(listener, SpeakerId{i}, loud);
        listener.mixer.place(SpeakerId{i}, {4, 0});
    }
    const float peak = peakOf(listener.listen(1, [&] {
        for (Talker &talker : talkers)
            talker();
    }));
    QVERIFY2(peak > 0.8F && peak < 0.8913F, qPrintable(QString::number(double(peak))));
}

//! Packets of 40 ms from another encoder; a sine of amplitude 12000/32768 has -11.74 dBFS.
void TestMixer::decodesWebClientPackets()
{
    QList<QByteArray> packets;
    for (const auto &packet : test::loadVectors("voice_opus.json").value(QLatin1StringView("sine")).toArray())
        packets.append(test::fromHex(packet.toObject().value(QLatin1StringView("hex"))));
    Listener listener;
    listener.mixer.place(anna, {1, -1});
    Talker talker(listener, anna, packets, 40);
    const Sound heard = left(listener.listen(1, [&] { talker(); }));
    QVERIFY(isNear(levelOf(part(heard, 0.2, 1)), -11.74));
    listener.listen(0.5);
    const SpeakerStats stats = listener.statsOf(anna);
    QCOMPARE(stats.packets, 25U);
    QCOMPARE(stats.playedMs, 1'000.0);
    QCOMPARE(stats.concealedMs, 0.0);
    QCOMPARE(stats.refused + stats.late + stats.duplicate + stats.overflow, 0U);
    QVERIFY(!stats.isTalking);
}

void TestMixer::rendersPiecesUpTo20Ms()
{
    for (const std::size_t frames : {48, 96, 480, 960}) {
        Listener listener;
        listener.mixer.place(anna, {1, -1});
        Talker talker(listener, anna, m_tone);
        Sound heard;
        Sound piece(2 * frames);
        std::chrono::microseconds sent = listener.now;
        for (const auto end = listener.now + 1s; listener.now < end; listener.now += 1us * (frames * 1'000 / 48)) {
            for (; sent <= listener.now; sent += 20ms)
                talker.send();
            listener.mixer.render(piece, listener.now);
            heard.insert(heard.end(), piece.begin(), piece.end());
        }
        QVERIFY(isNear(levelOf(part(left(heard), 0.3, 0.9)), -20));
    }
}

void TestMixer::chimeIsSoftAndIgnoresDeafening()
{
    Listener listener;
    listener.mixer.setDeafened(true); // audible even then
    listener.mixer.playCue(Cue::Chime);
    const Sound heard = listener.listen(1);
    QCOMPARE(left(heard), right(heard));
    for (const double note : {0.0, 0.25})
        QVERIFY(levelOf(part(left(heard), note + 0.01, note + 0.1)) > -26);
    QVERIFY(peakOf(heard) < 0.25F);
    QVERIFY(greatestStep(left(heard)) < 0.2F * 2 * std::numbers::pi_v<float> * 784 / sampleRate);
    // Faded ends: just before them there is almost nothing left.
    for (const double end : {0.25, 0.5})
        QVERIFY(levelOf(part(left(heard), end - 0.0005 + 0.001, end + 0.001)) < -55);
    QVERIFY(isSilent(listener.listen(0.5)));
}

void TestMixer::tapReceivesEachSpeakerSeparately()
{
    Listener listener;
    Talker a(listener, anna, m_tone);
    Talker b(listener, ben, test::encoded(test::atLevel(test::sine(500, 0.1, 1), -40)));
    listener.mixer.place(anna, {0.01F, -1});
    QHash<SpeakerId, Sound> tapped;
    listener.mixer.setTap([&](SpeakerId id, std::span<const float> mono) {
        Sound &sound = tapped[id];
        sound.insert(sound.end(), mono.begin(), mono.end());
    });
    listener.listen(1, [&] { a(), b(); });
    QCOMPARE(tapped.size(), 2);
    QVERIFY(isNear(levelOf(part(tapped[anna], 0.3, 0.9)), -20)); // regardless of gain and pan
    QVERIFY(isNear(levelOf(part(tapped[ben], 0.3, 0.9)), -40));
    listener.mixer.setTap({});
    const auto before = tapped[anna].size();
    listener.listen(0.1, [&] { a(), b(); });
    QCOMPARE(tapped[anna].size(), before);
}

ISLET_TEST(TestMixer);

#include "tst_mixer.moc"
