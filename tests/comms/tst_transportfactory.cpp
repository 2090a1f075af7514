// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "comms/transportfactory.h"
#include "comms/transports/archipelagotransport.h"
#include "comms/transports/offlinetransport.h"
#include "comms/transports/realmtransport.h"
#include "comms/transports/signedlogintransport.h"
#include "comms/transports/wsroomtransport.h"
#include "identity/identity.h"
#include "sim/simulatortransport.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;

class TestTransportFactory : public QObject {
    Q_OBJECT

private slots:
    void makesTransports_data();
    void makesTransports();
    void rejectsUnsupportedProtocols_data();
    void rejectsUnsupportedProtocols();
    void rejectsInvalidParameters_data();
    void rejectsInvalidParameters();
    void opensOfflineAlone();
    void requiresPolicyForPlainConnections_data();
    void requiresPolicyForPlainConnections();
    void rejectsLoops();
    void neverFollowsUndeclaredEndpoints();
    void passesOnThatARemoteServerNamed();
    void undeclaredProtocolIsForUsersAlone();
    void checksWhoNamesAProtocol_data();
    void checksWhoNamesAProtocol();

private:
    Expected<TransportPtr> make(const QString &text) const;

    const Identity m_identity = Identity::guest();
};

namespace {

//! Whether the text is one sentence: no line break, no full stop in the middle, no unfilled placeholder.
bool isOneSentence(const QString &text)
{
    static const QRegularExpression middle(u"[.!?] \\p{Lu}|\\n|%\\d"_s);
    return text.endsWith(u'.') && text.size() < 300 && !text.contains(middle);
}

} // namespace

Expected<TransportPtr> TestTransportFactory::make(const QString &text) const
{
    return ConnectionString::parse(text).and_then(
        [this](const ConnectionString &where) { return TransportFactory(allProtocols(), {m_identity}).make(where); });
}

void TestTransportFactory::makesTransports_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<const QMetaObject *>("kind");
    QTest::newRow("ws-room") << u"ws-room:ws://127.0.0.1:5004/rooms/x"_s << &WsRoomTransport::staticMetaObject;
    QTest::newRow("ws-room without scheme") << u"ws-room:host/rooms/x"_s << &WsRoomTransport::staticMetaObject;
    QTest::newRow("offline") << u"offline:offline"_s << &OfflineTransport::staticMetaObject;
    QTest::newRow("bare offline") << u"offline"_s << &OfflineTransport::staticMetaObject;
    QTest::newRow("realm") << u"realm:https://host"_s << &RealmTransport::staticMetaObject;
    QTest::newRow("world") << u"realm:name.dcl.eth"_s << &RealmTransport::staticMetaObject;
    QTest::newRow("signed-login") << u"signed-login:https://host/comms"_s << &SignedLoginTransport::staticMetaObject;
    QTest::newRow("archipelago") << u"archipelago:wss://host/ws"_s << &ArchipelagoTransport::staticMetaObject;
    QTest::newRow("simulator") << u"simulator:?peers=3&seed=7&loss=0.05"_s << &SimulatorTransport::staticMetaObject;
    QTest::newRow("simulator from the test vectors") << u"simulator:n"_s << &SimulatorTransport::staticMetaObject;
}

void TestTransportFactory::makesTransports()
{
    QFETCH(const QString, text);
    QFETCH(const QMetaObject *const, kind);
    const auto transport = make(text);
    QVERIFY2(transport, transport ? "" : qPrintable(transport.error().detail));
    QCOMPARE((*transport)->metaObject(), kind);
    QCOMPARE((*transport)->state(), Transport::State::Idle); // nothing happens before open()
}

void TestTransportFactory::rejectsUnsupportedProtocols_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("livekit") << u"livekit:wss://host?access_token=SECRET"_s << u"livekit"_s;
    QTest::newRow("fixed-adapter") << u"fixed-adapter:offline:offline"_s << u"fixed-adapter"_s;
    QTest::newRow("a URL") << u"https://host/rooms/x"_s << u"https"_s;
    QTest::newRow("upper case") << u"OFFLINE:"_s << u"OFFLINE"_s;
    QTest::newRow("unknown protocol") << u"carrier-pigeon:north"_s << u"carrier-pigeon"_s;
    QTest::newRow("very long") << QString(4'000, u'x') + u':' << QString(64, u'x');
}

void TestTransportFactory::rejectsUnsupportedProtocols()
{
    QFETCH(const QString, text);
    QFETCH(const QString, name);
    const auto transport = make(text);
    QVERIFY(!transport);
    QCOMPARE(transport.error().code, ErrorCode::UnsupportedProtocol);
    const QString detail = transport.error().detail;
    QVERIFY2(detail.contains(u"“"_s + name), qPrintable(detail));
    QVERIFY2(!detail.contains(u"SECRET"_s), qPrintable(detail));
    QVERIFY2(isOneSentence(detail), qPrintable(detail));
}

