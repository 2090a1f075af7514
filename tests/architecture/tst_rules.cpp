// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "rules.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace islet::architecture;
using namespace Qt::StringLiterals;

using Rule = QStringList (*)(const QList<SourceFile> &);

//! The rules of the architecture, on the whole repository and on samples that break them; see also tst_arrows.
class TestRules : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void repositoryFollowsRules_data();
    void repositoryFollowsRules();
    void findsViolation_data();
    void findsViolation();
    void acceptsCorrectFiles_data();
    void acceptsCorrectFiles();
    void readsWholeTree();

private:
    QList<SourceFile> m_tree;
};

namespace {

const QString licence = u"// SPDX-FileCopyrightText: The Islet authors\n// SPDX-License-Identifier: Apache-2.0\n"_s;

QList<SourceFile> one(const char *path, const QString &content)
{
    return {{QString::fromLatin1(path), content}};
}

const SourceFile privateHeader{u"src/server/door.h"_s, u"// Private to this folder.\nclass Door;\n"_s};

} // namespace

void TestRules::initTestCase()
{
    m_tree = readTree(QStringLiteral(ISLET_SOURCE));
}

void TestRules::repositoryFollowsRules_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::newRow("1: exposed libraries") << &exposedLibraries;
    QTest::newRow("1: private headers") << &borrowedPrivateHeaders;
    QTest::newRow("2: Qt Gui below the window") << &guiBelowWindow;
    QTest::newRow("3: views") << &oversizedViews;
    QTest::newRow("4: globals") << &hiddenGlobals;
    QTest::newRow("5: long files") << &longFiles;
    QTest::newRow("crowded folders") << &crowdedFolders;
    QTest::newRow("licences") << &missingLicences;
    QTest::newRow("external paths") << &externalPaths;
}

