// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "comms/connectionstring.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;

//! Addresses typed by users and named by servers, and the HTTP URLs built from them.
class TestAddresses : public QObject {
    Q_OBJECT

private slots:
    void parsesTypedAddresses_data();
    void parsesTypedAddresses();
    void rejectsTypedText_data();
    void rejectsTypedText();
    void wordsErrorsForUsers_data();
    void wordsErrorsForUsers();
    void parsesAdapters_data();
    void parsesAdapters();
    void buildsAboutUrls_data();
    void buildsAboutUrls();
    void rejectsInvalidAboutUrls_data();
    void rejectsInvalidAboutUrls();
    void buildsLoginUrls_data();
    void buildsLoginUrls();
    void rejectsInvalidLoginUrls_data();
    void rejectsInvalidLoginUrls();
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

void TestAddresses::parsesTypedAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("unchanged") << u"simulator:?peers=3"_s << u"simulator:?peers=3"_s;
    QTest::newRow("surrounding spaces") << u"  offline:offline \n"_s << u"offline:offline"_s;
    QTest::newRow("bare offline") << u" offline "_s << u"offline:"_s;
    QTest::newRow("ws URL") << u"ws://127.0.0.1:5004/rooms/x"_s << u"ws-room:ws://127.0.0.1:5004/rooms/x"_s;
    QTest::newRow("wss URL") << u"\twss://host/rooms/x "_s << u"ws-room:wss://host/rooms/x"_s;
    QTest::newRow("upper-case URL") << u"WSS://host/rooms/x"_s << u"ws-room:WSS://host/rooms/x"_s;
    const auto realm = [](const char *name, const QString &text) { QTest::newRow(name) << text << u"realm:"_s + text; };
    realm("https URL", u"https://peer.example.org"_s);
    realm("http URL with a port", u"http://127.0.0.1:8000/world/x"_s);
    realm("upper-case https URL", u"HTTPS://Peer.Example.org"_s);
    realm("host", u"peer.example.org"_s);
    realm("host and port", u"peer.example.org:8000"_s);
    realm("host and path", u"worlds.example.org/world/name.dcl.eth"_s);
    realm("host, port and path", u"peer.example.org:8000/a?b=c:d"_s);
    realm("host in upper case", u"Peer.Example.ORG"_s);
    realm("host with dashes", u"peer-eu-1.example.org"_s);
    realm("IP address, port and path", u"127.0.0.1:5003/rooms/x"_s);
    realm("localhost", u"localhost"_s);
    realm("localhost and port", u"localhost:8000"_s);
    realm("localhost, port and path", u"localhost:8000/realm"_s);
    realm("IPv6", u"[::1]"_s);
    realm("IPv6 and port", u"[::1]:8000/realm"_s);
    realm("IPv4-mapped IPv6", u"[::ffff:127.0.0.1]:8000"_s);
    realm("name", u"name.dcl.eth"_s);
    realm("other name", u"Name.eth"_s);
    realm("main", u"main"_s);
    realm("local host of another name, with a port", u"myserver:8000"_s);
    realm("the same, with a path", u"my-server:8000/x"_s);
    realm("localhost, port and query", u"localhost:9?x"_s);
    realm("international host", u"münchen.example"_s);
    const auto asIf = [](const char *name, const QString &text, const QString &address) {
        QTest::newRow(name) << text << u"realm:"_s + address;
    };
    asIf("main in upper case", u"MAIN"_s, u"main"_s);
    asIf("name and a slash", u"name.dcl.eth/"_s, u"name.dcl.eth"_s);
    asIf("link", u"dcl-comms:name.dcl.eth"_s, u"name.dcl.eth"_s);
    asIf("link of another explorer", u"decentraland://?realm=name.dcl.eth&position=1,2"_s, u"name.dcl.eth"_s);
    asIf("the same, with a slash", u"decentraland:///?position=1%2C2&realm=https%3A%2F%2Fpeer.example.org"_s,
         u"https://peer.example.org"_s);
    asIf("jump link", u"https://decentraland.org/jump/?realm=name.dcl.eth"_s, u"name.dcl.eth"_s);
    asIf("jump link to a parcel", u"https://decentraland.org/jump?position=10,20"_s, u"main"_s);
    asIf("link of the web client", u"https://play.decentraland.org/?realm=main"_s, u"main"_s);
    QTest::newRow("link to a room") << u"dcl-comms:ws-room:wss://host/rooms/x"_s << u"ws-room:wss://host/rooms/x"_s;
    QTest::newRow("explicit realm") << u"realm:peer.example.org"_s << u"realm:peer.example.org"_s;
    QTest::newRow("login") << u"signed-login:https://host/x"_s << u"signed-login:https://host/x"_s;
    QTest::newRow("as named by a realm") << u" fixed-adapter:signed-login:https://host/x"_s
                                         << u"signed-login:https://host/x"_s;
    QTest::newRow("archipelago, as named by a realm")
        << u"archipelago:archipelago:wss://host/ws"_s << u"archipelago:wss://host/ws"_s;
}

