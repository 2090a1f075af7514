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

//! Microphones and loudspeakers: which, what is wrong with them, and whom they let hear.
class TestVoiceDevices : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("microphone");
        QTest::addColumn<QString>("loudspeaker");
        for (const Kind kind : {Kind::Off, Kind::Opening, Kind::Running})
            QTest::addRow("nothing %d", int(kind)) << kind << QString() << QString();
        const auto server = u"There is no sound: the sound server does not answer. Voice begins when it does."_s;
        QTest::newRow("no server") << Kind::NoServer << server << server;
        QTest::newRow("no device") << Kind::NoDevice << u"There is no microphone. Plug one in to be heard."_s
                                   << u"There is no loudspeaker. Plug one in to hear the others."_s;
        QTest::newRow("refused")
            << Kind::Refused << u"The microphone %2 <b> cannot be opened. Allow Islet to use it, or choose another."_s
            << u"The loudspeaker %2 <b> cannot be opened. Close what else uses it, or choose another."_s;
        QTest::newRow("hung") << Kind::Hung
                              << u"The microphone %2 <b> does not answer. Plug it in again, or choose another."_s
                              << u"The loudspeaker %2 <b> does not answer. Plug it in again, or choose another."_s;
        const auto silent = u"The microphone %2 <b> is silent. Is it switched off, or forbidden to Islet?"_s;
        QTest::newRow("silent") << Kind::Silent << silent << silent;
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(const Kind, kind);
        QFETCH(const QString, microphone);
        QFETCH(const QString, loudspeaker);
        const DeviceState state{kind, u"%2 <b>"_s};
        QCOMPARE(problemOf(state, DeviceUse::Microphone), microphone);
        QCOMPARE(problemOf(state, DeviceUse::Loudspeaker), loudspeaker);
        QVERIFY(problemOf({kind, QString(100'000, u'n')}, DeviceUse::Microphone).size() < 300);
    }

    void namesToChooseFrom()
    {
        QCOMPARE(namesOf({}), QStringList{u"As the system chooses"_s});
        QCOMPARE(namesOf(twoMicrophones), (QStringList{u"As the system chooses (Mic A)"_s, u"Mic A"_s, u"Mic B"_s}));
        const QStringList names = namesOf({{"c", QString(100'000, u'n'), false}});
        QCOMPARE(names.value(0), u"As the system chooses"_s);
        QVERIFY(names.value(1).size() < 100);
    }

    void everyKindComesAbout_data()
    {
        QTest::addColumn<Kind>("microphone");
        QTest::addColumn<Kind>("loudspeaker");
        QTest::addColumn<bool>("canTalk");
        QTest::newRow("running") << Kind::Running << Kind::Running << true;
        QTest::newRow("no server") << Kind::NoServer << Kind::NoServer << false;
        QTest::newRow("no microphone") << Kind::NoDevice << Kind::Running << false;
        QTest::newRow("no loudspeaker") << Kind::Running << Kind::NoDevice << true;
        QTest::newRow("a refused microphone") << Kind::Refused << Kind::Running << false;
        QTest::newRow("a refused loudspeaker") << Kind::Running << Kind::Refused << true;
        QTest::newRow("both") << Kind::Refused << Kind::NoDevice << false;
        QTest::newRow("a hung microphone") << Kind::Hung << Kind::Running << false;
        QTest::newRow("a silent microphone") << Kind::Silent << Kind::Running << true;
    }
    void everyKindComesAbout()
    {
        QFETCH(const Kind, microphone);
        QFETCH(const Kind, loudspeaker);
        QFETCH(const bool, canTalk);
        VoiceHouse house;
        const auto one = [](const QList<SoundDevice> &devices, Kind kind) {
            return kind == Kind::NoDevice ? QList<SoundDevice>() : devices.first(1);
        };
        house.machine->set(one(twoMicrophones, microphone), one(twoLoudspeakers, loudspeaker));
        house.machine->isReachable = microphone != Kind::NoServer;
        QSet<QByteArray> refused;
        if (microphone == Kind::Refused)
            refused.insert("a");
        if (loudspeaker == Kind::Refused)
            refused.insert("x");
        house.machine->refuse(refused);
        if (microphone == Kind::Hung)
            house.machine->hang({"a"});
        if (microphone == Kind::Silent)
            house.machine->microphone = FakeMachine::Microphone::Zeros;
        QSignalSpy changed(&house.voice, &VoiceController::devicesChanged);
        QVERIFY(house.enter());
        const auto isThere = [&] {
            const AudioState &state = house.voice.pipeline().state();
            return state.microphone.kind == microphone && state.loudspeaker.kind == loudspeaker;
        };
        QVERIFY(waitUntil(isThere, VoiceHouse::patience));
        const AudioState &state = house.voice.pipeline().state();
        const QString ofMicrophone = problemOf(state.microphone, DeviceUse::Microphone);
        QCOMPARE(house.voice.problem(),
                 ofMicrophone.isEmpty() ? problemOf(state.loudspeaker, DeviceUse::Loudspeaker) : ofMicrophone);
        QCOMPARE(house.voice.problem().isEmpty(), microphone == Kind::Running && loudspeaker == Kind::Running);
        QCOMPARE(house.voice.canTalk(), canTalk);
        QVERIFY(changed.count() > 0);
    }

    void whoHangsDoesNotTalkOn()
    {
        VoiceHouse house;
        QVERIFY(house.enterAndRun());
        house.voice.press();
        QVERIFY(house.sends(3));
        QVERIFY(house.voice.isTalking());
        house.machine->hang({"b"});
        house.voice.setMicrophone(2); // and the audio thread comes back no more
        house.voice.release();
        QVERIFY(waitUntil([&house] { return house.voice.pipeline().hasAbandoned(); }, VoiceHouse::patience));
        QVERIFY(!house.voice.isTalking());
        QTRY_VERIFY(house.machine->opened().last() != u"b"_s); // the other microphone takes over
        QVERIFY(!house.voice.isTalking());
    }

    void chosenByTheirPlaceInTheList()
    {
        VoiceHouse house;
        QVERIFY(house.enterAndRun());
        QCOMPARE(house.voice.microphones(), namesOf(twoMicrophones));
        QCOMPARE(house.voice.loudspeakers(), namesOf(twoLoudspeakers));
        QCOMPARE(house.voice.microphone(), 0);
        QCOMPARE(house.voice.loudspeaker(), 0);
        house.machine->clearOpened();
        house.voice.setMicrophone(2);
        QTRY_VERIFY(house.machine->opened().contains(u"b"_s));
        QCOMPARE(house.voice.microphone(), 2);
        QCOMPARE(house.settings.value(u"voice/microphone"_s).toByteArray(), "b"_ba);
        house.voice.setLoudspeaker(2);
        QTRY_VERIFY(house.machine->opened().last().startsWith(u"y "_s));
        QCOMPARE(house.voice.loudspeaker(), 2);
        QVERIFY(house.isRunning());
        house.machine->clearOpened();
        house.voice.setMicrophone(0); // as the system chooses
        QTRY_VERIFY(house.machine->opened().contains(u"a"_s));
        QVERIFY(house.voice.settings()->microphone().isEmpty());
        house.voice.setMicrophone(99);
        house.voice.setLoudspeaker(-1);
        QCOMPARE(house.voice.microphone(), 0);
        QCOMPARE(house.voice.loudspeaker(), 0);
    }

    void theChosenOneIsKeptWhileItIsAway()
    {
        VoiceHouse house;
        QVERIFY(house.enterAndRun());
        house.voice.setMicrophone(2);
        QTRY_VERIFY(house.machine->opened().contains(u"b"_s));
        house.machine->set(twoMicrophones.first(1), twoLoudspeakers);
        QTRY_COMPARE_WITH_TIMEOUT(house.voice.microphones().size(), 2, 10'000);
        QCOMPARE(house.voice.microphone(), 0); // what is used now
        house.machine->set(twoMicrophones, twoLoudspeakers);
        QTRY_COMPARE_WITH_TIMEOUT(house.voice.microphone(), 2, 10'000);
    }

    void whoTalksIsKnown()
    {
        VoiceHouse house;
        QVERIFY(house.enterAndRun());
        const QList<QByteArray> words = house.record(20);
        QVERIFY(words.size() >= 20);
        QList<QSet<Address>> changes;
        connect(&house.voice.people(), &VoicePeople::talkingChanged, &house.voice,
                [&](const QSet<Address> &who) { changes.append(who); });
        house.machine->loudest = 0;
        house.hear(ana, words);
        QTRY_VERIFY(house.voice.people().isTalking(ana));
        QVERIFY(house.voice.people().statsOf(ana));
        QVERIFY(house.voice.people().statsOf(ana)->packets > 0);
        QTRY_VERIFY(house.machine->loudest > 0.1F);
        QTRY_VERIFY(!house.voice.people().isTalking(ana));
        QCOMPARE(changes, (QList<QSet<Address>>{{ana}, {ana}}));
        house.hear(ana, words);
        QTRY_VERIFY(house.voice.people().isTalking(ana));
        house.session.leave();
        QTRY_VERIFY(!house.voice.people().isTalking(ana)); // nobody talks in no room
    }

    void whoIsInEarshotIsCounted()
    {
        VoiceHouse house;
        QVERIFY(house.enter());
        house.hear(ana, {});
        QTRY_COMPARE(house.voice.inEarshot(), 1);
        QVERIFY(house.reporter.setPlacement({{5'000, 0, 5'000}, 0, {}}));
        QTRY_COMPARE(house.voice.inEarshot(), 0);
        house.voice.settings()->setCurve(VoiceSettings::None);
        QTRY_COMPARE(house.voice.inEarshot(), 1);
    }

    void theDeafHearNobody()
    {
        VoiceHouse house;
        QSignalSpy deafened(&house.voice, &VoiceController::deafenedChanged);
        QVERIFY(house.enterAndRun());
        const QList<QByteArray> words = house.record(20);
        house.voice.setDeafened(true);
        QVERIFY(house.voice.isDeafened());
        QCOMPARE(deafened.count(), 1);
        QVERIFY(listenOn(*house.machine));
        house.machine->loudest = 0;
        house.hear(ana, words);
        QVERIFY(listenOn(*house.machine, sampleRate));
        QCOMPARE(house.machine->loudest.load(), 0.F);
        house.voice.setDeafened(false);
        house.hear(ana, words);
        QTRY_VERIFY(house.machine->loudest > 0.1F);
    }

    void myWishesAreApplied()
    {
        VoiceHouse house;
        QVERIFY(house.enterAndRun());
        const QList<QByteArray> words = house.record(20);
        house.voice.setPersonMuted(u"nonsense"_s, true);
        house.voice.setPersonVolume(QString(), 0);
        QVERIFY(house.voice.people().wished().isEmpty());
        house.voice.setPersonMuted(ana.toChecksummed(), true);
        house.machine->loudest = 0;
        house.hear(ana, words);
        QVERIFY(listenOn(*house.machine, sampleRate));
        QCOMPARE(house.machine->loudest.load(), 0.F);
        house.voice.setPersonMuted(ana.toChecksummed(), false);
        house.voice.setPersonVolume(ana.toLower(), 0.25);
        QVERIFY(listenOn(*house.machine));
        house.hear(ana, words);
        QTRY_VERIFY(house.machine->loudest > 0.03F);
        QVERIFY(listenOn(*house.machine, sampleRate));
        QVERIFY2(house.machine->loudest < 0.15F, qPrintable(QString::number(house.machine->loudest)));
    }

    void keptWishesAreAppliedFromTheBeginning()
    {
        VoiceHouse house;
        QVERIFY(house.enterAndRun());
        const QList<QByteArray> words = house.record(20);
        house.voice.setPersonMuted(ana.toChecksummed(), true);
        VoiceController next(house.adapter, house.session, house.directory, house.reporter, house.settings,
                             [fake = house.machine] { return std::make_unique<FakeSoundSystem>(fake); });
        QVERIFY(next.people().wishFor(ana).isMuted);
        next.settings()->setCurve(VoiceSettings::None);
        next.setChecking(true); // its own devices
        QTRY_VERIFY(house.machine->alive == 4);
        house.machine->loudest = 0;
        house.hear(ana, words);
        QVERIFY(listenOn(*house.machine, 2 * sampleRate));
        QCOMPARE(house.machine->loudest.load(), 0.F);
    }
};

ISLET_TEST(TestVoiceDevices);
#include "tst_voicedevices.moc"
