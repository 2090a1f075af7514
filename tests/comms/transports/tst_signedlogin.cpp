// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "comms/transports/offlinetransport.h"
#include "comms/transports/signedlogintransport.h"
#include "identity/identity.h"
#include "tests/net/httpfixture.h"
#include "tests/support/httpserver.h"
#include "tests/support/testmain.h"
#include "tests/support/transportprobe.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Handler = HttpServer::Handler;
using Kind = CloseReason::Kind;
using Step = HandshakeStep::Kind;

namespace {

constexpr auto page = "<!DOCTYPE html><html><body>Welcome to nginx!</body></html>";

QByteArray bodyWith(const QString &adapter)
{
    return QJsonDocument(QJsonObject{{u"fixedAdapter"_s, adapter}}).toJson();
}

} // namespace

//! signed-login: server responses, and following the adapter they name.
class TestSignedLogin : public QObject {
    Q_OBJECT

private:
    const Identity m_identity = Identity::create(PrivateKey::generate());
    const TransportFactory m_factory{protocols(), {m_identity}};

    //! With `nowhere:`, a room without peers that a server may name.
    static TransportRegistry protocols()
    {
        TransportRegistry registry = allProtocols();
        Protocol nowhere = OfflineTransport::protocol();
        nowhere.name = u"nowhere"_s;
        nowhere.namedBy = Protocol::anyone();
        registry.add(nowhere);
        return registry;
    }

    Expected<TransportPtr> login(const QUrl &url) const
    {
        return ConnectionString::parse(u"signed-login:"_s + url.toString(QUrl::FullyEncoded))
            .and_then([this](const ConnectionString &where) { return m_factory.make(where); });
    }

