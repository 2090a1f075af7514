// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/closesentences.h"
#include "net/signedhttprequest.h"
#include "tests/support/minicomms.h"
#include "tests/support/testclient.h"
#include "tests/support/testmain.h"
#include "tests/support/vectors.h"

#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using Headers = QMap<QByteArray, QByteArray>;

namespace {

constexpr auto timestamp = "x-identity-timestamp";
constexpr auto metadata = "x-identity-metadata";

//! A request as sent over the wire.
struct Request {
    QByteArray method = "POST";
    QString path = u"/worlds/name.dcl.eth/comms"_s;
    Headers headers;

    static QByteArray link(int index) { return "x-identity-auth-chain-" + QByteArray::number(index); }
};

//! The mutations of signed_fetch.json, by their names there.
const QMap<QString, std::function<void(Request &)>> &mutations()
{
    static const QMap<QString, std::function<void(Request &)>> all{
        {u"unchanged"_s, [](Request &) {}},
        {u"no_headers"_s, [](Request &request) { request.headers.clear(); }},
        {u"only_signer"_s,
         [](Request &request) {
             request.headers.remove(Request::link(1));
             request.headers.remove(Request::link(2));
         }},
        {u"two_links_signer_and_ephemeral_only"_s, [](Request &request) { request.headers.remove(Request::link(2)); }},
        {u"broken_json_link"_s, [](Request &request) { request.headers[Request::link(1)] = "{oops"; }},
        {u"timestamp_not_a_number"_s, [](Request &request) { request.headers[timestamp] = "soon"; }},
        {u"metadata_not_json"_s, [](Request &request) { request.headers[metadata] = "{"; }},
        {u"metadata_changed"_s,
         [](Request &request) { request.headers[metadata].replace("false", "true"); }}, // still valid for a login
        {u"other_method"_s, [](Request &request) { request.method = "GET"; }},
        {u"other_path"_s, [](Request &request) { request.path.replace("name"_L1, "other"_L1); }},
        {u"metadata_case_changed"_s,
         [](Request &request) { request.headers[metadata] = request.headers[metadata].toUpper(); }},
        // Node itself rejects lower-case methods.
        {u"method_and_path_case_changed"_s, [](Request &request) { request.path = request.path.toUpper(); }},
        {u"timestamp_missing"_s, [](Request &request) { request.headers.remove(timestamp); }},
        {u"gap_in_chain_index"_s,
         [](Request &request) { request.headers[Request::link(3)] = request.headers.take(Request::link(2)); }},
    };
    return all;
}

} // namespace

//! Realms, logins and rooms not written by us: /about, the two middlewares of real logins, and mini-comms.
class TestRealmLogin : public QObject {
    Q_OBJECT

private:
    MiniComms m_room;
    NodeProcess m_server;
    quint16 m_port = 0;

    QString realm(const QString &middleware) const { return u"127.0.0.1:%1/%2"_s.arg(m_port).arg(middleware); }
    QUrl url(const QString &middleware, const QString &path) const
    {
        return QUrl(u"http://"_s + realm(middleware) + path);
    }
    QList<QJsonObject> logins() const { return m_server.events(u"login"); }

