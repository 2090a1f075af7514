// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "comms/client.h"
#include "identity/identity.h"
#include "tests/comms/sessionlog.h"
#include "tests/support/fakeclock.h"
#include "tests/support/holdingproxy.h"
#include "tests/support/httpserver.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QTcpSocket>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Moment = ScriptedServer::Moment;
using State = CommsSession::State;

namespace {

//! A server that answers each connection in the same wrong way.
struct Fault {
    std::function<void(ScriptedServer &)> script = {}; //!< of a room
    HttpServer::Handler answer = {}; //!< instead of a room
};

//! Answers by this fault.
struct WrongServer {
    explicit WrongServer(const Fault &fault)
        : isRoom(fault.script)
        , web(fault.answer ? fault.answer : HttpServer::answers("404 Not Found", ""))
    {
        if (isRoom)
            fault.script(room);
    }
    quint16 port() const { return isRoom ? room.port() : web.serverPort(); }

    bool isRoom;
    ScriptedServer room;
    HttpServer web;
};

} // namespace

Q_DECLARE_METATYPE(Fault)

//! Every way in which an attempt to join or to return can fail: whether it is tried again, and the code.
class TestComingBack : public QObject {
    Q_OBJECT

private:
    //! A person, and a room behind a door that can lead to another server.
    struct Stage {
        Stage() { room.welcomeWith(rfc5::Welcome{1, {}}); }

        void lose(quint16 port)
        {
            door.setTarget(port);
            door.cut();
        }
        //! Waits until the attempt has ended: "again" or "final", and why.
        QString outcome()
        {
            const CommsSession &session = client.session();
            if (!QTest::qWaitFor([&session] { return session.state() != State::Joining; }, 10'000))
                return u"still trying"_s;
            return (session.state() == State::Waiting ? u"again "_s : u"final "_s) + log.code();
        }

        ScriptedServer room;
        HoldingProxy door{room.port()};
        FakeClock time;
        Identity identity = Identity::create(PrivateKey::generate());
        Client client{
            allProtocols(), identity, {.retry = CommsSession::Retry::WhenLost, .network = {.clock = time.clock()}}};
        SessionLog log{client.session()};
    };
    static ConnectionString at(const QString &text) { return *ConnectionString::parse(text); }

    static void addFaults()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<QString>("way");
        QTest::addColumn<QString>("joining");
        QTest::addColumn<QString>("returning");
        for (const QString &way : {u"ws-room"_s, u"realm"_s, u"signed-login"_s}) {
            for (const int status : {401, 403, 404, 408, 410, 425, 429, 500, 502, 503, 504, 520})
                addStatus(way, status);
        }
        const auto row = [](const char *name, const Fault &fault, const QString &code, bool isFinal = false) {
            QTest::newRow(name) << fault << u"ws-room"_s << u"final "_s + code + u" joining"_s
                                << (isFinal ? u"final "_s : u"again "_s) + code + u" reconnecting"_s;
        };
        for (const int code : {1000, 1001, 1011, 1012, 1013, 4000}) {
            const auto close = [code](ScriptedServer &server) { server.closeCleanly(code); };
            row(qPrintable(u"%1 on identification"_s.arg(code)),
                {[close](ScriptedServer &server) { server.on(Moment::Identified, close); }},
                u"handshake.closed-before-challenge"_s);
            row(qPrintable(u"%1 on the signature"_s.arg(code)), {[close](ScriptedServer &server) {
                    server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s)).on(Moment::Answered, close);
                }},
                u"handshake.closed-before-welcome"_s);
        }
        const auto abort = [](ScriptedServer &server) { server.abort(); };
        row("cut on identification", {[abort](ScriptedServer &server) { server.on(Moment::Identified, abort); }},
            u"handshake.closed-before-challenge"_s);
        row("full", {[](ScriptedServer &server) {
                server.on(Moment::Identified, rfc5::Kicked{u"This world is full. Try again later."_s});
            }},
            u"room.not-admitted"_s);
        row("not admitted, without a word",
            {[](ScriptedServer &server) { server.on(Moment::Identified, rfc5::Kicked{}); }},
            u"room.not-admitted-silently"_s);
        row("closed at once", {{}, [](QTcpSocket &socket, const HttpServer::Request &) { socket.close(); }},
            u"net.closed"_s);
        row("reset", {{}, [](QTcpSocket &socket, const HttpServer::Request &) { socket.abort(); }}, u"net.closed"_s);
        row("a web page", {{}, HttpServer::answers("200 OK", "<html>")}, u"http.200"_s, true);
        row("a signature of something else",
            {[](ScriptedServer &server) { server.on(Moment::Identified, challenge(u"Decentraland Login"_s)); }},
            u"handshake.bad-challenge"_s, true);
        row("garbage", {[](ScriptedServer &server) {
                server.on(Moment::Identified, [](ScriptedServer &to) { to.sendBytes("garbage"); });
            }},
            u"handshake.malformed"_s, true);
    }
    static void addStatus(const QString &way, int status)
    {
        const QString code = (way == "realm"_L1         ? u"realm.http.%1"_s
                                  : way == "ws-room"_L1 ? u"http.%1"_s
                                                        : u"login.http.%1"_s)
                                 .arg(status);
        const QByteArray line = QByteArray::number(status) + " Reason";
        const bool isFinalNow = status != 429 && status != 503;
        QTest::addRow("%s, %d", qPrintable(way), status)
            << Fault{{}, HttpServer::answers(line, "")} << way
            << (isFinalNow ? u"final "_s : u"again "_s) + code + u" joining"_s
            << (isTemporary(status) ? u"again "_s : u"final "_s) + code + u" reconnecting"_s;
    }

