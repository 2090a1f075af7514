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

class TestWindowState : public QObject {
    Q_OBJECT

public:
    static void initMain() { islet::test::drawOffscreen(); }

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(u"islet.ini"_s), QSettings::IniFormat};

    //! Returns the geometry of a new window after `place` was stored.
    QRect restoredGeometry(const QVariant &place)
    {
        m_settings.setValue(u"window/place"_s, place);
        WindowState state(m_settings);
        QWindow window;
        window.setMinimumSize({400, 300});
        window.setGeometry(10, 10, 500, 400);
        state.watch(window);
        return window.geometry();
    }

private slots:
    void cleanup() { m_settings.clear(); }

    void restoresGeometry()
    {
        {
            WindowState state(m_settings);
            QWindow window;
            window.setMinimumSize({400, 300});
            state.watch(window);
            window.show();
            window.setGeometry(40, 50, 520, 410);
            QTRY_COMPARE(m_settings.value(u"window/place"_s).toRect(), QRect(40, 50, 520, 410));
        }
        QCOMPARE(restoredGeometry(m_settings.value(u"window/place"_s)), QRect(40, 50, 520, 410));
    }

    void savesGeometryOnClose()
    {
        WindowState state(m_settings);
        QWindow window;
        window.setMinimumSize({400, 300});
        state.watch(window);
        window.show();
        window.setGeometry(40, 50, 520, 410);
        window.close();
        QCOMPARE(m_settings.value(u"window/place"_s).toRect(), QRect(40, 50, 520, 410));
    }

    void doesNotStoreFullScreen()
    {
        WindowState state(m_settings);
        QWindow window;
        state.watch(window);
        window.showMaximized();
        QTRY_VERIFY(m_settings.value(u"window/maximized"_s).toBool());
        state.switchFullScreen();
        QTRY_COMPARE(window.visibility(), QWindow::FullScreen);
        window.close(); // then restarted
        QVERIFY(m_settings.value(u"window/maximized"_s).toBool());
    }

    void rejectsUnreachableGeometry_data()
    {
        QTest::addColumn<QVariant>("place");
        QTest::newRow("on a removed screen") << QVariant(QRect(90'000, 50, 520, 410));
        QTest::newRow("above the screen") << QVariant(QRect(10, -300, 520, 410));
        QTest::newRow("too small") << QVariant(QRect(10, 10, 20, 20));
        QTest::newRow("not a rectangle") << QVariant(u"somewhere"_s);
        QTest::newRow("negative size") << QVariant(QRect(10, 10, -520, -410));
    }
    void rejectsUnreachableGeometry()
    {
        QFETCH(const QVariant, place);
        QCOMPARE(restoredGeometry(place), QRect(10, 10, 500, 400));
    }

    void storesPanes()
    {
        {
            WindowState state(m_settings);
            const QSignalSpy changed(&state, &WindowState::changed);
            QCOMPARE(state.columnWidth(), 0);
            QVERIFY(state.isColumnShown());
            state.setColumnWidth(400);
            state.setColumnShown(false);
            state.setColumnShown(false);
            QCOMPARE(changed.size(), 2);
        }
        const WindowState again(m_settings);
        QCOMPARE(again.columnWidth(), 400);
        QVERIFY(!again.isColumnShown());
        QVERIFY(again.isPeopleShown());
    }

    void boundsInvalidSettings()
    {
        m_settings.setValue(u"window/columnWidth"_s, u"wide"_s);
        m_settings.setValue(u"window/peopleHeight"_s, 1'000'000);
        const WindowState state(m_settings);
        QCOMPARE(state.columnWidth(), 0);
        QVERIFY(state.peopleHeight() <= 4'000);
    }

    void welcomesOnce()
    {
        WindowState state(m_settings);
        QVERIFY(!state.isWelcomed());
        state.welcome();
        QVERIFY(state.isWelcoming());
        state.endWelcome();
        QVERIFY(!state.isWelcoming());
        QVERIFY(WindowState(m_settings).isWelcomed());
    }
};

ISLET_GUI_TEST(TestWindowState);

#include "tst_windowstate.moc"
