// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/appearance.h"
#include "app/platform/portalappearance.h"
#include "tests/support/sessionbus.h"
#include "tests/support/testmain.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QPalette>
#include <QSemaphore>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <atomic>
#include <thread>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! The settings of a desktop, as its portal has them.
class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QHash<QString, QVariant> values;

    void change(const QString &key, const QVariant &value)
    {
        values.insert(key, value);
        emit SettingChanged(key.section(u'/', 0, 0), key.section(u'/', 1), QDBusVariant(value));
    }

public slots:
    QDBusVariant Read(const QString &group, const QString &key, const QDBusMessage &message)
    {
        const QVariant value = values.value(group + u'/' + key);
        if (!value.isValid()) {
            message.setDelayedReply(true);
            QDBusConnection(u"portal"_s)
                .send(message.createErrorReply(u"org.freedesktop.portal.Error.NotFound"_s, u"no such setting"_s));
            return {};
        }
        // As the real one: one variant too many.
        return QDBusVariant(QVariant::fromValue(QDBusVariant(value)));
    }

signals:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

//! What the portal of a Linux desktop says, on a bus of our own.
class TestPortalLook : public QObject {
    Q_OBJECT

public:
    static void initMain() { qputenv("QT_QPA_PLATFORM", "offscreen"); }

private:
    static constexpr auto scheme = "org.freedesktop.appearance/color-scheme"_L1;
    static constexpr auto contrast = "org.freedesktop.appearance/contrast"_L1;
    static constexpr auto motion = "org.freedesktop.appearance/reduced-motion"_L1;
    static constexpr auto animations = "org.gnome.desktop.interface/enable-animations"_L1;

    std::unique_ptr<SessionBus> m_bus = std::make_unique<SessionBus>();
    std::unique_ptr<FakePortal> m_portal;

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
        m_portal = std::make_unique<FakePortal>();
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"portal"_s);
        QVERIFY(bus.isConnected());
        QVERIFY(bus.registerObject(u"/org/freedesktop/portal/desktop"_s, m_portal.get(),
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
    }
    void cleanup()
    {
        QDBusConnection::disconnectFromBus(u"portal"_s);
        m_portal.reset();
    }
    void cleanupTestCase() { m_bus.reset(); }

    // The first of all, as in the program: Qt has not met a D-Bus variant yet.
    void hearsChanges()
    {
        m_portal->values = {{scheme, 2U}, {contrast, 0U}, {motion, 0U}};
        PortalAppearance look;
        look.start();
        QTRY_COMPARE(look.hints(), (AppearanceHints{false, false, false}));
        m_portal->change(scheme, 1U);
        QTRY_COMPARE(look.hints(), (AppearanceHints{true, false, false}));
        m_portal->change(contrast, 1U);
        m_portal->change(motion, 1U);
        QTRY_COMPARE(look.hints(), (AppearanceHints{true, true, true}));
        m_portal->change(scheme, 2U);
        QTRY_COMPARE(look.hints().dark, std::optional(false));
    }

    void hearsWhatIsSet()
    {
        m_portal->values = {{scheme, 1U}, {contrast, 1U}, {motion, 1U}};
        PortalAppearance look;
        look.start();
        QTRY_COMPARE(look.hints(), (AppearanceHints{true, true, true}));
    }

    void gnomeSaysItInItsOwnWay()
    {
        m_portal->values = {{scheme, 1U}, {animations, false}};
        PortalAppearance look;
        look.start();
        QTRY_COMPARE(look.hints().still, std::optional(true));
        m_portal->change(animations, true);
        QTRY_COMPARE(look.hints().still, std::optional(false));
    }

    void nonsenseSaysNothing()
    {
        m_portal->values = {{scheme, u"dark"_s}, {contrast, QVariantList{1, 2}}, {motion, -4.5}, {animations, u"no"_s}};
        PortalAppearance look;
        look.start();
        m_portal->change(animations, false); // heard after all that was asked
        QTRY_COMPARE(look.hints().still, std::optional(true));
        QVERIFY(!look.hints().contrast);
        QCOMPARE(look.hints().dark, std::optional(false)); // the palette's
    }

    void goesByThePaletteWithoutAPortal()
    {
        QDBusConnection::disconnectFromBus(u"portal"_s);
        PortalAppearance look;
        look.start();
        QTRY_COMPARE(look.hints().dark, std::optional(false));
        QSignalSpy changed(&look, &DesktopAppearance::changed);
        QGuiApplication::setPalette(QPalette(QColor(0x20, 0x20, 0x20)));
        QTRY_COMPARE(look.hints().dark, std::optional(true));
        QGuiApplication::setPalette(QPalette(QColor(0xf0, 0xf0, 0xf0)));
    }

    void whatItSaidTheLastTimeIsNotLeftOnTheWay()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"islet.ini"_s), QSettings::IniFormat);
        settings.setValue(u"look/system"_s, QStringList{u"dark"_s, u"contrast"_s, u"still"_s});
        m_portal->values = {{scheme, 1U}, {contrast, 1U}, {motion, 1U}};
        Appearance appearance(settings);
        PortalAppearance look;
        QSignalSpy heard(&look, &DesktopAppearance::changed);
        QSignalSpy changed(&appearance, &Appearance::changed);
        appearance.follow(look);
        QTRY_COMPARE(heard.count(), 1); // all at once
        QCOMPARE(look.hints(), (AppearanceHints{true, true, true}));
        QCOMPARE(changed.count(), 0);
        QVERIFY(appearance.isDark() && appearance.isContrast() && appearance.isStill());
    }

    void aBusThatHangsHoldsNobodyUp()
    {
        PortalAppearance look;
        look.start();
        QThreadPool::globalInstance()->waitForDone(); // it is joined, which nobody has heard of yet
        m_bus->freeze();
        std::atomic_bool isFrozen = true;
        QSemaphore isOver;
        std::thread rescue([&] {
            isOver.tryAcquire(1, std::chrono::seconds(10));
            isFrozen = false;
            m_bus->thaw();
        });
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        const bool hasWaited = !isFrozen;
        isOver.release();
        rescue.join();
        QVERIFY(!hasWaited);
        QTRY_COMPARE(look.hints().dark, std::optional(false)); // and then it is heard
    }

    void mayGoBeforeItHasHeardAnything()
    {
        for (int n = 0; n < 20; ++n) {
            PortalAppearance look;
            look.start();
        }
        QCoreApplication::processEvents();
    }
};

ISLET_GUI_TEST(TestPortalLook);
#include "tst_portalappearance.moc"
