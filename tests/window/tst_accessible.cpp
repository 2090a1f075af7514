// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "accessibletree.h"
#include "realwindow.h"
#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! The window by keyboard alone, and for screen readers.
class TestAccessible : public QObject {
    Q_OBJECT

private:
    struct Window : OpenWindow {
        //! Joins a room with three peers who chat.
        void fill()
        {
            enterRoom();
            for (int number = 1; number <= 3; ++number) {
                const Address who = numberedAddress(number);
                emit room.peerJoined(who);
                room.hear(who, rfc4::positionOf({{float(number), 0, 3}, 0, {}}, 1));
                room.hear(who, rfc4::Chat{u"line %1, see https://example.org/%1"_s.arg(number), 0});
            }
            QVERIFY(waitUntilSeen(u"chatText"_s));
        }
        void focusPeople() const
        {
            press(Qt::Key_3, Qt::ControlModifier);
            press(Qt::Key_Down);
        }
        void showSettings(int section) const
        {
            QMetaObject::invokeMethod(item(u"mainView"_s), "showSettings", Q_ARG(int, section));
        }
    };
    using Open = void (*)(Window &);

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void initTestCase() { QAccessible::setActive(true); }

    void namesEverythingAndTabsInOrder_data();
    void namesEverythingAndTabsInOrder();
    void exposesMainItems();
    void menuKeyOpensLineMenu();
    void screenReaderPressesButton();
};

void TestAccessible::namesEverythingAndTabsInOrder_data()
{
    QTest::addColumn<Open>("open");
    QTest::addColumn<QString>("seen");
    QTest::addColumn<bool>("isPopup");
    const auto page = [](const char *name, const QString &seen, Open open) {
        QTest::newRow(name) << open << seen << false;
    };
    const auto popup = [](const char *name, const QString &seen, Open open) {
        QTest::newRow(name) << open << seen << true;
    };
    page("not connected", u"enterEmbedded"_s, [](Window &) {});
    page("connected", u"chatText"_s, [](Window &w) { w.fill(); });
    page("narrow", u"sideTabs"_s, [](Window &w) {
        w.fill();
        w.window->resize(900, 600);
    });
    page("hidden column", u"showColumn"_s, [](Window &w) { w.press(Qt::Key_F9); });
    page("deep link", u"acceptDeepLink"_s,
         [](Window &w) { w.models.connection()->receiveDeepLink(u"dcl-comms:ws-room:wss://rooms.example/rooms/a"_s); });
    page("chat search", u"chatSearchField"_s, [](Window &w) {
        w.fill();
        w.press(Qt::Key_F, Qt::ControlModifier);
    });
    popup("places", u"embeddedPlace"_s, [](Window &w) { w.press(Qt::Key_O, Qt::ControlModifier); });
    popup("handshake", u"handshakeList"_s, [](Window &w) {
        w.models.connection()->enter(u"ws-room:ws://127.0.0.1:1/rooms/nowhere"_s);
        w.press(Qt::Key_H, Qt::ControlModifier);
    });
    popup("palette", u"paletteField"_s, [](Window &w) { w.press(Qt::Key_K, Qt::ControlModifier); });
    popup("shortcuts", u"shortcutsList"_s, [](Window &w) { w.press(Qt::Key_F1); });
    popup("profile", u"nameField"_s, [](Window &w) { w.click(u"meButton"_s); });
    popup("sound", u"microphoneChoice"_s, [](Window &w) { w.click(u"soundButton"_s); });
    popup("emotes", u"emote1"_s, [](Window &w) {
        w.fill();
        w.press(Qt::Key_E, Qt::ControlModifier);
    });
    popup("person", u"volumeSlider"_s, [](Window &w) {
        w.fill();
        w.focusPeople();
        w.press(Qt::Key_Return);
    });
    popup("welcome", u"welcomeNext"_s, [](Window &w) { w.app.windowState()->welcome(); });
    popup("settings: you", u"nameField"_s, [](Window &w) { w.showSettings(0); });
    popup("settings: appearance", u"textSizeSlider"_s, [](Window &w) { w.showSettings(1); });
    popup("settings: sound", u"microphoneChoice"_s, [](Window &w) { w.showSettings(2); });
    popup("settings: places", u"realmSource"_s, [](Window &w) { w.showSettings(3); });
    popup("settings: chat", u"notifyTick"_s, [](Window &w) { w.showSettings(4); });
}

