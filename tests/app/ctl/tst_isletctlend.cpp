// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "ctlprocess.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using Moment = ScriptedServer::Moment;
using Script = std::function<void(ScriptedServer &)>;

namespace {

const auto keyText = u"c0ffee11c0ffee22c0ffee33c0ffee44c0ffee55c0ffee66c0ffee77c0ffee88"_s;
constexpr auto secretText = "s3cr3t-t0k3n";

} // namespace

//! How isletctl ends: when, with which exit status, what it prints, and what it never prints.
class TestIsletctlEnd : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_keyFile;

    QString fileWith(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("a temporary file cannot be written");
        return file.fileName();
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_keyFile = fileWith(u"key"_s, keyText.toLatin1() + '\n');
    }

    void leavesAtEndOfInput()
    {
        Host host;
        CtlProcess witness({u"join"_s, host.where(), u"--json"_s});
        QTRY_COMPARE(witness.events(u"welcome").size(), 1);
        CtlProcess ctl({u"join"_s, host.where(), u"--json"_s});
        ctl.write("say first\nsay last, without an end of line"); // before it has joined: piped input must not be lost
        ctl.endInput();
        QCOMPARE(ctl.status(), 0);
        QCOMPARE(ctl.flaw(), QString());
        QVERIFY(ctl.has(u"closed", u"kind", u"requested"_s));
        QTRY_COMPARE(witness.events(u"peerLeft").size(), 1);
        QVERIFY(witness.has(u"chat", u"text", u"first"_s));
        QVERIFY(witness.has(u"chat", u"text", u"last, without an end of line"_s));
    }

    void joinsAndLeavesOnEmptyInput()
    {
        Host host;
        CtlProcess ctl({u"join"_s, host.where(), u"--json"_s});
        ctl.endInput();
        QCOMPARE(ctl.status(), 0);
        QCOMPARE(ctl.events(u"welcome").size(), 1);
        QCOMPARE(ctl.events(u"closed").size(), 1);
    }

    void staysForGivenTime()
    {
        Host host;
        CtlProcess witness({u"join"_s, host.where(), u"--json"_s});
        QTRY_COMPARE(witness.events(u"welcome").size(), 1);
        CtlProcess ctl({u"join"_s, host.where(), u"--json"_s, u"--for"_s, u"3"_s});
        ctl.endInput(); // does not end it
        QTRY_COMPARE(witness.events(u"peerJoined").size(), 1);
        witness.say(u"say still there?"_s);
        QCOMPARE(ctl.status(), 0);
        QVERIFY(ctl.has(u"chat", u"text", u"still there?"_s)); // without --for it would have left before
        QVERIFY(ctl.has(u"closed", u"kind", u"requested"_s));
        QVERIFY(ctl.lines().constLast().contains("\"closed\""));
    }

    void refusesPlainConnectionWithoutOption()
    {
        CtlProcess refused({u"join"_s, u"ws://192.0.2.1/rooms/x"_s, u"--json"_s});
        QCOMPARE(refused.status(), 2);
        QVERIFY(refused.lines().isEmpty());
        QVERIFY2(refused.errors().contains("The connection to 192.0.2.1 isn't encrypted")
                     && refused.errors().count('\n') == 1,
                 refused.errors().constData());
#ifdef Q_OS_LINUX // where 0.0.0.0 is this machine, but is not recognized as loopback
        Host host;
        CtlProcess allowed({u"join"_s, u"ws://0.0.0.0:%1/rooms/x"_s.arg(host.port()), u"--json"_s, u"--plain"_s});
        QTRY_COMPARE(allowed.events(u"welcome").size(), 1);
#endif
    }

    void joinsWithoutServer_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<int>("peers");
        QTest::newRow("offline") << u"offline:"_s << 0;
        QTest::newRow("simulator") << u"simulator:?peers=3&seed=7"_s << 3;
    }
    void joinsWithoutServer()
    {
        QFETCH(const QString, where);
        QFETCH(const int, peers);
        CtlProcess ctl({u"join"_s, where, u"--json"_s});
        QTRY_COMPARE(ctl.events(u"welcome").size(), 1);
        QTRY_COMPARE(ctl.events(u"peerJoined").size(), peers);
        ctl.say(u"leave"_s);
        QCOMPARE(ctl.status(), 0);
        QCOMPARE(ctl.flaw(), QString());
    }

    void invalidArgumentsExitWithTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto missing = m_folder.filePath(u"there is none"_s);
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("unknown verb") << QStringList{u"fly"_s};
        QTest::newRow("no place") << QStringList{u"join"_s};
        QTest::newRow("bad option") << QStringList{u"join"_s, u"offline"_s, u"--fro"_s, u"1"_s};
        QTest::newRow("bad time") << QStringList{u"join"_s, u"offline"_s, u"--for"_s, u"soon"_s};
        QTest::newRow("no connection string") << QStringList{u"join"_s, u"lobby"_s};
        QTest::newRow("unknown protocol") << QStringList{u"join"_s, u"carrier-pigeon:home"_s};
        QTest::newRow("livekit, not yet") << QStringList{u"join"_s, u"livekit:wss://127.0.0.1?access_token=x"_s};
        QTest::newRow("no host") << QStringList{u"join"_s, u"ws-room:ws://"_s};
        QTest::newRow("an HTTP address") << QStringList{u"join"_s, u"ws-room:http://127.0.0.1/rooms/x"_s};
        QTest::newRow("bad port") << QStringList{u"join"_s, u"ws-room:ws://127.0.0.1:99999/rooms/x"_s};
        QTest::newRow("bad simulator") << QStringList{u"join"_s, u"simulator:?peers=many"_s};
        QTest::newRow("no key file") << QStringList{u"join"_s, u"offline"_s, u"--key"_s, missing};
        QTest::newRow("a folder for a key") << QStringList{u"join"_s, u"offline"_s, u"--key"_s, m_folder.path()};
        const QString shortKey = fileWith(u"short"_s, keyText.left(63).toLatin1());
        QTest::newRow("a short key") << QStringList{u"join"_s, u"offline"_s, u"--key"_s, shortKey};
        const QString oddKey = fileWith(u"odd"_s, keyText.left(63).toLatin1() + 'g');
        QTest::newRow("a key that is not hex") << QStringList{u"join"_s, u"offline"_s, u"--key"_s, oddKey};
        const QString empty = fileWith(u"empty"_s, {});
        QTest::newRow("an empty key file") << QStringList{u"join"_s, u"offline"_s, u"--key"_s, empty};
        QTest::newRow("bad serve") << QStringList{u"serve"_s, u"--port"_s, u"70000"_s};
    }
    void invalidArgumentsExitWithTwo()
    {
        QFETCH(const QStringList, arguments);
        CtlProcess ctl(arguments);
        QCOMPARE(ctl.status(), 2);
        QVERIFY2(ctl.lines().isEmpty(), ctl.allOutput().constData());
        QVERIFY2(ctl.errors().endsWith(".\n") && ctl.errors().count('\n') == 1, ctl.errors().constData());
        QVERIFY2(!ctl.errors().contains(keyText.left(16).toLatin1()), ctl.errors().constData());
    }

    void helpAndVersionExitWithZero()
    {
        CtlProcess help({u"help"_s});
        QCOMPARE(help.status(), 0);
        QVERIFY(help.allOutput().contains("Exit status"));
        CtlProcess version({u"--version"_s});
        QCOMPARE(version.status(), 0);
        QVERIFY(version.lines().value(0).startsWith("isletctl "));
    }

    void secondWithSameKeyKicksFirst()
    {
        Host host;
        const QStringList arguments{u"join"_s, host.where(), u"--json"_s, u"--key"_s, m_keyFile};
        CtlProcess older(arguments);
        QTRY_COMPARE(older.events(u"welcome").size(), 1);
        CtlProcess newer(arguments);
        QTRY_COMPARE(newer.events(u"welcome").size(), 1);
        QCOMPARE(older.status(), 3);
        QVERIFY(older.has(u"closed", u"kind", u"kicked"_s));
        QVERIFY(older.has(u"closed", u"code", u"kicked"_s) && older.has(u"closed", u"when", u"joined"_s));
        QVERIFY(newer.events(u"peerJoined").isEmpty()); // the same address isn't a peer
        newer.say(u"leave"_s);
        QCOMPARE(newer.status(), 0);
        for (const CtlProcess *one : {&older, &newer, &host.process})
            QVERIFY(!one->allOutput().toLower().contains(keyText.toLatin1()));
    }

    void fullRoomExitsWithThree()
    {
        Host host({u"--max-peers"_s, u"1"_s});
        CtlProcess first({u"join"_s, host.where(), u"--json"_s});
        QTRY_COMPARE(first.events(u"welcome").size(), 1);
        CtlProcess second({u"join"_s, host.where(), u"--json"_s});
        QCOMPARE(second.status(), 3);
        QVERIFY(second.has(u"closed", u"code", u"room.not-admitted"_s) && second.has(u"closed", u"when", u"joining"_s));
        QVERIFY(second.events(u"closed").constFirst()["detail"_L1].toString().contains(u"full"_s)); // the room's words
        QVERIFY(!first.isOver());
    }

    void badServerSetsStatus_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const Script &script, int status, const QString &code) {
            QTest::newRow(name) << script << status << code;
        };
        row(
            "a kick", [](ScriptedServer &s) { s.on(Moment::Identified, kicked(u"No."_s)); }, 3, u"room.not-admitted"_s);
        row(
            "hung up",
            [](ScriptedServer &s) { s.on(Moment::Identified, [](ScriptedServer &self) { self.closeCleanly(); }); }, 3,
            u"handshake.closed-before-challenge"_s);
        row(
            "a bad challenge", [](ScriptedServer &s) { s.on(Moment::Identified, challenge(u"post:/x:1:{}"_s)); }, 5,
            u"handshake.bad-challenge"_s);
        row(
            "garbage",
            [](ScriptedServer &s) {
                s.on(Moment::Identified, [](ScriptedServer &self) { self.sendBytes("\xff\xff\xff"); });
            },
            5, u"handshake.malformed"_s);
        row(
            "an update instead of a welcome",
            [](ScriptedServer &s) {
                s.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s)).on(Moment::Answered, peerUpdate(1, "x"));
            },
            5, u"handshake.not-welcome"_s);
        row(
            "lost",
            [](ScriptedServer &s) {
                s.welcomeWith(welcome(1)).on(Moment::Updated, [](ScriptedServer &self) { self.abort(); });
            },
            4, u"net.lost"_s);
    }
    void badServerSetsStatus()
    {
        QFETCH(const Script, script);
        QFETCH(const int, status);
        QFETCH(const QString, code);
        ScriptedServer server;
        script(server);
        CtlProcess ctl({u"join"_s, server.connectionString(), u"--json"_s, u"--key"_s, m_keyFile});
        QCOMPARE(ctl.status(), status);
        QCOMPARE(ctl.flaw(), QString());
        QCOMPARE(ctl.events(u"closed").size(), 1);
        QCOMPARE(ctl.events(u"closed").constFirst()["code"_L1].toString(), code);
        QVERIFY(ctl.events(u"closed").constFirst()["detail"_L1].toString().contains(u'.'));
        QVERIFY(!ctl.allOutput().contains(keyText.toLatin1()));
        QVERIFY2(ctl.errors().isEmpty(), ctl.errors().constData());
    }

    void closedPortExitsWithFour()
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        const QString where = u"ws-room:ws://127.0.0.1:%1/rooms/x"_s.arg(probe.serverPort());
        probe.close();
        CtlProcess ctl({u"join"_s, where, u"--json"_s});
        QCOMPARE(ctl.status(), 4);
        QVERIFY(ctl.has(u"closed", u"kind", u"network"_s));
        QVERIFY(ctl.has(u"closed", u"code", u"net.refused"_s));
    }

    void portInUseExitsWithFour()
    {
        Host host;
        QVERIFY(!host.where().isEmpty());
        CtlProcess second({u"serve"_s, u"--port"_s, QString::number(host.port())});
        QCOMPARE(second.status(), 4);
        QVERIFY(second.lines().isEmpty());
        QVERIFY2(second.errors().contains(QByteArray::number(host.port())), second.errors().constData());
    }

    void printsNoSecrets_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QStringList>("more");
        const QString token = u"access_token="_s + QLatin1StringView(secretText);
        QTest::newRow("livekit") << u"livekit:wss://127.0.0.1?"_s + token << QStringList{};
        QTest::newRow("an HTTP room") << u"ws-room:http://127.0.0.1/?"_s + token << QStringList{};
        QTest::newRow("no colon") << u"127.0.0.1/room?"_s + token << QStringList{};
        QTest::newRow("no protocol name") << u"1x:127.0.0.1?"_s + token << QStringList{};
        QTest::newRow("a password") << u"ws-room:ws://me:%1@127.0.0.1/x"_s.arg(QLatin1StringView(secretText))
                                    << QStringList{};
        QTest::newRow("a room that is not there") << u"ws-room:ws://127.0.0.1:1/x?"_s + token << QStringList{};
        QTest::newRow("the simulator") << u"simulator:?"_s + token << QStringList{};
    }
    void printsNoSecrets()
    {
        QFETCH(const QString, place);
        QFETCH(const QStringList, more);
        for (const QStringList &mode : {QStringList{}, QStringList{u"--json"_s}}) {
            CtlProcess ctl(QStringList{u"join"_s, place} + mode + more);
            QVERIFY(ctl.status() > 0);
            QVERIFY2(!ctl.allOutput().contains(secretText), ctl.allOutput().constData());
        }
    }

    void printsNoKeyGivenInsteadOfFile()
    {
        // An easy mistake, and the error message may end up in a log.
        CtlProcess ctl({u"join"_s, u"offline:"_s, u"--key"_s, keyText});
        QCOMPARE(ctl.status(), 2);
        QVERIFY2(!ctl.allOutput().contains(keyText.toLatin1()), ctl.allOutput().constData());
    }