void TestTransportFactory::rejectsInvalidParameters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expectedText");
    QTest::newRow("ws-room over http") << u"ws-room:http://host/rooms/x"_s << u"http://host/rooms/x"_s;
    QTest::newRow("ws-room without URL") << u"ws-room:"_s << u"ws-room:"_s;
    QTest::newRow("simulator with a bad number") << u"simulator:?peers=many"_s << u"peers"_s;
}

void TestTransportFactory::rejectsInvalidParameters()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expectedText);
    const auto transport = make(text);
    QVERIFY(!transport);
    QCOMPARE(transport.error().code, ErrorCode::InvalidConnectionString);
    const QString detail = transport.error().detail;
    QVERIFY2(detail.contains(expectedText), qPrintable(detail));
    QVERIFY2(isOneSentence(detail), qPrintable(detail));
}

void TestTransportFactory::opensOfflineAlone()
{
    const auto transport = make(u"offline"_s);
    QVERIFY(transport);
    QSignalSpy opened(transport->get(), &Transport::opened);
    QSignalSpy closed(transport->get(), &Transport::closed);
    QVERIFY(!(*transport)->send("hello", Delivery::Reliable));
    (*transport)->open();
    QCOMPARE(opened.size(), 1);
    QVERIFY(opened[0][0].value<Welcome>().peers.isEmpty());
    QVERIFY((*transport)->send("hello", Delivery::Reliable));
    QCOMPARE((*transport)->counters().packetsOut, 1);
    (*transport)->close();
    (*transport)->close();
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed[0][0].value<CloseReason>().kind, CloseReason::Kind::Requested);
    QVERIFY(!(*transport)->send("hello", Delivery::Reliable));
}

void TestTransportFactory::requiresPolicyForPlainConnections_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isAllowed");
    const auto row = [](const QString &text, bool isAllowed) { QTest::newRow(qPrintable(text)) << text << isAllowed; };
    for (const auto &host :
         {u"127.0.0.1"_s, u"127.1.2.3:5004"_s, u"localhost:5004"_s, u"a.localhost"_s, u"[::1]:5004"_s})
        row(u"ws-room:ws://%1/x"_s.arg(host), true);
    for (const auto &host : {u"192.168.1.5"_s, u"0.0.0.0"_s, u"host"_s, u"localhost.example.org"_s, u"notlocalhost"_s,
                             u"127.0.0.1.example.org"_s, u"[::2]"_s}) {
        row(u"ws-room:ws://%1/x"_s.arg(host), false);
        row(u"ws-room:wss://%1/x"_s.arg(host), true);
    }
    row(u"realm:http://host"_s, false);
    row(u"realm:host"_s, true);
    row(u"signed-login:http://host/x"_s, false);
    row(u"archipelago:ws://host/x"_s, false);
}

void TestTransportFactory::requiresPolicyForPlainConnections()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isAllowed);
    TransportFactory factory(allProtocols(), {m_identity});
    const auto where = ConnectionString::parse(text);
    QVERIFY(where);
    const auto strictly = factory.make(*where);
    QCOMPARE(strictly.has_value(), isAllowed);
    if (!strictly) {
        QCOMPARE(strictly.error().code, ErrorCode::InsecureConnection);
        QVERIFY2(strictly.error().detail.contains(u"isn't encrypted"_s), qPrintable(strictly.error().detail));
    }
    factory.setPolicy({.allowsPlain = true});
    QVERIFY(factory.make(*where));
}

void TestTransportFactory::rejectsLoops()
{
    const TransportFactory factory(allProtocols(), {m_identity});
    const auto make = [&factory](const QString &text, const Route &route) {
        return ConnectionString::parse(text).and_then(
            [&](const ConnectionString &where) { return factory.make(where, {route}); });
    };
    const auto login = u"signed-login:https://host/x"_s;
    QVERIFY(make(login, {u"realm"_s}));
    QVERIFY(make(login, {u"realm"_s, u"archipelago"_s}));
    QVERIFY(!make(login, {u"realm"_s, u"signed-login"_s}));
    QVERIFY(!make(u"archipelago:wss://host/ws"_s, {u"archipelago"_s, u"signed-login"_s}));
    // realm:, Islet's own protocol, is reserved for users.
    QVERIFY(make(u"realm:https://host"_s, {}));
    for (const auto &server : {u"signed-login"_s, u"archipelago"_s}) {
        const auto refused = make(u"realm:https://host"_s, {server});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidConnectionString);
        QVERIFY2(refused.error().detail.contains(server), qPrintable(refused.error().detail));
    }
}

