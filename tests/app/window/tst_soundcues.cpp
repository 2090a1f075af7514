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

//! A room with a chat and voices, at a time that stands still until a test moves it.
struct CuesHouse {
    CuesHouse()
    {
        machine->set(twoMicrophones, twoLoudspeakers);
        QObject::connect(&cues, &Cues::played, &cues, [this](Cue cue) { played.append(cue); });
    }
    ~CuesHouse() { machine->letGo(); } // before the pipeline waits for its thread

    bool enter()
    {
        const auto where = ConnectionString::parse(u"offline:"_s);
        if (!where || !session.join(*where))
            return false;
        talk.room.adapter.setTransport(&talk.room.transport);
        talk.room.transport.open();
        return session.state() == CommsSession::State::Joined;
    }
    //! And those who were there are known.
    bool settle()
    {
        const bool isIn = enter();
        wait(Cues::quietAtFirst);
        return isIn;
    }
    void wait(std::chrono::microseconds time) { talk.room.wait(time); }
    //! What was played since this was asked the last time.
    QList<Cue> heard() { return std::exchange(played, {}); }
    //! Presses the key until what is said goes out, and lets it go.
    bool sayAWord()
    {
        voice.press();
        const bool began = waitUntil([this] { return voice.isTalking(); }, 20s);
        voice.release();
        return began && waitUntil([this] { return !voice.isTalking(); }, 20s) && VoiceHouse::restAfterTap();
    }

    FakeMachinePtr machine = std::make_shared<FakeMachine>();
    Talk talk;
    Identity identity = Identity::create(PrivateKey::generate());
    TransportFactory factory{allProtocols(), identity};
    CommsSession session{factory, talk.room.adapter, CommsSession::Retry::Never};
    VoiceController voice{talk.room.adapter,   session,
                          talk.room.directory, talk.room.reporter,
                          talk.settings,       [fake = machine] { return std::make_unique<FakeSoundSystem>(fake); }};
    QList<Cue> played;
    Cues cues{{talk.room.adapter, talk.room.directory, talk.chat, voice, talk.room.time.clock()}, talk.settings};
};

const QList<Cue> nothing;

} // namespace

//! When the small sounds are heard, and when not.
class TestCues : public QObject {
    Q_OBJECT

private slots:
    void whoComesAndGoes()
    {
        CuesHouse house;
        QVERIFY(house.settle());
        house.talk.room.join(ana);
        QCOMPARE(house.heard(), QList{Cue::Join});
        house.wait(1s);
        house.talk.room.leave(ana);
        QCOMPARE(house.heard(), QList{Cue::Leave});
    }

