// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/windowstate.h"
#include "tests/support/offscreen.h"
#include "tests/support/testmain.h"

#include <QGuiApplication>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace islet;

class WindowStateTest : public QObject {
    Q_OBJECT

public:
    static void initMain() { islet::test::drawOffscreen(); }

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(u"islet.ini"_s), QSettings::IniFormat};

    //! A window that was left at `place`, as it comes up again.
    QRect shownAgainAt(const QVariant &place)
    {
        m_settings.setValue(u"window/place"_s, place);
        WindowState memory(m_settings);
        QWindow window;
        window.setMinimumSize({400, 300});
        window.setGeometry(10, 10, 500, 400);
        memory.watch(window);
        return window.geometry();
    }

private slots:
    void cleanup() { m_settings.clear(); }

    void comesUpWhereItWasLeft()
    {
        {
            WindowState memory(m_settings);
            QWindow window;
            window.setMinimumSize({400, 300});
            memory.watch(window);
            window.show();
            window.setGeometry(40, 50, 520, 410);
            QTRY_COMPARE(m_settings.value(u"window/place"_s).toRect(), QRect(40, 50, 520, 410));
        }
        QCOMPARE(shownAgainAt(m_settings.value(u"window/place"_s)), QRect(40, 50, 520, 410));
    }

    void whatWasDoneJustBeforeTheEndIsKept()
    {
        WindowState memory(m_settings);
        QWindow window;
        window.setMinimumSize({400, 300});
        memory.watch(window);
        window.show();
        window.setGeometry(40, 50, 520, 410);
        window.close();
        QCOMPARE(m_settings.value(u"window/place"_s).toRect(), QRect(40, 50, 520, 410));
    }

    void fullScreenIsForTheMoment()
    {
        WindowState memory(m_settings);
        QWindow window;
        memory.watch(window);
        window.showMaximized();
        QTRY_VERIFY(m_settings.value(u"window/maximized"_s).toBool());
        memory.switchFullScreen();
        QTRY_COMPARE(window.visibility(), QWindow::FullScreen);
        window.close(); // and it is started again
        QVERIFY(m_settings.value(u"window/maximized"_s).toBool());
    }

    void neverComesUpWhereNobodyCanGrabIt_data()
    {
        QTest::addColumn<QVariant>("place");
        QTest::newRow("on a screen that is gone") << QVariant(QRect(90'000, 50, 520, 410));
        QTest::newRow("above the screen") << QVariant(QRect(10, -300, 520, 410));
        QTest::newRow("too small") << QVariant(QRect(10, 10, 20, 20));
        QTest::newRow("no place") << QVariant(u"somewhere"_s);
        QTest::newRow("inside out") << QVariant(QRect(10, 10, -520, -410));
    }
    void neverComesUpWhereNobodyCanGrabIt()
    {
        QFETCH(const QVariant, place);
        QCOMPARE(shownAgainAt(place), QRect(10, 10, 500, 400));
    }

    void panesAreKept()
    {
        {
            WindowState memory(m_settings);
            const QSignalSpy changed(&memory, &WindowState::changed);
            QCOMPARE(memory.columnWidth(), 0);
            QVERIFY(memory.isColumnShown());
            memory.setColumnWidth(400);
            memory.setColumnShown(false);
            memory.setColumnShown(false);
            QCOMPARE(changed.size(), 2);
        }
        const WindowState again(m_settings);
        QCOMPARE(again.columnWidth(), 400);
        QVERIFY(!again.isColumnShown());
        QVERIFY(again.isPeopleShown());
    }

    void nonsenseInTheSettingsIsBounded()
    {
        m_settings.setValue(u"window/columnWidth"_s, u"wide"_s);
        m_settings.setValue(u"window/peopleHeight"_s, 1'000'000);
        const WindowState memory(m_settings);
        QCOMPARE(memory.columnWidth(), 0);
        QVERIFY(memory.peopleHeight() <= 4'000);
    }

    void welcomesOnce()
    {
        WindowState memory(m_settings);
        QVERIFY(!memory.isWelcomed());
        memory.welcome();
        QVERIFY(memory.isWelcoming());
        memory.endWelcome();
        QVERIFY(!memory.isWelcoming());
        QVERIFY(WindowState(m_settings).isWelcomed());
    }
};

ISLET_GUI_TEST(WindowStateTest);

#include "tst_windowstate.moc"
