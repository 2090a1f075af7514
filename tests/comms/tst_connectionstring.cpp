// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "comms/connectionstring.h"
#include "tests/support/testmain.h"
#include "tests/support/vectors.h"

#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;

class TestConnectionString : public QObject {
    Q_OBJECT

private slots:
    void matchesVectors_data();
    void matchesVectors();
    void acceptsBareOffline();
    void rejectsInvalidSyntax_data();
    void rejectsInvalidSyntax();
    void limitsLength();
    void buildsWebSocketUrls_data();
    void buildsWebSocketUrls();
    void rejectsInvalidWebSocketUrls_data();
    void rejectsInvalidWebSocketUrls();
    void hidesSecretsInDisplay_data();
    void hidesSecretsInDisplay();
    void keepsTheRestInDisplay_data();
    void keepsTheRestInDisplay();
    void hidesSecretsInErrors_data();
    void hidesSecretsInErrors();
};

namespace {

ConnectionString parsed(const QString &text)
{
    auto where = ConnectionString::parse(text);
    if (!where)
        qFatal("a test's connection string is refused: %s", qPrintable(where.error().detail));
    return *std::move(where);
}

} // namespace

void TestConnectionString::matchesVectors_data()
{
    QTest::addColumn<QJsonObject>("vector");
    for (const QJsonValue &vector : test::loadVectors("connection_strings.json")["vectors"_L1].toArray()) {
        const QString input = vector["input"_L1].toString();
        QTest::newRow(input.isEmpty() ? "(empty)" : qPrintable(input)) << vector.toObject();
    }
}

void TestConnectionString::matchesVectors()
{
    QFETCH(const QJsonObject, vector);
    const QString input = vector["input"_L1].toString();
    const auto where = ConnectionString::parse(input);
    // The only deviation from ADR-180, on purpose: the web client writes `offline` (wire reference, C20).
    const bool valid = vector["valid"_L1].toBool() || input == u"offline"_s;
    QCOMPARE(where.has_value(), valid);
    if (!where) {
        QCOMPARE(where.error().code, ErrorCode::InvalidConnectionString);
        return;
    }
    if (vector.contains("protocol"_L1)) {
        QCOMPARE(where->protocol(), vector["protocol"_L1].toString());
        QCOMPARE(where->parameters(), vector["parameters"_L1].toString());
        QCOMPARE(where->toString(), input);
    }
    if (vector.contains("wsUrl"_L1)) {
        const auto url = where->webSocketUrl();
        QVERIFY2(url, url ? "" : qPrintable(url.error().detail));
        QCOMPARE(url->toString(), vector["wsUrl"_L1].toString());
    }
}

void TestConnectionString::acceptsBareOffline()
{
    const ConnectionString where = parsed(u"offline"_s);
    QCOMPARE(where.protocol(), u"offline"_s);
    QCOMPARE(where.parameters(), QString());
    QVERIFY(where == parsed(u"offline:"_s));
    QVERIFY(!ConnectionString::parse(u"simulator"));
}

void TestConnectionString::rejectsInvalidSyntax_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("no colon") << u"lobby"_s;
    QTest::newRow("empty protocol") << u":x"_s;
    QTest::newRow("digit first") << u"1abc:x"_s;
    QTest::newRow("dash first") << u"-abc:x"_s;
    QTest::newRow("underscore") << u"ws_room:x"_s;
    QTest::newRow("space") << u"ws room:x"_s;
    QTest::newRow("space first") << u" ws-room:x"_s;
    QTest::newRow("accent") << u"wß-room:x"_s;
    QTest::newRow("host first") << u"127.0.0.1:5003/rooms/x"_s;
}

void TestConnectionString::rejectsInvalidSyntax()
{
    QFETCH(const QString, text);
    const auto where = ConnectionString::parse(text);
    QVERIFY(!where);
    QCOMPARE(where.error().code, ErrorCode::InvalidConnectionString);
    QVERIFY(where.error().detail.endsWith(u'.'));
}

void TestConnectionString::limitsLength()
{
    const QString longest = u"ws-room:host/"_s.leftJustified(ConnectionString::maxLength, u'x');
    QVERIFY(ConnectionString::parse(longest));
    const auto tooLong = ConnectionString::parse(longest + u'x');
    QVERIFY(!tooLong);
    QCOMPARE(tooLong.error().code, ErrorCode::InvalidConnectionString);
    QVERIFY2(tooLong.error().detail.contains(u"4097"_s), qPrintable(tooLong.error().detail));
    QVERIFY(tooLong.error().detail.size() < 200);
    const auto noColon = ConnectionString::parse(QString(4'000, u'x'));
    QVERIFY(!noColon);
    QVERIFY(noColon.error().detail.size() < 400);
}

void TestConnectionString::buildsWebSocketUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::newRow("loopback") << u"ws-room:ws://127.0.0.1:5004/rooms/lobby"_s << u"ws://127.0.0.1:5004/rooms/lobby"_s;
    QTest::newRow("upper-case scheme") << u"ws-room:WSS://host/rooms/x"_s << u"wss://host/rooms/x"_s;
    QTest::newRow("no scheme") << u"ws-room:host/rooms/x"_s << u"wss://host/rooms/x"_s;
    QTest::newRow("host only") << u"ws-room:host"_s << u"wss://host"_s;
    QTest::newRow("IPv6") << u"ws-room:ws://[::1]:5003/rooms/x"_s << u"ws://[::1]:5003/rooms/x"_s;
    QTest::newRow("query") << u"ws-room:ws://host/rooms/x?a=b&c=d:e"_s << u"ws://host/rooms/x?a=b&c=d:e"_s;
    QTest::newRow("escaped room name") << u"ws-room:ws://host/rooms/a%20b"_s << u"ws://host/rooms/a%20b"_s;
}

void TestConnectionString::buildsWebSocketUrls()
{
    QFETCH(const QString, text);
    QFETCH(const QString, url);
    const auto made = parsed(text).webSocketUrl();
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    QCOMPARE(made->toString(QUrl::FullyEncoded), url);
}

void TestConnectionString::rejectsInvalidWebSocketUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u"ws-room:"_s;
    QTest::newRow("http") << u"ws-room:http://host/rooms/x"_s;
    QTest::newRow("host too long") << u"ws-room:wss://%1example.org/x"_s.arg(u"abcdefghi."_s.repeated(25));
    QTest::newRow("https") << u"ws-room:https://host/rooms/x"_s;
    QTest::newRow("file") << u"ws-room:file:///etc/passwd"_s;
    QTest::newRow("scheme only") << u"ws-room:ws://"_s;
    QTest::newRow("no host") << u"ws-room:ws:///rooms/x"_s;
    QTest::newRow("space in the host") << u"ws-room:ws://my host/rooms/x"_s;
    QTest::newRow("port out of range") << u"ws-room:ws://host:65536/rooms/x"_s;
    QTest::newRow("port not a number") << u"ws-room:ws://host:http/rooms/x"_s;
    QTest::newRow("user name") << u"ws-room:ws://alice@host/rooms/x"_s;
    QTest::newRow("user name and password") << u"ws-room:wss://alice:secret@host/rooms/x"_s;
    QTest::newRow("user name without scheme") << u"ws-room:alice:secret@host/rooms/x"_s;
}

