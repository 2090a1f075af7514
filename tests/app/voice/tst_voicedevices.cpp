// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/voice/devicewords.h"
#include "tests/support/testmain.h"
#include "voicefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = DeviceState::Kind;

namespace {

const Address ana = numberedAddress(1);

} // namespace

//! Microphones and loudspeakers: selection, problems, and playback of peers.
class TestVoiceDevices : public QObject {
    Q_OBJECT

private slots:
    void describesDeviceProblems_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("microphone");
        QTest::addColumn<QString>("loudspeaker");
        for (const Kind kind : {Kind::Off, Kind::Opening, Kind::Running})
            QTest::addRow("no problem %d", int(kind)) << kind << QString() << QString();
        const auto server = u"No audio: the sound server isn't responding. Voice will start when it does."_s;
        QTest::newRow("no server") << Kind::NoServer << server << server;
        QTest::newRow("no device") << Kind::NoDevice << u"No microphone found. Plug one in to be heard."_s
                                   << u"No speakers found. Plug some in to hear others."_s;
        QTest::newRow("refused")
            << Kind::Refused << u"Couldn't open \"%2 <b>\". Allow Islet to use it, or choose another microphone."_s
            << u"Couldn't open \"%2 <b>\". Close other programs using it, or choose other speakers."_s;
        QTest::newRow("hung") << Kind::Hung
                              << u"\"%2 <b>\" isn't responding. Plug it in again, or choose another microphone."_s
                              << u"\"%2 <b>\" isn't responding. Plug it in again, or choose other speakers."_s;
        const auto silent = u"No sound from \"%2 <b>\". Check that it's on and that Islet is allowed to use it."_s;
        QTest::newRow("silent") << Kind::Silent << silent << silent;
    }
    void describesDeviceProblems()
    {
        QFETCH(const Kind, kind);
        QFETCH(const QString, microphone);
        QFETCH(const QString, loudspeaker);
        const DeviceState state{kind, u"%2 <b>"_s};
        QCOMPARE(problemOf(state, DeviceUse::Microphone), microphone);
        QCOMPARE(problemOf(state, DeviceUse::Loudspeaker), loudspeaker);
        QVERIFY(problemOf({kind, QString(100'000, u'n')}, DeviceUse::Microphone).size() < 300);
    }

    void listsDeviceNames()
    {
        QCOMPARE(namesOf({}), QStringList{u"System default"_s});
        QCOMPARE(namesOf(twoMicrophones), (QStringList{u"System default (Mic A)"_s, u"Mic A"_s, u"Mic B"_s}));
        const QStringList names = namesOf({{"c", QString(100'000, u'n'), false}});
        QCOMPARE(names.value(0), u"System default"_s);
        QVERIFY(names.value(1).size() < 100);
    }

    void reportsEveryDeviceState_data()
    {
        QTest::addColumn<Kind>("microphone");
        QTest::addColumn<Kind>("loudspeaker");
        QTest::addColumn<bool>("canTalk");
        QTest::newRow("running") << Kind::Running << Kind::Running << true;
        QTest::newRow("no server") << Kind::NoServer << Kind::NoServer << false;
        QTest::newRow("no microphone") << Kind::NoDevice << Kind::Running << false;
        QTest::newRow("no loudspeaker") << Kind::Running << Kind::NoDevice << true;
        QTest::newRow("refused microphone") << Kind::Refused << Kind::Running << false;
        QTest::newRow("refused loudspeaker") << Kind::Running << Kind::Refused << true;
        QTest::newRow("refused microphone, no loudspeaker") << Kind::Refused << Kind::NoDevice << false;
        QTest::newRow("hung microphone") << Kind::Hung << Kind::Running << false;
        QTest::newRow("silent microphone") << Kind::Silent << Kind::Running << true;
    }
    void reportsEveryDeviceState()
    {
        QFETCH(const Kind, microphone);
        QFETCH(const Kind, loudspeaker);
        QFETCH(const bool, canTalk);
        VoiceFixture fixture;
        const auto firstOf = [](const QList<SoundDevice> &devices, Kind kind) {
            return kind == Kind::NoDevice ? QList<SoundDevice>() : devices.first(1);
        };
        fixture.machine->set(firstOf(twoMicrophones, microphone), firstOf(twoLoudspeakers, loudspeaker));
        fixture.machine->isReachable = microphone != Kind::NoServer;
        QSet<QByteArray> refused;
        if (microphone == Kind::Refused)
            refused.insert("a");
        if (loudspeaker == Kind::Refused)
            refused.insert("x");
        fixture.machine->refuse(refused);
        if (microphone == Kind::Hung)
            fixture.machine->hang({"a"});
        if (microphone == Kind::Silent)
            fixture.machine->microphone = FakeMachine::Microphone::Zeros;
        QSignalSpy changed(&fixture.voice, &VoiceController::devicesChanged);
        QVERIFY(fixture.enter());
        const auto isReached = [&] {
            const AudioState &state = fixture.voice.pipeline().state();
            return state.microphone.kind == microphone && state.loudspeaker.kind == loudspeaker;
        };
        QVERIFY(waitUntil(isReached, VoiceFixture::patience));
        const AudioState &state = fixture.voice.pipeline().state();
        const QString microphoneProblem = problemOf(state.microphone, DeviceUse::Microphone);
        QCOMPARE(fixture.voice.problem(),
                 microphoneProblem.isEmpty() ? problemOf(state.loudspeaker, DeviceUse::Loudspeaker)
                                             : microphoneProblem);
        QCOMPARE(fixture.voice.problem().isEmpty(), microphone == Kind::Running && loudspeaker == Kind::Running);
        QCOMPARE(fixture.voice.canTalk(), canTalk);
        QVERIFY(changed.count() > 0);
    }

    void hungMicrophoneStopsTalking()
    {
        VoiceFixture fixture;
        QVERIFY(fixture.enterAndRun());
        fixture.voice.press();
        QVERIFY(fixture.sends(3));
        QVERIFY(fixture.voice.isTalking());
        fixture.machine->hang({"b"});
        fixture.voice.setMicrophone(2); // the audio thread hangs
        fixture.voice.release();
        QVERIFY(waitUntil([&fixture] { return fixture.voice.pipeline().hasAbandoned(); }, VoiceFixture::patience));
        QVERIFY(!fixture.voice.isTalking());
        QTRY_VERIFY(fixture.machine->opened().last() != u"b"_s); // the other microphone takes over
        QVERIFY(!fixture.voice.isTalking());
    }

    void selectsDevicesByIndex()
    {
        VoiceFixture fixture;
        QVERIFY(fixture.enterAndRun());
        QCOMPARE(fixture.voice.microphones(), namesOf(twoMicrophones));
        QCOMPARE(fixture.voice.loudspeakers(), namesOf(twoLoudspeakers));
        QCOMPARE(fixture.voice.microphone(), 0);
        QCOMPARE(fixture.voice.loudspeaker(), 0);
        fixture.machine->clearOpened();
        fixture.voice.setMicrophone(2);
        QTRY_VERIFY(fixture.machine->opened().contains(u"b"_s));
        QCOMPARE(fixture.voice.microphone(), 2);
        QCOMPARE(fixture.settings.value(u"voice/microphone"_s).toByteArray(), "b"_ba);
        fixture.voice.setLoudspeaker(2);
        QTRY_VERIFY(fixture.machine->opened().last().startsWith(u"y "_s));
        QCOMPARE(fixture.voice.loudspeaker(), 2);
        QVERIFY(fixture.isRunning());
        fixture.machine->clearOpened();
        fixture.voice.setMicrophone(0); // system default
        QTRY_VERIFY(fixture.machine->opened().contains(u"a"_s));
        QVERIFY(fixture.voice.settings()->microphone().isEmpty());
        fixture.voice.setMicrophone(99);
        fixture.voice.setLoudspeaker(-1);
        QCOMPARE(fixture.voice.microphone(), 0);
        QCOMPARE(fixture.voice.loudspeaker(), 0);
    }

    void keepsChoiceWhileUnplugged()
    {
        VoiceFixture fixture;
        QVERIFY(fixture.enterAndRun());
        fixture.voice.setMicrophone(2);
        QTRY_VERIFY(fixture.machine->opened().contains(u"b"_s));
        fixture.machine->set(twoMicrophones.first(1), twoLoudspeakers);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.voice.microphones().size(), 2, 10'000);
        QCOMPARE(fixture.voice.microphone(), 0); // the device in use now
        fixture.machine->set(twoMicrophones, twoLoudspeakers);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.voice.microphone(), 2, 10'000);
    }

    void reportsWhoTalks()
    {
        VoiceFixture fixture;
        QVERIFY(fixture.enterAndRun());
        const QList<QByteArray> recording = fixture.record(20);
        QVERIFY(recording.size() >= 20);
        QList<QSet<Address>> changes;
        connect(&fixture.voice.people(), &PeerAudioSettings::talkingChanged, &fixture.voice,
                [&](const QSet<Address> &who) { changes.append(who); });
        fixture.machine->loudest = 0;
        fixture.hear(ana, recording);
        QTRY_VERIFY(fixture.voice.people().isTalking(ana));
        QVERIFY(fixture.voice.people().statsOf(ana));
        QVERIFY(fixture.voice.people().statsOf(ana)->packets > 0);
        QTRY_VERIFY(fixture.machine->loudest > 0.1F);
        QTRY_VERIFY(!fixture.voice.people().isTalking(ana));
        QCOMPARE(changes, (QList<QSet<Address>>{{ana}, {ana}}));
        fixture.hear(ana, recording);
        QTRY_VERIFY(fixture.voice.people().isTalking(ana));
        fixture.client.leave();
        QTRY_VERIFY(!fixture.voice.people().isTalking(ana)); // no one talks outside a room
    }

    void countsPeersInEarshot()
    {
        VoiceFixture fixture;
        QVERIFY(fixture.enter());
        fixture.hear(ana, {});
        QTRY_COMPARE(fixture.voice.inEarshot(), 1);
        QVERIFY(fixture.client.reporter().setPlacement({{5'000, 0, 5'000}, 0, {}}));
        QTRY_COMPARE(fixture.voice.inEarshot(), 0);
        fixture.voice.settings()->setCurve(VoiceSettings::None);
        QTRY_COMPARE(fixture.voice.inEarshot(), 1);
    }

    void deafenedUserHearsNothing()
    {
        VoiceFixture fixture;
        QSignalSpy deafened(&fixture.voice, &VoiceController::deafenedChanged);
        QVERIFY(fixture.enterAndRun());
        const QList<QByteArray> recording = fixture.record(20);
        fixture.voice.setDeafened(true);
        QVERIFY(fixture.voice.isDeafened());
        QCOMPARE(deafened.count(), 1);
        QVERIFY(listenOn(*fixture.machine));
        fixture.machine->loudest = 0;
        fixture.hear(ana, recording);
        QVERIFY(listenOn(*fixture.machine, sampleRate));
        QCOMPARE(fixture.machine->loudest.load(), 0.F);
        fixture.voice.setDeafened(false);
        fixture.hear(ana, recording);
        QTRY_VERIFY(fixture.machine->loudest > 0.1F);
    }

    void appliesPeerAudioSettings()
    {
        VoiceFixture fixture;
        QVERIFY(fixture.enterAndRun());
        const QList<QByteArray> recording = fixture.record(20);
        fixture.voice.setPersonMuted(u"nonsense"_s, true);
        fixture.voice.setPersonVolume(QString(), 0);
        QVERIFY(fixture.voice.people().adjusted().isEmpty());
        fixture.voice.setPersonMuted(ana.toChecksummed(), true);
        fixture.machine->loudest = 0;
        fixture.hear(ana, recording);
        QVERIFY(listenOn(*fixture.machine, sampleRate));
        QCOMPARE(fixture.machine->loudest.load(), 0.F);
        fixture.voice.setPersonMuted(ana.toChecksummed(), false);
        fixture.voice.setPersonVolume(ana.toLower(), 0.25);
        QVERIFY(listenOn(*fixture.machine));
        fixture.hear(ana, recording);
        QTRY_VERIFY(fixture.machine->loudest > 0.03F);
        QVERIFY(listenOn(*fixture.machine, sampleRate));
        QVERIFY2(fixture.machine->loudest < 0.15F, qPrintable(QString::number(fixture.machine->loudest)));
    }

    void appliesStoredPeerAudioSettings()
    {
        VoiceFixture fixture;
        QVERIFY(fixture.enterAndRun());
        const QList<QByteArray> recording = fixture.record(20);
        fixture.voice.setPersonMuted(ana.toChecksummed(), true);
        VoiceController next(fixture.client.adapter(), fixture.client.session(), fixture.client.directory(),
                             fixture.client.reporter(), fixture.settings,
                             [fake = fixture.machine] { return std::make_unique<FakeSoundSystem>(fake); });
        QVERIFY(next.people().audioOf(ana).isMuted);
        next.settings()->setCurve(VoiceSettings::None);
        next.setChecking(true); // opens its own devices
        QTRY_VERIFY(fixture.machine->alive == 4);
        fixture.machine->loudest = 0;
        fixture.hear(ana, recording);
        QVERIFY(listenOn(*fixture.machine, 2 * sampleRate));
        QCOMPARE(fixture.machine->loudest.load(), 0.F);
    }
};

ISLET_TEST(TestVoiceDevices);
#include "tst_voicedevices.moc"
