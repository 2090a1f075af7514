// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/platform/dbusnotifier.h"
#include "app/platform/desktopnotifications.h"
#include "fakenotifications.h"
#include "tests/support/offscreen.h"
#include "tests/support/sessionbus.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! Desktop notifications while the window is inactive, on a private session bus.
class TestDesktopNotifications : public QObject {
    Q_OBJECT

public:
    static void initMain() { drawOffscreen(); }

private:
    //! An inactive window; another window of the same user has the focus.
    struct Fixture {
        QTemporaryDir folder;
        QSettings settings{folder.filePath(u"islet.ini"_s), QSettings::IniFormat};
        DBusNotifier sender;
        DesktopNotifications notes{settings, 50ms};
        QWindow window;
        QWindow other;

        Fixture()
        {
            notes.watch(window);
            notes.sendBy(sender);
            window.show();
            other.show();
            activate(other);
        }
        static void activate(QWindow &which)
        {
            which.requestActivate();
            if (!QTest::qWaitForWindowActive(&which))
                qFatal("the window does not become active");
        }
    };

    std::unique_ptr<SessionBus> m_bus = std::make_unique<SessionBus>();
    std::unique_ptr<FakeNotifications> m_service;

    const QList<FakeNotifications::Shown> &shown() const { return m_service->shown; }
    QString lastBody() const { return shown().isEmpty() ? QString() : shown().constLast().body; }

private slots:
    void initTestCase()
    {
        if (const QString missing = SessionBus::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        QVERIFY(m_bus->moveIn());
        QVERIFY2(m_bus->startBus(), qPrintable(m_bus->why()));
    }
    void init()
    {
        m_service = std::make_unique<FakeNotifications>();
        QVERIFY(m_service->start());
    }
    void cleanup() { m_service.reset(); }
    void cleanupTestCase() { m_bus.reset(); }

    void notifiesWhileWindowIsInactive()
    {
        Fixture fixture;
        fixture.notes.tell(u"Ana 0x12…ab"_s, u"hello"_s);
        QTRY_COMPARE(shown().size(), 1);
        QCOMPARE(shown()[0].program, u"Islet"_s);
        QCOMPARE(shown()[0].title, u"Ana 0x12…ab"_s);
        QCOMPARE(shown()[0].body, u"hello"_s);
        QCOMPARE(shown()[0].hints.value(u"desktop-entry"_s).toString(), u"org.islet.Islet"_s);
    }

    void doesNotNotifyWhileWindowIsActive()
    {
        Fixture fixture;
        Fixture::activate(fixture.window);
        fixture.notes.tell(u"Ana"_s, u"seen"_s);
        Fixture::activate(fixture.other);
        fixture.notes.tell(u"Ana"_s, u"not seen"_s);
        QTRY_COMPARE(shown().size(), 1);
        QCOMPARE(lastBody(), u"not seen"_s);
    }

    void combinesManyLines()
    {
        Fixture fixture;
        for (int line = 0; line < 100; ++line)
            fixture.notes.tell(u"Ana"_s, u"line %1"_s.arg(line));
        QTRY_COMPARE(lastBody(), u"line 99"_s);
        QVERIFY(shown().size() <= 2); // at once and after the pause
        QCOMPARE(shown().constLast().title, u"100 new messages, latest from Ana"_s);
        QCOMPARE(shown().constLast().id, shown().constFirst().id); // replaces the first
    }

    void withdrawsNotificationOnActivation()
    {
        Fixture fixture;
        fixture.notes.tell(u"Ana"_s, u"hello"_s);
        QTRY_COMPARE(shown().size(), 1);
        Fixture::activate(fixture.window); // the reply may still be pending
        QTRY_COMPARE(m_service->closed, QList<uint>{shown()[0].id});
        // The next one starts counting anew.
        Fixture::activate(fixture.other);
        fixture.notes.tell(u"Ben"_s, u"and you?"_s);
        QTRY_COMPARE(shown().size(), 2);
        QCOMPARE(shown()[1].title, u"Ben"_s);
        QCOMPARE(shown()[1].replaced, 0U);
    }

    void raisesWindowOnClick()
    {
        Fixture fixture;
        fixture.window.showMinimized();
        fixture.notes.tell(u"Ana"_s, u"hello"_s);
        QTRY_COMPARE(shown().size(), 1);
        QCOMPARE(shown()[0].actions.value(0), u"default"_s);
        emit m_service->ActionInvoked(shown()[0].id + 1, u"default"_s); // another application's
        QSignalSpy chosen(&fixture.sender, &Notifier::chosen);
        emit m_service->ActionInvoked(shown()[0].id, u"default"_s);
        QVERIFY(chosen.size() == 1 || chosen.wait());
        QCOMPARE(chosen.size(), 1);
        QTRY_VERIFY(fixture.window.isActive());
        QVERIFY(!(fixture.window.windowStates() & Qt::WindowMinimized));
    }

    void neverRendersMarkup_data()
    {
        QTest::addColumn<bool>("readsMarkup");
        QTest::addColumn<QString>("body");
        QTest::newRow("service with markup")
            << true << u"&lt;img src=&quot;http://127.0.0.1/x&quot;&gt; &amp;lt;b&amp;gt;"_s;
        QTest::newRow("service without markup") << false << u"<img src=\"http://127.0.0.1/x\"> &lt;b&gt;"_s;
    }
    void neverRendersMarkup()
    {
        QFETCH(const bool, readsMarkup);
        QFETCH(const QString, body);
        if (readsMarkup)
            m_service->capabilities.append(u"body-markup"_s);
        Fixture fixture;
        fixture.notes.tell(u"Ana"_s, u"<img src=\"http://127.0.0.1/x\"> &lt;b&gt;"_s);
        QTRY_COMPARE(lastBody(), body);
    }

    void boundsAndFlattensPeerText()
    {
        Fixture fixture;
        fixture.notes.tell(u"\u202e"_s + QString(5'000, u'W'), u"one\ntwo\u2028"_s + QString(1'000'000, u'x'));
        QTRY_COMPARE(shown().size(), 1);
        QVERIFY(shown()[0].title.size() <= DesktopNotifications::longestTitle);
        QVERIFY(shown()[0].body.size() <= DesktopNotifications::longestBody);
        QVERIFY(shown()[0].body.startsWith(u"one two x"_s));
        QVERIFY(!shown()[0].title.contains(u'\u202e'));
    }

    void canBeSwitchedOff()
    {
        Fixture fixture;
        fixture.notes.tell(u"Ana"_s, u"hello"_s);
        QTRY_COMPARE(shown().size(), 1);
        fixture.notes.setWanted(false);
        QTRY_COMPARE(m_service->closed.size(), 1);
        fixture.notes.tell(u"Ana"_s, u"silence"_s);
        QVERIFY(!DesktopNotifications(fixture.settings).isWanted());
        fixture.notes.setWanted(true);
        fixture.notes.tell(u"Ana"_s, u"again"_s);
        QTRY_COMPARE(lastBody(), u"again"_s);
        QCOMPARE(shown().size(), 2);
    }

    void retriesAfterServiceRefuses()
    {
        m_service->refuses = true;
        Fixture fixture;
        QSignalSpy failed(&fixture.sender, &Notifier::failed);
        fixture.notes.tell(u"Ana"_s, u"hello"_s);
        QVERIFY(failed.wait());
        m_service->refuses = false;
        fixture.notes.tell(u"Ana"_s, u"hello again"_s);
        QTRY_COMPARE(lastBody(), u"hello again"_s);
    }

    void findsServiceStartedLater()
    {
        m_service.reset();
        Fixture fixture;
        QSignalSpy failed(&fixture.sender, &Notifier::failed);
        fixture.notes.tell(u"Ana"_s, u"no service shows this"_s);
        QVERIFY(failed.wait());
        init();
        fixture.notes.tell(u"Ana"_s, u"hello"_s);
        QTRY_COMPARE(lastBody(), u"hello"_s);
        // A new service has none of the old one's notifications.
        m_service.reset();
        init();
        m_service->capabilities.append(u"body-markup"_s);
        fixture.notes.tell(u"Ana"_s, u"<b>"_s);
        QTRY_COMPARE(lastBody(), u"&lt;b&gt;"_s);
        QCOMPARE(shown().constLast().replaced, 0U);
    }

    void closesNotificationOnExit()
    {
        {
            Fixture fixture;
            fixture.notes.tell(u"Ana"_s, u"hello"_s);
            QTRY_COMPARE(shown().size(), 1);
            fixture.notes.tell(u"Ana"_s, u"still here"_s);
            QTRY_COMPARE(shown().size(), 2); // so the first call was answered
            QTRY_COMPARE(lastBody(), u"still here"_s);
        }
        QTRY_COMPARE(m_service->closed.size(), 1);
        for (int n = 0; n < 20; ++n) { // may also exit before any reply
            Fixture fixture;
            fixture.notes.tell(u"Ana"_s, u"hello"_s);
        }
        QCoreApplication::processEvents();
    }
};

ISLET_GUI_TEST(TestDesktopNotifications);
#include "tst_desktopnotifications.moc"
