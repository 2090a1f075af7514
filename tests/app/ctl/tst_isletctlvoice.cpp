// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/minicomms.h"
#include "tests/support/testmain.h"
#include "tests/support/vectors.h"
#include "tests/support/waiting.h"
#include "voiceroom.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! One isletctl talks, another one records it.
class TestIsletctlVoice : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_speechFile; // 22.05 kHz, mono
    Sound m_speech; // resampled to our rate
    Host m_host;
    MiniComms m_miniComms;

    QString roomOf(const QString &server)
    {
        return server == u"mini-comms" ? m_miniComms.connectionString(u"voice"_s) : m_host.where();
    }

private slots:
    void initTestCase();
    void transmitsSpeech_data();
    void transmitsSpeech();
    void spatializesVoices();
    void alignsAllFiles();
    void playsWebClient();
    void finishesTalkAtEndOfInput();
};

void TestIsletctlVoice::initTestCase()
{
    m_speechFile = m_folder.filePath(u"speech.wav"_s);
    QVERIFY2(speakTo(m_speechFile, u"The north wind and the sun were disputing which was the stronger."_s),
             "espeak-ng is missing");
    const auto speech = readVoice(m_speechFile);
    QVERIFY(speech);
    m_speech = *speech;
    // Validates the similarity measure: high for the same sound, low for another.
    const double same = likeness(m_speech, m_speech).pieces;
    const double other = likeness(m_speech, Sound(m_speech.rbegin(), m_speech.rend())).pieces;
    QVERIFY2(same > 0.99 && other < 0.5, qPrintable(u"%1 and %2"_s.arg(same).arg(other)));
    QVERIFY(!m_host.where().isEmpty());
    QVERIFY2(m_miniComms.start(), qPrintable(m_miniComms.why()));
}

void TestIsletctlVoice::transmitsSpeech_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<bool>("isStereo");
    QTest::newRow("22.05 kHz mono") << u"isletctl serve"_s << false;
    QTest::newRow("44.1 kHz stereo") << u"isletctl serve"_s << true;
    QTest::newRow("mini-comms") << u"mini-comms"_s << false;
}

void TestIsletctlVoice::transmitsSpeech()
{
    QFETCH(const QString, server);
    QFETCH(const bool, isStereo);
    VoiceRoom room(roomOf(server));
    const QString file = isStereo ? room.fileWith(u"stereo.wav"_s, stereoWav(m_speech)) : m_speechFile;
    room.listen();
    QTRY_VERIFY(room.hasEarJoined());
    room.talk({u"--talk"_s, file});
    QTRY_VERIFY(room.isHeard());
    QVERIFY(waitUntil([&] { return room.hasTalked(); }, 20s));
    QVERIFY(waitUntil([&] { return room.wasHeard(); }));
    const QString talker = room.talker();
    QVERIFY(room.ear->has(u"talking", u"address", talker));
    room.ear->say(u"leave"_s);
    room.mouth->say(u"leave"_s);
    QCOMPARE(room.ear->status(), 0);
    QCOMPARE(room.mouth->status(), 0);
    QCOMPARE(room.ear->flaw() + room.mouth->flaw(), QString());

    const Likeness own = likeness(m_speech, channelOf(room.fileOf(talker), 0, 1));
    const Likeness mixed = likeness(m_speech, channelOf(room.mix(), 0, 2));
    const auto stats = VoiceRoom::peerStats(*room.ear);
    qInfo("correlation %.3f, of pieces %.3f (mix %.3f, %.3f), aimed at %.1f ms, concealed %.1f ms", own.whole,
          own.pieces, mixed.whole, mixed.pieces, stats["targetMs"_L1].toDouble(), stats["concealedMs"_L1].toDouble());
    QVERIFY(own.pieces >= 0.8);
    QVERIFY(mixed.pieces >= 0.8);

    const auto frames = static_cast<int>((m_speech.size() + frameSamples - 1) / frameSamples);
    const QJsonObject said = room.mouth->events(u"voiceStats").constLast();
    QVERIFY(std::abs(said["sent"_L1].toInt() - frames) <= 1); // the two resampling paths may differ by one sample
    QCOMPARE(said["unsent"_L1].toInt(), 0);
    QCOMPARE(stats["address"_L1].toString(), talker);
    QCOMPARE(stats["packets"_L1].toInt() + stats["late"_L1].toInt(), said["sent"_L1].toInt());
    for (const auto none : {"duplicate"_L1, "refused"_L1, "overflow"_L1})
        QCOMPARE(stats[none].toInt(-1), 0);
    QVERIFY(stats["targetMs"_L1].toDouble() > 0);
    QVERIFY(stats["actualMs"_L1].toDouble() > 0);
    QVERIFY(stats["jitterMs"_L1].toDouble() >= 0);
    QCOMPARE(stats["level"_L1].toDouble(), -100.0); // no one is talking now
}

