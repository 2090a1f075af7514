// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/profileexchange.h"
#include "server/roomserver.h"
#include "tests/support/httpserver.h"
#include "tests/support/ownhome.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testclient.h"
#include "tests/support/testmain.h"
#include "tests/support/waiting.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray key = "c0ffee11c0ffee22c0ffee33c0ffee44c0ffee55c0ffee66c0ffee77c0ffee88";
const QByteArray token = "CANARYTOKENo7yTq2";
//! {"alg":"HS256","typ":"JWT"}, {"canary":"canary"} and a fake signature.
const QByteArray webToken = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjYW5hcnkiOiJjYW5hcnkifQ.c2lnbmF0dXJlc2ln";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Returns the secret found in `text`; empty if there is none.
QString leakIn(const QByteArray &text)
{
    static const QRegularExpression signature(u"0x[0-9a-fA-F]{130}"_s);
    for (const QByteArray &secret : {token, webToken, QByteArray("ECDSA_SIGNED_ENTITY")}) {
        if (text.contains(secret))
            return QString::fromLatin1(secret);
    }
    if (text.toLower().contains(key))
        return u"the private key"_s;
    return signature.match(QString::fromLatin1(text)).captured();
}

//! Returns the request's identity headers, and tokens.
QString echoOf(const HttpServer::Request &request)
{
    QStringList said{QString::fromLatin1(webToken), u"access_token="_s + QString::fromLatin1(token)};
    for (const auto &[name, value] : request.headers.asKeyValueRange()) {
        if (name.startsWith("x-identity"))
            said.append(QString::fromUtf8(name + ": " + value));
    }
    return said.join(u' ');
}

QByteArray json(const QString &name, const QString &value)
{
    return QJsonDocument(QJsonObject{{name, value}}).toJson();
}

//! Runs a real program with its own home directory, and searches its files and output for secrets after it has ended.
class Suspect {
public:
    //! `rules` as QT_LOGGING_RULES takes them.
    explicit Suspect(const QString &rules = u"*.debug=true"_s)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        giveOwnHome(environment, m_home.path());
        environment.insert(u"HOME"_s, m_home.path());
        environment.insert(u"TMPDIR"_s, m_home.path());
        environment.insert(u"XDG_CACHE_HOME"_s, path(u"cache"_s));
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
        environment.insert(u"QT_LOGGING_RULES"_s, rules);
        environment.insert(u"QT_FORCE_STDERR_LOGGING"_s, u"1"_s);
        environment.remove(u"PULSE_SERVER"_s);
        m_process.setProcessEnvironment(environment);
        m_process.setStandardOutputFile(path(u"output.log"_s), QIODevice::Append);
        m_process.setStandardErrorFile(path(u"errors.log"_s), QIODevice::Append);
        QFile file(path(u"key"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(key) != key.size())
            qFatal("a test's file cannot be written");
    }
    ~Suspect()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    QString path(const QString &name) const { return m_home.filePath(name); }
    QByteArray log() const { return contentOf(path(u"errors.log"_s)); }
    //! Whether any file but the logs contains the text.
    bool keeps(const QByteArray &text) const
    {
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            if (!file.endsWith(u"errors.log"_s) && contentOf(file).contains(text))
                return true;
        }
        return false;
    }
    QByteArray said() const { return contentOf(path(u"output.log"_s)) + contentOf(path(u"errors.log"_s)); }
    bool start(const QString &program, const QStringList &arguments)
    {
        m_process.start(QStringLiteral(ISLET_BIN "/") + program, arguments);
        return m_process.waitForStarted();
    }
    void say(const QByteArray &line) { m_process.write(line + '\n'); }
    //! Runs another program in the same home, and waits for it to end.
    void runToEnd(const QString &program, const QStringList &arguments) const
    {
        QProcess other;
        other.setProcessEnvironment(m_process.processEnvironment());
        other.start(QStringLiteral(ISLET_BIN "/") + program, arguments);
        other.waitForFinished();
    }
    void terminate() { m_process.terminate(); }
    bool hasEnded()
    {
        return waitUntil([this] { return m_process.state() == QProcess::NotRunning; }, 20s);
    }
    //! Returns what leaked and into which file; empty if nothing did. Skips the files whose purpose is to store the
    //! key.
    QString leak() const
    {
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            if (file == path(u"key"_s) || file.startsWith(path(u"data/Islet/identities/"_s)))
                continue;
            if (const QString found = leakIn(contentOf(file)); !found.isEmpty())
                return u"%1 is in %2"_s.arg(found, file);
        }
        return {};
    }

private:
    QTemporaryDir m_home;
    QProcess m_process;
};

} // namespace