void TestTransportFactory::neverFollowsUndeclaredEndpoints()
{
    const auto where = ConnectionString::parse(u"made-up:somewhere"_s);
    const auto factory = [this](const Protocol::Endpoint &endpoint) {
        TransportRegistry protocols;
        protocols.add({.name = u"made-up"_s, .endpoint = endpoint});
        return TransportFactory(protocols, {m_identity});
    };
    QVERIFY(!factory({}).mayBeNamedByRemoteServer(*where));
    const auto at = [](const QString &url) {
        return [url](const ConnectionString &) -> Expected<std::optional<QUrl>> { return QUrl(url); };
    };
    QVERIFY(!factory(at(u"wss://127.0.0.1/x"_s)).mayBeNamedByRemoteServer(*where));
    QVERIFY(!factory(at(u"wss://[::]/x"_s)).mayBeNamedByRemoteServer(*where));
    QVERIFY(factory(at(u"wss://host/x"_s)).mayBeNamedByRemoteServer(*where));
    QVERIFY(factory(&Protocol::noEndpoint).mayBeNamedByRemoteServer(*where));
}

//! A host name may resolve to this machine, which only the connection itself finds out.
void TestTransportFactory::passesOnThatARemoteServerNamed()
{
    QList<bool> mayReachThisMachine;
    TransportRegistry protocols;
    protocols.add({.name = u"made-up"_s,
                   .namedBy = Protocol::anyone(),
                   .make = [&](const TransportRequest &request) -> Expected<TransportPtr> {
                       mayReachThisMachine.append(request.context.network.policy.mayReachThisMachine);
                       return TransportPtr(new OfflineTransport);
                   }});
    const TransportFactory factory(protocols, {m_identity});
    const auto where = ConnectionString::parse(u"made-up:x"_s);
    QVERIFY(factory.make(*where));
    QVERIFY(factory.make(*where, {{u"realm"_s}}));
    QVERIFY(factory.make(*where, {{u"realm"_s}, true}));
    QCOMPARE(mayReachThisMachine, (QList<bool>{true, true, false}));
}

//! A made-up protocol that declares nothing but its name and how it is made.
void TestTransportFactory::undeclaredProtocolIsForUsersAlone()
{
    TransportRegistry protocols;
    const TransportFactory *innerFactory = nullptr;
    protocols.add({.name = u"made-up"_s, .make = [&](const TransportRequest &request) -> Expected<TransportPtr> {
                       innerFactory = request.factory;
                       return TransportPtr(new OfflineTransport);
                   }});
    const TransportFactory factory(protocols, {m_identity});
    const auto where = ConnectionString::parse(u"made-up:SECRET?SECRET=SECRET#SECRET"_s);
    QVERIFY(factory.make(*where));
    QVERIFY(!innerFactory); // a leaf opens no other transport
    const auto byServer = factory.make(*where, {{u"realm"_s}});
    QVERIFY(!byServer);
    QCOMPARE(byServer.error().code, ErrorCode::InvalidConnectionString);
    const auto byLink = factory.checkLink(*where);
    QVERIFY(!byLink);
    QCOMPARE(byLink.error().code, ErrorCode::InvalidConnectionString);
    for (const QString &text : {byServer.error().detail, byLink.error().detail})
        QVERIFY2(!text.contains(u"SECRET"_s), qPrintable(text));
    QVERIFY(!factory.mayBeNamedByRemoteServer(*where));
    QCOMPARE(protocols.display(*where), u"made-up:…"_s);
    QCOMPARE(protocols.serverUrl(*where), std::nullopt);
}

//! Offline and simulated rooms, unlike those of a server, are for the user to choose.
void TestTransportFactory::checksWhoNamesAProtocol_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("byLink");
    QTest::addColumn<bool>("byServer");
    QTest::newRow("ws-room") << u"ws-room:wss://host/rooms/x"_s << true << true;
    QTest::newRow("archipelago") << u"archipelago:wss://host/ws"_s << true << true;
    QTest::newRow("signed-login") << u"signed-login:https://host/x"_s << true << true;
    QTest::newRow("realm") << u"realm:https://host"_s << true << false;
    QTest::newRow("simulator") << u"simulator:?peers=5"_s << false << false;
    QTest::newRow("offline") << u"offline:offline"_s << false << false;
    QTest::newRow("unknown protocol") << u"made-up:x"_s << false << false;
}

void TestTransportFactory::checksWhoNamesAProtocol()
{
    QFETCH(const QString, text);
    const auto where = ConnectionString::parse(text);
    QVERIFY(where);
    const TransportFactory factory(allProtocols(), {m_identity});
    QTEST(factory.checkLink(*where).has_value(), "byLink");
    QTEST(factory.make(*where, {{u"some-relay"_s}}).has_value(), "byServer");
}

ISLET_TEST(TestTransportFactory);
#include "tst_transportfactory.moc"
