// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testmain.h"
#include "voicewindowfixture.h"
#include "windowprobe.h"

#include <algorithm>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

const Address ana = numberedAddress(1);

//! The popup that contains this item; popups have no object name.
QQuickItem *frameOf(QQuickItem *item)
{
    while (item && !item->inherits("QQuickPopupItem"))
        item = item->parentItem();
    return item;
}

//! A window with helpers for its popups.
struct Popups : VoiceWindow {
    bool open(const QString &button, const QString &within)
    {
        window->grabWindow(); // forces layout
        click(button);
        return waitUntil([&] { return isSeen(within) && frameOf(item(within))->opacity() == 1; });
    }
    bool openSound() { return open(u"soundButton"_s, u"microphoneChoice"_s); }
    bool close(const QString &within)
    {
        QTest::keyClick(window, Qt::Key_Escape);
        return waitUntil([&] { return !isSeen(within); });
    }
    QRectF frame(const QString &within) const
    {
        const QQuickItem *found = frameOf(item(within));
        return found->mapRectToScene(found->boundingRect());
    }
    bool shows(const QString &text) const
    {
        const auto all = items();
        return std::ranges::any_of(all, [&](const QQuickItem *item) {
            return item->inherits("QQuickText") && item->isVisible() && item->property("text").toString() == text;
        });
    }
    //! Clicks a slider at `where`, from 0 to 1.
    void slide(const QString &slider, double where) const
    {
        const QRectF place = placeOf(slider);
        const double handle = item(slider)->property("handle").value<QQuickItem *>()->width();
        const double padding = item(slider)->property("leftPadding").toDouble();
        const double length = place.width() - 2 * padding - handle;
        QTest::mouseClick(window, Qt::LeftButton, {},
                          QPointF(place.left() + padding + handle / 2 + where * length, place.center().y()).toPoint());
    }
};

} // namespace

//! The sound popup and the card of a person in the whole window.
class TestVoicePopups : public QObject {
    Q_OBJECT

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void hearsMyself()
    {
        Popups w;
        QVERIFY(w.enterAndStart());
        QVERIFY(w.openSound());
        w.slide(u"lossSlider"_s, 0.5);
        w.slide(u"jitterSlider"_s, 1);
        QCOMPARE(w.voice().selfTest()->property("loss").toInt(), 25);
        QCOMPARE(w.voice().selfTest()->property("jitter").toInt(), 500);
        w.slide(u"lossSlider"_s, 0);
        w.slide(u"jitterSlider"_s, 0);
        w.machine->loudest = 0;
        w.click(u"selfTestButton"_s);
        QVERIFY(w.voice().selfTest()->isActive());
        QCOMPARE(w.textOf(u"selfTestButton"_s), u"Stop"_s);
        QTRY_VERIFY(w.machine->loudest > 0.01F);
        w.click(u"selfTestButton"_s);
        QVERIFY(!w.voice().selfTest()->isActive());
        w.click(u"selfTestButton"_s);
        QVERIFY(w.close(u"microphoneChoice"_s));
        QVERIFY(!w.voice().selfTest()->isActive());
        QVERIFY(w.waitUntilQuiet());
        QVERIFY(w.room.sentOf<rfc4::Voice>().empty());
    }

    void nextKeyBecomesTalkKey()
    {
        Popups w;
        QVERIFY(w.enterAndStart());
        QVERIFY(w.openSound());
        QCOMPARE(w.textOf(u"talkKeys"_s), u"Hold T or Space"_s);
        w.click(u"keyButton"_s);
        QVERIFY(w.voice().isCapturingKey());
        QCOMPARE(w.textOf(u"talkKeys"_s), u"Press a key (Esc to cancel)"_s);
        QTest::keyClick(w.window, Qt::Key_W); // a movement key
        QTest::keyClick(w.window, Qt::Key_Shift);
        QVERIFY(w.voice().isCapturingKey());
        QTest::keyClick(w.window, Qt::Key_G);
        QVERIFY(!w.voice().isCapturingKey());
        QCOMPARE(w.textOf(u"talkKeys"_s), u"Hold G"_s);
        w.click(u"keyButton"_s);
        QTest::keyClick(w.window, Qt::Key_Escape);
        QVERIFY(!w.voice().isCapturingKey());
        QCOMPARE(w.textOf(u"talkKeys"_s), u"Hold G"_s);
        QVERIFY(w.voice().isChecking()); // the popup is still open
        w.click(u"keyButton"_s);
        QTest::keyClick(w.window, Qt::Key_L, Qt::ControlModifier); // not handled as a shortcut
        QCOMPARE(w.textOf(u"talkKeys"_s), u"Hold L"_s);
        QVERIFY(!w.item(u"address"_s)->hasActiveFocus());
        w.click(u"keyButton"_s);
        w.voice().press();
        QVERIFY(w.waitUntilTalking());
        w.voice().release();
        QVERIFY(w.restAfterTap());
        QTest::keyClick(w.window, Qt::Key_G);
        QVERIFY(w.close(u"microphoneChoice"_s));
        w.focus(u"map"_s);
        QTest::keyPress(w.window, Qt::Key_G);
        QVERIFY(w.waitUntilTalking());
        QTest::keyRelease(w.window, Qt::Key_G);
        QVERIFY(w.waitUntilQuiet());
        QTest::keyPress(w.window, Qt::Key_T); // T does not talk any more
        QVERIFY(w.waitUntilQuiet());
        QTest::keyRelease(w.window, Qt::Key_T);
    }

