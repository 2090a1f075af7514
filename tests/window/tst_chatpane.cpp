// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "realwindow.h"
#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! The chat of the window: what is read stays, what is new is seen, what is typed is not lost.
class TestChatPane : public QObject {
    Q_OBJECT

private:
    //! A window in a room where others talk.
    struct Pane : RealWindow {
        Pane()
        {
            if (!show() || !QTest::qWaitForWindowActive(window))
                qFatal("no window");
            enterRoom();
            window->grabWindow();
        }
        //! Each by somebody else.
        void hear(const QString &text) { room.hear(numberedAddress(++m_speakers), rfc4::Chat{text, 0}); }
        //! More than a room may say at once are Islet's own.
        void hearMany(int lines)
        {
            for (int i = 0; i < lines; ++i) {
                if (i < lines - 50)
                    main.chat().addNote(u"line %1"_s.arg(i));
                else
                    hear(u"line %1"_s.arg(i));
            }
        }
        //! The lines that are wholly to be seen, and where.
        QHash<QString, QRectF> seen()
        {
            window->grabWindow(); // which lays out
            const QRectF list = placeOf(u"chatList"_s);
            QHash<QString, QRectF> lines;
            for (const QQuickItem *item : items()) {
                const QRectF place = item->mapRectToScene(item->boundingRect());
                if (item->objectName() == "chatText"_L1 && item->isVisible() && list.contains(place))
                    lines.insert(item->property("text").toString(), place);
            }
            return lines;
        }
        //! Whether `before` is still where it was, give or take a pixel; who reads does not mind the edges.
        bool stillSees(const QHash<QString, QRectF> &before)
        {
            const auto now = seen();
            int same = 0;
            for (auto line = before.cbegin(); line != before.cend(); ++line)
                same += std::abs(now.value(line.key(), {}).y() - line->y()) <= 1;
            return same > 2 && same >= before.size() - 2;
        }
        bool sees(const QString &line) { return seen().contains(line); }
        bool isAtEnd() const { return item(u"chatList"_s)->property("atYEnd").toBool(); }
        //! Slowly, and waits until the list has come to rest.
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
    void theNewestLineIsSeen()
    {
        Pane pane;
        for (int i = 0; i < 40; ++i) {
            const QString text =
                u"this is line %1"_s.arg(i) + (i % 3 == 0 ? u" and quite long"_s.repeated(i) : QString());
            pane.hear(text);
            QTRY_VERIFY2(pane.sees(text), qPrintable(text));
        }
    }

    void theNewestOfManyAtOnceIsSeen()
    {
        Pane pane;
        pane.hearMany(200);
        QTRY_VERIFY(pane.sees(u"line 199"_s));
    }

    void theNewestLineIsSeenInAFullList()
    {
        // The oldest line goes for each new one: their number stays.
        Pane pane;
        pane.hearMany(ChatHistory::mostFresh);
        QTRY_VERIFY(pane.sees(u"line 4999"_s));
        QCOMPARE(pane.main.chat().rowCount(), ChatHistory::mostFresh);
        for (int i = 0; i < 5; ++i) {
            const QString text = u"one more, %1"_s.arg(i);
            pane.hear(text);
            QTRY_VERIFY2(pane.sees(text), qPrintable(text));
        }
    }

    void whatIsReadDoesNotMove_data()
    {
        QTest::addColumn<int>("lines");
        QTest::newRow("some lines") << 60;
        QTest::newRow("a full list") << int(ChatHistory::mostFresh);
    }
    void whatIsReadDoesNotMove()
    {
        QFETCH(const int, lines);
        Pane pane;
        pane.hearMany(lines);
        const QString newest = u"line %1"_s.arg(lines - 1);
        QTRY_VERIFY(pane.sees(newest));
        QVERIFY(pane.turnWheel(2));
        QVERIFY(!pane.sees(newest));
        QCOMPARE(pane.textOf(u"chatToEnd"_s), QString());
        const auto read = pane.seen();
        QVERIFY(!read.isEmpty());
        for (int i = 0; i < 10; ++i) {
            pane.hear(u"later %1"_s.arg(i));
            QCoreApplication::processEvents();
            QVERIFY(pane.stillSees(read));
        }
        QCOMPARE(pane.textOf(u"chatToEnd"_s), u"10 new"_s);
        // Back at the end one follows again.
        for (int i = 0; i < 50 && !pane.isAtEnd(); ++i)
            QVERIFY(pane.turnWheel(-1));
        QVERIFY(pane.sees(u"later 9"_s));
        pane.hear(u"and the last"_s);
        QTRY_VERIFY(pane.sees(u"and the last"_s));
    }

