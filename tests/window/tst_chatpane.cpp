// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "realwindow.h"
#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Scrolling of the chat, and focus between chat and map, in the whole window.
class TestChatPane : public QObject {
    Q_OBJECT

private:
    //! A window in a room where peers chat.
    struct Pane : RealWindow {
        Pane()
        {
            if (!show() || !QTest::qWaitForWindowActive(window))
                qFatal("no window");
            enterRoom();
            window->grabWindow();
        }
        //! Each line is from another peer.
        void hear(const QString &text) { room.hear(numberedAddress(++m_speakers), rfc4::Chat{text, 0}); }
        //! All but the last 50 lines are notes, since the room's lines are rate-limited.
        void hearMany(int lines)
        {
            for (int i = 0; i < lines; ++i) {
                if (i < lines - 50)
                    models.chat()->addNote(u"line %1"_s.arg(i));
                else
                    hear(u"line %1"_s.arg(i));
            }
        }
        //! The fully visible lines and their rectangles.
        QHash<QString, QRectF> visibleLines()
        {
            window->grabWindow(); // forces layout
            const QRectF list = placeOf(u"chatList"_s);
            QHash<QString, QRectF> lines;
            for (const QQuickItem *item : items()) {
                const QRectF place = item->mapRectToScene(item->boundingRect());
                if (item->objectName() == "chatText"_L1 && item->isVisible() && list.contains(place))
                    lines.insert(item->property("text").toString(), place);
            }
            return lines;
        }
        //! Whether the lines `before` are within a pixel of where they were; two at the edges may differ.
        bool haveNotMoved(const QHash<QString, QRectF> &before)
        {
            const auto now = visibleLines();
            int same = 0;
            for (auto line = before.cbegin(); line != before.cend(); ++line)
                same += std::abs(now.value(line.key(), {}).y() - line->y()) <= 1;
            return same > 2 && same >= before.size() - 2;
        }
        bool showsLine(const QString &line) { return visibleLines().contains(line); }
        bool isAtEnd() const { return item(u"chatList"_s)->property("atYEnd").toBool(); }
        //! Turns the wheel slowly and waits until the list has stopped.
        bool turnWheel(int notches)
        {
            const QPointF at = placeOf(u"chatList"_s).center();
            for (int i = 0; i < std::abs(notches); ++i) {
                QWheelEvent event(at, at, {}, {0, notches > 0 ? 120 : -120}, Qt::NoButton, {}, Qt::NoScrollPhase,
                                  false);
                event.setTimestamp(m_wheelTime += 200);
                QCoreApplication::sendEvent(window, &event);
            }
            const QQuickItem *list = item(u"chatList"_s);
            return QTest::qWaitFor([list] { return !list->property("moving").toBool(); });
        }

    private:
        int m_speakers = 0;
        quint64 m_wheelTime = 1'000;
    };

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void showsNewestLine()
    {
        Pane pane;
        for (int i = 0; i < 40; ++i) {
            const QString text =
                u"this is line %1"_s.arg(i) + (i % 3 == 0 ? u" and quite long"_s.repeated(i) : QString());
            pane.hear(text);
            QTRY_VERIFY2(pane.showsLine(text), qPrintable(text));
        }
    }

    void showsNewestOfManyLines()
    {
        Pane pane;
        pane.hearMany(200);
        QTRY_VERIFY(pane.showsLine(u"line 199"_s));
    }

    void showsNewestLineInFullList()
    {
        // Each new line removes the oldest, so the row count does not change.
        Pane pane;
        pane.hearMany(ChatHistory::mostFresh);
        QTRY_VERIFY(pane.showsLine(u"line 4999"_s));
        QCOMPARE(pane.models.chat()->rowCount(), ChatHistory::mostFresh);
        for (int i = 0; i < 5; ++i) {
            const QString text = u"one more, %1"_s.arg(i);
            pane.hear(text);
            QTRY_VERIFY2(pane.showsLine(text), qPrintable(text));
        }
    }

