// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "arrows.h"
#include "tests/support/testmain.h"

using namespace islet::architecture;
using namespace Qt::StringLiterals;

//! Checks the includes of the repository, and that the check finds violations in small trees.
class TestArrows : public QObject {
    Q_OBJECT

private slots:
    void repositoryFollowsArrows()
    {
        const QStringList faults = forbiddenArrows(readTree(QStringLiteral(ISLET_SOURCE)));
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    }

    void rejectsForbiddenInclude_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QStringList>("others");
        const auto row = [](const char *folder, const QStringList &others) {
            QTest::newRow(folder) << QString::fromLatin1(folder) << others;
        };
        const QStringList programs{u"app"_s, u"app/chat"_s, u"app/window"_s, u"app/ctl"_s, u"tests"_s, u"bench"_s};
        row("src/base", programs + QStringList{u"proto"_s, u"src/identity"_s, u"src/net"_s, u"src/comms"_s});
        row("src/identity", programs + QStringList{u"proto"_s, u"src/protocol"_s, u"src/net"_s, u"src/comms"_s});
        row("src/protocol", programs + QStringList{u"src/net"_s, u"src/comms"_s, u"src/server"_s, u"src/audio"_s});
        row("src/net", programs + QStringList{u"proto"_s, u"src/protocol"_s, u"src/comms"_s, u"src/server"_s});
        row("src/server", programs + QStringList{u"proto"_s, u"src/net"_s, u"src/comms"_s, u"src/sim"_s});
        row("src/comms",
            programs
                + QStringList{u"proto"_s, u"src/comms/transports"_s, u"src/server"_s, u"src/sim"_s, u"src/audio"_s,
                              u"src/voice"_s, u"src/qa/record"_s});
        row("src/comms/transports", programs + QStringList{u"proto"_s, u"src/sim"_s, u"src/server"_s, u"src/audio"_s});
        row("src/sim", programs + QStringList{u"src/comms/transports"_s, u"src/server"_s, u"src/audio"_s});
        row("src/audio",
            programs + QStringList{u"src/identity"_s, u"src/comms"_s, u"src/voice"_s, u"src/audio/system"_s});
        row("src/audio/system", programs + QStringList{u"src/comms"_s, u"src/voice"_s});
        row("src/voice", programs + QStringList{u"src/audio/system"_s, u"src/sim"_s, u"src/comms/transports"_s});
        row("src/webrtc", programs + QStringList{u"src/comms"_s, u"src/audio"_s, u"src/net"_s});
        row("src/livekit", programs + QStringList{u"src/audio"_s, u"src/comms/transports"_s});
        for (const char *qa :
             {"src/qa/record", "src/qa/inspect", "src/qa/replay", "src/qa/check", "src/qa/bots", "src/qa/faults"})
            row(qa, programs + QStringList{u"src/audio"_s, u"src/voice"_s, u"src/webrtc"_s});
        row("app/platform", {u"app/look"_s, u"app/window"_s, u"app/ctl"_s, u"src/webrtc"_s, u"app"_s});
        row("app/look", {u"app/me"_s, u"app/people"_s, u"app/map"_s, u"app/window"_s});
        row("app/me", {u"app/people"_s, u"app/map"_s, u"app/session"_s, u"app/window"_s});
        row("app/session", {u"app/me"_s, u"app/chat"_s, u"app/map"_s, u"app/window"_s, u"app"_s});
        row("app/chat", {u"app/me"_s, u"app/people"_s, u"app/map"_s, u"app/voice"_s, u"app/window"_s});
        row("app/people", {u"app/map"_s, u"app/chat"_s, u"app/voice"_s, u"app/window"_s});
        row("app/map", {u"app/people"_s, u"app/chat"_s, u"app/voice"_s, u"app/window"_s});
        row("app/voice", {u"app/map"_s, u"app/chat"_s, u"app/session"_s, u"app/window"_s});
        row("app/qa", {u"app/me"_s, u"app/map"_s, u"app/window"_s});
        row("app/remote", {u"src/identity"_s, u"src/comms"_s, u"app/platform"_s, u"app/window"_s});
        row("app/window", {u"app/ctl"_s, u"src/webrtc"_s, u"bench/window"_s, u"app"_s});
        row("app/ctl", {u"app/window"_s, u"app/voice"_s, u"app/map"_s, u"src/webrtc"_s, u"bench"_s});
    }
    void rejectsForbiddenInclude()
    {
        QFETCH(const QString, folder);
        QFETCH(const QStringList, others);
        for (const QString &other : others) {
            const QString header = other + u"/other.h"_s;
            const QString name = other.startsWith("src/"_L1) ? header.mid(4) : header;
            const QString line = u"#include \"%1\"\n"_s.arg(other == "proto"_L1 ? u"rfc4.pb.h"_s : name);
            const QStringList faults = forbiddenArrows({{folder + u"/file.cpp"_s, line}, {header, {}}});
            // A folder that is not in the table is a second fault.
            const qsizetype expected = other == "app"_L1 ? 2 : 1;
            QVERIFY2(faults.size() == expected, qPrintable(folder + u" -> "_s + other + faults.join(u'\n')));
            QVERIFY2(faults.first().startsWith(folder + u"/file.cpp:1: "_s), qPrintable(faults.first()));
        }
    }

    void decidesEveryPairOfFolders()
    {
        const QStringList folders = plannedFolders();
        QVERIFY(folders.size() > 30);
        qsizetype allowed = 0;
        for (const QString &from : folders) {
            for (const QString &to : folders) {
                const QString header = to + u"/other.h"_s;
                const QString line = u"#include \"%1\"\n"_s.arg(to.startsWith("src/"_L1) ? header.mid(4) : header);
                const auto faults = forbiddenArrows({{from + u"/file.cpp"_s, line}, {header, {}}});
                QVERIFY2(faults.isEmpty() == mayInclude(from, to), qPrintable(from + u" -> "_s + to));
                QVERIFY2(from == to || !mayInclude(from, to) || !mayInclude(to, from), "a cycle");
                allowed += mayInclude(from, to) ? 1 : 0;
            }
        }
        QVERIFY(allowed < folders.size() * folders.size() / 2);
    }

    void findsIncludeThatHidesItsFolder_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("include");
        QTest::newRow("header of another folder") << u"app/chat/chat.cpp"_s << u"\"mapitem.h\""_s;
        QTest::newRow("header of its own folder") << u"app/map/map.cpp"_s << u"\"mapitem.h\""_s;
        QTest::newRow("angle brackets") << u"app/chat/chat.cpp"_s << u"<mapitem.h>"_s;
        QTest::newRow("relative path") << u"app/chat/chat.cpp"_s << u"\"../map/mapitem.h\""_s;
        QTest::newRow("folder in angle brackets") << u"app/chat/chat.cpp"_s << u"<app/map/mapitem.h>"_s;
        QTest::newRow("unknown folder") << u"app/chat/chat.cpp"_s << u"\"plugins/mapitem.h\""_s;
    }
    void findsIncludeThatHidesItsFolder()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, include);
        const auto faults = forbiddenArrows({{path, u"#include "_s + include + u'\n'}, {u"app/map/mapitem.h"_s, {}}});
        QCOMPARE(faults.size(), 1);
    }

    void appliesRulesOfSingleFiles()
    {
        const SourceFile frameTimes{u"bench/window/frametimes.h"_s, {}};
        const QString line = u"#include \"bench/window/frametimes.h\"\n"_s;
        QCOMPARE(forbiddenArrows({{u"app/main.cpp"_s, line}, frameTimes}), QStringList());
        QCOMPARE(forbiddenArrows({{u"app/window/a.cpp"_s, line}, frameTimes}).size(), 1);
        QCOMPARE(
            forbiddenArrows({{u"app/ctl/a.cpp"_s, u"#include \"app/protocols.h\"\n"_s}, {u"app/protocols.h"_s, {}}}),
            QStringList());
        QCOMPARE(forbiddenArrows({{u"src/protocol/a.cpp"_s, u"#include \"rfc4.pb.h\"\n"_s}}), QStringList());
        QCOMPARE(forbiddenArrows({{u"src/plugins/a.cpp"_s, {}}}).size(), 1); // not in the table
        QCOMPARE(forbiddenArrows({{u"src/base/a.cpp"_s, u"#include <QTimer>\n#include <vector>\n"_s}}), QStringList());
    }
};

ISLET_TEST(TestArrows);
#include "tst_arrows.moc"
