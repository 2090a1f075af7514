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

constexpr int patience = 15'000; // ms; everything waits for a condition, and this long at most
constexpr qsizetype mostThings = 2'000;
const auto accessible = u"org.a11y.atspi.Accessible"_s;
const auto launcher = u"/usr/libexec/at-spi-bus-launcher"_s;

//! Something that a screen reader knows of.
struct Thing {
    QString service;
    QString path;
    QString name;
    QString role;
};

} // namespace

//! The real window, as a screen reader has it: over AT-SPI's own bus.
class TestScreenReader : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();

    void theWindowIsTold();
    void aButtonIsPressed();

private:
    QDBusConnection bus() const { return QDBusConnection(u"a11y"_s); }
    QDBusMessage ask(const Thing &thing, const QString &interface, const QString &method,
                     const QVariantList &arguments = {}) const;
    QList<Thing> childrenOf(const Thing &thing) const;
    //! All there is of the programs that tell of themselves.
    QList<Thing> all() const;
    static const Thing *find(const QList<Thing> &things, const QString &role, const QString &name);

    // In this order: who is asked last goes first.
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

QDBusMessage TestScreenReader::ask(const Thing &thing, const QString &interface, const QString &method,
                                   const QVariantList &arguments) const
{
    QDBusMessage question = QDBusMessage::createMethodCall(thing.service, thing.path, interface, method);
    question.setArguments(arguments);
    return bus().call(question);
}

QList<Thing> TestScreenReader::childrenOf(const Thing &thing) const
{
    QList<Thing> children;
    const QDBusMessage answer = ask(thing, accessible, u"GetChildren"_s);
    if (answer.signature() != "a(so)"_L1)
        return children;
    const auto list = answer.arguments().constFirst().value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        Thing child;
        QDBusObjectPath path;
        list.beginStructure();
        list >> child.service >> path;
        list.endStructure();
        child.path = path.path();
        children.append(child);
    }
    list.endArray();
    for (Thing &child : children) {
        const QDBusMessage name = ask(child, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {accessible, u"Name"_s});
        child.name = name.arguments().value(0).value<QDBusVariant>().variant().toString();
        child.role = ask(child, accessible, u"GetRoleName"_s).arguments().value(0).toString();
    }
    return children;
}

QList<Thing> TestScreenReader::all() const
{
    QList<Thing> things{{u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/accessible/root"_s, {}, {}}};
    for (qsizetype i = 0; i < things.size() && things.size() < mostThings; ++i)
        things += childrenOf(Thing(things[i]));
    return things;
}

const Thing *TestScreenReader::find(const QList<Thing> &things, const QString &role, const QString &name)
{
    const auto found = std::ranges::find_if(
        things, [&](const Thing &thing) { return thing.role == role && thing.name.contains(name); });
    return found == things.end() ? nullptr : &*found;
}

void TestScreenReader::theWindowIsTold()
{
    QList<Thing> things;
    QTRY_VERIFY_WITH_TIMEOUT((things = all(), find(things, u"list item"_s, u"You came into"_s)), patience);
    QTRY_VERIFY_WITH_TIMEOUT((things = all(), find(things, u"list item"_s, u"0x"_s)), patience);
    QVERIFY(find(things, u"frame"_s, u" - Islet"_s));
    QVERIFY(find(things, u"canvas"_s, u"Map"_s));
    QVERIFY(find(things, u"list"_s, u"People"_s));
    QVERIFY(find(things, u"list"_s, u"Chat"_s));
    QVERIFY(find(things, u"text"_s, u"Write to everybody in the room"_s));
    QVERIFY(find(things, u"push button"_s, u"Hold to talk"_s));
}

void TestScreenReader::aButtonIsPressed()
{
    const QList<Thing> things = all();
    const Thing *leave = find(things, u"push button"_s, u"Leave"_s);
    QVERIFY(leave);
    const QString actions = u"org.a11y.atspi.Action"_s;
    int press = 0;
    while (press < 8 && ask(*leave, actions, u"GetName"_s, {press}).arguments().value(0).toString() != "Press"_L1)
        ++press;
    QVERIFY(press < 8);
    const QDBusMessage answer = ask(*leave, actions, u"DoAction"_s, {press});
    QVERIFY2(answer.type() == QDBusMessage::ReplyMessage, qPrintable(answer.errorMessage()));
    QTRY_VERIFY_WITH_TIMEOUT(find(all(), u"push button"_s, u"Enter the room inside this program"_s), patience);
}

ISLET_TEST(TestScreenReader);
#include "tst_screenreader.moc"
