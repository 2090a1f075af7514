// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/background.h"
#include "tests/support/screen.h"
#include "tests/support/sessionbus.h"
#include "tests/support/testmain.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QFileInfo>
#include <QTest>

#include <algorithm>

using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000; // ms; the maximum wait for any condition
constexpr qsizetype maxObjects = 2'000;
const auto accessible = u"org.a11y.atspi.Accessible"_s;
const auto launcher = u"/usr/libexec/at-spi-bus-launcher"_s;

//! An accessible object, as a screen reader sees it.
struct Accessible {
    QString service;
    QString path;
    QString name;
    QString role;
};

} // namespace

//! The real window as a screen reader sees it, over the AT-SPI bus.
class TestScreenReader : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();

    void exposesWindow();
    void pressesButton();

private:
    QDBusConnection bus() const { return QDBusConnection(u"a11y"_s); }
    QDBusMessage ask(const Accessible &object, const QString &interface, const QString &method,
                     const QVariantList &arguments = {}) const;
    QList<Accessible> childrenOf(const Accessible &object) const;
    //! Returns all accessible objects of all applications.
    QList<Accessible> all() const;
    static const Accessible *find(const QList<Accessible> &objects, const QString &role, const QString &name);

    // Destroyed in reverse order: the session bus last.
    std::unique_ptr<SessionBus> m_session = std::make_unique<SessionBus>();
    std::unique_ptr<Background> m_launcher = std::make_unique<Background>();
    std::unique_ptr<Screen> m_screen = std::make_unique<Screen>();
    QProcess m_islet;
};

void TestScreenReader::initTestCase()
{
    if (const QString missing = SessionBus::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    if (!QFileInfo::exists(launcher))
        QSKIP("at-spi-bus-launcher is missing (on Debian: apt-get install at-spi2-core)");
    QVERIFY(m_session->moveIn());
    QVERIFY2(m_session->startBus(), qPrintable(m_session->why()));
    QVERIFY2(m_screen->start(), qPrintable(m_screen->why()));
    QVERIFY2(m_launcher->start(
                 {launcher, {u"--launch-immediately"_s, u"--a11y=1"_s}, QProcessEnvironment::systemEnvironment()}),
             qPrintable(m_launcher->why()));
    QString address;
    const auto hasAddress = [&address] {
        auto session = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"session"_s);
        const QDBusMessage answer = session.call(
            QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s));
        address = answer.arguments().value(0).toString();
        return answer.type() == QDBusMessage::ReplyMessage && !address.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasAddress(), patience);
    QVERIFY(QDBusConnection::connectToBus(address, u"a11y"_s).isConnected());

    QProcessEnvironment environment = m_screen->environment();
    environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
    environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
    m_islet.setProcessEnvironment(environment);
    m_islet.setProcessChannelMode(QProcess::ForwardedChannels);
    m_islet.start(QStringLiteral(ISLET_BIN "/islet"), {u"--embedded"_s});
    QVERIFY(m_islet.waitForStarted());
}

void TestScreenReader::cleanupTestCase()
{
    m_islet.terminate();
    if (!m_islet.waitForFinished(5'000))
        m_islet.kill();
    m_islet.waitForFinished();
    QDBusConnection::disconnectFromBus(u"a11y"_s);
    QDBusConnection::disconnectFromBus(u"session"_s);
    m_launcher.reset();
    m_screen.reset();
    m_session.reset();
}

QDBusMessage TestScreenReader::ask(const Accessible &object, const QString &interface, const QString &method,
                                   const QVariantList &arguments) const
{
    QDBusMessage question = QDBusMessage::createMethodCall(object.service, object.path, interface, method);
    question.setArguments(arguments);
    return bus().call(question);
}

QList<Accessible> TestScreenReader::childrenOf(const Accessible &object) const
{
    QList<Accessible> children;
    const QDBusMessage answer = ask(object, accessible, u"GetChildren"_s);
    if (answer.signature() != "a(so)"_L1)
        return children;
    const auto list = answer.arguments().constFirst().value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        Accessible child;
        QDBusObjectPath path;
        list.beginStructure();
        list >> child.service >> path;
        list.endStructure();
        child.path = path.path();
        children.append(child);
    }
    list.endArray();
    for (Accessible &child : children) {
        const QDBusMessage name = ask(child, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {accessible, u"Name"_s});
        child.name = name.arguments().value(0).value<QDBusVariant>().variant().toString();
        child.role = ask(child, accessible, u"GetRoleName"_s).arguments().value(0).toString();
    }
    return children;
}

QList<Accessible> TestScreenReader::all() const
{
    QList<Accessible> objects{{u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/accessible/root"_s, {}, {}}};
    for (qsizetype i = 0; i < objects.size() && objects.size() < maxObjects; ++i)
        objects += childrenOf(Accessible(objects[i]));
    return objects;
}

const Accessible *TestScreenReader::find(const QList<Accessible> &objects, const QString &role, const QString &name)
{
    const auto found = std::ranges::find_if(
        objects, [&](const Accessible &object) { return object.role == role && object.name.contains(name); });
    return found == objects.end() ? nullptr : &*found;
}

void TestScreenReader::exposesWindow()
{
    QList<Accessible> objects;
    QTRY_VERIFY_WITH_TIMEOUT((objects = all(), find(objects, u"list item"_s, u"You joined"_s)), patience);
    QTRY_VERIFY_WITH_TIMEOUT((objects = all(), find(objects, u"list item"_s, u"0x"_s)), patience);
    QVERIFY(find(objects, u"frame"_s, u" - Islet"_s));
    QVERIFY(find(objects, u"canvas"_s, u"Map"_s));
    QVERIFY(find(objects, u"list"_s, u"People"_s));
    QVERIFY(find(objects, u"list"_s, u"Chat"_s));
    QVERIFY(find(objects, u"text"_s, u"Message everyone in the room"_s));
    QVERIFY(find(objects, u"push button"_s, u"Hold to talk"_s));
}

void TestScreenReader::pressesButton()
{
    const QList<Accessible> objects = all();
    const Accessible *leave = find(objects, u"push button"_s, u"Leave"_s);
    QVERIFY(leave);
    const QString actions = u"org.a11y.atspi.Action"_s;
    int press = 0;
    while (press < 8 && ask(*leave, actions, u"GetName"_s, {press}).arguments().value(0).toString() != "Press"_L1)
        ++press;
    QVERIFY(press < 8);
    const QDBusMessage answer = ask(*leave, actions, u"DoAction"_s, {press});
    QVERIFY2(answer.type() == QDBusMessage::ReplyMessage, qPrintable(answer.errorMessage()));
    QTRY_VERIFY_WITH_TIMEOUT(find(all(), u"push button"_s, u"Try the demo room, with simulated people"_s), patience);
}

ISLET_TEST(TestScreenReader);
#include "tst_screenreader.moc"