void TestIsletctlVoice::spatializesVoices()
{
    struct Spot {
        QString moves; // the talker's command
        QString turns; // the listener's command
        double left;
        double right;
    };
    const double middle = std::sqrt(0.5);
    const QList<Spot> spots{{u"move 18 0 8"_s, u"move 8 0 8 0"_s, 0, 0.5},
                            {u"move -12 0 8"_s, u"move 8 0 8 0"_s, 0.25, 0},
                            {u"move 8 0 11"_s, u"move 8 0 8 0"_s, middle, middle},
                            {u"move 8 0 -2"_s, u"move 8 0 8 90"_s, 0, 0.5}};
    VoiceRoom room(m_host.where());
    const QString tone = room.fileWith(u"tone.wav"_s, monoWav(sine(440, 0.3, 0.8)));
    room.listen();
    QTRY_VERIFY(room.hasEarJoined());
    room.talk();
    for (const Spot &spot : spots) {
        const auto seen = room.ear->events(u"position").size();
        const auto talks = room.ear->events(u"talking").size();
        room.ear->say(spot.turns);
        room.mouth->say(spot.moves);
        QTRY_VERIFY(room.ear->events(u"position").size() > seen);
        room.mouth->say(u"talk "_s + tone);
        QTRY_COMPARE(room.ear->events(u"talking").size(), talks + 2);
    }
    room.ear->say(u"leave"_s);
    QCOMPARE(room.ear->status(), 0);

    const Sound mono = channelOf(room.fileOf(room.talker()), 0, 1);
    const Sound left = channelOf(room.mix(), 0, 2);
    const Sound right = channelOf(room.mix(), 1, 2);
    const auto talks = talksIn(mono, tonePause);
    QCOMPARE(talks.size(), static_cast<std::size_t>(spots.size()));
    for (std::size_t i = 0; i < talks.size(); ++i) {
        constexpr std::size_t edge = sampleRate / 5; // ignores the transition to the new position
        const Talk talk{talks[i].from + edge, talks[i].to - edge};
        const auto gain = [&](const Sound &side) {
            return std::pow(10, (levelOf(in(side, talk)) - levelOf(in(mono, talk))) / 20);
        };
        const Spot &spot = spots[static_cast<qsizetype>(i)];
        QVERIFY2(std::abs(gain(left) - spot.left) < 0.02 && std::abs(gain(right) - spot.right) < 0.02,
                 qPrintable(u"%1: %2 left, %3 right"_s.arg(spot.moves).arg(gain(left)).arg(gain(right))));
    }
}