#ifdef Q_OS_UNIX
    void leavesPolitelyOnSignal_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void leavesPolitelyOnSignal()
    {
        QFETCH(const int, number);
        ScriptedServer server;
        server.welcomeWith(welcome(1));
        CtlProcess ctl({u"join"_s, server.connectionString(), u"--json"_s, u"--key"_s, m_keyFile});
        QTRY_COMPARE(ctl.events(u"welcome").size(), 1);
        ctl.sendSignal(number);
        QCOMPARE(ctl.status(), 0);
        QVERIFY(ctl.has(u"closed", u"kind", u"requested"_s));
        QTRY_COMPARE(server.present(), 0);
        QVERIFY(server.lastCloseWasClean());
    }

    void peersSeeLeavingOnSignal()
    {
        Host host;
        CtlProcess witness({u"join"_s, host.where(), u"--json"_s});
        CtlProcess ctl({u"join"_s, host.where(), u"--json"_s});
        QTRY_COMPARE(witness.events(u"peerJoined").size(), 1);
        QTRY_COMPARE(ctl.events(u"welcome").size(), 1);
        ctl.sendSignal(SIGTERM);
        QTRY_COMPARE_WITH_TIMEOUT(witness.events(u"peerLeft").size(), 1, 2'000);
        QCOMPARE(ctl.status(), 0);
        host.process.sendSignal(SIGTERM);
        QCOMPARE(host.process.status(), 0);
        QCOMPARE(witness.status(), 4);
        QVERIFY(witness.has(u"closed", u"kind", u"network"_s));
    }
#endif
};

ISLET_TEST(TestIsletctlEnd);
#include "tst_isletctlend.moc"
