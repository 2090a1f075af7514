// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testmain.h"
#include "voicefixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The key, and what goes out because of it.
class TestVoiceController : public QObject {
    Q_OBJECT

private:
    //! Two taps, as often as it takes on a slow machine.
    static bool latch(VoiceController &voice)
    {
        for (int tap = 0; tap < 20 && !voice.isLatched(); ++tap) {
            QElapsedTimer up;
            up.start();
            if (!waitUntil([&up] { return std::chrono::milliseconds(up.elapsed()) > 2 * TalkKey::bounce; }))
                return false;
            voice.press();
            voice.release();
        }
        return voice.isLatched();
    }
    static QString said(const Expected<QString> &answer) { return answer ? *answer : answer.error().detail; }

private slots:
    void devicesAreOpenInARoomAlone()
    {
        VoiceHouse house;
        QVERIFY(house.voice.microphones().size() == 1); // nobody asked yet
        QVERIFY(house.enterAndRun());
        QCOMPARE(house.machine->alive.load(), 2);
        QCOMPARE(house.machine->opened().size(), 2);
        house.session.leave();
        QTRY_COMPARE(house.machine->alive.load(), 0);
        QVERIFY(house.enter());
        QTRY_COMPARE(house.machine->alive.load(), 2);
    }

    void aLookAtTheMicrophoneOpensThemToo()
    {
        VoiceHouse house;
        house.voice.setChecking(true);
        QVERIFY(house.isRunning());
        QTRY_VERIFY(house.voice.microphoneLevel() > 0);
        house.voice.setChecking(false);
        QCOMPARE(house.voice.microphoneLevel(), 0.);
        QTRY_COMPARE(house.machine->alive.load(), 0);
        house.voice.selfTest()->setActive(true);
        QTRY_COMPARE(house.machine->alive.load(), 2);
        QVERIFY(house.enter());
        house.voice.selfTest()->setActive(false);
        QVERIFY(listenOn(*house.machine)); // the room has them
        QCOMPARE(house.machine->alive.load(), 2);
    }

