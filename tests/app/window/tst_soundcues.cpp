// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "app/window/soundcues.h"
#include "tests/app/chat/chatfixture.h"
#include "tests/app/voice/voicefixture.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Address ana = numberedAddress(1);
const Address bo = numberedAddress(2);

//! A room with chat and voice, with a clock that only the test advances.
struct SoundCuesFixture {
    SoundCuesFixture()
    {
        machine->set(twoMicrophones, twoLoudspeakers);
        QObject::connect(&cues, &SoundCues::played, &cues, [this](Cue cue) { played.append(cue); });
    }
    ~SoundCuesFixture() { machine->release(); } // before the pipeline joins its thread

    bool enter()
    {
        const auto where = ConnectionString::parse(u"offline:"_s);
        if (!where || !session.join(*where))
            return false;
        talk.room.adapter.setTransport(&talk.room.transport);
        talk.room.transport.open();
        return session.state() == CommsSession::State::Joined;
    }
    //! Also waits until cues for peers already present are over.
    bool enterAndWait()
    {
        const bool isConnected = enter();
        wait(SoundCues::quietAtFirst);
        return isConnected;
    }
    void wait(std::chrono::microseconds time) { talk.room.wait(time); }
    //! Returns the cues played since the last call.
    QList<Cue> heard() { return std::exchange(played, {}); }
    //! Holds the key until transmission starts, then releases it.
    bool talkBriefly()
    {
        voice.press();
        const bool began = waitUntil([this] { return voice.isTalking(); }, 20s);
        voice.release();
        keyTime.advance(TalkKey::betweenTaps + 1ms); // the next press isn't a second tap
        return began && waitUntil([this] { return !voice.isTalking(); }, 20s);
    }

    FakeMachinePtr machine = std::make_shared<FakeMachine>();
    ChatFixture talk{allProtocols(), CommsSession::Retry::Never};
    CommsSession &session = talk.room.client.session();
    ForwardClock keyTime;
    VoiceController voice{talk.room.adapter,   session,
                          talk.room.directory, talk.room.reporter,
                          talk.settings,       [fake = machine] { return std::make_unique<FakeSoundSystem>(fake); },
                          keyTime.clock()};
    QList<Cue> played;
    SoundCues cues{{talk.room.adapter, talk.room.directory, talk.chat, voice, talk.room.time.clock()}, talk.settings};
};

const QList<Cue> nothing;

} // namespace

//! When sound cues are played, and when not.
class TestSoundCues : public QObject {
    Q_OBJECT

private slots:
    void playsJoinAndLeave()
    {
        SoundCuesFixture fixture;
        QVERIFY(fixture.enterAndWait());
        fixture.talk.room.join(ana);
        QCOMPARE(fixture.heard(), QList{Cue::Join});
        fixture.wait(1s);
        fixture.talk.room.leave(ana);
        QCOMPARE(fixture.heard(), QList{Cue::Leave});
    }

