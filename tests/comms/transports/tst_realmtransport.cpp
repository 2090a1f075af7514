// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "comms/transports/realmtransport.h"
#include "identity/identity.h"
#include "tests/net/httpfixture.h"
#include "tests/support/httpserver.h"
#include "tests/support/memory.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/support/transportprobe.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Handler = HttpServer::Handler;
using Kind = CloseReason::Kind;
using Step = HandshakeStep::Kind;

namespace {

QByteArray aboutWith(const QString &member, const QString &adapter)
{
    return QJsonDocument(QJsonObject{{u"comms"_s, QJsonObject{{member, adapter}}}}).toJson();
}

QByteArray about(const QString &adapter)
{
    return aboutWith(u"fixedAdapter"_s, adapter);
}

} // namespace

//! realm: reading the description, and following what it names.
class TestRealmTransport : public QObject {
    Q_OBJECT

private:
    const Identity m_identity = Identity::create(PrivateKey::generate());
    const TransportFactory m_factory{allProtocols(), {m_identity}};

    TransportPtr realm(const HttpServer &server, const QString &path = {}) const
    {
        auto transport =
            ConnectionString::fromTyped(server.url(path).toString()).and_then([this](const ConnectionString &where) {
                return m_factory.make(where);
            });
        if (!transport)
            qFatal("%s", qPrintable(transport.error().detail));
        return *std::move(transport);
    }

    static void compareEnd(const TransportProbe &probe, const HttpServer &server)
    {
        const QString detail = probe.detail();
        QVERIFY2(isSentence(detail), qPrintable(detail));
        QVERIFY2(detail.contains(u"127.0.0.1:%1"_s.arg(server.serverPort())), qPrintable(detail));
        for (const QString &text : QStringList{detail} + probe.stepDetails)
            QVERIFY2(!text.contains(u"SECRET"_s), qPrintable(text));
        QVERIFY(probe.welcomes.isEmpty());
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(probe.closes.size(), 1);
        QCOMPARE(probe.afterClose, 0);
    }

private slots:
    void followsRealmAndLoginToRoom()
    {
        ScriptedServer room;
        room.welcomeWith(welcome(1));
        HttpServer server;
        server.on(
            "/realm/about",
            HttpServer::answers(
                "200 OK",
                aboutWith(u"adapter"_s, u"fixed-adapter:signed-login:%1"_s.arg(server.url(u"/login"_s).toString()))));
        server.on("/login",
                  HttpServer::answers("200 OK", R"({"fixedAdapter":")" + room.connectionString().toUtf8() + R"("})"));
        const TransportPtr transport = realm(server, u"/realm/"_s);
        TransportProbe probe(*transport);
        transport->open();
        QTRY_COMPARE(probe.welcomes.size(), 1);
        QCOMPARE(probe.steps,
                 (QList{Step::RealmAsked, Step::RealmAnswered, Step::LoginAsked, Step::LoginAnswered, Step::Connected,
                        Step::Upgraded, Step::Identified, Step::Challenged, Step::Signed, Step::Welcomed}));
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(server.requests().constFirst().headers["x-identity-auth-chain-0"].isEmpty()); // realms get no identity
        QVERIFY(transport->send("hello", Delivery::Reliable));
        const auto sent = transport->counters().packetsOut;
        QVERIFY(sent > 0);
        room.abort();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY(probe.kind() == Kind::Network);
        QCOMPARE(probe.closes.size(), 1);
        QCOMPARE(probe.afterClose, 0);
        QCOMPARE(transport->counters().packetsOut, sent); // sum over all inner transports
    }

#ifdef Q_OS_LINUX // where 0.0.0.0 is this machine, but does not count as loopback
    void refusesRemoteRealmThatNamesThisMachine()
    {
        ScriptedServer room;
        HttpServer server(HttpServer::answers("200 OK", about(room.connectionString())));
        const TransportFactory factory(allProtocols(), {m_identity, {.policy = {.allowsPlain = true}}});
        const auto where = ConnectionString::fromTyped(u"http://0.0.0.0:%1"_s.arg(server.serverPort()));
        auto transport = factory.make(*where);
        QVERIFY(transport);
        TransportProbe probe(**transport);
        (*transport)->open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY(probe.kind() == Kind::Rejected);
        QCOMPARE(probe.code(), u"realm.adapter-refused"_s);
        QVERIFY2(probe.detail().contains(u"leads to this computer"_s), qPrintable(probe.detail()));
        QVERIFY(isSentence(probe.detail()));
        QCOMPARE(room.arrivals(), 0);
    }
#endif

