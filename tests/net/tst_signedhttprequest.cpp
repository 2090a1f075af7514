// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "httpfixture.h"
#include "identity/identity.h"
#include "net/signedhttprequest.h"
#include "tests/support/httpserver.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Handler = HttpServer::Handler;

namespace {

//! A server whose clock is `ahead` of ours, with a tolerance of a minute, as real ones have.
Handler strict(std::chrono::seconds ahead, const QByteArray &refusal = "401 Unauthorized")
{
    return [=](QTcpSocket &socket, const HttpServer::Request &request) {
        const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(ahead.count());
        const qint64 signedAt = request.headers["x-identity-timestamp"].toLongLong();
        const bool isValid = std::abs(now.toMSecsSinceEpoch() - signedAt) <= 60'000;
        HttpServer::answers(isValid ? "200 OK" : refusal, isValid ? "in" : "out", HttpServer::dateHeader(now))(socket,
                                                                                                               request);
    };
}

//! A server that always responds with `status`, and a Date that is `ahead` of ours.
Handler refuses(std::chrono::seconds ahead, const QByteArray &status = "401 Unauthorized")
{
    return [=](QTcpSocket &socket, const HttpServer::Request &request) {
        const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(ahead.count());
        HttpServer::answers(status, "out", HttpServer::dateHeader(now))(socket, request);
    };
}

} // namespace

//! Signed requests when the clocks differ.
class TestSignedHttpRequest : public QObject {
    Q_OBJECT

private:
    const Identity m_identity = Identity::create(PrivateKey::generate());

private slots:
    void retriesWithServerTime_data()
    {
        QTest::addColumn<Handler>("handler");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("requests");
        QTest::addColumn<qint64>("offset"); // seconds
        const auto row = [](const char *name, const Handler &handler, const QByteArray &body, int requests,
                            qint64 offset) { QTest::newRow(name) << handler << body << requests << offset; };
        row("right", strict(0s), "in", 1, 0);
        row("half a minute slow is tolerated", strict(30s), "in", 1, 30);
        row("ten minutes slow", strict(10min), "in", 2, 600);
        row("ten minutes fast", strict(-10min), "in", 2, -600);
        row("ten minutes slow, refused with 400", strict(10min, "400 Bad Request"), "in", 2, 600);
        row("ten minutes slow, and refused again", refuses(10min), "out", 2, 600);
        row("right, refused for another reason", refuses(0s), "out", 1, 0);
        row("ten minutes slow, banned", refuses(10min, "403 Forbidden"), "out", 1, 600);
        row("ten minutes slow, no such world", refuses(10min, "404 Not Found"), "out", 1, 600);
        row("ten minutes slow, refused with 200", refuses(10min, "200 OK"), "out", 1, 600);
        // A signature that becomes valid in an hour could be replayed to another server then.
        row("an hour slow", strict(1h), "out", 1, 3'600);
        row("an hour fast", strict(-1h), "out", 1, -3'600);
        row("years slow", refuses(200 * 24h * 365), "out", 1, qint64{200} * 365 * 24 * 3'600);
        row("no server time", HttpServer::answers("401 Unauthorized", "out"), "out", 1, 0);
        row("invalid server time", HttpServer::answers("401 Unauthorized", "out", "Date: yesterday\r\n"), "out", 1, 0);
    }
    void retriesWithServerTime()
    {
        QFETCH(const Handler, handler);
        QFETCH(const qint64, offset);
        HttpServer server(handler);
        SignedHttpRequest request(m_identity, NetworkContext());
        const Outcome outcome(request);
        request.post(server.url(u"/Login?x=1"_s), {{u"isGuest"_s, true}});
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY2(outcome.response, qPrintable(outcome.code()));
        QTEST(outcome.response->body, "body");
        QTEST(static_cast<int>(server.requests().size()), "requests");
        const auto measured = request.clockOffset().count();
        QVERIFY2(std::abs(measured - offset) <= 5, qPrintable(QString::number(measured)));
        for (const HttpServer::Request &received : server.requests()) {
            QCOMPARE(received.method, "POST");
            QCOMPARE(received.target, "/Login?x=1");
            QCOMPARE(received.headers["x-identity-metadata"], R"({"is\u0047uest":true})");
            const auto link = QJsonDocument::fromJson(received.headers["x-identity-auth-chain-2"]).object();
            QCOMPARE(link["payload"_L1].toString().toLatin1(),
                     "post:/login:" + received.headers["x-identity-timestamp"] + R"(:{"is\u0047uest":true})");
        }
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(outcome.count, 1);
    }

    void usesInjectedClock()
    {
        HttpServer server(strict(0s));
        const SignedHttpRequest::Now slow = [] { return QDateTime::currentDateTimeUtc().addSecs(-600); };
        SignedHttpRequest request(m_identity, NetworkContext(), HttpRequest::Limits(), slow);
        const Outcome outcome(request);
        request.post(server.url(u"/x"_s), {});
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY(outcome.response);
        QCOMPARE(outcome.response->body, "in");
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(request.clockOffset() > 590s && request.clockOffset() < 610s);
    }

    void reportsFailures()
    {
        HttpServer server(HttpServer::answers("302 Found", {}, "Location: https://other.example.org/\r\n"));
        SignedHttpRequest request(m_identity, NetworkContext());
        const Outcome outcome(request);
        request.post(server.url(u"/x"_s), {});
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.code(), u"request.redirected"_s);
        QCOMPARE(server.requests().size(), 1);
    }

    void doesNotSendUnsignableRequest()
    {
        HttpServer server;
        SignedHttpRequest request(m_identity, NetworkContext());
        const Outcome outcome(request);
        request.post(server.url(u"/x"_s), {{u"sceneId"_s, QString(2'000, u'X')}});
        QCOMPARE(outcome.count, 1);
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.code(), u"request.unsigned"_s);
        QCOMPARE(server.present(), 0);
    }

    void sharesTimeoutBetweenAttempts()
    {
        // The server never answers the second request.
        int requestCount = 0;
        HttpServer server([&requestCount](QTcpSocket &socket, const HttpServer::Request &request) {
            if (++requestCount == 1)
                refuses(10min)(socket, request);
        });
        SignedHttpRequest request(m_identity, NetworkContext(), {.bytes = 1'000, .timeout = 300ms});
        const Outcome outcome(request);
        request.post(server.url(u"/x"_s), {});
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.code(), u"request.timeout"_s);
        QTRY_COMPARE(server.present(), 0);
    }

    void emitsNothingAfterStop()
    {
        HttpServer server(HttpServer::writes({}, false));
        SignedHttpRequest request(m_identity, NetworkContext());
        const Outcome outcome(request);
        request.stop(); // before post()
        request.post(server.url(u"/x"_s), {});
        QTRY_COMPARE(server.requests().size(), 1);
        request.stop();
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(outcome.count, 0);
    }
};

ISLET_TEST(TestSignedHttpRequest);
#include "tst_signedhttprequest.moc"