    void whoIsThereAlreadyIsNoNews()
    {
        CuesHouse house;
        QVERIFY(house.enter());
        house.talk.room.join(ana);
        house.talk.room.say(ana, u"welcome"_s);
        house.wait(2'999ms);
        house.talk.room.join(bo);
        QCOMPARE(house.heard(), nothing);
        house.wait(1ms);
        house.talk.room.leave(ana);
        QCOMPARE(house.heard(), QList{Cue::Leave});
        QVERIFY(house.enter()); // again
        house.talk.room.join(ana);
        QCOMPARE(house.heard(), nothing);
    }

    void manyAtOnceSoundOnce()
    {
        CuesHouse house;
        QVERIFY(house.settle());
        house.talk.room.join(ana);
        house.talk.room.join(bo);
        house.wait(999ms);
        house.talk.room.leave(ana);
        QCOMPARE(house.heard(), QList{Cue::Join});
        house.wait(1ms);
        house.talk.room.leave(bo);
        QCOMPARE(house.heard(), QList{Cue::Leave});
    }

    void inALargeRoomSomebodyAlwaysComes()
    {
        CuesHouse house;
        QVERIFY(house.enter());
        for (int n = 1; n <= 18; ++n)
            house.talk.room.join(numberedAddress(n));
        house.wait(10s);
        house.talk.room.join(numberedAddress(19)); // with me, 20
        QCOMPARE(house.heard(), QList{Cue::Join});
        house.wait(1s);
        house.talk.room.join(numberedAddress(20));
        house.wait(1s);
        house.talk.room.join(numberedAddress(21));
        house.wait(1s);
        house.talk.room.leave(numberedAddress(21));
        QCOMPARE(house.heard(), nothing);
        house.talk.room.say(ana, u"what a crowd"_s); // which is news all the same
        QCOMPARE(house.heard(), QList{Cue::Message});
    }

    void leavingIsSilent()
    {
        CuesHouse house;
        QVERIFY(house.enter());
        house.talk.room.join(ana);
        house.wait(10s);
        house.session.leave();
        QCOMPARE(house.talk.room.directory.count(), 0);
        QCOMPARE(house.heard(), nothing);
    }

    void whatOthersSay()
    {
        CuesHouse house;
        QVERIFY(house.settle());
        QVERIFY(house.talk.chat.send(u"hello?"_s)); // my own
        QCOMPARE(house.heard(), nothing);
        house.talk.room.join(ana);
        house.heard();
        house.talk.room.say(ana, u"hello"_s);
        house.wait(1'999ms);
        house.talk.room.say(ana, u"hello!"_s);
        QCOMPARE(house.heard(), QList{Cue::Message});
        house.wait(1ms);
        house.talk.room.say(ana, u"hello!!"_s);
        QCOMPARE(house.heard(), QList{Cue::Message});
        house.wait(10s);
        house.talk.chat.setBeingRead(true); // seen as it comes
        house.talk.room.say(ana, u"you see"_s);
        QCOMPARE(house.heard(), nothing);
        house.talk.chat.setBeingRead(false);
        house.talk.room.say(ana, u"anybody?"_s);
        QCOMPARE(house.heard(), QList{Cue::Message});
    }

    void whoIsIgnoredMakesNoSound()
    {
        CuesHouse house;
        house.talk.chat.setIgnored([](const Address &who) { return who == ana; });
        QVERIFY(house.settle());
        house.talk.room.join(ana);
        house.heard();
        house.talk.room.say(ana, u"hey"_s);
        QCOMPARE(house.heard(), nothing);
    }

    void theKeyTicks()
    {
        CuesHouse house;
        VoiceHouse::takeAllProcessingOff(*house.voice.settings());
        QVERIFY(house.enter()); // at once, too: it is my own hand
        QVERIFY(house.sayAWord());
        QCOMPARE(house.heard(), (QList{Cue::TalkOn, Cue::TalkOff}));
        house.cues.setTalk(false);
        QVERIFY(house.sayAWord());
        QCOMPARE(house.heard(), nothing);
        house.cues.setTalk(true);
        house.voice.settings()->setByVoice(true); // each sentence would tick
        QVERIFY(house.sayAWord());
        QCOMPARE(house.heard(), nothing);
    }

    void theSelfTestDoesNotTick()
    {
        CuesHouse house;
        VoiceHouse::takeAllProcessingOff(*house.voice.settings());
        QVERIFY(house.enter());
        house.voice.selfTest()->setActive(true);
        QVERIFY(waitUntil([&] { return house.voice.isTalking(); }, 20s));
        house.voice.selfTest()->setActive(false);
        QVERIFY(waitUntil([&] { return !house.voice.isTalking(); }, 20s));
        QCOMPARE(house.heard(), nothing);
    }

    void whoHearsNobodyHearsNothing()
    {
        CuesHouse house;
        QVERIFY(house.settle());
        house.voice.setDeafened(true);
        house.talk.room.join(ana);
        house.talk.room.say(ana, u"hello"_s);
        QVERIFY(house.sayAWord());
        QCOMPARE(house.heard(), nothing);
        house.voice.setDeafened(false);
        house.talk.room.leave(ana);
        QCOMPARE(house.heard(), QList{Cue::Leave});
    }

    void eachCanBeSwitchedOff()
    {
        CuesHouse house;
        QSignalSpy changed(&house.cues, &Cues::changed);
        QVERIFY(house.settle());
        house.cues.setPeople(false);
        house.talk.room.join(ana);
        QCOMPARE(house.heard(), nothing);
        house.talk.room.say(ana, u"hello"_s);
        QCOMPARE(house.heard(), QList{Cue::Message});
        house.wait(10s);
        house.cues.setMessages(false);
        house.talk.room.say(ana, u"hello"_s);
        QCOMPARE(house.heard(), nothing);
        house.cues.setPeople(true);
        house.cues.setOn(false); // all of them
        house.talk.room.join(bo);
        QCOMPARE(house.heard(), nothing);
        house.cues.setOn(false);
        QCOMPARE(changed.count(), 4);
        const Cues later({house.talk.room.adapter, house.talk.room.directory, house.talk.chat, house.voice},
                         house.talk.settings);
        QVERIFY(!later.isOn() && later.hasPeople() && !later.hasMessages() && later.hasTalk());
    }

    void theyAreReallyPlayed()
    {
        CuesHouse house;
        QVERIFY(house.settle());
        QVERIFY(listenOn(*house.machine));
        QCOMPARE(house.machine->loudest.load(), 0.F);
        house.talk.room.join(ana);
        QTRY_VERIFY(house.machine->loudest > 0.05F);
        QVERIFY(house.machine->loudest < 0.07F);
    }
};

ISLET_TEST(TestCues);

#include "tst_soundcues.moc"