    void closingPopupCancelsKeyCapture()
    {
        Popups w;
        QVERIFY(w.openSound());
        w.click(u"keyButton"_s);
        QVERIFY(w.voice().isCapturingKey());
        w.click(u"map"_s); // outside the popup
        QTRY_VERIFY(!w.voice().isCapturingKey());
    }

    void choosesDevice()
    {
        Popups w;
        QVERIFY(w.openSound());
        QVERIFY(w.waitUntilRunning());
        const QQuickItem *choice = w.item(u"microphoneChoice"_s);
        QTRY_COMPARE(choice->property("displayText").toString(), u"System default (Mic A)"_s);
        w.focus(u"microphoneChoice"_s);
        QTest::keyClick(w.window, Qt::Key_Down);
        QTest::keyClick(w.window, Qt::Key_Down);
        QTRY_COMPARE(w.voice().settings()->microphone(), "b"_ba);
        QCOMPARE(choice->property("displayText").toString(), u"Mic B"_s);
        // Another microphone is plugged in: the chosen one is still shown.
        w.machine->set({{"a", u"Mic A"_s, true}, {"c", u"Mic C"_s, false}, {"b", u"Mic B"_s, false}}, twoLoudspeakers);
        QTRY_COMPARE_WITH_TIMEOUT(choice->property("count").toInt(), 4, 10'000);
        QCOMPARE(choice->property("displayText").toString(), u"Mic B"_s);
        QCOMPARE(choice->property("currentIndex").toInt(), 3);
        // The new one and the chosen one are unplugged.
        w.machine->set({{"a", u"Mic A"_s, true}}, twoLoudspeakers);
        QTRY_COMPARE_WITH_TIMEOUT(choice->property("count").toInt(), 2, 10'000);
        QCOMPARE(choice->property("displayText").toString(), u"System default (Mic A)"_s);
        QCOMPARE(w.voice().settings()->microphone(), "b"_ba);
        w.machine->set(twoMicrophones, twoLoudspeakers);
        QTRY_COMPARE_WITH_TIMEOUT(choice->property("displayText").toString(), u"Mic B"_s, 10'000);
    }

    void showsDeviceNamesAsPlainText()
    {
        const TrapServer trap;
        Popups w;
        const QString image = u"<img src=http://127.0.0.1:%1/x>"_s.arg(trap.serverPort());
        const QString bold = u"<b>bold</b>"_s;
        w.machine->set({{"a", image, true}, {"b", bold, false}}, {{"x", image, true}, {"y", bold, false}});
        w.machine->refuse({"a"}); // so that its name is also in a status text
        const WindowProbe probe(w, trap);
        w.enterRoom();
        QTRY_VERIFY_WITH_TIMEOUT(w.textOf(u"voiceState"_s).contains(image), 10'000);
        QCOMPARE(probe.complaints(), QString());
        QVERIFY(w.openSound());
        QTRY_VERIFY(w.textOf(u"deviceProblem"_s).contains(image));
        QCOMPARE(probe.complaints(), QString());
        for (const QString &name : {u"microphoneChoice"_s, u"loudspeakerChoice"_s}) {
            const qsizetype before = w.items().size();
            w.click(name);
            QTRY_VERIFY(w.items().size() > before); // the list opened
            QTRY_VERIFY(w.shows(bold));
            QVERIFY(w.shows(u"System default (%1)"_s.arg(image)));
            QCOMPARE(probe.complaints(), QString());
            QTest::keyClick(w.window, Qt::Key_Escape);
            w.voice().settings()->setMicrophone("b");
            QTRY_VERIFY(w.items().size() <= before);
        }
        QTRY_COMPARE(w.item(u"microphoneChoice"_s)->property("displayText").toString(), bold);
        QCOMPARE(probe.complaints(), QString());
        QCOMPARE(trap.connectionCount(), 0);
    }

    void setsVolumeAndMuteOfPerson()
    {
        Popups w;
        QVERIFY(w.enterAndStart());
        w.stand(ana, {9, 0, 9});
        QVERIFY(w.open(u"personCardButton"_s, u"volumeSlider"_s));
        w.slide(u"volumeSlider"_s, 0.25);
        QCOMPARE(w.models.voice()->people().audioOf(ana).volume, 0.5F);
        QCOMPARE(w.settings.value(u"voice/people"_s).toStringList(), QStringList{ana.toLower() + u"=0.50"_s});
        w.click(u"personMuteTick"_s);
        QVERIFY(w.models.voice()->people().audioOf(ana).isMuted);
        QCOMPARE(w.settings.value(u"voice/people"_s).toStringList(), QStringList{ana.toLower() + u"=0.50 muted"_s});
        w.click(u"personMuteTick"_s);
        w.slide(u"volumeSlider"_s, 0.5);
        QVERIFY(w.settings.value(u"voice/people"_s).toStringList().isEmpty());
        w.voice().setPersonVolume(ana.toChecksummed(), 2); // the slider follows the setting
        QCOMPARE(w.item(u"volumeSlider"_s)->property("value").toDouble(), 2.);
        QVERIFY(w.close(u"volumeSlider"_s));
    }

    void showsWhoTalks()
    {
        Popups w;
        VoiceFixture::takeAllProcessingOff(*w.voice().settings());
        QVERIFY(w.enterAndStart());
        w.voice().press();
        QVERIFY(waitUntil([&] { return w.room.sentOf<rfc4::Voice>().size() >= 20; }, VoiceFixture::patience));
        w.voice().release();
        QVERIFY(w.waitUntilQuiet());
        QList<QByteArray> packets;
        for (const rfc4::Voice &voice : w.room.sentOf<rfc4::Voice>())
            packets.append(voice.samples);
        w.stand(ana, {9, 0, 9});
        w.window->grabWindow();
        QVERIFY(!w.isSeen(u"personTalking"_s));
        w.say(ana, packets);
        QTRY_VERIFY(w.isSeen(u"personTalking"_s));
        const auto people = w.models.peerScene()->people();
        QVERIFY(people.size() == 1 && people.first().isTalking);
        QTRY_VERIFY(!w.isSeen(u"personTalking"_s));
        QVERIFY(!w.models.peerScene()->people().first().isTalking);
    }

    void fitsNarrowWindow_data()
    {
        QTest::addColumn<bool>("isRefused");
        QTest::addColumn<bool>("isByVoice");
        QTest::newRow("working microphone") << false << false;
        QTest::newRow("voice activation") << false << true;
        QTest::newRow("long status text") << true << true;
    }
    void fitsNarrowWindow()
    {
        QFETCH(const bool, isRefused);
        QFETCH(const bool, isByVoice);
        Popups w;
        w.machine->set({{"a", QString(200, u'W'), true}}, twoLoudspeakers);
        if (isRefused)
            w.machine->refuse({"a"});
        w.voice().settings()->setByVoice(isByVoice);
        w.window->resize(900, 600);
        w.enterRoom();
        QTRY_COMPARE(w.window->size(), QSize(900, 600));
        QVERIFY(w.waitUntilRunning(isRefused ? DeviceState::Kind::Refused : DeviceState::Kind::Running));
        QVERIFY(w.openSound());
        w.window->grabWindow();
        const QRectF whole({}, w.window->size());
        const QRectF frame = w.frame(u"microphoneChoice"_s);
        QVERIFY2(whole.contains(frame), qPrintable(u"%1 to %2"_s.arg(frame.top()).arg(frame.bottom())));
        for (const char *name :
             {"microphoneChoice", "microphoneMeter", "deviceProblem", "loudspeakerChoice", "chimeButton",
              "selfTestButton", "lossSlider", "jitterSlider", "talkKeys", "keyButton", "byVoiceTick", "curveChoice"}) {
            const QString itemName = QString::fromLatin1(name);
            QVERIFY2(w.isSeen(itemName) && frame.contains(w.placeOf(itemName)), name);
        }
        QVERIFY(w.close(u"microphoneChoice"_s));
        w.stand(ana, {9, 0, 9});
        QVERIFY(w.open(u"personCardButton"_s, u"volumeSlider"_s));
        QVERIFY(whole.contains(w.frame(u"volumeSlider"_s)));
    }
};

ISLET_GUI_TEST(TestVoicePopups);
#include "tst_voicepopups.moc"