    void opensOfflineWithoutComms()
    {
        HttpServer server(HttpServer::answers("200 OK", R"({"healthy":true,"comms":{"protocol":"v3"}})"));
        const TransportPtr transport = realm(server);
        TransportProbe probe(*transport);
        transport->open();
        QTRY_COMPARE(probe.welcomes.size(), 1);
        QCOMPARE(probe.steps, (QList{Step::RealmAsked, Step::RealmAnswered}));
        QCOMPARE(probe.stepCodes.constLast(), u"realm.no-comms"_s);
    }

    void closesRetryably_data()
    {
        QTest::addColumn<Handler>("response");
        QTest::addColumn<QString>("code");
        const QByteArray unavailable = "503 Service Unavailable";
        const auto row = [](const char *name, const Handler &response, const QString &code) {
            QTest::newRow(name) << response << code;
        };
        row("503 with a body", HttpServer::answers(unavailable, R"({"healthy":false})"), u"realm.unhealthy"_s);
        row("503 with a healthy description", HttpServer::answers(unavailable, about(u"offline:offline"_s)),
            u"realm.unhealthy"_s);
        row("503, full", HttpServer::answers(unavailable, R"({"healthy":true,"acceptingUsers":false})"),
            u"realm.not-accepting"_s);
        row("503, a web page", HttpServer::answers(unavailable, "<html>"), u"realm.http.503"_s);
        row("503, empty", HttpServer::answers(unavailable, ""), u"realm.http.503"_s);
        row("502", HttpServer::answers("502 Bad Gateway", "<html>"), u"realm.http.502"_s);
        row("unhealthy", HttpServer::answers("200 OK", R"({"healthy":false})"), u"realm.unhealthy"_s);
        row("comms unhealthy", HttpServer::answers("200 OK", R"({"comms":{"healthy":false,"adapter":"offline:x"}})"),
            u"realm.unhealthy"_s);
        row("full", HttpServer::answers("200 OK", R"({"acceptingUsers":false})"), u"realm.not-accepting"_s);
        row("connection closed", HttpServer::writes({}), u"request.closed"_s);
    }
    void closesRetryably()
    {
        QFETCH(const Handler, response);
        QFETCH(const QString, code);
        HttpServer server(response);
        const TransportPtr transport = realm(server);
        TransportProbe probe(*transport);
        transport->open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY(probe.closes.constFirst().kind == CloseReason::Kind::Network);
        QCOMPARE(probe.code(), code);
        compareEnd(probe, server);
    }

    void rejects_data()
    {
        QTest::addColumn<Handler>("response");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text"); // of the server or of the error
        const auto row = [](const char *name, const Handler &response, const QString &code, const QString &text = {}) {
            QTest::newRow(name) << response << code << text;
        };
        const auto names = [](const QString &adapter) { return HttpServer::answers("200 OK", about(adapter)); };
        row("404", HttpServer::answers("404 Not Found", "{}"), u"realm.http.404"_s);
        row("304", HttpServer::writes("HTTP/1.1 304 Not Modified\r\n\r\n", false), u"realm.http.304"_s);
        row("a web page", HttpServer::answers("200 OK", "<html>"), u"realm.web-page"_s);
        row("no JSON", HttpServer::answers("200 OK", "hello"), u"realm.malformed"_s);
        row("redirect",
            HttpServer::answers("301 Moved", "", "Location: https://other.example.org/about?access_token=SECRET\r\n"),
            u"request.redirected"_s, u"https://other.example.org/about"_s);
        row("no HTTP", HttpServer::writes("SSH-2.0-x\r\n", false), u"request.not-http"_s);
        row("livekit", names(u"livekit:wss://host?access_token=SECRET"_s), u"realm.adapter-refused"_s, u"“livekit”"_s);
        row("a room without peers", names(u"offline:offline"_s), u"realm.adapter-refused"_s, u"offline"_s);
        row("simulated people", names(u"simulator:?peers=5"_s), u"realm.adapter-refused"_s, u"simulator"_s);
        row("p2p", names(u"p2p:x"_s), u"realm.adapter-refused"_s, u"“p2p”"_s);
        row("a bare room", names(u"wss://host/rooms/x?k=SECRET"_s), u"realm.adapter-refused"_s, u"“wss”"_s);
        row("a realm", names(u"realm:https://other.example.org"_s), u"realm.adapter-refused"_s, u"in a loop"_s);
        row("a realm, wrapped", names(u"fixed-adapter:realm:main"_s), u"realm.adapter-refused"_s, u"in a loop"_s);
        row("unencrypted remote room", names(u"ws-room:ws://other.example.org/rooms/x"_s), u"realm.adapter-refused"_s,
            u"isn't encrypted"_s);
        row("unencrypted remote login", names(u"signed-login:http://other.example.org/x"_s), u"realm.adapter-refused"_s,
            u"isn't encrypted"_s);
        row("a login with a file URL", names(u"signed-login:file:///etc/passwd"_s), u"realm.adapter-refused"_s,
            u"isn't a realm or login address"_s);
        row("a password", names(u"signed-login:https://a:SECRET@other.example.org/x"_s), u"realm.adapter-refused"_s,
            u"password"_s);
    }
    void rejects()
    {
        QFETCH(const Handler, response);
        QFETCH(const QString, code);
        QFETCH(const QString, text);
        HttpServer server(response);
        const TransportPtr transport = realm(server);
        TransportProbe probe(*transport);
        transport->open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY2(probe.kind() == Kind::Rejected, qPrintable(probe.detail()));
        QCOMPARE(probe.code(), code);
        QVERIFY2(probe.detail().contains(text), qPrintable(probe.detail()));
        compareEnd(probe, server);
    }