void TestAddresses::rejectsTypedText_data()
{
    QTest::addColumn<QString>("text");
    for (const auto text : {"lobby", "main ly", "peer example.org", ".example.org", "[::1", "-", "name_with.underscore",
                            "/rooms/x", "?peers=3", "fixed-adapter:"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("long") << QString(100'000, u'a') + u".b"_s.repeated(100'000);
}

void TestAddresses::rejectsTypedText()
{
    QFETCH(const QString, text);
    const auto where = ConnectionString::fromTyped(text);
    QVERIFY(!where);
    QCOMPARE(where.error().code, ErrorCode::InvalidConnectionString);
    QVERIFY(where.error().detail.endsWith(u'.') && where.error().detail.size() < 400);
}

void TestAddresses::wordsErrorsForUsers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expectedStart");
    QTest::newRow("free text") << u" hello world!! "_s << u"There is no room named “hello world!!”. Enter"_s;
    QTest::newRow("no protocol") << u":lobby"_s << u"There is no room named “:lobby”. Enter"_s;
    QTest::newRow("percent signs") << u"%1 %2"_s << u"There is no room named “%1 %2”. Enter"_s;
    QTest::newRow("a secret") << u"my host?token=SECRET"_s << u"There is no room named “my host?token=…”. Enter"_s;
    QTest::newRow("blank") << u"  "_s << u"The address is empty. Enter"_s;
    QTest::newRow("too long") << QString(5'000, u'x') << u"The address is too long: it has 5000 characters"_s;
}

void TestAddresses::wordsErrorsForUsers()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expectedStart);
    const auto where = ConnectionString::fromTyped(text);
    QVERIFY(!where);
    QCOMPARE(where.error().code, ErrorCode::InvalidConnectionString);
    const QString detail = where.error().detail;
    QVERIFY2(detail.startsWith(expectedStart) && detail.endsWith(u'.'), qPrintable(detail));
    for (const QString &word : {u"colon"_s, u"protocol"_s, u"connection string"_s, u"SECRET"_s})
        QVERIFY2(!detail.contains(word), qPrintable(detail));
}

void TestAddresses::parsesAdapters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: rejected
    const auto row = [](const QString &text, const QString &expected) {
        QTest::newRow(qPrintable(text)) << text << expected;
    };
    for (const auto &same :
         {u"offline:offline"_s, u"ws-room:wss://h/x"_s, u"archipelago:wss://h/ws"_s, u"livekit:wss://h"_s,
          u"archipelago:h/ws"_s, u"archipelago:ws-room:wss://h/x"_s, u"realm:h"_s, u"wss://h/x"_s})
        row(same, same);
    row(u"fixed-adapter:offline:offline"_s, u"offline:offline"_s);
    row(u"fixed-adapter:fixed-adapter:ws-room:wss://h/x"_s, u"ws-room:wss://h/x"_s);
    row(u"fixed-adapter:offline"_s, u"offline:"_s);
    row(u"archipelago:archipelago:wss://h/ws"_s, u"archipelago:wss://h/ws"_s);
    row(u"archipelago:archipelago:archipelago:wss://h/ws"_s, u"archipelago:archipelago:wss://h/ws"_s); // once
    row(u"fixed-adapter:archipelago:archipelago:wss://h/ws"_s, u"archipelago:wss://h/ws"_s);
    row(u"Fixed-Adapter:offline:offline"_s, u"Fixed-Adapter:offline:offline"_s); // protocol names are case-sensitive
    for (const auto &none : {u""_s, u"fixed-adapter:"_s, u"fixed-adapter:fixed-adapter:"_s, u" offline:offline"_s,
                             u"fixed-adapter: offline:x"_s, u"main"_s, u"peer.example.org"_s})
        row(none, {});
    row(u"fixed-adapter:"_s.repeated(10'000) + u"x:y"_s, u"x:y"_s);
}

void TestAddresses::parsesAdapters()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    const auto where = ConnectionString::fromAdapter(text);
    QCOMPARE(where ? where->toString() : QString(), expected);
    if (!where)
        QVERIFY(where.error().detail.endsWith(u'.') && where.error().detail.size() < 400);
}

