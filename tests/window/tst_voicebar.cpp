// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"
#include "voicewindowfixture.h"

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Push to talk in the whole window: keys, buttons and layout.
class TestVoiceBar : public QObject {
    Q_OBJECT

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void talksWhileMouseHoldsButton()
    {
        VoiceWindow w;
        QVERIFY(w.enterAndStart());
        QCOMPARE(w.textOf(u"talkButton"_s), u"Hold to talk"_s);
        w.mouse(QEvent::MouseButtonPress, u"talkButton"_s);
        QVERIFY(w.waitUntilTalking());
        QTRY_COMPARE(w.textOf(u"talkButton"_s), u"Talking"_s);
        QTRY_COMPARE(w.textOf(u"voiceState"_s), u"You're live."_s);
        QTRY_VERIFY(w.item(u"sentMeter"_s)->property("level").toDouble() > 0);
        QVERIFY(w.item(u"map"_s)->property("talking").toBool());
        w.mouse(QEvent::MouseButtonRelease, u"talkButton"_s);
        QVERIFY(w.waitUntilQuiet());
        QCOMPARE(w.textOf(u"talkButton"_s), u"Hold to talk"_s);
        QTRY_COMPARE(w.item(u"sentMeter"_s)->property("level").toDouble(), 0.);
        QVERIFY(w.item(u"map"_s)->hasActiveFocus()); // keys still move the avatar
    }

    void releaseOutsideButtonStopsTalking()
    {
        VoiceWindow w;
        QVERIFY(w.enterAndStart());
        w.mouse(QEvent::MouseButtonPress, u"talkButton"_s);
        QVERIFY(w.waitUntilTalking());
        w.mouse(QEvent::MouseMove, u"map"_s);
        w.mouse(QEvent::MouseButtonRelease, u"map"_s);
        QVERIFY(w.waitUntilQuiet());
    }

    void talksWhileSpaceHoldsButton()
    {
        VoiceWindow w;
        QVERIFY(w.enterAndStart());
        w.focus(u"talkButton"_s);
        QTest::keyPress(w.window, Qt::Key_Space);
        QVERIFY(w.waitUntilTalking());
        QTest::keyRelease(w.window, Qt::Key_Space);
        QVERIFY(w.waitUntilQuiet());
        w.focus(u"talkButton"_s);
        QTest::keyPress(w.window, Qt::Key_Space);
        QVERIFY(w.waitUntilTalking());
        w.focus(u"chatField"_s); // the button does not get the key release
        QVERIFY(w.waitUntilQuiet());
        QTest::keyRelease(w.window, Qt::Key_Space);
    }

    void doubleTapLatches()
    {
        VoiceWindow w;
        QVERIFY(w.enterAndStart());
        for (int tap = 0; tap < 20 && !w.voice().isLatched(); ++tap) {
            QVERIFY(listenOn(*w.machine, sampleRate / 8)); // sooner it would be a bouncing key
            w.click(u"talkButton"_s);
        }
        QVERIFY(w.voice().isLatched());
        QVERIFY(w.waitUntilTalking());
        QCOMPARE(w.textOf(u"talkButton"_s), u"Talking: press to stop"_s);
        w.click(u"talkButton"_s);
        QVERIFY(w.waitUntilQuiet());
    }

    void buttonStopsRemoteTalk()
    {
        VoiceWindow w;
        QVERIFY(w.enterAndStart());
        QVERIFY(w.voice().remote({u"ptt"_s, u"down"_s}));
        QVERIFY(w.waitUntilTalking());
        QCOMPARE(w.textOf(u"talkButton"_s), u"Talking: press to stop"_s);
        w.click(u"talkButton"_s);
        QVERIFY(w.waitUntilQuiet());
    }

