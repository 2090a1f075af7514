// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/appearance.h"
#include "app/platform/portalappearance.h"
#include "tests/support/sessionbus.h"
#include "tests/support/testmain.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
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

//! A desktop portal with its settings.
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
        // Like the real portal: wrapped in one variant too many.
        return QDBusVariant(QVariant::fromValue(QDBusVariant(value)));
    }

signals:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

//! PortalAppearance and a fake portal, on a private session bus.
class TestPortalLook : public QObject {
    Q_OBJECT

public:
    static void initMain() { qputenv("QT_QPA_PLATFORM", "offscreen"); }

private:
    static constexpr auto scheme = "org.freedesktop.appearance/color-scheme"_L1;
    static constexpr auto contrast = "org.freedesktop.appearance/contrast"_L1;
    static constexpr auto motion = "org.freedesktop.appearance/reduced-motion"_L1;
    static constexpr auto animations = "org.gnome.desktop.interface/enable-animations"_L1;

    static QDBusConnection busOfPortal() { return QDBusConnection(u"portal"_s); }
    static bool isPortalOnBus()
    {
        const auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"observer"_s);
        const bool isThere = bus.interface()->isServiceRegistered(u"org.freedesktop.portal.Desktop"_s);
        QDBusConnection::disconnectFromBus(u"observer"_s);
        return isThere;
    }

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

    // Must run first: in the application, too, QDBusVariant is not registered with Qt at this time.
    void followsChanges()
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

    void readsSettings()
    {
        m_portal->values = {{scheme, 1U}, {contrast, 1U}, {motion, 1U}};
        PortalAppearance look;
        look.start();
        QTRY_COMPARE(look.hints(), (AppearanceHints{true, true, true}));
    }

    void readsAnimationsSettingOfGnome()
    {
        m_portal->values = {{scheme, 1U}, {animations, false}};
        PortalAppearance look;
        look.start();
        QTRY_COMPARE(look.hints().still, std::optional(true));
        m_portal->change(animations, true);
        QTRY_COMPARE(look.hints().still, std::optional(false));
    }

    void ignoresInvalidValues()
    {
        m_portal->values = {{scheme, u"dark"_s}, {contrast, QVariantList{1, 2}}, {motion, -4.5}, {animations, u"no"_s}};
        PortalAppearance look;
        look.start();
        m_portal->change(animations, false); // arrives after all the answers
        QTRY_COMPARE(look.hints().still, std::optional(true));
        QVERIFY(!look.hints().contrast);
        QCOMPARE(look.hints().dark, std::optional(false)); // from the palette
    }

    void followsPaletteWithoutPortal()
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

    void keepsStoredHintsUntilAllAreRead()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"islet.ini"_s), QSettings::IniFormat);
        settings.setValue(u"look/system"_s, QStringList{u"dark"_s, u"contrast"_s, u"still"_s});
        m_portal->values = {{scheme, 1U}, {contrast, 1U}, {motion, 1U}};
        Appearance appearance(settings);
        PortalAppearance look;
        QSignalSpy read(&look, &DesktopAppearance::changed);
        QSignalSpy changed(&appearance, &Appearance::changed);
        appearance.follow(look);
        QTRY_COMPARE(read.count(), 1); // all at once
        QCOMPARE(look.hints(), (AppearanceHints{true, true, true}));
        QCOMPARE(changed.count(), 0);
        QVERIFY(appearance.isDark() && appearance.isContrast() && appearance.isStill());
    }

    void hungBusBlocksNothing()
    {
        PortalAppearance look;
        look.start();
        QThreadPool::globalInstance()->waitForDone(); // it has joined the bus; the event that says so is still queued
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
        QTRY_COMPARE(look.hints().dark, std::optional(false)); // once the bus answers again
    }

    void followsRestartedPortal()
    {
        m_portal->values = {{scheme, 1U}, {contrast, 0U}};
        PortalAppearance look;
        look.start();
        QTRY_COMPARE(look.hints(), (AppearanceHints{true, false, {}}));
        cleanup();
        QTRY_VERIFY(!isPortalOnBus());
        QCOMPARE(look.hints(), (AppearanceHints{true, false, {}})); // the last known
        init(); // with another unique name
        QVERIFY(isPortalOnBus());
        m_portal->change(contrast, 1U);
        QTRY_COMPARE(look.hints(), (AppearanceHints{true, true, {}}));
        m_portal->change(scheme, 2U);
        QTRY_COMPARE(look.hints(), (AppearanceHints{false, true, {}}));
    }

    void closesConnectionWhenDestroyedEarly()
    {
        const auto connections = [] { return busOfPortal().interface()->registeredServiceNames().value().size(); };
        const auto before = connections();
        for (int n = 0; n < 20; ++n) {
            PortalAppearance look;
            look.start();
        }
        QThreadPool::globalInstance()->waitForDone();
        QTRY_COMPARE(connections(), before);
    }
};

ISLET_GUI_TEST(TestPortalLook);
#include "tst_portalappearance.moc"
