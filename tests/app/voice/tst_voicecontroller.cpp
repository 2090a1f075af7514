// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testmain.h"
#include "voicefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! Push-to-talk and the frames that it sends.
class TestVoiceController : public QObject {
    Q_OBJECT

private:
    //! Taps until the key latches, which may take several attempts on a slow machine.
    static bool latch(VoiceFixture &fixture)
    {
        for (int tap = 0; tap < 20 && !fixture.voice.isLatched(); ++tap) {
            fixture.keyTime.advance(2 * TalkKey::bounce);
            fixture.voice.press();
            fixture.voice.release();
        }
        return fixture.voice.isLatched();
    }
    static QString textOf(const Expected<QString> &answer) { return answer ? *answer : answer.error().detail; }

private slots:
    void opensDevicesOnlyInRoom()
    {
        VoiceFixture fixture;
        QVERIFY(fixture.voice.microphones().size() == 1); // devices not listed yet
        QVERIFY(fixture.enterAndRun());
        QCOMPARE(fixture.machine->alive.load(), 2);
        QCOMPARE(fixture.machine->opened().size(), 2);
        fixture.client.leave();
        QTRY_COMPARE(fixture.machine->alive.load(), 0);
        QVERIFY(fixture.enter());
        QTRY_COMPARE(fixture.machine->alive.load(), 2);
    }

    void opensDevicesForCheckAndSelfTest()
    {
        VoiceFixture fixture;
        fixture.voice.setChecking(true);
        QVERIFY(fixture.isRunning());
        QTRY_VERIFY(fixture.voice.microphoneLevel() > 0);
        fixture.voice.setChecking(false);
        QCOMPARE(fixture.voice.microphoneLevel(), 0.);
        QTRY_COMPARE(fixture.machine->alive.load(), 0);
        fixture.voice.selfTest()->setActive(true);
        QTRY_COMPARE(fixture.machine->alive.load(), 2);
        QVERIFY(fixture.enter());
        fixture.voice.selfTest()->setActive(false);
        QVERIFY(listenOn(*fixture.machine)); // the room keeps them open
        QCOMPARE(fixture.machine->alive.load(), 2);
    }