void TestAccessible::namesEverythingAndTabsInOrder()
{
    QFETCH(const Open, open);
    QFETCH(const QString, seen);
    QFETCH(const bool, isPopup);
    Window w;
    open(w);
    QVERIFY(w.waitUntilSeen(seen));
    QCOMPARE(checkNames(*w.window), QString());
    QCOMPARE(checkTabOrder(*w.window, w.placeOf(u"map"_s)), QString());
    if (!isPopup)
        return;
    w.press(Qt::Key_Escape);
    QTRY_VERIFY(!w.isSeen(seen));
    QTRY_VERIFY(w.window->activeFocusItem() && w.window->activeFocusItem()->isVisible());
    QVERIFY(!accessibleName(*w.window->activeFocusItem()).isEmpty());
}

void TestAccessible::exposesMainItems()
{
    Window w;
    w.fill();
    const QList<AccessibleNode> all = accessibleNodes(*w.window);
    const auto exposes = [&all](QAccessible::Role role, const QString &name) {
        return std::ranges::any_of(
            all, [&](const AccessibleNode &node) { return node.role == role && node.name.contains(name); });
    };
    QVERIFY(exposes(QAccessible::Window, w.window->title()));
    QVERIFY(exposes(QAccessible::Canvas, u"Map"_s));
    QVERIFY(exposes(QAccessible::List, u"People"_s));
    QVERIFY(exposes(QAccessible::ListItem, numberedAddress(2).toChecksummed()));
    QVERIFY(exposes(QAccessible::List, u"Chat"_s));
    QVERIFY(exposes(QAccessible::ListItem, u"line 2, see https://example.org/2"_s));
    QVERIFY(exposes(QAccessible::EditableText, u"Message everyone in the room"_s));
    QVERIFY(exposes(QAccessible::EditableText, u"Room address"_s));
    QVERIFY(exposes(QAccessible::Button, u"Hold to talk"_s));
    QVERIFY(exposes(QAccessible::CheckBox, u"Mute my microphone"_s));
}

void TestAccessible::menuKeyOpensLineMenu()
{
    Window w;
    w.fill();
    w.item(u"chatList"_s)->forceActiveFocus(Qt::TabFocusReason);
    w.press(Qt::Key_Menu);
    QVERIFY(w.waitUntilSeen(u"chatCopyLine"_s));
    QCOMPARE(checkNames(*w.window), QString());
    w.press(Qt::Key_Escape);
    QTRY_VERIFY(!w.isSeen(u"chatCopyLine"_s));
    QTRY_VERIFY(w.item(u"chatList"_s)->hasActiveFocus() || w.item(u"chatField"_s)->hasActiveFocus());
}

void TestAccessible::screenReaderPressesButton()
{
    Window w;
    w.enterRoom();
    QVERIFY(w.waitUntilSeen(u"leaveButton"_s));
    QAccessibleInterface *leave = QAccessible::queryAccessibleInterface(w.item(u"leaveButton"_s));
    QVERIFY(leave && leave->actionInterface());
    QVERIFY(leave->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
    leave->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QTRY_COMPARE(w.models.connection()->state(), RoomConnection::State::Disconnected);
    QAccessibleInterface *mute = QAccessible::queryAccessibleInterface(w.item(u"muteButton"_s));
    mute->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QTRY_VERIFY(w.models.voice()->isMuted());
}

ISLET_GUI_TEST(TestAccessible);
#include "tst_accessible.moc"
