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
using Deed = HttpServer::Deed;

namespace {

//! A server whose clock is this much ahead of ours, and that takes a minute either way, as real ones do.
Deed strict(std::chrono::seconds ahead, const QByteArray &refusal = "401 Unauthorized")
{
    return [=](QTcpSocket &socket, const HttpServer::Request &request) {
        const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(ahead.count());
        const qint64 signedAt = request.headers["x-identity-timestamp"].toLongLong();
        const bool isGood = std::abs(now.toMSecsSinceEpoch() - signedAt) <= 60'000;
        HttpServer::answers(isGood ? "200 OK" : refusal, isGood ? "in" : "out", HttpServer::dateHeader(now))(socket,
                                                                                                             request);
    };
}

//! Always the same, with a Date this much ahead.
Deed refuses(std::chrono::seconds ahead, const QByteArray &status = "401 Unauthorized")
{
    return [=](QTcpSocket &socket, const HttpServer::Request &request) {
        const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(ahead.count());
        HttpServer::answers(status, "out", HttpServer::dateHeader(now))(socket, request);
    };
}

} // namespace

//! A signed request, and clocks that do not agree.
class TestSignedFetch : public QObject {
    Q_OBJECT

private:
    const Identity m_identity = Identity::create(PrivateKey::generate());

private slots:
    void clocks_data()
    {
        QTest::addColumn<Deed>("deed");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("requests");
        QTest::addColumn<qint64>("offset"); // seconds
        const auto row = [](const char *name, const Deed &deed, const QByteArray &body, int requests, qint64 offset) {
            QTest::newRow(name) << deed << body << requests << offset;
        };
        row("right", strict(0s), "in", 1, 0);
        row("half a minute slow is nobody's trouble", strict(30s), "in", 1, 30);
        row("ten minutes slow", strict(10min), "in", 2, 600);
        row("ten minutes fast", strict(-10min), "in", 2, -600);
        row("ten minutes slow, said with 400", strict(10min, "400 Bad Request"), "in", 2, 600);
        row("ten minutes slow, and refused again", refuses(10min), "out", 2, 600);
        row("right, and refused for something else", refuses(0s), "out", 1, 0);
        row("ten minutes slow, banned", refuses(10min, "403 Forbidden"), "out", 1, 600);
        row("ten minutes slow, no such world", refuses(10min, "404 Not Found"), "out", 1, 600);
        row("ten minutes slow, refused politely", refuses(10min, "200 OK"), "out", 1, 600);
        // A signature that is good in an hour could be shown elsewhere then.
        row("an hour slow", strict(1h), "out", 1, 3'600);
        row("an hour fast", strict(-1h), "out", 1, -3'600);
        row("years slow", refuses(200 * 24h * 365), "out", 1, qint64{200} * 365 * 24 * 3'600);
        row("no word of the time", HttpServer::answers("401 Unauthorized", "out"), "out", 1, 0);
        row("nonsense for a time", HttpServer::answers("401 Unauthorized", "out", "Date: yesterday\r\n"), "out", 1, 0);
    }
    void clocks()
    {
        QFETCH(const Deed, deed);
        QFETCH(const qint64, offset);
        HttpServer server(deed);
        SignedHttpRequest fetch(m_identity);
        const Outcome outcome(fetch);
        fetch.post(server.url(u"/Login?x=1"_s), {{u"isGuest"_s, true}});
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY2(outcome.answer, outcome.error ? qPrintable(outcome.error->detail) : "");
        QTEST(outcome.answer->body, "body");
        QTEST(static_cast<int>(server.requests().size()), "requests");
        const auto learned = fetch.clockOffset().count();
        QVERIFY2(std::abs(learned - offset) <= 5, qPrintable(QString::number(learned)));
        for (const HttpServer::Request &request : server.requests()) {
            QCOMPARE(request.method, "POST");
            QCOMPARE(request.target, "/Login?x=1");
            QCOMPARE(request.headers["x-identity-metadata"], R"({"is\u0047uest":true})");
            const auto link = QJsonDocument::fromJson(request.headers["x-identity-auth-chain-2"]).object();
            QCOMPARE(link["payload"_L1].toString().toLatin1(),
                     "post:/login:" + request.headers["x-identity-timestamp"] + R"(:{"is\u0047uest":true})");
        }
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(outcome.count, 1);
    }

    void ourOwnClockIsAsked()
    {
        HttpServer server(strict(0s));
        const SignedHttpRequest::Now slow = [] { return QDateTime::currentDateTimeUtc().addSecs(-600); };
        SignedHttpRequest fetch(m_identity, HttpRequest::Limits(), slow);
        const Outcome outcome(fetch);
        fetch.post(server.url(u"/x"_s), {});
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY(outcome.answer);
        QCOMPARE(outcome.answer->body, "in");
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(fetch.clockOffset() > 590s && fetch.clockOffset() < 610s);
    }

    void failuresAreTold()
    {
        HttpServer server(HttpServer::answers("302 Found", {}, "Location: https://other.example.org/\r\n"));
        SignedHttpRequest fetch(m_identity);
        const Outcome outcome(fetch);
        fetch.post(server.url(u"/x"_s), {});
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->code, ErrorCode::InvalidInput);
        QCOMPARE(server.requests().size(), 1);
    }

    void whatCannotBeSignedIsNotSent()
    {
        HttpServer server;
        SignedHttpRequest fetch(m_identity);
        const Outcome outcome(fetch);
        fetch.post(server.url(u"/x"_s), {{u"sceneId"_s, QString(2'000, u'X')}});
        QCOMPARE(outcome.count, 1);
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->code, ErrorCode::InvalidInput);
        QCOMPARE(server.present(), 0);
    }

    void onePatienceForBothRequests()
    {
        // The second is let wait for ever, as is the first for whoever waits afresh each time.
        int asked = 0;
        HttpServer server([&asked](QTcpSocket &socket, const HttpServer::Request &request) {
            if (++asked == 1)
                refuses(10min)(socket, request);
        });
        SignedHttpRequest fetch(m_identity, {.bytes = 1'000, .patience = 300ms});
        const Outcome outcome(fetch);
        fetch.post(server.url(u"/x"_s), {});
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->code, ErrorCode::NotConnected);
        QTRY_COMPARE(server.present(), 0);
    }

    void whoStopsAsksNoMore()
    {
        HttpServer server(HttpServer::writes({}, false));
        SignedHttpRequest fetch(m_identity);
        const Outcome outcome(fetch);
        fetch.stop(); // before anything
        fetch.post(server.url(u"/x"_s), {});
        QTRY_COMPARE(server.requests().size(), 1);
        fetch.stop();
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(outcome.count, 0);
    }
};

ISLET_TEST(TestSignedFetch);
#include "tst_signedhttprequest.moc"