private slots:
    void joins_data() { addFaults(); }
    void joins()
    {
        QFETCH(const Fault, fault);
        QFETCH(const QString, way);
        Stage stage;
        const WrongServer wrong(fault);
        stage.door.setTarget(wrong.port());
        const QString scheme = way == "ws-room"_L1 ? u"ws"_s : u"http"_s;
        QVERIFY(stage.client.join(at(u"%1:%2://127.0.0.1:%3/x"_s.arg(way, scheme).arg(stage.door.port()))));
        QTEST(stage.outcome(), "joining");
    }

    void returns_data() { addFaults(); }
    void returns()
    {
        QFETCH(const Fault, fault);
        QFETCH(const QString, way);
        Stage stage;
        const WrongServer wrong(fault);
        const QString roomAddress = u"ws-room:ws://127.0.0.1:%1/x"_s.arg(stage.door.port());
        const auto comms = QStringLiteral(R"({"healthy":true,"acceptingUsers":true,"fixedAdapter":"%1",)"
                                          R"("comms":{"healthy":true,"protocol":"v3","fixedAdapter":"%1"}})")
                               .arg(roomAddress)
                               .toUtf8();
        bool isLost = false;
        HttpServer guide([&](QTcpSocket &socket, const HttpServer::Request &request) {
            (isLost ? fault.answer : HttpServer::answers("200 OK", comms))(socket, request);
        });
        const QString guided = u"%1:http://127.0.0.1:%2"_s.arg(way).arg(guide.serverPort());
        QVERIFY(stage.client.join(at(way == "ws-room"_L1 ? roomAddress : guided)));
        QTRY_COMPARE(stage.client.session().state(), State::Joined);
        isLost = true;
        stage.lose(wrong.port());
        QTRY_COMPARE(stage.client.session().state(), State::Waiting);
        QCOMPARE(stage.log.code(), u"net.lost joined"_s);
        stage.client.session().retryNow();
        QTEST(stage.outcome(), "returning");
    }

    //! A try ends after 3 s of silence.
    void returnsToSilentServer_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<QString>("code");
        QTest::newRow("no answer to the upgrade") << Fault{{}, HttpServer::writes({}, false)} << u"net.timeout"_s;
        QTest::newRow("no challenge") << Fault{[](ScriptedServer &) {}} << u"handshake.no-challenge"_s;
        QTest::newRow("no welcome") << Fault{[](ScriptedServer &server) {
            server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s));
        }} << u"handshake.no-welcome"_s;
    }
    void returnsToSilentServer()
    {
        QFETCH(const Fault, fault);
        Stage stage;
        const WrongServer wrong(fault);
        QVERIFY(stage.client.join(at(u"ws-room:ws://127.0.0.1:%1/x"_s.arg(stage.door.port()))));
        QTRY_COMPARE(stage.client.session().state(), State::Joined);
        stage.lose(wrong.port());
        QTRY_COMPARE(stage.client.session().state(), State::Waiting);
        stage.client.session().retryNow();
        QFETCH(const QString, code);
        QCOMPARE(stage.outcome(), u"again "_s + code + u" reconnecting"_s);
    }

    void returnsAfterTooLargeMessage()
    {
        Stage stage;
        QVERIFY(stage.client.join(at(u"ws-room:ws://127.0.0.1:%1/x"_s.arg(stage.door.port()))));
        QTRY_COMPARE(stage.client.session().state(), State::Joined);
        stage.room.sendBytes(QByteArray(2'000'000, 'x'));
        QTRY_COMPARE(stage.client.session().state(), State::Waiting);
        QCOMPARE(stage.log.code(), u"ws.too-large joined"_s);
        QTRY_COMPARE(stage.client.session().state(), State::Joined); // by itself
    }

    void staysOutAfterKick()
    {
        Stage stage;
        QVERIFY(stage.client.join(at(u"ws-room:ws://127.0.0.1:%1/x"_s.arg(stage.door.port()))));
        QTRY_COMPARE(stage.client.session().state(), State::Joined);
        stage.room.send(rfc5::Kicked{u"This world is full. Try again later."_s});
        QTRY_COMPARE(stage.client.session().state(), State::Idle);
        QCOMPARE(stage.log.code(), u"kicked joined"_s);
    }

    void givesUpAfterFiveRefusals()
    {
        Stage stage;
        ScriptedServer refusing;
        refusing.on(Moment::Identified, [](ScriptedServer &server) { server.closeCleanly(); });
        QVERIFY(stage.client.join(at(u"ws-room:ws://127.0.0.1:%1/x"_s.arg(stage.door.port()))));
        QTRY_COMPARE(stage.client.session().state(), State::Joined);
        stage.lose(refusing.port());
        QTRY_COMPARE(stage.client.session().state(), State::Waiting);
        for (int attempt = 1; attempt <= 5; ++attempt) {
            stage.time.advance(5s);
            stage.client.session().retryNow();
            QCOMPARE(stage.outcome(),
                     (attempt < 5 ? u"again "_s : u"final "_s) + u"handshake.closed-before-challenge reconnecting"_s);
        }
    }

    //! The server's time and words come from a plain request for the same URL.
    void asksRefusingServerForItsWords()
    {
        Stage stage;
        HttpServer busy(
            HttpServer::answers("503 Service Unavailable", R"({"message":"Back at noon."})", "Retry-After: 90\r\n"));
        QVERIFY(stage.client.join(at(u"ws-room:ws://127.0.0.1:%1/x"_s.arg(busy.serverPort()))));
        QCOMPARE(stage.outcome(), u"again http.503 joining"_s);
        QVERIFY2(stage.log.detail().endsWith(u"It says: “Back at noon.”"_s), qPrintable(stage.log.detail()));
        const auto wait = stage.client.session().untilRetry();
        QVERIFY2(wait > 80s && wait < 95s, qPrintable(QString::number(wait.count())));
        QCOMPARE(busy.requests().size(), 2);
        stage.client.leave(); // the way out of waiting
        QCOMPARE(stage.client.session().state(), State::Idle);
    }
};

ISLET_TEST(TestComingBack);
#include "tst_comingback.moc"