void TestRules::repositoryFollowsRules()
{
    QFETCH(const Rule, rule);
    const QStringList faults = rule(m_tree);
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

void TestRules::readsWholeTree()
{
    const auto has = [this](const QString &path) {
        return std::ranges::any_of(m_tree, [&](const SourceFile &file) { return file.path == path; });
    };
    for (const auto path : {"CMakeLists.txt"_L1, "src/comms/transport.h"_L1, "src/identity/secp256k1context.h"_L1,
                            "app/ctl/main.cpp"_L1, "proto/rfc4.proto"_L1, "tests/architecture/rules.cpp"_L1, "dev"_L1})
        QVERIFY2(has(path), path.data());
    for (const SourceFile &file : m_tree) {
        QVERIFY2(!file.path.contains(u"node_modules/"_s) && !file.path.startsWith(u".git/"_s)
                     && !file.path.startsWith(u"build"_s),
                 qPrintable(file.path));
    }
}

void TestRules::findsViolation_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QList<SourceFile>>("files");
    QTest::addColumn<QString>("where");
    const auto row = [](const char *name, Rule rule, const QList<SourceFile> &files, const char *where) {
        QTest::newRow(name) << rule << files << QString::fromLatin1(where);
    };
    const auto header = [](const QString &include) { return licence + u"#pragma once\n#include "_s + include + u'\n'; };

    row("protobuf in a public header", exposedLibraries, one("src/comms/a.h", header(u"\"rfc4.pb.h\""_s)), "a.h:4");
    row("web socket in a public header", exposedLibraries, one("src/comms/a.h", header(u"<QWebSocket>"_s)), "a.h:4");
    row("web socket by module", exposedLibraries, one("src/server/a.h", header(u"<QtWebSockets/QWebSocketServer>"_s)),
        "a.h:4");
    row("secp256k1 in a public header", exposedLibraries, one("src/identity/a.h", header(u"<secp256k1.h>"_s)), "a.h:4");
    row("secp256k1_recovery", exposedLibraries, one("src/identity/a.h", header(u"<secp256k1_recovery.h>"_s)), "a.h");
    row("keychain in a public header", exposedLibraries, one("src/identity/a.h", header(u"<qt6keychain/keychain.h>"_s)),
        "a.h:4");
    row("opus in a public header", exposedLibraries, one("src/audio/a.h", header(u"<opus/opus.h>"_s)), "a.h:4");
    row("audio devices in a public header", exposedLibraries, one("src/audio/a.h", header(u"<QAudioSink>"_s)), "a.h");
    row("protobuf in the app", exposedLibraries, one("app/a.cpp", header(u"\"rfc5.pb.h\""_s)), "app/a.cpp:4");
    row("web socket in isletctl", exposedLibraries, one("app/ctl/a.cpp", header(u"  <QWebSocket>"_s)), "a.cpp:4");

    row("private header from another folder", borrowedPrivateHeaders,
        {privateHeader, {u"src/sim/a.cpp"_s, u"#include \"server/door.h\"\n"_s}}, "src/sim/a.cpp:1");
    row("private header from the app", borrowedPrivateHeaders,
        {privateHeader, {u"app/ctl/a.cpp"_s, u"\n#include \"server/door.h\"\n"_s}}, "app/ctl/a.cpp:2");
    row("private header in a public header", borrowedPrivateHeaders,
        {privateHeader, {u"src/server/a.h"_s, u"#include \"server/door.h\"\n"_s}}, "src/server/a.h:1");

    for (const char *windowed :
         {"QImage", "QColor", "QtGui/QWindow", "qpainter.h", "QQmlEngine", "QtQml", "QQuickItem",
          "QtQuick/QQuickWindow", "QGuiApplication", "QSGNode", "QtQuickControls2/QQuickStyle"}) {
        row(windowed, guiBelowWindow, one("src/comms/a.cpp", u"#include <%1>\n"_s.arg(QLatin1StringView(windowed))),
            "src/comms/a.cpp:1");
    }
    row("Qt Gui in isletctl", guiBelowWindow, one("app/ctl/a.h", u"#include <QGuiApplication>\n"_s), "app/ctl/a.h:1");
    row("Qt Gui in the protocol list", guiBelowWindow, one("app/protocols.h", u"#include <QWindow>\n"_s),
        "app/protocols.h:1");
    row("QML in the remote control", guiBelowWindow, one("app/remote/a.cpp", u"#include <QQmlEngine>\n"_s),
        "app/remote/a.cpp:1");
    row("QML in audio", guiBelowWindow, one("src/audio/a.h", u"#include <QQmlContext>\n"_s), "src/audio/a.h:1");

    row("long view", oversizedViews, one("qml/Chat.qml", QString(201, u'\n')), "qml/Chat.qml");
    row("script", oversizedViews, one("qml/logic.js", u"\n"_s), "qml/logic.js");
    row("script module", oversizedViews, one("qml/lib/logic.mjs", u"\n"_s), "qml/lib/logic.mjs");
    row("singleton", hiddenGlobals, one("app/a.h", u"class A {\n    QML_SINGLETON\n};\n"_s), "app/a.h:2");
    row("context property", hiddenGlobals, one("app/main.cpp", u"context->setContextProperty(name, x);\n"_s), ":1");
    row("property of qApp", hiddenGlobals, one("src/comms/a.cpp", u"x = qApp->property(name);\n"_s), "a.cpp:1");
    row("singleton view", hiddenGlobals, one("qml/State.qml", u"pragma Singleton\n"_s), "qml/State.qml:1");

    QList<SourceFile> crowd;
    for (int i = 0; i < 41; ++i)
        crowd += one("src/comms/x.cpp", {}).first();
    for (int i = 0; i < crowd.size(); ++i)
        crowd[i].path = u"src/comms/class%1.cpp"_s.arg(i);
    row("crowded folder", crowdedFolders, crowd, "src/comms: 41 classes");
    row("GStreamer in a public header", exposedLibraries, one("src/webrtc/a.h", header(u"<gst/gst.h>"_s)), "a.h:4");
    row("curl in a public header", exposedLibraries, one("src/net/a.h", header(u"<curl/curl.h>"_s)), "a.h:4");
    row("curl outside its folder", exposedLibraries, one("src/net/a.cpp", header(u"<curl/curl.h>"_s)), "a.cpp:4");
    row("SQLite in the app", exposedLibraries, one("app/chat/a.cpp", header(u"<sqlite3.h>"_s)), "a.cpp:4");

    row("long file", longFiles, one("src/comms/a.cpp", QString(351, u'\n')), "src/comms/a.cpp");
    row("long test", longFiles, one("tests/comms/a.cpp", QString(351, u'\n')), "tests/comms/a.cpp");

    row("no licence", missingLicences, one("src/comms/a.h", u"#pragma once\n"_s), "a.h:1");
    row("licence not on top", missingLicences, one("src/comms/a.h", u"#pragma once\n"_s + licence), "a.h:1");
    row("half a licence", missingLicences, one("a.cpp", licence.section(u'\n', 0, 0) + u'\n'), "a.cpp:1");
    row("another licence", missingLicences, one("a.cpp", QString(licence).replace(u"Apache-2.0"_s, u"MIT"_s)), "a.cpp");
    row("script without licence", missingLicences, one("dev", u"#!/bin/sh\necho\n"_s), "dev:1");
    row("build file without licence", missingLicences, one("src/CMakeLists.txt", u"project(x)\n"_s), "CMakeLists.txt");
    row("view without licence", missingLicences, one("qml/A.qml", u"import QtQuick\n"_s), "A.qml:1");

    row("path outside the repository", externalPaths, one("README.md", u"see\n"_s + u".."_s + u"/shared/docs\n"_s),
        "README.md:2");
    row("absolute path of one machine", externalPaths, one("dev", u"cd /work"_s + u"/main\n"_s), "dev:1");
}