    void rejectsLoops_data()
    {
        QTest::addColumn<QString>("second"); // named by the login that the realm names
        QTest::newRow("back to the login") << u"signed-login:http://127.0.0.1:%1/login"_s;
        QTest::newRow("back to the realm") << u"realm:http://127.0.0.1:%1"_s;
    }
    void rejectsLoops()
    {
        QFETCH(const QString, second);
        HttpServer server;
        const QString login = u"signed-login:"_s + server.url(u"/login"_s).toString();
        server.on("/about", HttpServer::answers("200 OK", about(login)));
        server.on(
            "/login",
            HttpServer::answers("200 OK", R"({"fixedAdapter":")" + second.arg(server.serverPort()).toUtf8() + R"("})"));
        const TransportPtr transport = realm(server);
        TransportProbe probe(*transport);
        transport->open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY(probe.kind() == Kind::Rejected);
        QCOMPARE(probe.code(), u"login.adapter-refused"_s);
        QVERIFY2(probe.detail().contains(u"in a loop"_s), qPrintable(probe.detail()));
        compareEnd(probe, server);
        QCOMPARE(server.requests().size(), 2);
    }

    void limitsResponseSize()
    {
        const auto bytesSent = std::make_shared<qint64>(0);
        constexpr qint64 flood = 100 * 1024 * 1024;
        HttpServer server(
            HttpServer::pours("HTTP/1.1 200 OK\r\n\r\n{\"comms\":[", QByteArray(64 * 1024, '['), flood, bytesSent));
        const auto before = peakMemory();
        const TransportPtr transport = realm(server);
        TransportProbe probe(*transport);
        transport->open();
        QTRY_VERIFY(probe.isClosed());
        QCOMPARE(probe.code(), u"request.too-large"_s);
        QCOMPARE(probe.closes.constFirst().arguments.value(1), QString::number(RealmTransport::maxAboutBytes));
        compareEnd(probe, server);
        QVERIFY(*bytesSent < flood);
        constexpr qint64 limit = 16 * 1024; // KiB
        if (const auto after = peakMemory(); before && after)
            QVERIFY2(*after - *before < limit, qPrintable(u"%1 KiB more"_s.arg(*after - *before)));
    }

    void timesOut_data()
    {
        QTest::addColumn<Handler>("response");
        QTest::newRow("no data") << HttpServer::writes({}, false);
        QTest::newRow("trickle") << HttpServer::trickles("HTTP/1.1 200 OK\r\n\r\n{");
    }
    void timesOut()
    {
        QFETCH(const Handler, response);
        HttpServer server(response);
        RealmTransport transport(server.url(u"/about"_s), {m_identity}, m_factory, {u"realm"_s},
                                 {.bytes = 1'000, .timeout = 200ms});
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY(probe.kind() == Kind::Network);
        QCOMPARE(probe.code(), u"request.timeout"_s);
        compareEnd(probe, server);
    }
};

ISLET_TEST(TestRealmTransport);
#include "tst_realmtransport.moc"
