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

//! What may be typed after `isletctl`, and what is said of the rest.
class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void joinHasDefaults()
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

    void joinTakesEverything_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QStringList options{u"--name"_s, u"Ann Lee"_s,   u"--json"_s, u"--for"_s,  u"2.5"_s,
                                  u"--key"_s,  u"a key.txt"_s, u"--at"_s,   u"-8,24.5"_s};
        QTest::newRow("place first") << QStringList{u"join"_s, lobby} + options;
        QTest::newRow("place last") << QStringList{u"join"_s} + options + QStringList{lobby};
        QTest::newRow("with =") << QStringList{
            u"join"_s, u"--name= Ann Lee"_s, u"--key=a key.txt"_s, u"--at=-8,24.5"_s, u"--for=2.5"_s, u"--json"_s,
            lobby};
    }
    void joinTakesEverything()
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

    void joinTakesAVoice_data()
    {
        QTest::addColumn<QString>("curve");
        QTest::addColumn<DistanceCurve>("meaning");
        QTest::newRow("inverse") << u"inverse"_s << DistanceCurve::Inverse;
        QTest::newRow("nearby") << u"nearby"_s << DistanceCurve::Nearby;
        QTest::newRow("none") << u"none"_s << DistanceCurve::None;
    }
    void joinTakesAVoice()
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

    void identitiesAreNamed()
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

    void pttTakesAWord()
    {
        for (const auto &word : {u"down"_s, u"up"_s, u"toggle"_s}) {
            const auto request = parseCommandLine({u"ptt"_s, word});
            QVERIFY(request);
            QCOMPARE(std::get<PttOptions>(*request).what, word);
        }
    }

    void placesAreTakenAsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("where");
        QTest::newRow("simulator") << u"simulator:?peers=25&seed=7"_s << u"simulator:?peers=25&seed=7"_s;
        QTest::newRow("offline") << u"offline"_s << u"offline:"_s;
        QTest::newRow("a bare URL") << u"ws://127.0.0.1:1/rooms/x"_s << u"ws-room:ws://127.0.0.1:1/rooms/x"_s;
        QTest::newRow("white space") << u"  offline:offline\t"_s << u"offline:offline"_s;
    }
    void placesAreTakenAsTyped()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, where);
        const auto request = parseCommandLine({u"join"_s, typed});
        QVERIFY(request);
        QCOMPARE(std::get<JoinOptions>(*request).where.toString(), where);
    }

    void serveHasDefaults()
    {
        const auto request = parseCommandLine({u"serve"_s});
        QVERIFY(request);
        const auto *serve = std::get_if<RoomOptions>(&*request);
        QVERIFY(serve);
        QCOMPARE(serve->host, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(serve->port, quint16(5004));
        QCOMPARE(serve->maxPeers, 100);
    }

    void serveTakesEverything()
    {
        const auto request =
            parseCommandLine({u"serve"_s, u"--host"_s, u"0.0.0.0"_s, u"--port=0"_s, u"--max-peers"_s, u"1000"_s});
        QVERIFY(request);
        const auto &serve = std::get<RoomOptions>(*request);
        QCOMPARE(serve.host, QHostAddress(QHostAddress::AnyIPv4));
        QCOMPARE(serve.port, quint16(0));
        QCOMPARE(serve.maxPeers, 1'000);
        QVERIFY(serve.maxConnections >= 1'000); // a limit of sockets below that of people would be no limit of people
    }

    void helpAndVersion()
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

    void whatMakesNoSenseIsNamed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        const auto join = [](const QStringList &rest) { return QStringList{u"join"_s, lobby} + rest; };
        const auto serve = [](const QStringList &rest) { return QStringList{u"serve"_s} + rest; };
        QTest::newRow("nothing") << QStringList{} << u"join, serve, ptt or identity"_s;
        QTest::newRow("another verb") << QStringList{u"fly"_s} << u"fly"_s;
        QTest::newRow("a hostile verb") << QStringList{u"\x1b[2J"_s} << u"[2J"_s;
        QTest::newRow("no place") << QStringList{u"join"_s} << u"join"_s;
        QTest::newRow("two places") << join({lobby}) << u"join"_s;
        QTest::newRow("an empty place") << QStringList{u"join"_s, QString()} << u"empty"_s;
        QTest::newRow("no connection string") << QStringList{u"join"_s, u"lobby"_s} << u"lobby"_s;
        QTest::newRow("no protocol name") << QStringList{u"join"_s, u"1x:lobby"_s} << u"1x"_s;
        QTest::newRow("an option that is none") << join({u"--jsno"_s}) << u"jsno"_s;
        QTest::newRow("--json=x") << join({u"--json=x"_s}) << u"json"_s;
        QTest::newRow("--for without") << join({u"--for"_s}) << u"for"_s;
        for (const auto &bad : {u"soon"_s, u"-1"_s, u"nan"_s, u"inf"_s, u"604801"_s, u"1e99"_s, QString(), u"5s"_s})
            QTest::addRow("--for %s", qPrintable(bad)) << join({u"--for="_s + bad}) << u"--for"_s;
        for (const auto &bad :
             {u"8"_s, u"8,"_s, u"8,9,10"_s, u"a,b"_s, u"nan,8"_s, u"inf,8"_s, u"200000,0"_s, QString()})
            QTest::addRow("--at %s", qPrintable(bad)) << join({u"--at="_s + bad}) << u"--at"_s;
        QTest::newRow("--key without") << join({u"--key"_s}) << u"key"_s;
        QTest::newRow("--key of nothing") << join({u"--key="_s}) << u"--key"_s;
        QTest::newRow("--name without") << join({u"--name"_s}) << u"name"_s;
        for (const auto &bad : {QString(), u" \u200b"_s, QString(33, u'n')})
            QTest::addRow("--name of %d", int(bad.size())) << join({u"--name="_s + bad}) << u"--name"_s;
        QTest::newRow("--talk without") << join({u"--talk"_s}) << u"talk"_s;
        QTest::newRow("--talk of nothing") << join({u"--talk="_s}) << u"--talk"_s;
        QTest::newRow("--listen without") << join({u"--listen"_s}) << u"listen"_s;
        QTest::newRow("--listen of nothing") << join({u"--listen="_s}) << u"--listen"_s;
        for (const auto &bad : {u"Inverse"_s, u"linear"_s, u"0"_s, QString()})
            QTest::addRow("--curve %s", qPrintable(bad)) << join({u"--curve="_s + bad}) << u"--curve"_s;
        QTest::newRow("ptt alone") << QStringList{u"ptt"_s} << u"ptt"_s;
        QTest::newRow("ptt and what") << QStringList{u"ptt"_s, u"sideways"_s} << u"toggle"_s;
        QTest::newRow("ptt and more") << QStringList{u"ptt"_s, u"down"_s, u"up"_s} << u"toggle"_s;
        QTest::newRow("ptt --json") << QStringList{u"ptt"_s, u"--json"_s} << u"toggle"_s;
        QTest::newRow("identity alone") << QStringList{u"identity"_s} << u"list, new"_s;
        QTest::newRow("identity and what") << QStringList{u"identity"_s, u"steal"_s} << u"list, new"_s;
        QTest::newRow("new without a name") << QStringList{u"identity"_s, u"new"_s} << u"takes a name"_s;
        QTest::newRow("import without a file") << QStringList{u"identity"_s, u"import"_s, u"me"_s} << u"a file"_s;
        QTest::newRow("list of one") << QStringList{u"identity"_s, u"list"_s, u"me"_s} << u"nothing more"_s;
        QTest::newRow("--as without") << join({u"--as"_s}) << u"as"_s;
        QTest::newRow("--as nobody") << join({u"--as="_s}) << u"--as"_s;
        QTest::newRow("--as and --key") << join({u"--as=me"_s, u"--key=file"_s}) << u"--as"_s;
        QTest::newRow("join --port") << join({u"--port"_s, u"1"_s}) << u"port"_s;
        for (const auto &bad : {u"65536"_s, u"-1"_s, u"5004x"_s, u"0x10"_s, QString(), u"5.0"_s})
            QTest::addRow("--port %s", qPrintable(bad)) << serve({u"--port="_s + bad}) << u"--port"_s;
        for (const auto &bad : {u"0"_s, u"1001"_s, u"many"_s})
            QTest::addRow("--max-peers %s", qPrintable(bad)) << serve({u"--max-peers="_s + bad}) << u"--max-peers"_s;
        for (const auto &bad : {u"localhost"_s, u"256.0.0.1"_s, QString()})
            QTest::addRow("--host %s", qPrintable(bad)) << serve({u"--host="_s + bad}) << u"--host"_s;
        QTest::newRow("serve a place") << serve({lobby}) << u"ws-room"_s;
        QTest::newRow("serve --json") << serve({u"--json"_s}) << u"json"_s;
    }
    void whatMakesNoSenseIsNamed()
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

    void statuses()
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