//! Plants secrets and lets servers echo them; none may end up in a log, setting, recording or output.
class TestCanary : public QObject {
    Q_OBJECT

private:
    RoomServer m_room{RoomOptions()};
    //! Kicks with a reason that echoes the client's auth chain.
    ScriptedServer m_kicker;
    HttpServer m_web{echoes("404 Not Found", u"html"_s)};

    //! Closes every connection at once.
    QTcpServer m_hangingUp;
    int m_hangups = 0;

    qsizetype arrivals() const { return m_web.requests().size() + m_kicker.arrivals() + m_hangups; }
    QString roomWithToken() const
    {
        return u"ws-room:ws://127.0.0.1:%1/rooms/x?access_token=%2"_s.arg(m_room.port()).arg(QLatin1StringView(token));
    }
    static HttpServer::Handler echoes(const QByteArray &status, const QString &name)
    {
        return [=](QTcpSocket &socket, const HttpServer::Request &request) {
            socket.write(HttpServer::answer(status, json(name, echoOf(request))));
        };
    }
    QString destination(const QString &name) const
    {
        const QString query = u"?access_token="_s + QLatin1StringView(token);
        if (name == "kicks"_L1)
            return m_kicker.connectionString() + query;
        if (name == "no room"_L1)
            return u"ws-room:ws://127.0.0.1:%1/rooms/x"_s.arg(m_hangingUp.serverPort()) + query;
        if (name == "no realm"_L1)
            return u"realm:http://127.0.0.1:%1/x"_s.arg(m_hangingUp.serverPort()) + query;
        if (name == "nobody"_L1)
            return u"ws-room:ws://127.0.0.1:1/rooms/x"_s + query;
        if (name == "nonsense"_L1)
            return u"ws-room:ht!tp://127.0.0.1/%zz"_s + query;
        if (name == "unknown"_L1)
            return u"livekit:wss://127.0.0.1"_s + query;
        return u"signed-login:"_s + m_web.url(u'/' + name).toString() + query;
    }
    //! Adds the destinations that are contacted on a host of ours.
    static void addDestinations()
    {
        QTest::addColumn<QString>("words"); // expected in the output
        QTest::addRow("livekit") << u"doesn't support"_s;
        QTest::addRow("refuses") << u"denied access"_s;
        QTest::addRow("fails") << u"denied access"_s;
        QTest::addRow("away") << u"redirects to"_s;
        QTest::addRow("kicks") << u"kicked"_s;
        QTest::addRow("no room") << u"closed it at once"_s;
        QTest::addRow("no realm") << u"without answering"_s;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_room.listen());
        const QString livekit = u"livekit:wss://127.0.0.1?access_token="_s + QLatin1StringView(webToken);
        const QByteArray away = "Location: http://127.0.0.1/" + webToken + "?access_token=" + token + "\r\n";
        m_web.on("/in", HttpServer::answers("200 OK", json(u"fixedAdapter"_s, roomWithToken())))
            .on("/livekit", HttpServer::answers("200 OK", json(u"adapter"_s, livekit)))
            .on("/refuses", echoes("403 Forbidden", u"message"_s))
            .on("/fails", echoes("500 Internal Server Error", u"error"_s))
            .on("/away", HttpServer::answers("302 Found", {}, away));
        QVERIFY(m_hangingUp.listen(QHostAddress::LocalHost));
        connect(&m_hangingUp, &QTcpServer::newConnection, this, [this] {
            ++m_hangups;
            delete m_hangingUp.nextPendingConnection();
        });
        m_kicker.on(ScriptedServer::Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s))
            .on(ScriptedServer::Moment::Answered, [](ScriptedServer &self) {
                const QByteArray &chain = std::get<rfc5::SignedChallenge>(self.received().constLast()).authChain;
                self.send(kicked(u"access_token="_s + QLatin1StringView(token + ' ' + webToken + ' ')
                                 + QString::fromUtf8(chain)));
            });
    }

    void detectsSecrets()
    {
        QVERIFY(leakIn("nothing").isEmpty());
        for (const QByteArray &secret :
             {token, webToken, key, key.toUpper(), QByteArray("ECDSA_SIGNED_ENTITY"), "0x" + QByteArray(130, 'a')})
            QVERIFY2(!leakIn("before " + secret + " after").isEmpty(), secret.constData());
    }

    void isletctlKeepsSecretsInRoom()
    {
        Suspect suspect;
        QVERIFY(suspect.start(u"isletctl"_s,
                              {u"join"_s, destination(u"in"_s), u"--json"_s, u"--name"_s, u"canary"_s, u"--key"_s,
                               suspect.path(u"key"_s), u"--listen"_s, suspect.path(u"recordings"_s)}));
        QTRY_COMPARE(m_room.peerCount(), 1);
        suspect.say("say hello");
        suspect.say("leave");
        QVERIFY2(suspect.hasEnded(), suspect.said().constData());
        QVERIFY2(suspect.said().contains("welcome"), suspect.said().constData());
        QVERIFY2(suspect.leak().isEmpty(), qPrintable(suspect.leak() + QString::fromUtf8(suspect.said())));
    }

    void isletctlKeepsSecretsOnFailure_data()
    {
        addDestinations();
        QTest::addRow("nobody") << u"Nothing is listening"_s;
        QTest::addRow("nonsense") << u"isn't a room address"_s;
        QTest::addRow("unknown") << u"doesn't support"_s;
    }
    void isletctlKeepsSecretsOnFailure()
    {
        QFETCH(const QString, words);
        for (const QString &form : {u"--json"_s, QString()}) {
            Suspect suspect;
            QStringList arguments{u"join"_s, destination(QString::fromLatin1(QTest::currentDataTag())), u"--key"_s,
                                  suspect.path(u"key"_s), form};
            arguments.removeAll(QString());
            QVERIFY(suspect.start(u"isletctl"_s, arguments));
            QVERIFY2(suspect.hasEnded(), suspect.said().constData());
            QVERIFY2(suspect.said().contains(words.toUtf8()), suspect.said().constData());
            QVERIFY2(suspect.leak().isEmpty(), qPrintable(suspect.leak() + u'\n' + QString::fromUtf8(suspect.said())));
        }
    }

    void windowKeepsSecrets_data()
    {
        addDestinations();
        QTest::addRow("in") << QString();
    }
    void windowKeepsSecrets()
    {
#ifndef Q_OS_LINUX
        QSKIP("would use the settings of the user who runs the tests");
#endif
        Suspect suspect;
        QVERIFY(suspect.start(u"isletctl"_s, {u"identity"_s, u"import"_s, u"me"_s, suspect.path(u"key"_s)}));
        QVERIFY2(suspect.hasEnded(), suspect.said().constData());
        const qsizetype before = arrivals();
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(suspect.start(u"islet"_s, {destination(name), u"--picture"_s, suspect.path(u"picture.png"_s)}));
        QVERIFY2(waitUntil([&] { return arrivals() > before && m_kicker.present() == 0; }, 30s),
                 suspect.said().constData());
        if (name == "in"_L1)
            QVERIFY(waitUntil([this] { return m_room.peerCount() == 1; }, 30s));
        suspect.runToEnd(u"isletctl"_s, {u"ptt"_s, u"up"_s}); // answered after all earlier work
        suspect.terminate();
        QVERIFY2(suspect.hasEnded(), "the window does not end");
        QVERIFY2(suspect.leak().isEmpty(), qPrintable(suspect.leak()));
    }

    void logsContainNoPeerText_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("isletctl") << u"isletctl"_s;
        QTest::newRow("islet") << u"islet"_s;
    }
    //! Every category of our own is on, and what a peer wrote reaches the chat but no log line.
    void logsContainNoPeerText()
    {
#ifndef Q_OS_LINUX
        QSKIP("would use the settings of the user who runs the tests");
#endif
        QFETCH(const QString, program);
        const QByteArray text = "PeerTextCanary" + program.toLatin1();
        const QString room = u"ws-room:ws://127.0.0.1:%1/rooms/logs"_s.arg(m_room.port());
        Suspect suspect(u"islet.*=true"_s);
        suspect.runToEnd(u"isletctl"_s, {u"identity"_s, u"import"_s, u"me"_s, suspect.path(u"key"_s)});
        QVERIFY(suspect.start(program,
                              program == "islet"_L1 ? QStringList{room} : QStringList{u"join"_s, room, u"--json"_s}));
        QVERIFY2(waitUntil([this] { return m_room.peerCount() == 1; }, 30s), suspect.said().constData());
        Profile profile;
        profile.name = QString::fromLatin1(text) + u"Name"_s;
        TestClient peer(TestClient::someone(), CommsSession::Retry::Never, profile);
        QVERIFY(peer.join(room));
        QTRY_COMPARE(m_room.peerCount(), 2);
        QTRY_VERIFY(peer.isIn());
        QVERIFY(peer.adapter.sendChat(QString::fromLatin1(text)));
        QVERIFY2(waitUntil([&] { return suspect.keeps(text); }, 30s), suspect.said().constData());
        suspect.terminate();
        QVERIFY(suspect.hasEnded());
        QVERIFY2(suspect.log().contains("islet.comms"), suspect.log().constData());
        QVERIFY2(!suspect.log().contains(text), suspect.log().constData());
    }
};

ISLET_TEST(TestCanary);
#include "tst_canary.moc"