    void keepsPositionWhileReading_data()
    {
        QTest::addColumn<int>("lines");
        QTest::newRow("60 lines") << 60;
        QTest::newRow("full list") << int(ChatHistory::mostFresh);
    }
    void keepsPositionWhileReading()
    {
        QFETCH(const int, lines);
        Pane pane;
        pane.hearMany(lines);
        const QString newest = u"line %1"_s.arg(lines - 1);
        QTRY_VERIFY(pane.showsLine(newest));
        QVERIFY(pane.turnWheel(2));
        QVERIFY(!pane.showsLine(newest));
        QCOMPARE(pane.textOf(u"chatToEnd"_s), QString());
        const auto read = pane.visibleLines();
        QVERIFY(!read.isEmpty());
        for (int i = 0; i < 10; ++i) {
            pane.hear(u"later %1"_s.arg(i));
            QCoreApplication::processEvents();
            QVERIFY(pane.haveNotMoved(read));
        }
        QCOMPARE(pane.textOf(u"chatToEnd"_s), u"10 new"_s);
        // At the end the list follows again.
        for (int i = 0; i < 50 && !pane.isAtEnd(); ++i)
            QVERIFY(pane.turnWheel(-1));
        QVERIFY(pane.showsLine(u"later 9"_s));
        pane.hear(u"and the last"_s);
        QTRY_VERIFY(pane.showsLine(u"and the last"_s));
    }

    void newLineDoesNotInterruptWheel()
    {
        Pane pane;
        pane.hearMany(200);
        QTRY_VERIFY(pane.showsLine(u"line 199"_s));
        QQuickItem *list = pane.item(u"chatList"_s);
        const double end = list->property("contentY").toDouble();
        const QPointF at = pane.placeOf(u"chatList"_s).center();
        QWheelEvent event(at, at, {}, {0, 360}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        event.setTimestamp(5'000);
        QCoreApplication::sendEvent(pane.window, &event);
        QTRY_VERIFY(list->property("contentY").toDouble() < end - 100);
        QVERIFY(list->property("moving").toBool());
        pane.hear(u"someone writes meanwhile"_s);
        QCoreApplication::processEvents();
        pane.window->grabWindow();
        QVERIFY(list->property("contentY").toDouble() < end - 50);
        QVERIFY(!pane.showsLine(u"someone writes meanwhile"_s));
    }

    void keepsPositionOfScrollBar()
    {
        Pane pane;
        pane.hearMany(60);
        QTRY_VERIFY(pane.showsLine(u"line 59"_s));
        const QPoint corner = pane.placeOf(u"chatList"_s).bottomRight().toPoint();
        const QPoint handle(corner.x() - 3, corner.y() - 10);
        QTest::mouseMove(pane.window, handle);
        QTest::mousePress(pane.window, Qt::LeftButton, {}, handle);
        for (int i = 1; i <= 5; ++i)
            QTest::mouseMove(pane.window, handle - QPoint(0, 20 * i));
        QTest::mouseRelease(pane.window, Qt::LeftButton, {}, handle - QPoint(0, 100));
        QVERIFY(!pane.showsLine(u"line 59"_s)); // otherwise the handle was not dragged
        const auto read = pane.visibleLines();
        QVERIFY(!read.isEmpty());
        pane.hear(u"later"_s);
        QCoreApplication::processEvents();
        QVERIFY(pane.haveNotMoved(read));
    }

    void showsNewestLineAfterResize()
    {
        Pane pane;
        pane.hearMany(60);
        QTRY_VERIFY(pane.showsLine(u"line 59"_s));
        pane.window->resize(900, 600);
        QTRY_VERIFY(pane.showsLine(u"line 59"_s));
        pane.window->resize(1280, 1000);
        QTRY_VERIFY(pane.showsLine(u"line 59"_s));
    }

    void lettersWalkOnlyOnMap()
    {
        Pane pane;
        pane.click(u"chatField"_s);
        pane.type(u"wasdfm+-"_s);
        QCOMPARE(pane.textOf(u"chatField"_s), u"wasdfm+-"_s);
        QVERIFY(!pane.models.avatar()->isMoving());
        QTest::keyClick(pane.window, Qt::Key_Escape); // focus returns to the map
        QTest::keyPress(pane.window, Qt::Key_W);
        QTRY_VERIFY(pane.models.avatar()->isMoving());
        QTest::keyClick(pane.window, Qt::Key_Return); // focus moves to the chat, which stops walking
        QTRY_VERIFY(!pane.models.avatar()->isMoving());
        QTest::keyRelease(pane.window, Qt::Key_W);
        QVERIFY(pane.item(u"chatField"_s)->hasActiveFocus());
    }
};

ISLET_GUI_TEST(TestChatPane);
#include "tst_chatpane.moc"