    void silentForPeersAlreadyPresent()
    {
        SoundCuesFixture fixture;
        QVERIFY(fixture.enter());
        fixture.talk.room.join(ana);
        fixture.talk.room.say(ana, u"welcome"_s);
        fixture.wait(2'999ms);
        fixture.talk.room.join(bo);
        QCOMPARE(fixture.heard(), nothing);
        fixture.wait(1ms);
        fixture.talk.room.leave(ana);
        QCOMPARE(fixture.heard(), QList{Cue::Leave});
        QVERIFY(fixture.enter()); // rejoin
        fixture.talk.room.join(ana);
        QCOMPARE(fixture.heard(), nothing);
    }

    void playsOnceForSimultaneousJoins()
    {
        SoundCuesFixture fixture;
        QVERIFY(fixture.enterAndWait());
        fixture.talk.room.join(ana);
        fixture.talk.room.join(bo);
        fixture.wait(999ms);
        fixture.talk.room.leave(ana);
        QCOMPARE(fixture.heard(), QList{Cue::Join});
        fixture.wait(1ms);
        fixture.talk.room.leave(bo);
        QCOMPARE(fixture.heard(), QList{Cue::Leave});
    }

    void noJoinCuesInLargeRoom()
    {
        SoundCuesFixture fixture;
        QVERIFY(fixture.enter());
        for (int n = 1; n <= 18; ++n)
            fixture.talk.room.join(numberedAddress(n));
        fixture.wait(10s);
        fixture.talk.room.join(numberedAddress(19)); // 20 with me
        QCOMPARE(fixture.heard(), QList{Cue::Join});
        fixture.wait(1s);
        fixture.talk.room.join(numberedAddress(20));
        fixture.wait(1s);
        fixture.talk.room.join(numberedAddress(21));
        fixture.wait(1s);
        fixture.talk.room.leave(numberedAddress(21));
        QCOMPARE(fixture.heard(), nothing);
        fixture.talk.room.say(ana, u"what a crowd"_s); // messages still play
        QCOMPARE(fixture.heard(), QList{Cue::Message});
    }

    void ownLeaveIsSilent()
    {
        SoundCuesFixture fixture;
        QVERIFY(fixture.enter());
        fixture.talk.room.join(ana);
        fixture.wait(10s);
        fixture.session.leave();
        QCOMPARE(fixture.talk.room.directory.count(), 0);
        QCOMPARE(fixture.heard(), nothing);
    }

    void playsMessageCue()
    {
        SoundCuesFixture fixture;
        QVERIFY(fixture.enterAndWait());
        QVERIFY(fixture.talk.chat.send(u"hello?"_s)); // own message
        QCOMPARE(fixture.heard(), nothing);
        fixture.talk.room.join(ana);
        fixture.heard();
        fixture.talk.room.say(ana, u"hello"_s);
        fixture.wait(1'999ms);
        fixture.talk.room.say(ana, u"hello!"_s);
        QCOMPARE(fixture.heard(), QList{Cue::Message});
        fixture.wait(1ms);
        fixture.talk.room.say(ana, u"hello!!"_s);
        QCOMPARE(fixture.heard(), QList{Cue::Message});
        fixture.wait(10s);
        fixture.talk.chat.setBeingRead(true); // read as it arrives
        fixture.talk.room.say(ana, u"you see"_s);
        QCOMPARE(fixture.heard(), nothing);
        fixture.talk.chat.setBeingRead(false);
        fixture.talk.room.say(ana, u"anybody?"_s);
        QCOMPARE(fixture.heard(), QList{Cue::Message});
    }

    void silentForIgnoredPeers()
    {
        SoundCuesFixture fixture;
        fixture.talk.chat.setIgnored([](const Address &who) { return who == ana; });
        QVERIFY(fixture.enterAndWait());
        fixture.talk.room.join(ana);
        fixture.heard();
        fixture.talk.room.say(ana, u"hey"_s);
        QCOMPARE(fixture.heard(), nothing);
    }

    void playsTalkCues()
    {
        SoundCuesFixture fixture;
        VoiceFixture::takeAllProcessingOff(*fixture.voice.settings());
        QVERIFY(fixture.enter()); // at once, too: it is the user's own key
        QVERIFY(fixture.talkBriefly());
        QCOMPARE(fixture.heard(), (QList{Cue::TalkOn, Cue::TalkOff}));
        fixture.cues.setTalk(false);
        QVERIFY(fixture.talkBriefly());
        QCOMPARE(fixture.heard(), nothing);
        fixture.cues.setTalk(true);
        fixture.voice.settings()->setByVoice(true); // every sentence would play a cue
        QVERIFY(fixture.talkBriefly());
        QCOMPARE(fixture.heard(), nothing);
    }

    void selfTestPlaysNoTalkCues()
    {
        SoundCuesFixture fixture;
        VoiceFixture::takeAllProcessingOff(*fixture.voice.settings());
        QVERIFY(fixture.enter());
        fixture.voice.selfTest()->setActive(true);
        QVERIFY(waitUntil([&] { return fixture.voice.isTalking(); }, 20s));
        fixture.voice.selfTest()->setActive(false);
        QVERIFY(waitUntil([&] { return !fixture.voice.isTalking(); }, 20s));
        QCOMPARE(fixture.heard(), nothing);
    }

    void silentWhileDeafened()
    {
        SoundCuesFixture fixture;
        QVERIFY(fixture.enterAndWait());
        fixture.voice.setDeafened(true);
        fixture.talk.room.join(ana);
        fixture.talk.room.say(ana, u"hello"_s);
        QVERIFY(fixture.talkBriefly());
        QCOMPARE(fixture.heard(), nothing);
        fixture.voice.setDeafened(false);
        fixture.talk.room.leave(ana);
        QCOMPARE(fixture.heard(), QList{Cue::Leave});
    }

    void switchesEachCueOff()
    {
        SoundCuesFixture fixture;
        QSignalSpy changed(&fixture.cues, &SoundCues::changed);
        QVERIFY(fixture.enterAndWait());
        fixture.cues.setPeople(false);
        fixture.talk.room.join(ana);
        QCOMPARE(fixture.heard(), nothing);
        fixture.talk.room.say(ana, u"hello"_s);
        QCOMPARE(fixture.heard(), QList{Cue::Message});
        fixture.wait(10s);
        fixture.cues.setMessages(false);
        fixture.talk.room.say(ana, u"hello"_s);
        QCOMPARE(fixture.heard(), nothing);
        fixture.cues.setPeople(true);
        fixture.cues.setOn(false); // all cues
        fixture.talk.room.join(bo);
        QCOMPARE(fixture.heard(), nothing);
        fixture.cues.setOn(false);
        QCOMPARE(changed.count(), 4);
        const SoundCues later(
            {fixture.talk.room.adapter, fixture.talk.room.directory, fixture.talk.chat, fixture.voice},
            fixture.talk.settings);
        QVERIFY(!later.isOn() && later.hasPeople() && !later.hasMessages() && later.hasTalk());
    }

    void cuesReachLoudspeaker()
    {
        SoundCuesFixture fixture;
        QVERIFY(fixture.enterAndWait());
        QVERIFY(listenOn(*fixture.machine));
        QCOMPARE(fixture.machine->loudest.load(), 0.F);
        fixture.talk.room.join(ana);
        QTRY_VERIFY(fixture.machine->loudest > 0.05F);
        QVERIFY(fixture.machine->loudest < 0.07F);
    }
};

ISLET_TEST(TestSoundCues);

#include "tst_soundcues.moc"