void TestAddresses::buildsAboutUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    const auto row = [](const QString &text, const QString &url) { QTest::newRow(qPrintable(text)) << text << url; };
    row(u"https://peer.example.org"_s, u"https://peer.example.org/about"_s);
    row(u"https://peer.example.org/"_s, u"https://peer.example.org/about"_s);
    row(u"https://peer.example.org//"_s, u"https://peer.example.org/about"_s);
    row(u"https://peer.example.org/about"_s, u"https://peer.example.org/about"_s);
    row(u"https://peer.example.org/about/"_s, u"https://peer.example.org/about"_s);
    row(u"https://peer.example.org/main"_s, u"https://peer.example.org/main/about"_s);
    row(u"https://w.example.org/world/A%20b"_s, u"https://w.example.org/world/A%20b/about"_s);
    row(u"https://h:8443/x?y=1#z"_s, u"https://h:8443/x/about?y=1"_s);
    row(u"https://h/a/../b/./c"_s, u"https://h/b/c/about"_s);
    row(u"peer.example.org"_s, u"https://peer.example.org/about"_s);
    row(u"peer.example.org:8000/x"_s, u"https://peer.example.org:8000/x/about"_s);
    row(u"192.168.1.5:8000"_s, u"https://192.168.1.5:8000/about"_s); // plain HTTP only for loopback, or if written
    row(u"http://192.168.1.5:8000"_s, u"http://192.168.1.5:8000/about"_s);
    row(u"127.0.0.1:8000"_s, u"http://127.0.0.1:8000/about"_s);
    row(u"localhost:8000"_s, u"http://localhost:8000/about"_s);
    row(u"LOCALHOST"_s, u"http://localhost/about"_s);
    row(u"sub.localhost:8000"_s, u"http://sub.localhost:8000/about"_s);
    row(u"localhost.example.org"_s, u"https://localhost.example.org/about"_s);
    row(u"[::1]:8000"_s, u"http://[::1]:8000/about"_s);
    row(u"[2001:db8::1]"_s, u"https://[2001:db8::1]/about"_s);
    row(u"Name.DCL.eth"_s, u"https://worlds-content-server.decentraland.org/world/name.dcl.eth/about"_s);
    row(u"name.eth"_s, u"https://worlds-content-server.decentraland.org/world/name.eth/about"_s);
    row(u"main"_s, u"https://realm-provider.decentraland.org/main/about"_s);
}

void TestAddresses::buildsAboutUrls()
{
    QFETCH(const QString, text);
    QFETCH(const QString, url);
    const auto where = ConnectionString::parse(u"realm:"_s + text);
    QVERIFY(where);
    const auto about = where->aboutUrl();
    QVERIFY2(about, about ? "" : qPrintable(about.error().detail));
    QCOMPARE(about->toString(QUrl::FullyEncoded), url);
    QCOMPARE(allProtocols().display(*where).left(8), text.left(8)); // as typed
}

void TestAddresses::rejectsInvalidAboutUrls_data()
{
    QTest::addColumn<QString>("text");
    for (const auto text : {"", "https://", "https:///x", "ftp://host/x", "file:///etc/passwd", "javascript:alert(1)",
                            "ws://host", "https://my host", "https://host:99999", "https://a:SECRET@host",
                            "a:SECRET@host", "https://host/%zz?k=SECRET", "http://[::1?SECRET"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestAddresses::rejectsInvalidAboutUrls()
{
    QFETCH(const QString, text);
    const auto about = parsed(u"realm:"_s + text).aboutUrl();
    QVERIFY2(!about, about ? qPrintable(about->toString()) : "");
    QCOMPARE(about.error().code, ErrorCode::InvalidConnectionString);
    QVERIFY2(about.error().detail.endsWith(u'.'), qPrintable(about.error().detail));
    QVERIFY2(!about.error().detail.contains(u"SECRET"_s), qPrintable(about.error().detail));
}

void TestAddresses::buildsLoginUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    const auto row = [](const QString &text, const QString &url) { QTest::newRow(qPrintable(text)) << text << url; };
    row(u"https://h/worlds/n.dcl.eth/comms"_s, u"https://h/worlds/n.dcl.eth/comms"_s);
    row(u"http://127.0.0.1:8000/x?sceneId=a&realmName=b"_s, u"http://127.0.0.1:8000/x?sceneId=a&realmName=b"_s);
    row(u"https://h"_s, u"https://h"_s);
    row(u"https://h/A%2Fb//c/"_s, u"https://h/A%2Fb//c/"_s);
    row(u"https://h/a/../../b"_s, u"https://h/b"_s); // the normalized path is what is signed
}

void TestAddresses::buildsLoginUrls()
{
    QFETCH(const QString, text);
    QFETCH(const QString, url);
    const auto login = parsed(u"signed-login:"_s + text).loginUrl();
    QVERIFY2(login, login ? "" : qPrintable(login.error().detail));
    QCOMPARE(login->toString(QUrl::FullyEncoded), url);
}

void TestAddresses::rejectsInvalidLoginUrls_data()
{
    QTest::addColumn<QString>("text");
    for (const auto text : {"", "host/x", "//host/x", "ws://host/x", "signed-login:https://host/x",
                            "file:///etc/passwd", "https:///x", "https://a:SECRET@host/x", "https://host/%zz?k=SECRET"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestAddresses::rejectsInvalidLoginUrls()
{
    QFETCH(const QString, text);
    const auto login = parsed(u"signed-login:"_s + text).loginUrl();
    QVERIFY2(!login, login ? qPrintable(login->toString()) : "");
    QCOMPARE(login.error().code, ErrorCode::InvalidConnectionString);
    QVERIFY2(!login.error().detail.contains(u"SECRET"_s), qPrintable(login.error().detail));
}

void TestAddresses::parsesTypedAddresses()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    const auto where = ConnectionString::fromTyped(text);
    QVERIFY2(where, where ? "" : qPrintable(where.error().detail));
    QCOMPARE(where->toString(), expected);
    QVERIFY(!ConnectionString::fromTyped(u"   "));
    QVERIFY(!ConnectionString::fromTyped(u"lobby"));
}

ISLET_TEST(TestAddresses);
#include "tst_addresses.moc"
