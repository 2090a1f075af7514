// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "realwindow.h"
#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Actions on chat lines: open links, find, copy, ignore, details.
class TestChatActions : public QObject {
    Q_OBJECT

public slots:
    void recordUrl(const QUrl &url) { m_opened.append(url); }

private:
    struct Pane : RealWindow {
        Pane()
        {
            if (!show() || !QTest::qWaitForWindowActive(window))
                qFatal("no window");
            enterRoom();
            window->grabWindow();
        }
        void hear(const QString &text) { room.hear(numberedAddress(++m_speakers), rfc4::Chat{text, 0}); }
        QQuickItem *lineOf(const QString &text)
        {
            window->grabWindow();
            for (QQuickItem *found : items()) {
                if (found->objectName() == "chatText"_L1 && found->property("text").toString() == text)
                    return found;
            }
            return nullptr;
        }
        void key(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(window, Qt::Key(key), modifiers); }

    private:
        int m_speakers = 0;
    };

    QList<QUrl> m_opened;

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void opensLinkAfterConfirmation()
    {
        QDesktopServices::setUrlHandler(u"https"_s, this, "recordUrl");
        Pane pane;
        pane.hear(u"look at https://example.org/a?b=1 now"_s);
        QTRY_VERIFY(pane.isSeen(u"chatLink"_s));
        pane.window->grabWindow();
        pane.click(u"chatLink"_s);
        QTRY_VERIFY(pane.isSeen(u"chatLinkAddress"_s));
        QCOMPARE(pane.textOf(u"chatLinkAddress"_s), u"https://example.org/a?b=1"_s);
        QTRY_VERIFY(pane.item(u"chatLinkCancel"_s)->hasActiveFocus());
        pane.key(Qt::Key_Return); // Return while typing must not open the link
        QTRY_VERIFY(!pane.isSeen(u"chatLinkAddress"_s));
        QVERIFY(m_opened.isEmpty());
        pane.click(u"chatLink"_s);
        QTRY_VERIFY(pane.isSeen(u"chatLinkOpen"_s));
        pane.window->grabWindow();
        pane.click(u"chatLinkOpen"_s);
        QTRY_COMPARE(m_opened, QList<QUrl>{QUrl(u"https://example.org/a?b=1"_s)});
        QDesktopServices::unsetUrlHandler(u"https"_s);
    }

    void opensLinkByKeyboard()
    {
        QDesktopServices::setUrlHandler(u"https"_s, this, "recordUrl");
        m_opened.clear();
        Pane pane;
        pane.hear(u"no link"_s);
        pane.hear(u"https://a.example.org/1 or https://b.example.org/2"_s);
        QTRY_VERIFY(pane.lineOf(u"https://a.example.org/1 or https://b.example.org/2"_s));
        pane.item(u"chatList"_s)->forceActiveFocus(Qt::TabFocusReason);
        pane.key(Qt::Key_Menu);
        QTRY_VERIFY(pane.isSeen(u"chatOpenLink"_s));
        pane.window->grabWindow();
        QStringList offered;
        for (const QQuickItem *entry : pane.items()) {
            if (entry->objectName() == "chatOpenLink"_L1)
                offered.append(entry->property("words").toString());
        }
        QCOMPARE(offered, (QStringList{u"Open link to a.example.org"_s, u"Open link to b.example.org"_s}));
        pane.key(Qt::Key_Down);
        pane.key(Qt::Key_Down);
        pane.key(Qt::Key_Return);
        QTRY_COMPARE(pane.textOf(u"chatLinkAddress"_s), u"https://b.example.org/2"_s);
        QVERIFY(m_opened.isEmpty()); // only after confirmation
        QTRY_VERIFY(pane.item(u"chatLinkCancel"_s)->hasActiveFocus());
        pane.key(Qt::Key_Backtab);
        QVERIFY(pane.item(u"chatLinkOpen"_s)->hasActiveFocus());
        pane.key(Qt::Key_Space);
        QTRY_COMPARE(m_opened, QList<QUrl>{QUrl(u"https://b.example.org/2"_s)});
        QTRY_VERIFY(!pane.isSeen(u"chatLinkAddress"_s));
        pane.item(u"chatList"_s)->forceActiveFocus(Qt::TabFocusReason);
        pane.key(Qt::Key_Up); // a line without a link
        pane.key(Qt::Key_Menu);
        QTRY_VERIFY(pane.isSeen(u"chatCopyLine"_s));
        QVERIFY(!pane.isSeen(u"chatOpenLink"_s));
        QDesktopServices::unsetUrlHandler(u"https"_s);
    }

    void findsLine()
    {
        Pane pane;
        pane.hear(u"where is the MÁRKET?"_s);
        for (int i = 0; i < 100; ++i)
            pane.hear(u"line %1"_s.arg(i));
        pane.key(Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(pane.item(u"chatSearchField"_s) && pane.item(u"chatSearchField"_s)->hasActiveFocus());
        pane.type(u"market"_s);
        QTRY_COMPARE(pane.textOf(u"chatSearchState"_s), u"1 of 1"_s);
        QTRY_VERIFY(pane.lineOf(u"where is the MÁRKET?"_s));
        pane.key(Qt::Key_Escape);
        QTRY_VERIFY(!pane.item(u"chatSearchField"_s));
        QVERIFY(pane.item(u"chatField"_s)->hasActiveFocus());
    }

    void showsLineMenu()
    {
        Pane pane;
        QSignalSpy ignored(pane.models.chat(), &ChatModel::ignoreWanted);
        pane.hear(u"copy <b>me</b>"_s);
        QTRY_VERIFY(pane.lineOf(u"copy <b>me</b>"_s));
        pane.item(u"chatList"_s)->forceActiveFocus(Qt::TabFocusReason);
        pane.key(Qt::Key_F10, Qt::ShiftModifier);
        QTRY_VERIFY(pane.isSeen(u"chatCopyLine"_s));
        pane.window->grabWindow();
        pane.click(u"chatCopyLine"_s);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"copy <b>me</b>"_s);
        QTRY_VERIFY(!pane.isSeen(u"chatCopyLine"_s));
        const QPoint at = pane.lineOf(u"copy <b>me</b>"_s)->mapToScene({5, 5}).toPoint();
        QTest::mouseClick(pane.window, Qt::RightButton, {}, at);
        QTRY_VERIFY(pane.isSeen(u"chatIgnore"_s));
        pane.window->grabWindow();
        pane.click(u"chatIgnore"_s);
        QTRY_COMPARE(ignored.count(), 1);
        QTRY_VERIFY(!pane.isSeen(u"chatIgnore"_s));
        pane.models.people()->ignored()->setIgnored(numberedAddress(1), false);
        QTRY_VERIFY(pane.lineOf(u"copy <b>me</b>"_s));
        pane.window->grabWindow();
        QTest::mouseClick(pane.window, Qt::RightButton, {}, at);
        QTRY_VERIFY(pane.isSeen(u"chatDetails"_s));
        pane.window->grabWindow();
        pane.click(u"chatDetails"_s);
        QTRY_VERIFY(pane.textOf(u"chatDetailsText"_s).contains(numberedAddress(1).toChecksummed()));
    }
};

ISLET_GUI_TEST(TestChatActions);
#include "tst_chatactions.moc"