    //! Expects one sentence that names the server, and no secrets in it or in the steps.
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
    void followsAdapter_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("fixedAdapter") << QByteArray(R"({"fixedAdapter":"nowhere:here"})");
        QTest::newRow("adapter, as from the gatekeeper") << QByteArray(R"({"adapter":"nowhere:here"})");
        QTest::newRow("fixedAdapter first")
            << QByteArray(R"({"fixedAdapter":"nowhere:here","adapter":"livekit:x","message":"hello"})");
        QTest::newRow("fixedAdapter empty") << QByteArray(R"({"fixedAdapter":"","adapter":"nowhere:here"})");
        QTest::newRow("with a realm's fixed-adapter prefix")
            << QByteArray(R"({"fixedAdapter":"fixed-adapter:nowhere:here"})");
    }
    void followsAdapter()
    {
        QFETCH(const QByteArray, body);
        HttpServer server(HttpServer::answers("200 OK", body));
        const auto transport = login(server.url(u"/x?access_token=SECRET"_s));
        QVERIFY(transport);
        TransportProbe probe(**transport);
        (*transport)->open();
        QTRY_COMPARE(probe.welcomes.size(), 1);
        QCOMPARE((*transport)->state(), Transport::State::Open);
        QCOMPARE(probe.steps, (QList{Step::LoginAsked, Step::LoginAnswered}));
        for (const QString &detail : probe.stepDetails)
            QVERIFY2(!detail.contains(u"SECRET"_s), qPrintable(detail));
        QCOMPARE(server.requests().size(), 1);
        (*transport)->close();
        QVERIFY(probe.kind() == Kind::Requested);
        QCOMPARE(probe.closes.size(), 1);
        QCOMPARE(probe.afterClose, 0);
    }

    void sendsMetadata()
    {
        HttpServer server(HttpServer::answers("200 OK", bodyWith(u"nowhere:here"_s)));
        const auto metadataOf = [&](const QString &path, const Identity &identity) {
            SignedLoginTransport transport(server.url(path), {identity}, m_factory, {u"signed-login"_s});
            const TransportProbe probe(transport);
            const auto before = server.requests().size();
            transport.open();
            if (!QTest::qWaitFor([&] { return server.requests().size() > before; }))
                return QJsonObject();
            return QJsonDocument::fromJson(server.requests().constLast().headers["x-identity-metadata"]).object();
        };
        QJsonObject expected{{u"intent"_s, u"dcl:explorer:comms-handshake"_s},
                             {u"signer"_s, u"dcl:explorer"_s},
                             {u"isGuest"_s, false},
                             {u"origin"_s, server.url().toString()}};
        QCOMPARE(metadataOf(u"/worlds/x/comms?realmName=alone"_s, m_identity), expected);
        expected[u"isGuest"_s] = true;
        QCOMPARE(metadataOf(u"/x"_s, Identity::guest()), expected);
        expected[u"isGuest"_s] = false;
        expected[u"sceneId"_s] = u"bafkreiABC"_s;
        expected[u"realmName"_s] = u"Café & co"_s;
        expected[u"realm"_s] = QJsonObject{{u"serverName"_s, u"Café & co"_s}};
        QCOMPARE(metadataOf(u"/get-scene-adapter?sceneId=bafkreiABC&realmName=Caf%C3%A9%20%26%20co"_s, m_identity),
                 expected);
    }

    void rejects_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message"); // of the server
        const auto row = [](const QByteArray &status, const QByteArray &body, const QString &code,
                            const QString &message = {}) {
            QTest::addRow("%s: %s", status.constData(), body.left(24).constData()) << status << body << code << message;
        };
        row("200 OK", R"({"message":"No guests here."})", u"login.denied"_s, u"“No guests here.”"_s);
        row("200 OK", R"({"message":"","error":"why"})", u"login.denied"_s, u"“why”"_s);
        row("200 OK", R"({"fixedAdapter":null,"message":"closed"})", u"login.denied"_s, u"“closed”"_s);
        row("200 OK", R"({"fixedAdapter":17})", u"login.http.200"_s);
        row("200 OK", "{}", u"login.http.200"_s);
        row("200 OK", "[]", u"login.http.200"_s);
        row("200 OK", "", u"login.http.200"_s);
        row("200 OK", page, u"login.web-page"_s);
        row("201 Created", R"({"fixedAdapter":"nowhere:here"})", u"login.http.201"_s);
        row("400 Bad Request", R"({"ok":false,"message":"Invalid metadata"})", u"login.denied"_s,
            u"“Invalid metadata”"_s);
        row("401 Unauthorized", R"({"ok":false,"message":"Invalid signature: x"})", u"login.denied"_s,
            u"“Invalid signature: x”"_s);
        row("401 Unauthorized", R"({"error":"You are banned"})", u"login.denied"_s, u"“You are banned”"_s);
        row("401 Unauthorized",
            R"({"error":"Unauthorized","message":"This endpoint requires a signed fetch request."})", u"login.denied"_s,
            u"“This endpoint requires a signed fetch request.”"_s);
        row("403 Forbidden", R"({"error":"Wrong secret"})", u"login.denied"_s, u"“Wrong secret”"_s);
        row("404 Not Found", R"({"error":"World x not found"})", u"login.denied"_s, u"“World x not found”"_s);
        row("404 Not Found", page, u"login.web-page"_s);
        row("404 Not Found", "Cannot POST /x", u"login.http.404"_s);
        row("429 Too Many Requests", R"({"error":"Too many attempts"})", u"login.denied"_s, u"“Too many attempts”"_s);
        row("500 Internal Server Error", R"({"message":{"deep":true}})", u"login.http.500"_s);
        row("403 Forbidden", "{\"error\":\"\\u001b[2J\\u202eevil\\nline 5%\"}", u"login.denied"_s, u"evil line 5%"_s);
        row("403 Forbidden", "{\"error\":\"" + QByteArray(20'000, 'x') + "\"}", u"login.denied"_s, u"xxx…"_s);
        row("403 Forbidden", R"({"error":"no eyJhbGciOiJIUzI1NiJ9.SECRET.SECRET"})", u"login.denied"_s, u"no …"_s);
    }
    void rejects()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, code);
        QFETCH(const QString, message);
        HttpServer server(HttpServer::answers(status, body));
        const auto transport = login(server.url(u"/x?access_token=SECRET"_s));
        QVERIFY(transport);
        TransportProbe probe(**transport);
        (*transport)->open();
        QTRY_VERIFY(probe.isClosed());
        const bool isTemporary = islet::isTemporary(status.first(3).toInt());
        QVERIFY2(probe.kind() == (isTemporary ? Kind::Network : Kind::Rejected), qPrintable(probe.detail()));
        QCOMPARE(probe.code(), code);
        QVERIFY2(probe.detail().contains(message), qPrintable(probe.detail()));
        compareEnd(probe, server);
        QCOMPARE(server.requests().size(), 1);
    }

    void closesRetryably_data()
    {
        QTest::addColumn<Handler>("response");
        QTest::addColumn<QString>("code");
        QTest::newRow("503, full") << HttpServer::answers("503 Full", R"({"error":"World is full"})")
                                   << u"login.denied"_s;
        QTest::newRow("503, empty") << HttpServer::answers("503 Service Unavailable", "") << u"login.http.503"_s;
        QTest::newRow("502, a web page") << HttpServer::answers("502 Bad Gateway", page) << u"login.web-page"_s;
        QTest::newRow("connection closed") << HttpServer::writes({}) << u"request.closed"_s;
    }
    void closesRetryably()
    {
        QFETCH(const Handler, response);
        QFETCH(const QString, code);
        HttpServer server(response);
        const auto transport = login(server.url(u"/x"_s));
        QVERIFY(transport);
        TransportProbe probe(**transport);
        (*transport)->open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY(probe.closes.constFirst().kind == CloseReason::Kind::Network);
        QCOMPARE(probe.code(), code);
        compareEnd(probe, server);
    }

    void rejectsUnusableAdapters_data()
    {
        QTest::addColumn<QString>("adapter");
        QTest::addColumn<QString>("message");
        QTest::newRow("another login") << u"signed-login:https://other.example.org/x"_s << u"in a loop"_s;
        QTest::newRow("the same login, wrapped") << u"fixed-adapter:signed-login:https://host/x"_s << u"in a loop"_s;
        QTest::newRow("a realm") << u"realm:https://other.example.org"_s << u"Only you can choose realm addresses"_s;
        QTest::newRow("LiveKit") << u"livekit:wss://lk.example.org?access_token=SECRET"_s << u"“livekit”"_s;
        QTest::newRow("unknown") << u"carrier-pigeon:SECRET"_s << u"“carrier-pigeon”"_s;
        QTest::newRow("a bare URL") << u"wss://host/SECRET"_s << u"“wss”"_s;
        QTest::newRow("unencrypted remote room")
            << u"ws-room:ws://other.example.org/rooms/x?k=SECRET"_s << u"isn't encrypted"_s;
        QTest::newRow("unencrypted archipelago") << u"archipelago:ws://other.example.org/ws"_s << u"isn't encrypted"_s;
        QTest::newRow("a password") << u"ws-room:wss://a:SECRET@other.example.org/x"_s << u"password"_s;
        QTest::newRow("no connection string") << u"come in"_s << u"no colon"_s;
        QTest::newRow("long") << u"ws-room:"_s + QString(10'000, u'x') << u"too long"_s;
    }
    void rejectsUnusableAdapters()
    {
        QFETCH(const QString, adapter);
        QFETCH(const QString, message);
        HttpServer server(HttpServer::answers("200 OK", bodyWith(adapter)));
        const auto transport = login(server.url(u"/x"_s));
        QVERIFY(transport);
        TransportProbe probe(**transport);
        (*transport)->open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY2(probe.kind() == Kind::Rejected, qPrintable(probe.detail()));
        QCOMPARE(probe.code(), u"login.adapter-refused"_s);
        QVERIFY2(probe.detail().contains(message), qPrintable(probe.detail()));
        compareEnd(probe, server);
    }

    void correctsClockOffset_data()
    {
        QTest::addColumn<int>("ahead");
        QTest::addColumn<QString>("message");
        QTest::newRow("slow") << 600 << u"slow"_s;
        QTest::newRow("fast") << -600 << u"fast"_s;
    }
    void correctsClockOffset()
    {
        QFETCH(const int, ahead);
        QFETCH(const QString, message);
        bool isLenient = true;
        HttpServer server([&](QTcpSocket &socket, const HttpServer::Request &request) {
            const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(ahead);
            const qint64 signedAt = request.headers["x-identity-timestamp"].toLongLong();
            const bool isGood = isLenient && qAbs(now.toMSecsSinceEpoch() - signedAt) <= 60'000;
            const QByteArray body = isGood ? bodyWith(u"nowhere:here"_s) : R"({"message":"Expired signature"})";
            HttpServer::answers(isGood ? "200 OK" : "401 No", body, HttpServer::dateHeader(now))(socket, request);
        });
        const auto accepted = login(server.url(u"/x"_s));
        TransportProbe acceptedProbe(**accepted);
        (*accepted)->open();
        QTRY_COMPARE(acceptedProbe.welcomes.size(), 1);
        QCOMPARE(server.requests().size(), 2);

        isLenient = false;
        const auto refused = login(server.url(u"/x"_s));
        TransportProbe probe(**refused);
        (*refused)->open();
        QTRY_VERIFY(probe.isClosed());
        QCOMPARE(server.requests().size(), 4);
        const QRegularExpression sentence(u"“Expired signature”.*\\b(59\\d|60\\d) seconds %1\\b"_s.arg(message));
        QVERIFY2(probe.detail().contains(sentence), qPrintable(probe.detail()));
        compareEnd(probe, server);
    }

    void timesOut()
    {
        HttpServer server(HttpServer::writes({}, false));
        SignedLoginTransport transport(server.url(u"/x"_s), {m_identity}, m_factory, {u"signed-login"_s},
                                       {.bytes = 1'000, .timeout = 200ms});
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY(probe.kind() == Kind::Network);
        QCOMPARE(probe.code(), u"request.timeout"_s);
        compareEnd(probe, server);
    }

    void rejectsOverlongUrl()
    {
        HttpServer server;
        const auto transport = login(server.url(u"/x?sceneId="_s + QString(3'000, u'X')));
        QVERIFY(transport);
        TransportProbe probe(**transport);
        (*transport)->open();
        QVERIFY(probe.isClosed());
        QVERIFY(probe.kind() == Kind::Rejected);
        QCOMPARE(probe.code(), u"request.unsigned"_s);
        QVERIFY2(isSentence(probe.detail()), qPrintable(probe.detail()));
        QVERIFY(server.requests().isEmpty());
    }
};

ISLET_TEST(TestSignedLogin);
#include "tst_signedlogin.moc"