void TestRules::findsViolation()
{
    QFETCH(const Rule, rule);
    QFETCH(const QList<SourceFile>, files);
    QFETCH(const QString, where);
    const QStringList faults = rule(files);
    QCOMPARE(faults.size(), 1);
    QVERIFY2(faults.first().contains(where), qPrintable(faults.first()));
}

void TestRules::acceptsCorrectFiles_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QList<SourceFile>>("files");
    QTest::newRow("protobuf in a .cpp") << &exposedLibraries << one("src/comms/a.cpp", u"#include \"rfc4.pb.h\"\n"_s);
    QTest::newRow("forward declaration") << &exposedLibraries << one("src/comms/a.h", u"class QWebSocket;\n"_s);
    QTest::newRow("web socket in a private header")
        << &exposedLibraries
        << one("src/server/a.h",
               u"#include <QWebSocketServer>\n// Private to this folder: the rest does not use sockets\n"_s);
    QTest::newRow("header with a similar name")
        << &exposedLibraries << one("src/audio/a.h", u"#include \"audio/opusdecoder.h\"\n"_s);
    QTest::newRow("private header in its folder")
        << &borrowedPrivateHeaders
        << QList{privateHeader, SourceFile{u"src/server/a.cpp"_s, u"#include \"server/door.h\"\n"_s}};
    QTest::newRow("private header in a private header")
        << &borrowedPrivateHeaders
        << QList{privateHeader,
                 SourceFile{u"src/server/a.h"_s, u"// Private to this folder.\n#include \"server/door.h\"\n"_s}};
    QTest::newRow("Qt Core and Network below the window")
        << &guiBelowWindow << one("src/comms/a.h", u"#include <QTimer>\n#include <QTcpSocket>\n#include <QUrl>\n"_s);
    QTest::newRow("Qt Gui in app/voice") << &guiBelowWindow << one("app/voice/keywatch.h", u"#include <QKeyEvent>\n"_s);
    QTest::newRow("Qt Gui in the app") << &guiBelowWindow << one("app/main.cpp", u"#include <QGuiApplication>\n"_s);
    QTest::newRow("view of 200 lines") << &oversizedViews << one("qml/A.qml", QString(200, u'\n'));
    QTest::newRow("script in tests") << &oversizedViews << one("tests/peers/a.mjs", u"\n"_s);
    QTest::newRow("Theme") << &hiddenGlobals << one("qml/Theme.qml", u"pragma Singleton\n"_s);
    QTest::newRow("property of another object") << &hiddenGlobals << one("app/a.cpp", u"item->property(name);\n"_s);
    QTest::newRow("350 lines") << &longFiles << one("src/comms/a.cpp", QString(350, u'\n'));
    QTest::newRow("licence") << &missingLicences << one("src/a.h", licence + u"#pragma once\n"_s);
    QTest::newRow("licence of a script") << &missingLicences
                                         << one("dev", u"#!/bin/sh\n"_s + QString(licence).replace(u"//"_s, u"#"_s));
    QList<SourceFile> full;
    for (int i = 0; i < 80; ++i)
        full.append({u"src/comms/class%1.%2"_s.arg(i / 2).arg(i % 2 == 0 ? u"h"_s : u"cpp"_s), {}});
    QTest::newRow("40 classes, each with a header") << &crowdedFolders << full;
    QTest::newRow("data file without licence") << &missingLicences << one("tests/vectors/a.json", u"{}\n"_s);
    QTest::newRow("path inside the repository") << &externalPaths << one("README.md", u"see ../docs and shared/x\n"_s);
}

void TestRules::acceptsCorrectFiles()
{
    QFETCH(const Rule, rule);
    QFETCH(const QList<SourceFile>, files);
    QCOMPARE(rule(files), QStringList());
}

ISLET_TEST(TestRules);
#include "tst_rules.moc"