    void keySendsVoice()
    {
        VoiceFixture fixture;
        VoiceFixture::takeAllProcessingOff(*fixture.voice.settings());
        QVERIFY(fixture.enterAndRun());
        QVERIFY(listenOn(*fixture.machine));
        QCOMPARE(fixture.frames(), 0U);
        QVERIFY(!fixture.voice.isTalking() && !fixture.voice.isSending());
        fixture.room.sent.clear();
        fixture.voice.press();
        QVERIFY(fixture.sends(25));
        QVERIFY(fixture.voice.isTalking());
        QVERIFY(fixture.room.letters().startsWith(u"pmv"_s)); // with a Position before it
        QTRY_VERIFY(fixture.voice.isSending() && fixture.voice.sentLevel() > 0.5); // a tone of -13 dBFS
        fixture.voice.release();
        QVERIFY(fixture.stopsTalking());
        const std::size_t sent = fixture.frames();
        QVERIFY(listenOn(*fixture.machine));
        QCOMPARE(fixture.frames(), sent);
        QTRY_VERIFY(!fixture.voice.isSending());
        QCOMPARE(fixture.voice.sentLevel(), 0.);
        QCOMPARE(fixture.voice.unsent(), 0);
        const auto frames = fixture.room.sentOf<rfc4::Voice>();
        QVERIFY(frames.front().index > 1'000'000'000); // from the wall clock: ahead of an earlier run's
        for (std::size_t i = 0; i < frames.size(); ++i) {
            QCOMPARE(frames[i].index, frames.front().index + i);
            QVERIFY(!frames[i].samples.isEmpty());
        }
    }

    void frameIndexContinuesInNextRoom()
    {
        VoiceFixture fixture;
        QVERIFY(fixture.enterAndRun());
        fixture.voice.press();
        QVERIFY(fixture.sends(3));
        fixture.client.leave();
        const auto last = fixture.room.sentOf<rfc4::Voice>().back().index;
        fixture.room.sent.clear();
        QVERIFY(fixture.enterAndRun());
        fixture.voice.press();
        QVERIFY(fixture.sends(1));
        QVERIFY(fixture.room.sentOf<rfc4::Voice>().front().index > last);
    }

    void mutedSendsNothingAndWarns()
    {
        VoiceFixture fixture;
        QSignalSpy muted(&fixture.voice, &VoiceController::mutedChanged);
        QVERIFY(fixture.enterAndRun());
        fixture.voice.setMuted(true);
        QVERIFY(fixture.voice.isMuted());
        QCOMPARE(muted.count(), 1);
        QVERIFY(!fixture.voice.isSpeakingMuted());
        fixture.voice.press();
        QVERIFY(fixture.voice.isSpeakingMuted());
        QVERIFY(listenOn(*fixture.machine));
        QCOMPARE(fixture.frames(), 0U);
        QVERIFY(!fixture.voice.isTalking() && !fixture.voice.isSending());
        fixture.voice.release();
        QVERIFY(!fixture.voice.isSpeakingMuted());
        fixture.voice.press();
        fixture.voice.setMuted(false); // while the key is held
        QVERIFY(fixture.sends(3));
        QVERIFY(!fixture.voice.isSpeakingMuted());
        fixture.voice.setMuted(true);
        QVERIFY(fixture.stopsTalking());
        const std::size_t sent = fixture.frames();
        QVERIFY(listenOn(*fixture.machine));
        QCOMPARE(fixture.frames(), sent);
    }

    void sendingReflectsSentFrames()
    {
        VoiceFixture fixture;
        QVERIFY(fixture.enterAndRun());
        fixture.room.isBlocked = true;
        fixture.voice.press();
        QTRY_VERIFY(fixture.voice.unsent() > 10);
        QVERIFY(fixture.voice.isTalking());
        QVERIFY(!fixture.voice.isSending());
        QCOMPARE(fixture.voice.sentLevel(), 0.);
        QCOMPARE(fixture.frames(), 0U);
        fixture.room.isBlocked = false;
        QTRY_VERIFY(fixture.voice.isSending());
        QVERIFY(fixture.frames() > 0);
        fixture.room.isBlocked = true;
        QTRY_VERIFY(!fixture.voice.isSending());
        QVERIFY(fixture.voice.isTalking());
    }

    void leavingStopsVoice()
    {
        VoiceFixture fixture;
        QVERIFY(fixture.enterAndRun());
        QVERIFY(latch(fixture));
        QVERIFY(fixture.sends(3));
        QTRY_VERIFY(fixture.voice.isSending());
        fixture.client.leave();
        QVERIFY(!fixture.voice.isLatched());
        QVERIFY(!fixture.voice.isSending());
        QCOMPARE(fixture.voice.sentLevel(), 0.);
        const int unsent = fixture.voice.unsent();
        QTRY_COMPARE(fixture.machine->alive.load(), 0);
        QVERIFY(!fixture.voice.isSending()); // frames still in flight
        QCOMPARE(fixture.voice.unsent(), unsent); // not counted as congestion
        QVERIFY(fixture.enterAndRun());
        fixture.room.sent.clear();
        QVERIFY(listenOn(*fixture.machine));
        QCOMPARE(fixture.frames(), 0U);
        QVERIFY(!fixture.voice.isTalking());
    }

    void ignoresKeyOutsideRooms()
    {
        VoiceFixture fixture;
        QVERIFY(!latch(fixture));
        fixture.voice.press();
        QVERIFY(fixture.enterAndRun());
        QVERIFY(listenOn(*fixture.machine));
        QCOMPARE(fixture.frames(), 0U);
    }

    void acceptsRemoteCommands()
    {
        VoiceFixture fixture;
        QVERIFY(fixture.enterAndRun());
        QCOMPARE(textOf(fixture.voice.remote({u"ptt"_s, u"down"_s})), u"talking"_s);
        QVERIFY(fixture.sends(3));
        QVERIFY(fixture.voice.isLatched()); // not held by a local key
        QCOMPARE(textOf(fixture.voice.remote({u"ptt"_s, u"down"_s})), u"talking"_s);
        QCOMPARE(textOf(fixture.voice.remote({u"ptt"_s, u"up"_s})), u"silent"_s);
        QVERIFY(fixture.stopsTalking());
        QCOMPARE(textOf(fixture.voice.remote({u"ptt"_s, u"toggle"_s})), u"talking"_s);
        QVERIFY(fixture.sends(3));
        QCOMPARE(textOf(fixture.voice.remote({u"ptt"_s, u"toggle"_s})), u"silent"_s);
        QVERIFY(fixture.stopsTalking());
        QVERIFY(latch(fixture)); // latched in the window
        QCOMPARE(textOf(fixture.voice.remote({u"ptt"_s, u"toggle"_s})), u"silent"_s);
        QVERIFY(fixture.stopsTalking());
        QVERIFY(!fixture.voice.isLatched());
    }

    void windowKeyEndsRemoteHold()
    {
        VoiceFixture fixture;
        QVERIFY(fixture.enterAndRun());
        QVERIFY(fixture.voice.remote({u"ptt"_s, u"down"_s}));
        QVERIFY(fixture.sends(3));
        fixture.voice.press(); // "Talking: press to stop"
        fixture.voice.release();
        QVERIFY(!fixture.voice.isLatched());
        QVERIFY(fixture.stopsTalking());
    }

    void explainsRemoteFailures()
    {
        VoiceFixture fixture;
        const auto run = [&](const QString &what) { return textOf(fixture.voice.remote({u"ptt"_s, what})); };
        QCOMPARE(run(u"down"_s), u"No one would hear you: the window isn't in a room."_s);
        QCOMPARE(run(u"toggle"_s), u"No one would hear you: the window isn't in a room."_s);
        QCOMPARE(run(u"up"_s), u"silent"_s);
        for (const QStringList &words :
             {QStringList{}, {u"ptt"_s}, {u"ptt"_s, u"DOWN"_s}, {u"ptt"_s, u"up"_s, u"up"_s}})
            QCOMPARE(textOf(fixture.voice.remote(words)), u"ptt takes down, up or toggle."_s);
        QVERIFY(fixture.enterAndRun());
        fixture.voice.setMuted(true);
        QCOMPARE(run(u"down"_s), u"No one can hear you: the microphone is muted in the window."_s);
        QVERIFY(fixture.voice.isSpeakingMuted());
        QCOMPARE(run(u"up"_s), u"silent"_s);
        fixture.voice.setMuted(false);
        fixture.machine->set({}, twoLoudspeakers);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.voice.canTalk(), 10'000);
        QCOMPARE(run(u"down"_s), u"No one can hear you. No microphone found. Plug one in to be heard."_s);
        QCOMPARE(run(u"up"_s), u"silent"_s);
    }

    void leavingEndsRemoteHold()
    {
        VoiceFixture fixture;
        QVERIFY(fixture.enterAndRun());
        QVERIFY(fixture.voice.remote({u"ptt"_s, u"down"_s}));
        QVERIFY(fixture.sends(3));
        fixture.client.leave();
        QVERIFY(!fixture.voice.isLatched());
        fixture.room.sent.clear();
        QVERIFY(fixture.enterAndRun());
        QVERIFY(listenOn(*fixture.machine));
        QCOMPARE(fixture.frames(), 0U);
    }

    void selfTestStaysLocal()
    {
        VoiceFixture fixture;
        VoiceFixture::takeAllProcessingOff(*fixture.voice.settings());
        QVERIFY(fixture.enterAndRun());
        fixture.voice.setMuted(true); // muting does not affect the self-test
        for (int times = 0; times < 5; ++times) {
            fixture.voice.setMuted(times % 2 == 0);
            fixture.machine->loudest = 0;
            fixture.voice.selfTest()->setActive(true);
            QTRY_VERIFY(fixture.machine->loudest > 0.1F); // a tone of 0.3
            QVERIFY(fixture.voice.isTalking());
            QTRY_VERIFY(fixture.voice.isSending());
            fixture.voice.selfTest()->setActive(false);
            QVERIFY(fixture.stopsTalking());
            QCOMPARE(fixture.frames(), 0U);
        }
        fixture.machine->loudest = 0;
        QVERIFY(listenOn(*fixture.machine));
        QCOMPARE(fixture.machine->loudest.load(), 0.F);
        fixture.voice.setMuted(false);
        fixture.voice.press(); // back to the room
        QVERIFY(fixture.sends(3));
        QVERIFY(listenOn(*fixture.machine));
        QCOMPARE(fixture.machine->loudest.load(), 0.F);
    }

    void keyOutlastsSelfTest()
    {
        VoiceFixture fixture;
        QVERIFY(fixture.enterAndRun());
        fixture.voice.selfTest()->setActive(true);
        QTRY_VERIFY(fixture.voice.isTalking());
        fixture.voice.press();
        QVERIFY(listenOn(*fixture.machine));
        QCOMPARE(fixture.frames(), 0U);
        fixture.voice.selfTest()->setActive(false);
        QVERIFY(fixture.sends(3));
        fixture.voice.release();
        QVERIFY(fixture.stopsTalking());
    }

    void selfTestEndsOutsideRooms()
    {
        VoiceFixture fixture;
        fixture.voice.selfTest()->setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.voice.isSending(), 10'000);
        fixture.voice.selfTest()->setActive(false);
        QVERIFY(!fixture.voice.isSending());
        QTRY_COMPARE(fixture.machine->alive.load(), 0);
        QVERIFY(!fixture.voice.isSending());
        QCOMPARE(fixture.voice.unsent(), 0);
        QVERIFY(fixture.enterAndRun());
        QVERIFY(listenOn(*fixture.machine));
        QCOMPARE(fixture.frames(), 0U);
    }
};

ISLET_TEST(TestVoiceController);
#include "tst_voicecontroller.moc"