    void talksByKey_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<QString>("focus");
        QTest::addColumn<bool>("talks");
        QTest::newRow("T on the map") << Qt::Key_T << u"map"_s << true;
        QTest::newRow("Space on the map") << Qt::Key_Space << u"map"_s << true;
        QTest::newRow("T on a button") << Qt::Key_T << u"muteButton"_s << true;
        QTest::newRow("Space on a button") << Qt::Key_Space << u"muteButton"_s << false;
        QTest::newRow("T while writing") << Qt::Key_T << u"chatField"_s << false;
        QTest::newRow("Space while writing") << Qt::Key_Space << u"chatField"_s << false;
        QTest::newRow("T in the address") << Qt::Key_T << u"address"_s << false;
        QTest::newRow("other key") << Qt::Key_G << u"map"_s << false;
    }
    void talksByKey()
    {
        QFETCH(const Qt::Key, key);
        QFETCH(const QString, focus);
        QFETCH(const bool, talks);
        VoiceWindow w;
        QVERIFY(w.enterAndStart());
        w.focus(focus);
        const QString before = w.textOf(focus);
        QTest::keyPress(w.window, key);
        if (talks) {
            QVERIFY(w.waitUntilTalking());
        } else {
            QVERIFY(listenOn(*w.machine));
            QVERIFY(w.waitUntilQuiet());
        }
        if (focus == u"chatField"_s)
            QCOMPARE(w.textOf(focus), before + (key == Qt::Key_T ? u't' : u' '));
        QTest::keyRelease(w.window, key);
        QVERIFY(w.waitUntilQuiet());
        QCOMPARE(w.voice().isMuted(),
                 key == Qt::Key_Space && focus == u"muteButton"_s); // Space pressed the mute button
    }

    void talksWhileWalking()
    {
        VoiceWindow w;
        QVERIFY(w.enterAndStart());
        w.focus(u"map"_s);
        QTest::keyPress(w.window, Qt::Key_W);
        QTest::keyPress(w.window, Qt::Key_T);
        QVERIFY(w.waitUntilTalking());
        QVERIFY(w.models.avatar()->isMoving());
        QTest::keyRelease(w.window, Qt::Key_W);
        QVERIFY(listenOn(*w.machine));
        QVERIFY(w.voice().isTalking());
        QTest::keyRelease(w.window, Qt::Key_T);
        QVERIFY(w.waitUntilQuiet());
    }

    void ignoresKeysWithModifiers()
    {
        VoiceWindow w;
        QVERIFY(w.enterAndStart());
        w.focus(u"map"_s);
        for (const auto with : {Qt::ControlModifier, Qt::AltModifier, Qt::MetaModifier}) {
            QTest::keyPress(w.window, Qt::Key_T, with);
            QVERIFY(listenOn(*w.machine));
            QVERIFY(!w.voice().isTalking());
            QTest::keyRelease(w.window, Qt::Key_T, with);
        }
    }

    void losingFocusStopsTalking()
    {
        VoiceWindow w;
        QVERIFY(w.enterAndStart());
        w.focus(u"map"_s);
        QTest::keyPress(w.window, Qt::Key_T);
        QVERIFY(w.waitUntilTalking());
        QQuickWindow other;
        other.resize(100, 100);
        other.show();
        other.requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QVERIFY(w.waitUntilQuiet());
        QVERIFY(w.voice().remote({u"ptt"_s, u"down"_s})); // the remote control works without focus
        QVERIFY(w.waitUntilTalking());
        w.window->requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(w.window));
        other.requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QVERIFY(w.waitUntilTalking());
    }

    void shortcutsMuteAndDeafen()
    {
        VoiceWindow w;
        QVERIFY(w.enterAndStart());
        w.focus(u"chatField"_s); // works with focus anywhere
        QTest::keyClick(w.window, Qt::Key_M, Qt::ControlModifier);
        QVERIFY(w.voice().isMuted());
        QCOMPARE(w.textOf(u"muteButton"_s), u"Muted"_s);
        QTest::keyClick(w.window, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(w.voice().isDeafened());
        QCOMPARE(w.textOf(u"deafenButton"_s), u"Deafened"_s);
        QCOMPARE(w.textOf(u"voiceState"_s), u"You're deafened: you can't hear anyone."_s);
        QTest::keyClick(w.window, Qt::Key_M, Qt::ControlModifier);
        QTest::keyClick(w.window, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(!w.voice().isMuted() && !w.voice().isDeafened());
        QCOMPARE(w.textOf(u"chatField"_s), QString());
        w.click(u"muteButton"_s);
        w.click(u"deafenButton"_s);
        QVERIFY(w.voice().isMuted() && w.voice().isDeafened());
        QVERIFY(w.item(u"muteButton"_s)->property("checked").toBool());
        QTest::keyClick(w.window, Qt::Key_M, Qt::ControlModifier); // the button still follows the state after a click
        QVERIFY(!w.item(u"muteButton"_s)->property("checked").toBool());
    }

    void leavingRoomStopsTalking()
    {
        VoiceWindow w;
        QVERIFY(w.enterAndStart());
        w.focus(u"map"_s);
        QTest::keyPress(w.window, Qt::Key_T);
        QVERIFY(w.waitUntilTalking());
        QTRY_VERIFY(w.item(u"map"_s)->property("talking").toBool());
        w.client.session().leave();
        QTRY_VERIFY(!w.item(u"map"_s)->property("talking").toBool());
        QTRY_COMPARE(w.textOf(u"voiceState"_s), QString());
        QTest::keyRelease(w.window, Qt::Key_T);
    }

    void fitsNarrowWindow_data()
    {
        QTest::addColumn<bool>("isChecked");
        QTest::addColumn<bool>("isOff");
        QTest::addColumn<bool>("isLatched");
        QTest::newRow("sound not checked") << false << false << false;
        QTest::newRow("sound checked") << true << false << false;
        QTest::newRow("muted and deafened") << false << true << false;
        QTest::newRow("talking") << false << false << true;
        QTest::newRow("muted, deafened and talking") << false << true << true;
    }
    void fitsNarrowWindow()
    {
        QFETCH(const bool, isChecked);
        QFETCH(const bool, isOff);
        QFETCH(const bool, isLatched);
        VoiceWindow w;
        w.machine->set({{"a", QString(200, u'W'), true}}, twoLoudspeakers);
        w.machine->refuse({"a"}); // causes the longest status text
        w.window->resize(900, 600);
        w.enterRoom();
        QTRY_VERIFY_WITH_TIMEOUT(!w.voice().problem().isEmpty(), 10'000);
        w.voice().settings()->setChecked(isChecked);
        w.voice().setMuted(isOff);
        w.voice().setDeafened(isOff);
        if (isLatched)
            static_cast<void>(w.voice().remote({u"ptt"_s, u"down"_s}));
        QTRY_COMPARE(w.window->size(), QSize(900, 600));
        w.window->grabWindow(); // forces layout
        QCOMPARE(w.textOf(u"talkButton"_s) == u"Talking: press to stop"_s, isLatched);
        QCOMPARE(w.voice().isSpeakingMuted(), isOff && isLatched);
        const QRectF whole({}, w.window->size());
        double end = 0;
        for (const char *name :
             {"talkButton", "sentMeter", "voiceState", "muteButton", "deafenButton", "soundButton"}) {
            const QString itemName = QString::fromLatin1(name);
            const QRectF place = w.placeOf(itemName);
            QVERIFY2(w.isSeen(itemName) && whole.contains(place), name);
            QVERIFY2(place.left() >= end, name);
            end = place.right();
            const auto *content = w.item(itemName)->property("contentItem").value<QQuickItem *>();
            if (content) // the text is not truncated
                QVERIFY2(content->implicitWidth() <= content->width() + 0.5, name);
        }
        QVERIFY(w.placeOf(u"voiceState"_s).width() > 100);
        QVERIFY(w.placeOf(u"talkButton"_s).top() >= w.placeOf(u"map"_s).bottom());
    }
};

ISLET_GUI_TEST(TestVoiceBar);
#include "tst_voicebar.moc"
