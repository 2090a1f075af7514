// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/realm.h"
#include "tests/net/httpfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

//! JSON written with ' instead of ".
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

//! The description of a realm whose comms have these members.
QByteArray aboutWith(const QByteArray &comms)
{
    return "{'healthy':true,'configurations':{'realmName':'Test'},'comms':{" + comms + "}}";
}

} // namespace

//! Parsing of realm descriptions.
class TestRealm : public QObject {
    Q_OBJECT

private slots:
    void parsesComms_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("comms"); // empty: no comms
        const auto row = [](const char *name, const QByteArray &text, const QString &comms) {
            QTest::newRow(name) << text << comms;
        };
        // The shapes of real servers (realm-provider, worlds, SDK preview and export, test realms).
        row("realm-provider", aboutWith("'protocol':'v3','adapter':'archipelago:archipelago:wss://a.example.org/ws'"),
            u"archipelago:wss://a.example.org/ws"_s);
        row("a world", aboutWith("'adapter':'fixed-adapter:signed-login:https://w.example.org/worlds/n.dcl.eth/comms'"),
            u"signed-login:https://w.example.org/worlds/n.dcl.eth/comms"_s);
        row("a world without comms", aboutWith("'adapter':'fixed-adapter:offline:offline'"), u"offline:offline"_s);
        row("SDK preview",
            "{'acceptingUsers':true,'bff':{'healthy':false},'comms':{'healthy':true,'protocol':'v3',"
            "'fixedAdapter':'ws-room:ws://127.0.0.1:8000/mini-comms/room-1'}}",
            u"ws-room:ws://127.0.0.1:8000/mini-comms/room-1"_s);
        row("SDK export", aboutWith("'fixedAdapter':'offline:offline'"), u"offline:offline"_s);
        row("a room without scheme", aboutWith("'fixedAdapter':'ws-room:room.example.org/rooms/x'"),
            u"ws-room:room.example.org/rooms/x"_s);
        row("both", aboutWith("'adapter':'archipelago:archipelago:wss://a/ws','fixedAdapter':'offline:offline'"),
            u"offline:offline"_s);
        row("fixedAdapter empty", aboutWith("'adapter':'offline:offline','fixedAdapter':''"), u"offline:offline"_s);
        row("fixedAdapter null", aboutWith("'adapter':'offline:offline','fixedAdapter':null"), u"offline:offline"_s);
        row("fixedAdapter not a string", aboutWith("'adapter':'offline:offline','fixedAdapter':{'a':1}"),
            u"offline:offline"_s);
        row("fixed-adapter twice", aboutWith("'adapter':'fixed-adapter:fixed-adapter:offline:offline'"),
            u"offline:offline"_s);
        row("fixed-adapter in fixedAdapter", aboutWith("'fixedAdapter':'fixed-adapter:offline:offline'"),
            u"offline:offline"_s);
        row("fixed-adapter, archipelago", aboutWith("'adapter':'fixed-adapter:archipelago:archipelago:wss://a/ws'"),
            u"archipelago:wss://a/ws"_s);
        row("a bare archipelago", aboutWith("'adapter':'archipelago:wss://a/ws'"), u"archipelago:wss://a/ws"_s);
        row("a bare offline", aboutWith("'fixedAdapter':'offline'"), u"offline:"_s);
        row("unknown", aboutWith("'adapter':'carrier-pigeon:north'"), u"carrier-pigeon:north"_s); // rejected later
        row("empty comms", aboutWith({}), {});
        row("no comms", "{'healthy':true}", {});
        row("comms not an object", "{'comms':'ws-room:wss://x'}", {});
        row("empty object", "{}", {});
    }
    void parsesComms()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, comms);
        const auto realm = RealmAbout::parse(json(text), u"host"_s);
        QVERIFY2(realm, realm ? "" : qPrintable(nameOf(realm.error())));
        QCOMPARE(realm->comms ? realm->comms->toString() : QString(), comms);
        QVERIFY(realm->isHealthy && realm->acceptsUsers);
    }

    void parsesState_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isHealthy");
        QTest::addColumn<bool>("acceptsUsers");
        QTest::addColumn<int>("users"); // -1: unknown
        const auto row = [](const char *name, const QByteArray &text, bool isHealthy, bool acceptsUsers, int users) {
            QTest::newRow(name) << text << isHealthy << acceptsUsers << users;
        };
        row("healthy", "{'healthy':true,'acceptingUsers':true,'comms':{'healthy':true,'usersCount':7}}", true, true, 7);
        row("unhealthy", "{'healthy':false}", false, true, -1);
        row("comms unhealthy", "{'healthy':true,'comms':{'healthy':false,'usersCount':0}}", false, true, 0);
        row("bff unhealthy, which is ignored", "{'healthy':true,'bff':{'healthy':false}}", true, true, -1);
        row("full", "{'healthy':true,'acceptingUsers':false}", true, false, -1);
        row("no members", "{}", true, true, -1);
        row("odd types", "{'healthy':'no','acceptingUsers':0,'comms':{'usersCount':'many'}}", true, true, -1);
        row("odd numbers", "{'comms':{'usersCount':-5}}", true, true, -1);
        row("huge numbers", "{'comms':{'usersCount':1e300}}", true, true, -1);
    }
    void parsesState()
    {
        QFETCH(const QByteArray, text);
        const auto realm = RealmAbout::parse(json(text), u"host"_s);
        QVERIFY(realm);
        QTEST(realm->isHealthy, "isHealthy");
        QTEST(realm->acceptsUsers, "acceptsUsers");
        QTEST(realm->users.value_or(-1), "users");
    }

    void rejectsInvalidDescriptions_data()
    {
        QTest::addColumn<QByteArray>("about");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text"); // of the error
        const auto other = u"realm.malformed"_s;
        QTest::newRow("a web page") << QByteArray("\n <!DOCTYPE html><html>") << u"realm.web-page"_s << QString();
        QTest::newRow("empty") << QByteArray() << other << QString();
        QTest::newRow("plain text") << QByteArray("Not Found") << other << QString();
        QTest::newRow("a list") << QByteArray("[{}]") << other << QString();
        QTest::newRow("truncated") << QByteArray("{'healthy':tr") << other << QString();
        QTest::newRow("deeply nested") << QByteArray("{'a':").repeated(50'000) << other << QString();
        QTest::newRow("invalid UTF-8") << QByteArray::fromHex("7b22ff223a317d") << other << QString();
        QTest::newRow("no connection string")
            << aboutWith("'adapter':'north'") << u"realm.bad-adapter"_s << u"no colon"_s;
        QTest::newRow("empty fixed-adapter")
            << aboutWith("'adapter':'fixed-adapter:'") << u"realm.bad-adapter"_s << u"empty"_s;
        QTest::newRow("many fixed-adapters")
            << aboutWith("'adapter':'" + QByteArray("fixed-adapter:").repeated(5'000) + "x'") << u"realm.bad-adapter"_s
            << u"no colon"_s;
        QTest::newRow("long") << aboutWith("'adapter':'ws-room:" + QByteArray(200'000, 'x') + "'")
                              << u"realm.bad-adapter"_s << u"too long"_s;
        QTest::newRow("hostile") << aboutWith("'adapter':'\\u001b[2J\\u202e%1 <b>'") << u"realm.bad-adapter"_s
                                 << u"no colon"_s;
        QTest::newRow("a token") << aboutWith("'adapter':'li vekit:wss://h?access_token=SECRET'")
                                 << u"realm.bad-adapter"_s << u"protocol"_s;
    }
    void rejectsInvalidDescriptions()
    {
        QFETCH(const QByteArray, about);
        QFETCH(const QString, code);
        QFETCH(const QString, text);
        const auto realm = RealmAbout::parse(json(about), u"host.example.org"_s);
        QVERIFY(!realm);
        QCOMPARE(nameOf(realm.error()), code);
        const QString detail = sentenceOf(realm.error());
        QVERIFY2(detail.contains(u"host.example.org"_s) && detail.contains(text), qPrintable(detail));
        QVERIFY2(detail.endsWith(u'.') && detail.size() < 500 && !detail.contains(u"SECRET"_s), qPrintable(detail));
        QVERIFY2(!detail.contains(QChar(0x1b)) && !detail.contains(QChar(0x202e)), qPrintable(detail));
    }
};

ISLET_TEST(TestRealm);
#include "tst_realm.moc"