    static void addMiddlewares()
    {
        QTest::addColumn<QString>("middleware");
        QTest::newRow("decentraland-crypto-middleware") << u"decentraland-crypto"_s;
        QTest::newRow("platform-crypto-middleware") << u"platform-crypto"_s;
    }
    static QJsonObject loginMetadata()
    {
        return {
            {u"intent"_s, u"dcl:explorer:comms-handshake"_s}, {u"signer"_s, u"dcl:explorer"_s}, {u"isGuest"_s, false}};
    }
    static bool join(TestClient &client, const QString &typed)
    {
        const auto where = ConnectionString::fromTyped(typed);
        return where && client.session.join(*where);
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(NodeProcess::missing().isEmpty(), qPrintable(NodeProcess::missing()));
        QVERIFY2(m_room.start(), qPrintable(m_room.why()));
        QVERIFY(m_server.start(u"loginserver.cjs"_s, {m_room.connectionString(u"behind-the-login"_s)}));
        QTRY_VERIFY2_WITH_TIMEOUT(!m_server.events(u"listening").isEmpty(), qPrintable(m_server.noise()), 30'000);
        m_port = static_cast<quint16>(m_server.events(u"listening").constFirst()["port"_L1].toInt());
    }

    void followsRealmAndLoginToRoom()
    {
        TestClient alice;
        TestClient bob(Identity::guest());
        alice.stand({1, 0, 2}, 90);
        QVERIFY(join(alice, realm(u"decentraland-crypto"_s)));
        QVERIFY(join(bob, realm(u"platform-crypto"_s)));
        QTRY_VERIFY(alice.isIn() && bob.isIn());
        QTRY_VERIFY(alice.knows(bob) && bob.knows(alice));
        QTRY_VERIFY(bob.placeOf(alice.address()));
        QVERIFY(alice.adapter.sendChat(u"through a realm, a login and a room"_s));
        QTRY_COMPARE(bob.chats.size(), 1);
        QVERIFY(bob.chats.constFirst().from == alice.address());

        QTRY_COMPARE(logins().size(), 2);
        for (const QJsonObject &login : logins()) {
            const bool isAlice = login["middleware"_L1].toString() == u"decentraland-crypto"_s;
            QCOMPARE(login["auth"_L1].toString(), (isAlice ? alice : bob).address().toLower());
            QJsonObject expected = loginMetadata();
            expected[u"isGuest"_s] = !isAlice;
            expected[u"origin"_s] = u"http://127.0.0.1:%1"_s.arg(m_port);
            QCOMPARE(login["metadata"_L1].toObject(), expected);
        }
        alice.session.leave();
        QTRY_COMPARE(bob.gone, QList{alice.address()});
    }

    void correctsSlowClock_data() { addMiddlewares(); }
    void correctsSlowClock()
    {
        QFETCH(const QString, middleware);
        const auto before = logins().size();
        const Identity identity = TestClient::someone();
        const SignedHttpRequest::Now slow = [] { return QDateTime::currentDateTimeUtc().addSecs(-600); };
        SignedHttpRequest fetch(identity, NetworkContext(), HttpRequest::Limits(), slow);
        QList<HttpResponse> answers;
        connect(&fetch, &SignedHttpRequest::answered, this,
                [&](const HttpResponse &answer) { answers.append(answer); });
        fetch.post(url(middleware, u"/worlds/name.dcl.eth/comms?x=1"_s), loginMetadata());
        QTRY_COMPARE(answers.size(), 1);
        QVERIFY2(answers.constFirst().status == 200, answers.constFirst().body.constData());
        QVERIFY(fetch.clockOffset() > std::chrono::seconds(590)); // the first attempt was refused
        QTRY_COMPARE(logins().size(), before + 1);
    }

    void rejectsSpoiltRequests_data()
    {
        QTest::addColumn<QString>("middleware");
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray vectors = loadVectors("signed_fetch.json")["negative_legacy"_L1].toArray();
        for (const auto middleware : {"decentraland-crypto", "platform-crypto"}) {
            for (const QJsonValue vector : vectors) {
                QTest::addRow("%s, %s", middleware, qPrintable(vector["name"_L1].toString()))
                    << QString::fromLatin1(middleware) << vector.toObject();
            }
        }
    }
    void rejectsSpoiltRequests()
    {
        QFETCH(const QString, middleware);
        QFETCH(const QJsonObject, vector);
        const auto mutate = mutations().value(vector["name"_L1].toString());
        QVERIFY(mutate);
        Request request;
        const auto made = SignedRequest::make(request.method, url(middleware, request.path), loginMetadata(),
                                              QDateTime::currentDateTimeUtc());
        QVERIFY(made);
        for (const auto &[name, value] : made->headers(TestClient::someone()))
            request.headers.insert(name, value);
        mutate(request);

        HttpRequest fetch{NetworkContext()};
        QList<HttpResponse> answers;
        connect(&fetch, &HttpRequest::answered, this, [&](const HttpResponse &answer) { answers.append(answer); });
        HttpRequest::Headers headers;
        for (auto header = request.headers.cbegin(); header != request.headers.cend(); ++header)
            headers.append({header.key(), header.value()});
        fetch.start(request.method, url(middleware, request.path), headers);
        QTRY_COMPARE(answers.size(), 1);
        const QJsonObject body = QJsonDocument::fromJson(answers.constFirst().body).object();
        const QJsonObject result = vector["result"_L1].toObject();
        QCOMPARE(answers.constFirst().status, result["status"_L1].toInt(200));
        if (result["ok"_L1].toBool()) {
            QCOMPARE(body["fixedAdapter"_L1].toString(), m_room.connectionString(u"behind-the-login"_s));
        } else {
            const QString expectedText =
                result["message"_L1].toString().section(u':', 0, 0); // the rest quotes the request
            QVERIFY2(body["message"_L1].toString().startsWith(expectedText), answers.constFirst().body.constData());
        }
    }

    void reportsServersRefusal_data() { addMiddlewares(); }
    void reportsServersRefusal()
    {
        QFETCH(const QString, middleware);
        // An expired ephemeral key.
        TestClient expired(Identity::create(PrivateKey::generate(), PrivateKey::generate(),
                                            QDateTime::currentDateTimeUtc().addDays(-1)));
        QVERIFY(join(expired, realm(middleware)));
        QTRY_COMPARE(expired.ends.size(), 1);
        const CloseReason &end = expired.ends.constFirst();
        const QString detail = sentenceOf(end);
        QVERIFY2(end.kind == CloseReason::Kind::Rejected, qPrintable(detail));
        QCOMPARE(nameOf(end), u"login.denied"_s);
        QVERIFY2(end.arguments.value(1).startsWith(u"“Invalid signature"_s), qPrintable(detail));
        QVERIFY(!detail.contains(QRegularExpression(u"[0-9a-f]{64}"_s)));
        QVERIFY(expired.welcomes.isEmpty());
    }

    void reportsUnknownRealm()
    {
        TestClient client;
        QVERIFY(join(client, realm(u"elsewhere"_s)));
        QTRY_COMPARE(client.ends.size(), 1);
        QCOMPARE(nameOf(client.ends.constFirst()), u"realm.http.404"_s);
    }
};

ISLET_TEST(TestRealmLogin);
#include "tst_realmlogin.moc"