    void aWheelThatStillTurnsIsNotTornAway()
    {
        Pane pane;
        pane.hearMany(200);
        QTRY_VERIFY(pane.sees(u"line 199"_s));
        QQuickItem *list = pane.item(u"chatList"_s);
        const double end = list->property("contentY").toDouble();
        const QPointF at = pane.placeOf(u"chatList"_s).center();
        QWheelEvent event(at, at, {}, {0, 360}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        event.setTimestamp(5'000);
        QCoreApplication::sendEvent(pane.window, &event);
        QTRY_VERIFY(list->property("contentY").toDouble() < end - 100);
        QVERIFY(list->property("moving").toBool());
        pane.hear(u"somebody speaks meanwhile"_s);
        QCoreApplication::processEvents();
        pane.window->grabWindow();
        QVERIFY(list->property("contentY").toDouble() < end - 50);
        QVERIFY(!pane.sees(u"somebody speaks meanwhile"_s));
    }

    void theScrollBarHoldsToo()
    {
        Pane pane;
        pane.hearMany(60);
        QTRY_VERIFY(pane.sees(u"line 59"_s));
        const QPoint corner = pane.placeOf(u"chatList"_s).bottomRight().toPoint();
        const QPoint handle(corner.x() - 3, corner.y() - 10);
        QTest::mouseMove(pane.window, handle);
        QTest::mousePress(pane.window, Qt::LeftButton, {}, handle);
        for (int i = 1; i <= 5; ++i)
            QTest::mouseMove(pane.window, handle - QPoint(0, 20 * i));
        QTest::mouseRelease(pane.window, Qt::LeftButton, {}, handle - QPoint(0, 100));
        QVERIFY(!pane.sees(u"line 59"_s)); // or it was not the handle
        const auto read = pane.seen();
        QVERIFY(!read.isEmpty());
        pane.hear(u"later"_s);
        QCoreApplication::processEvents();
        QVERIFY(pane.stillSees(read));
    }

    void aSmallerWindowStillShowsTheNewest()
    {
        Pane pane;
        pane.hearMany(60);
        QTRY_VERIFY(pane.sees(u"line 59"_s));
        pane.window->resize(900, 600);
        QTRY_VERIFY(pane.sees(u"line 59"_s));
        pane.window->resize(1280, 1000);
        QTRY_VERIFY(pane.sees(u"line 59"_s));
    }

    void lettersWalkOnlyWhileNothingIsWritten()
    {
        Pane pane;
        pane.click(u"chatField"_s);
        pane.type(u"wasdfm+-"_s);
        QCOMPARE(pane.textOf(u"chatField"_s), u"wasdfm+-"_s);
        QVERIFY(!pane.main.avatar().isMoving());
        QTest::keyClick(pane.window, Qt::Key_Escape); // back to the map
        QTest::keyPress(pane.window, Qt::Key_W);
        QTRY_VERIFY(pane.main.avatar().isMoving());
        QTest::keyClick(pane.window, Qt::Key_Return); // and to the chat: walking ends there
        QTRY_VERIFY(!pane.main.avatar().isMoving());
        QTest::keyRelease(pane.window, Qt::Key_W);
        QVERIFY(pane.item(u"chatField"_s)->hasActiveFocus());
    }
};

ISLET_GUI_TEST(TestChatPane);
#include "tst_chatpane.moc"