void TestConnectionString::rejectsInvalidWebSocketUrls()
{
    QFETCH(const QString, text);
    const auto url = parsed(text).webSocketUrl();
    QVERIFY(!url);
    QCOMPARE(url.error().code, ErrorCode::InvalidConnectionString);
    QVERIFY(url.error().detail.endsWith(u'.'));
}

void TestConnectionString::hidesSecretsInDisplay_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("access token") << u"livekit:wss://host?access_token=SECRET"_s;
    QTest::newRow("second item") << u"livekit:wss://host?a=b&access_token=SECRET"_s;
    QTest::newRow("inside another") << u"fixed-adapter:livekit:wss://host?access_token=SECRET.x.y"_s;
    QTest::newRow("any other name") << u"ws-room:wss://host/rooms/x?key=SECRET"_s;
    QTest::newRow("no name") << u"ws-room:wss://host/rooms/x?SECRET"_s;
    QTest::newRow("no name, after another") << u"ws-room:wss://host/rooms/x?seed=1&SECRET"_s;
    QTest::newRow("fragment") << u"signed-login:https://host/x#SECRET"_s;
    QTest::newRow("realm") << u"realm:https://host/?access_token=SECRET"_s;
    QTest::newRow("no name, an equals sign") << u"ws-room:wss://host/x?=SECRET"_s;
    QTest::newRow("a simulator's option elsewhere") << u"ws-room:wss://host/x?seed=SECRET"_s;
    QTest::newRow("value with an equals sign") << u"ws-room:wss://host/x?k=SECRET=SECRET=="_s;
    QTest::newRow("password") << u"ws-room:wss://alice:SECRET@host/rooms/x"_s;
    QTest::newRow("password with an at sign") << u"ws-room:wss://alice:p@SECRET@host/rooms/x"_s;
    QTest::newRow("password without scheme") << u"ws-room:alice:SECRET@host/rooms/x"_s;
}

void TestConnectionString::hidesSecretsInDisplay()
{
    QFETCH(const QString, text);
    const QString shown = allProtocols().display(parsed(text));
    QVERIFY2(!shown.contains(u"SECRET"_s), qPrintable(shown));
    QVERIFY(shown.contains(u'…'));
    QVERIFY(shown.contains(u"host"_s) || !allProtocols().find(parsed(text).protocol()));
}

void TestConnectionString::keepsTheRestInDisplay_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("ws-room") << u"ws-room:ws://127.0.0.1:5004/rooms/lobby"_s;
    QTest::newRow("simulator") << u"simulator:?peers=25&seed=7&loss=0.05"_s;
    QTest::newRow("simulator with all options")
        << u"simulator:?peers=25&seed=7&speed=2&spread=40&walk=crowd&chat=30&talk=3&loss=0.05&latency=80&jitter=40"
           "&churn=6"_s;
    QTest::newRow("offline") << u"offline:offline"_s;
    QTest::newRow("at sign in the path") << u"ws-room:wss://host/rooms/@lobby"_s;
}

void TestConnectionString::keepsTheRestInDisplay()
{
    QFETCH(const QString, text);
    QCOMPARE(allProtocols().display(parsed(text)), text);
}

void TestConnectionString::hidesSecretsInErrors_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("token at a wrong scheme") << u"ws-room:https://host/x?access_token=SECRET"_s;
    QTest::newRow("token at a bad host") << u"ws-room:wss://my host/x?access_token=SECRET"_s;
    QTest::newRow("password") << u"ws-room:wss://alice:SECRET@host/rooms/x"_s;
    QTest::newRow("password at a bad host") << u"ws-room:wss://alice:SECRET@my host/rooms/x"_s;
    QTest::newRow("password without scheme at a bad host") << u"ws-room:alice:SECRET@my host/rooms/x"_s;
}

void TestConnectionString::hidesSecretsInErrors()
{
    QFETCH(const QString, text);
    const auto url = parsed(text).webSocketUrl();
    QVERIFY(!url);
    QVERIFY2(!url.error().detail.contains(u"SECRET"_s), qPrintable(url.error().detail));
}

ISLET_TEST(TestConnectionString);
#include "tst_connectionstring.moc"