void TestIsletctlVoice::alignsAllFiles()
{
    VoiceRoom room(m_host.where());
    room.listen({u"--curve"_s, u"none"_s});
    QTRY_VERIFY(room.hasEarJoined());
    room.talk({u"--talk"_s, room.fileWith(u"tone.wav"_s, monoWav(sine(440, 0.3, 0.5))), u"--at"_s, u"500,500"_s});
    QVERIFY(waitUntil([&] { return room.wasHeard(); }));
    room.mouth->say(u"leave"_s); // the file of a peer that left is as long as the others
    QTRY_COMPARE(room.ear->events(u"peerLeft").size(), 1);
    room.ear->say(u"leave"_s);
    QCOMPARE(room.ear->status(), 0);

    const Sound mono = channelOf(room.fileOf(room.talker()), 0, 1);
    const Sound left = channelOf(room.mix(), 0, 2);
    QCOMPARE(left.size(), mono.size());
    const double length = static_cast<double>(mono.size()) / sampleRate;
    const double joined = room.ear->events(u"welcome").constFirst()["t"_L1].toDouble();
    const double lasted = (room.ear->events(u"closed").constFirst()["t"_L1].toDouble() - joined) / 1'000;
    QVERIFY2(std::abs(length - lasted) < 0.1, qPrintable(u"%1 for %2"_s.arg(length).arg(lasted)));
    const auto talks = talksIn(mono, tonePause);
    const auto mixed = talksIn(left, tonePause);
    QVERIFY(talks.size() == 1 && mixed.size() == 1); // --curve none: audible at any distance
    QVERIFY(std::abs(double(talks[0].from) - double(mixed[0].from)) < frameSamples);
    const double began = static_cast<double>(talks[0].from) / sampleRate;
    const double told = (room.ear->events(u"talking").constFirst()["t"_L1].toDouble() - joined) / 1'000;
    QVERIFY2(told - began > -0.05, qPrintable(u"%1, told at %2"_s.arg(began).arg(told)));
    // The final statistics include peers that have left.
    QCOMPARE(VoiceRoom::peerStats(*room.ear)["packets"_L1].toInt(), 25);
}

void TestIsletctlVoice::playsWebClient()
{
    const QJsonObject vectors = loadVectors("voice_opus.json");
    QJsonArray packets;
    for (const QJsonValue packet : vectors["sine"_L1].toArray())
        packets.append(packet["hex"_L1]);
    VoiceRoom room(m_miniComms.connectionString(u"web"_s));
    room.listen({u"--curve"_s, u"none"_s});
    QTRY_VERIFY(room.hasEarJoined());
    NodeProcess web;
    QVERIFY(web.start(u"webclient.mjs"_s, {m_miniComms.url(u"web"_s)}));
    QVERIFY(waitUntil([&] { return !room.talker().isEmpty(); }, 20s));
    web.send({{u"voices"_s, packets}, {u"every"_s, vectors["format"_L1]["frameMs"_L1]}, {u"index"_s, 7}});
    QVERIFY2(waitUntil([&] { return room.wasHeard(); }), qPrintable(web.noise()));
    room.ear->say(u"leave"_s);
    QCOMPARE(room.ear->status(), 0);
    const auto stats = VoiceRoom::peerStats(*room.ear);
    QCOMPARE(stats["packets"_L1].toInt() + stats["late"_L1].toInt(), static_cast<int>(packets.size()));
    QCOMPARE(stats["refused"_L1].toInt(), 0);
    const Sound heard = withoutSilenceAround(channelOf(room.fileOf(room.talker()), 0, 1));
    const double share = shareOfTone(heard, 440);
    qInfo("%.0f ms, %.3f of it the tone, concealed %.1f ms", milliseconds(std::int64_t(heard.size())), share,
          stats["concealedMs"_L1].toDouble());
    QVERIFY(heard.size() > 9 * sampleRate / 10 && heard.size() < 12 * sampleRate / 10);
    QVERIFY(share >= 0.9);
}

void TestIsletctlVoice::finishesTalkAtEndOfInput()
{
    VoiceRoom room(m_host.where());
    room.listen();
    QTRY_VERIFY(room.hasEarJoined());
    room.talk();
    room.mouth->write("talk " + room.fileWith(u"tone.wav"_s, monoWav(sine(440, 0.3, 1))).toUtf8());
    room.mouth->endInput();
    QCOMPARE(room.mouth->status(), 0);
    QCOMPARE(room.mouth->events(u"voiceStats").constLast()["sent"_L1].toInt(), 50);
    QTRY_VERIFY(room.wasHeard());
    room.ear->say(u"leave"_s);
    QCOMPARE(room.ear->status(), 0);
    const auto talks = talksIn(channelOf(room.fileOf(room.talker()), 0, 1), tonePause);
    QCOMPARE(talks.size(), 1U);
    QVERIFY(talks[0].to - talks[0].from > 9 * sampleRate / 10);
}

ISLET_TEST(TestIsletctlVoice);
#include "tst_isletctlvoice.moc"
