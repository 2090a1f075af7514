// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/commandline.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace islet::ctl;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto lobby = u"ws-room:ws://127.0.0.1:5004/rooms/lobby"_s;

} // namespace

//! Parsing of isletctl's command line, and its error messages.
class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void parsesJoinDefaults()
    {
        const auto request = parseCommandLine({u"join"_s, lobby});
        QVERIFY(request);
        const auto *join = std::get_if<JoinOptions>(&*request);
        QVERIFY(join);
        QCOMPARE(join->where.toString(), lobby);
        QVERIFY(!join->json);
        QVERIFY(!join->duration);
        QVERIFY(join->keyFile.isEmpty() && join->name.isEmpty());
        QVERIFY(join->at == (Vec3{8, 0, 8}));
        QVERIFY(join->talkFile.isEmpty() && join->listenFolder.isEmpty());
        QVERIFY(join->curve == DistanceCurve::Inverse);
    }

    void parsesAllJoinOptions_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QStringList options{u"--name"_s, u"Ann Lee"_s,   u"--json"_s, u"--for"_s,  u"2.5"_s,
                                  u"--key"_s,  u"a key.txt"_s, u"--at"_s,   u"-8,24.5"_s};
        QTest::newRow("destination first") << QStringList{u"join"_s, lobby} + options;
        QTest::newRow("destination last") << QStringList{u"join"_s} + options + QStringList{lobby};
        QTest::newRow("values after =") << QStringList{
            u"join"_s, u"--name= Ann Lee"_s, u"--key=a key.txt"_s, u"--at=-8,24.5"_s, u"--for=2.5"_s, u"--json"_s,
            lobby};
    }
    void parsesAllJoinOptions()
    {
        QFETCH(const QStringList, arguments);
        const auto request = parseCommandLine(arguments);
        QVERIFY2(request, request ? "" : qPrintable(request.error().detail));
        const auto *join = std::get_if<JoinOptions>(&*request);
        QVERIFY(join);
        QCOMPARE(join->where.toString(), lobby);
        QVERIFY(join->json);
        QVERIFY(join->duration == 2'500ms);
        QCOMPARE(join->keyFile, u"a key.txt"_s);
        QCOMPARE(join->name, u"Ann Lee"_s);
        QVERIFY(join->at == (Vec3{-8, 0, 24.5F}));
    }

    void parsesVoiceOptions_data()
    {
        QTest::addColumn<QString>("curve");
        QTest::addColumn<DistanceCurve>("meaning");
        QTest::newRow("inverse") << u"inverse"_s << DistanceCurve::Inverse;
        QTest::newRow("nearby") << u"nearby"_s << DistanceCurve::Nearby;
        QTest::newRow("none") << u"none"_s << DistanceCurve::None;
    }
    void parsesVoiceOptions()
    {
        QFETCH(const QString, curve);
        QFETCH(const DistanceCurve, meaning);
        const auto request = parseCommandLine(
            {u"join"_s, lobby, u"--talk"_s, u"a word.wav"_s, u"--listen=what I heard"_s, u"--curve"_s, curve});
        QVERIFY2(request, request ? "" : qPrintable(request.error().detail));
        const auto &join = std::get<JoinOptions>(*request);
        QCOMPARE(join.talkFile, u"a word.wav"_s);
        QCOMPARE(join.listenFolder, u"what I heard"_s);
        QVERIFY(join.curve == meaning);
    }

    void parsesIdentityCommands()
    {
        using Action = IdentityOptions::Action;
        const auto parsed = [](const QStringList &words) {
            const auto request = parseCommandLine(QStringList{u"identity"_s} + words);
            return request ? std::get<IdentityOptions>(*request) : IdentityOptions{Action::List, u"refused"_s};
        };
        QVERIFY(parsed({u"list"_s}).action == Action::List && parsed({u"list"_s}).name.isEmpty());
        QVERIFY(parsed({u"new"_s, u"me"_s}).action == Action::New && parsed({u"new"_s, u"-x"_s}).name == u"-x");
        const auto import = parsed({u"import"_s, u"me"_s, u"-"_s});
        QVERIFY(import.action == Action::Import && import.name == u"me" && import.file == u"-");
        const auto backup = parsed({u"export"_s, u"me"_s, u"a file"_s});
        QVERIFY(backup.action == Action::Export && backup.name == u"me" && backup.file == u"a file");
        QVERIFY(parsed({u"remove"_s, u"me"_s}).action == Action::Remove);
        QVERIFY(parsed({u"use"_s, u"me"_s}).action == Action::Use);
        const auto join = parseCommandLine({u"join"_s, lobby, u"--as"_s, u"my other self"_s});
        QCOMPARE(std::get<JoinOptions>(*join).identityName, u"my other self"_s);
    }

    void parsesPtt()
    {
        for (const auto &word : {u"down"_s, u"up"_s, u"toggle"_s}) {
            const auto request = parseCommandLine({u"ptt"_s, word});
            QVERIFY(request);
            QCOMPARE(std::get<PttOptions>(*request).what, word);
        }
    }

    void normalizesConnectionStrings_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("where");
        QTest::newRow("simulator") << u"simulator:?peers=25&seed=7"_s << u"simulator:?peers=25&seed=7"_s;
        QTest::newRow("offline") << u"offline"_s << u"offline:"_s;
        QTest::newRow("URL only") << u"ws://127.0.0.1:1/rooms/x"_s << u"ws-room:ws://127.0.0.1:1/rooms/x"_s;
        QTest::newRow("surrounding whitespace") << u"  offline:offline\t"_s << u"offline:offline"_s;
    }
    void normalizesConnectionStrings()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, where);
        const auto request = parseCommandLine({u"join"_s, typed});
        QVERIFY(request);
        QCOMPARE(std::get<JoinOptions>(*request).where.toString(), where);
    }

    void parsesServeDefaults()
    {
        const auto request = parseCommandLine({u"serve"_s});
        QVERIFY(request);
        const auto *serve = std::get_if<RoomOptions>(&*request);
        QVERIFY(serve);
        QCOMPARE(serve->host, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(serve->port, quint16(5004));
        QCOMPARE(serve->maxPeers, 100);
    }

    void parsesAllServeOptions()
    {
        const auto request =
            parseCommandLine({u"serve"_s, u"--host"_s, u"0.0.0.0"_s, u"--port=0"_s, u"--max-peers"_s, u"1000"_s});
        QVERIFY(request);
        const auto &serve = std::get<RoomOptions>(*request);
        QCOMPARE(serve.host, QHostAddress(QHostAddress::AnyIPv4));
        QCOMPARE(serve.port, quint16(0));
        QCOMPARE(serve.maxPeers, 1'000);
        QVERIFY(serve.maxConnections >= 1'000); // must not be reached before the peer limit
    }

    void printsHelpAndVersion()
    {
        for (const auto &word : {u"help"_s, u"--help"_s, u"-h"_s}) {
            const auto request = parseCommandLine({word});
            QVERIFY(request);
            const QString text = std::get<HelpOptions>(*request).text;
            for (const auto &option : {u"--json"_s,        u"--for"_s,      u"--key"_s,
                                       u"--at"_s,          u"--host"_s,     u"--port"_s,
                                       u"--max-peers"_s,   u"say TEXT"_s,   u"move X Y Z [YAW]"_s,
                                       u"scene ID TEXT"_s, u"emote URN"_s,  u"ping"_s,
                                       u"peers"_s,         u"leave"_s,      u"--talk"_s,
                                       u"--listen"_s,      u"--curve"_s,    u"talk FILE"_s,
                                       u"ptt down|up"_s,   u"--name"_s,     u"profile ADDRESS"_s,
                                       u"name TEXT"_s,     u"voiceStats"_s, u"ptt down|up|toggle"_s,
                                       u"--as NAME"_s,     u"--plain"_s,    u"identity list"_s})
                QVERIFY2(text.contains(option), qPrintable(option));
        }
        const auto version = parseCommandLine({u"--version"_s});
        QVERIFY(version);
        QVERIFY(std::get<HelpOptions>(*version).text.startsWith(u"isletctl "_s));
    }

    void rejectsInvalidArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        const auto join = [](const QStringList &rest) { return QStringList{u"join"_s, lobby} + rest; };
        const auto serve = [](const QStringList &rest) { return QStringList{u"serve"_s} + rest; };
        QTest::newRow("no arguments") << QStringList{} << u"join, serve, ptt or identity"_s;
        QTest::newRow("unknown command") << QStringList{u"fly"_s} << u"fly"_s;
        QTest::newRow("hostile command") << QStringList{u"\x1b[2J"_s} << u"[2J"_s;
        QTest::newRow("no destination") << QStringList{u"join"_s} << u"join"_s;
        QTest::newRow("two destinations") << join({lobby}) << u"join"_s;
        QTest::newRow("empty destination") << QStringList{u"join"_s, QString()} << u"empty"_s;
        QTest::newRow("not a connection string") << QStringList{u"join"_s, u"lobby"_s} << u"lobby"_s;
        QTest::newRow("invalid protocol name") << QStringList{u"join"_s, u"1x:lobby"_s} << u"1x"_s;
        QTest::newRow("unknown option") << join({u"--jsno"_s}) << u"jsno"_s;
        QTest::newRow("--json=x") << join({u"--json=x"_s}) << u"json"_s;
        QTest::newRow("--for without a value") << join({u"--for"_s}) << u"for"_s;
        for (const auto &bad : {u"soon"_s, u"-1"_s, u"nan"_s, u"inf"_s, u"604801"_s, u"1e99"_s, QString(), u"5s"_s})
            QTest::addRow("--for %s", qPrintable(bad)) << join({u"--for="_s + bad}) << u"--for"_s;
        for (const auto &bad :
             {u"8"_s, u"8,"_s, u"8,9,10"_s, u"a,b"_s, u"nan,8"_s, u"inf,8"_s, u"200000,0"_s, QString()})
            QTest::addRow("--at %s", qPrintable(bad)) << join({u"--at="_s + bad}) << u"--at"_s;
        QTest::newRow("--key without a value") << join({u"--key"_s}) << u"key"_s;
        QTest::newRow("--key with an empty value") << join({u"--key="_s}) << u"--key"_s;
        QTest::newRow("--name without a value") << join({u"--name"_s}) << u"name"_s;
        for (const auto &bad : {QString(), u" \u200b"_s, QString(33, u'n')})
            QTest::addRow("--name of %d characters", int(bad.size())) << join({u"--name="_s + bad}) << u"--name"_s;
        QTest::newRow("--talk without a value") << join({u"--talk"_s}) << u"talk"_s;
        QTest::newRow("--talk with an empty value") << join({u"--talk="_s}) << u"--talk"_s;
        QTest::newRow("--listen without a value") << join({u"--listen"_s}) << u"listen"_s;
        QTest::newRow("--listen with an empty value") << join({u"--listen="_s}) << u"--listen"_s;
        for (const auto &bad : {u"Inverse"_s, u"linear"_s, u"0"_s, QString()})
            QTest::addRow("--curve %s", qPrintable(bad)) << join({u"--curve="_s + bad}) << u"--curve"_s;
        QTest::newRow("ptt without an action") << QStringList{u"ptt"_s} << u"ptt"_s;
        QTest::newRow("ptt with an unknown action") << QStringList{u"ptt"_s, u"sideways"_s} << u"toggle"_s;
        QTest::newRow("ptt with two actions") << QStringList{u"ptt"_s, u"down"_s, u"up"_s} << u"toggle"_s;
        QTest::newRow("ptt --json") << QStringList{u"ptt"_s, u"--json"_s} << u"toggle"_s;
        QTest::newRow("identity without an action") << QStringList{u"identity"_s} << u"list, new"_s;
        QTest::newRow("identity with an unknown action") << QStringList{u"identity"_s, u"steal"_s} << u"list, new"_s;
        QTest::newRow("new without a name") << QStringList{u"identity"_s, u"new"_s} << u"takes a name"_s;
        QTest::newRow("import without a file") << QStringList{u"identity"_s, u"import"_s, u"me"_s} << u"a file"_s;
        QTest::newRow("list with a name") << QStringList{u"identity"_s, u"list"_s, u"me"_s} << u"takes no arguments"_s;
        QTest::newRow("--as without a value") << join({u"--as"_s}) << u"as"_s;
        QTest::newRow("--as with an empty value") << join({u"--as="_s}) << u"--as"_s;
        QTest::newRow("--as and --key") << join({u"--as=me"_s, u"--key=file"_s}) << u"--as"_s;
        QTest::newRow("join --port") << join({u"--port"_s, u"1"_s}) << u"port"_s;
        for (const auto &bad : {u"65536"_s, u"-1"_s, u"5004x"_s, u"0x10"_s, QString(), u"5.0"_s})
            QTest::addRow("--port %s", qPrintable(bad)) << serve({u"--port="_s + bad}) << u"--port"_s;
        for (const auto &bad : {u"0"_s, u"1001"_s, u"many"_s})
            QTest::addRow("--max-peers %s", qPrintable(bad)) << serve({u"--max-peers="_s + bad}) << u"--max-peers"_s;
        for (const auto &bad : {u"localhost"_s, u"256.0.0.1"_s, QString()})
            QTest::addRow("--host %s", qPrintable(bad)) << serve({u"--host="_s + bad}) << u"--host"_s;
        QTest::newRow("serve with a destination") << serve({lobby}) << u"ws-room"_s;
        QTest::newRow("serve --json") << serve({u"--json"_s}) << u"json"_s;
    }
    void rejectsInvalidArguments()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, named);
        const auto request = parseCommandLine(arguments);
        QVERIFY(!request);
        const QString &detail = request.error().detail;
        QVERIFY2(detail.contains(named), qPrintable(detail));
        QVERIFY2(detail.endsWith(u'.') && detail.size() > 15, qPrintable(detail));
        QVERIFY2(!detail.contains(u'\n') && !detail.contains(QChar(0x1b)), qPrintable(detail));
    }

    void mapsCloseReasonsToExitStatuses()
    {
        using Kind = CloseReason::Kind;
        QCOMPARE(exitStatusOf(Kind::Requested), 0);
        QCOMPARE(exitUsage, 2);
        QCOMPARE(exitStatusOf(Kind::Kicked), 3);
        QCOMPARE(exitStatusOf(Kind::Rejected), 3);
        QCOMPARE(exitStatusOf(Kind::Network), 4);
        QCOMPARE(exitStatusOf(Kind::Protocol), 5);
    }
};

ISLET_TEST(TestCommandLine);
#include "tst_commandline.moc"