    void theKeySends()
    {
        VoiceHouse house;
        VoiceHouse::takeAllProcessingOff(*house.voice.settings());
        QVERIFY(house.enterAndRun());
        QVERIFY(listenOn(*house.machine));
        QCOMPARE(house.frames(), 0U);
        QVERIFY(!house.voice.isTalking() && !house.voice.isSending());
        house.room.sent.clear();
        house.voice.press();
        QVERIFY(house.sends(25));
        QVERIFY(house.voice.isTalking());
        QVERIFY(house.room.letters().startsWith(u"pmv"_s)); // from somewhere
        QTRY_VERIFY(house.voice.isSending() && house.voice.sentLevel() > 0.5); // a tone of -13 dBFS
        house.voice.release();
        QVERIFY(house.fallsSilent());
        const std::size_t sent = house.frames();
        QVERIFY(listenOn(*house.machine));
        QCOMPARE(house.frames(), sent);
        QTRY_VERIFY(!house.voice.isSending());
        QCOMPARE(house.voice.sentLevel(), 0.);
        QCOMPARE(house.voice.unsent(), 0);
        const auto frames = house.room.sentOf<rfc4::Voice>();
        QVERIFY(frames.front().index > 1'000'000'000); // of a clock: ahead of what an earlier start sent
        for (std::size_t i = 0; i < frames.size(); ++i) {
            QCOMPARE(frames[i].index, frames.front().index + i);
            QVERIFY(!frames[i].samples.isEmpty());
        }
    }

    void theIndexGoesOnInTheNextRoom()
    {
        VoiceHouse house;
        QVERIFY(house.enterAndRun());
        house.voice.press();
        QVERIFY(house.sends(3));
        house.session.leave();
        const auto last = house.room.sentOf<rfc4::Voice>().back().index;
        house.room.sent.clear();
        QVERIFY(house.enterAndRun());
        house.voice.press();
        QVERIFY(house.sends(1));
        QVERIFY(house.room.sentOf<rfc4::Voice>().front().index > last);
    }

    void mutedSendsNothingAndSaysSo()
    {
        VoiceHouse house;
        QSignalSpy muted(&house.voice, &VoiceController::mutedChanged);
        QVERIFY(house.enterAndRun());
        house.voice.setMuted(true);
        QVERIFY(house.voice.isMuted());
        QCOMPARE(muted.count(), 1);
        QVERIFY(!house.voice.isSpeakingMuted());
        house.voice.press();
        QVERIFY(house.voice.isSpeakingMuted());
        QVERIFY(listenOn(*house.machine));
        QCOMPARE(house.frames(), 0U);
        QVERIFY(!house.voice.isTalking() && !house.voice.isSending());
        house.voice.release();
        QVERIFY(!house.voice.isSpeakingMuted());
        house.voice.press();
        house.voice.setMuted(false); // in the middle of a word
        QVERIFY(house.sends(3));
        QVERIFY(!house.voice.isSpeakingMuted());
        house.voice.setMuted(true);
        QVERIFY(house.fallsSilent());
        const std::size_t sent = house.frames();
        QVERIFY(listenOn(*house.machine));
        QCOMPARE(house.frames(), sent);
    }

    void sendingIsWhatReallyWentOut()
    {
        VoiceHouse house;
        QVERIFY(house.enterAndRun());
        house.room.isBlocked = true;
        house.voice.press();
        QTRY_VERIFY(house.voice.unsent() > 10);
        QVERIFY(house.voice.isTalking());
        QVERIFY(!house.voice.isSending());
        QCOMPARE(house.voice.sentLevel(), 0.);
        QCOMPARE(house.frames(), 0U);
        house.room.isBlocked = false;
        QTRY_VERIFY(house.voice.isSending());
        QVERIFY(house.frames() > 0);
        house.room.isBlocked = true;
        QTRY_VERIFY(!house.voice.isSending());
        QVERIFY(house.voice.isTalking());
    }

    void leavingEndsAll()
    {
        VoiceHouse house;
        QVERIFY(house.enterAndRun());
        QVERIFY(latch(house.voice));
        QVERIFY(house.sends(3));
        QTRY_VERIFY(house.voice.isSending());
        house.session.leave();
        QVERIFY(!house.voice.isLatched());
        QVERIFY(!house.voice.isSending());
        QCOMPARE(house.voice.sentLevel(), 0.);
        const int unsent = house.voice.unsent();
        QTRY_COMPARE(house.machine->alive.load(), 0);
        QVERIFY(!house.voice.isSending()); // what was still under way
        QCOMPARE(house.voice.unsent(), unsent); // no way was blocked
        QVERIFY(house.enterAndRun());
        house.room.sent.clear();
        QVERIFY(listenOn(*house.machine));
        QCOMPARE(house.frames(), 0U);
        QVERIFY(!house.voice.isTalking());
    }

    void aKeyOutsideOfRoomsIsNone()
    {
        VoiceHouse house;
        QVERIFY(!latch(house.voice));
        house.voice.press();
        QVERIFY(house.enterAndRun());
        QVERIFY(listenOn(*house.machine));
        QCOMPARE(house.frames(), 0U);
    }

    void drivenFromOutside()
    {
        VoiceHouse house;
        QVERIFY(house.enterAndRun());
        QCOMPARE(said(house.voice.remote({u"ptt"_s, u"down"_s})), u"talking"_s);
        QVERIFY(house.sends(3));
        QVERIFY(house.voice.isLatched()); // no hand of ours holds it
        QCOMPARE(said(house.voice.remote({u"ptt"_s, u"down"_s})), u"talking"_s);
        QCOMPARE(said(house.voice.remote({u"ptt"_s, u"up"_s})), u"silent"_s);
        QVERIFY(house.fallsSilent());
        QCOMPARE(said(house.voice.remote({u"ptt"_s, u"toggle"_s})), u"talking"_s);
        QVERIFY(house.sends(3));
        QCOMPARE(said(house.voice.remote({u"ptt"_s, u"toggle"_s})), u"silent"_s);
        QVERIFY(house.fallsSilent());
        QVERIFY(latch(house.voice)); // what the window latched
        QCOMPARE(said(house.voice.remote({u"ptt"_s, u"toggle"_s})), u"silent"_s);
        QVERIFY(house.fallsSilent());
        QVERIFY(!house.voice.isLatched());
    }

    void theWindowEndsWhatCameFromOutside()
    {
        VoiceHouse house;
        QVERIFY(house.enterAndRun());
        QVERIFY(house.voice.remote({u"ptt"_s, u"down"_s}));
        QVERIFY(house.sends(3));
        house.voice.press(); // "Talking: press to stop"
        house.voice.release();
        QVERIFY(!house.voice.isLatched());
        QVERIFY(house.fallsSilent());
    }

    void whyNobodyHearsWhatComesFromOutside()
    {
        VoiceHouse house;
        const auto say = [&](const QString &what) { return said(house.voice.remote({u"ptt"_s, what})); };
        QCOMPARE(say(u"down"_s), u"Nobody would hear it: the window is in no room."_s);
        QCOMPARE(say(u"toggle"_s), u"Nobody would hear it: the window is in no room."_s);
        QCOMPARE(say(u"up"_s), u"silent"_s);
        for (const QStringList &words :
             {QStringList{}, {u"ptt"_s}, {u"ptt"_s, u"DOWN"_s}, {u"ptt"_s, u"up"_s, u"up"_s}})
            QCOMPARE(said(house.voice.remote(words)), u"It takes down, up or toggle."_s);
        QVERIFY(house.enterAndRun());
        house.voice.setMuted(true);
        QCOMPARE(say(u"down"_s), u"Nobody hears it: the microphone is muted in the window."_s);
        QVERIFY(house.voice.isSpeakingMuted());
        QCOMPARE(say(u"up"_s), u"silent"_s);
        house.voice.setMuted(false);
        house.machine->set({}, twoLoudspeakers);
        QTRY_VERIFY_WITH_TIMEOUT(!house.voice.canTalk(), 10'000);
        QCOMPARE(say(u"down"_s), u"Nobody hears it: There is no microphone. Plug one in to be heard."_s);
        QCOMPARE(say(u"up"_s), u"silent"_s);
    }

    void leavingEndsWhatCameFromOutside()
    {
        VoiceHouse house;
        QVERIFY(house.enterAndRun());
        QVERIFY(house.voice.remote({u"ptt"_s, u"down"_s}));
        QVERIFY(house.sends(3));
        house.session.leave();
        QVERIFY(!house.voice.isLatched());
        house.room.sent.clear();
        QVERIFY(house.enterAndRun());
        QVERIFY(listenOn(*house.machine));
        QCOMPARE(house.frames(), 0U);
    }

    void theSelfTestIsForMyselfAlone()
    {
        VoiceHouse house;
        VoiceHouse::takeAllProcessingOff(*house.voice.settings());
        QVERIFY(house.enterAndRun());
        house.voice.setMuted(true); // that is about others
        for (int times = 0; times < 5; ++times) {
            house.voice.setMuted(times % 2 == 0);
            house.machine->loudest = 0;
            house.voice.selfTest()->setActive(true);
            QTRY_VERIFY(house.machine->loudest > 0.1F); // a tone of 0.3
            QVERIFY(house.voice.isTalking());
            QTRY_VERIFY(house.voice.isSending());
            house.voice.selfTest()->setActive(false);
            QVERIFY(house.fallsSilent());
            QCOMPARE(house.frames(), 0U);
        }
        house.machine->loudest = 0;
        QVERIFY(listenOn(*house.machine));
        QCOMPARE(house.machine->loudest.load(), 0.F);
        house.voice.setMuted(false);
        house.voice.press(); // and the room again
        QVERIFY(house.sends(3));
        QVERIFY(listenOn(*house.machine));
        QCOMPARE(house.machine->loudest.load(), 0.F);
    }

    void theKeyOutlastsTheSelfTest()
    {
        VoiceHouse house;
        QVERIFY(house.enterAndRun());
        house.voice.selfTest()->setActive(true);
        QTRY_VERIFY(house.voice.isTalking());
        house.voice.press();
        QVERIFY(listenOn(*house.machine));
        QCOMPARE(house.frames(), 0U);
        house.voice.selfTest()->setActive(false);
        QVERIFY(house.sends(3));
        house.voice.release();
        QVERIFY(house.fallsSilent());
    }

    void aSelfTestOutsideOfRoomsEndsToo()
    {
        VoiceHouse house;
        house.voice.selfTest()->setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(house.voice.isSending(), 10'000);
        house.voice.selfTest()->setActive(false);
        QVERIFY(!house.voice.isSending());
        QTRY_COMPARE(house.machine->alive.load(), 0);
        QVERIFY(!house.voice.isSending());
        QCOMPARE(house.voice.unsent(), 0);
        QVERIFY(house.enterAndRun());
        QVERIFY(listenOn(*house.machine));
        QCOMPARE(house.frames(), 0U);
    }
};

ISLET_TEST(TestVoiceController);
#include "tst_voicecontroller.moc"
