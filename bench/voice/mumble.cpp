// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "mumble.h"

#include "bench/support/websocket.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>
#include <QtCore/qtestsupport_core.h>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::bench {

namespace {

constexpr int timeout = 30'000; // ms

//! Returns a free loopback port; it is not reserved, but unlikely to be assigned to another program next.
quint16 freePort()
{
    const Listener listener = listenOnLoopback();
    ::close(listener.descriptor);
    return listener.port;
}

QString findProgram(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/local/sbin"_s}) : found;
}

bool write(const QString &path, const QString &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0;
}

} // namespace

Mumble::~Mumble()
{
    stop();
}

QString Mumble::name() const
{
    return m_tuning == Tuning::Defaults ? u"Mumble"_s : u"Mumble tuned"_s;
}

bool Mumble::start(Ground &ground)
{
    stop();
    m_folder = std::make_unique<QTemporaryDir>();
    const auto devices = Ground::devices();
    const Client talker{u"talker"_s, devices.microphone, devices.nowhere, u"Continuous"_s};
    const Client listener{u"listener"_s, devices.silence, devices.ear, u"VAD"_s};
    if (!findPrograms() || !makeCertificate() || !startServer(ground) || !startClient(ground, talker, m_talker)
        || !startClient(ground, listener, m_listener))
        return false;
    const bool isIn = QTest::qWaitFor([&] { return isAuthenticated(talker) && isAuthenticated(listener); }, timeout);
    return isIn ? waitForDevices(ground) : failed(u"Mumble cannot reach its server: "_s + m_server.errors());
}

void Mumble::stop()
{
    m_talker.stop();
    m_listener.stop();
    m_server.stop();
    m_folder.reset();
}

bool Mumble::findPrograms()
{
    // Newer versions of murmurd are called mumble-server.
    m_serverProgram = findProgram(u"murmurd"_s);
    if (m_serverProgram.isEmpty())
        m_serverProgram = findProgram(u"mumble-server"_s);
    if (!m_serverProgram.isEmpty() && !findProgram(u"mumble"_s).isEmpty() && !findProgram(u"sqlite3"_s).isEmpty()
        && !findProgram(u"openssl"_s).isEmpty())
        return true;
    return failed(u"Mumble or a program needed to set it up is missing. On Debian: "
                  "apt-get install mumble mumble-server sqlite3 openssl"_s);
}

bool Mumble::run(const QString &program, const QStringList &arguments)
{
    test::Background process;
    if (process.start(
            {program, arguments, QProcessEnvironment::systemEnvironment(), {}, m_folder->filePath(u"errors"_s)})
        && process.waitForEnd(20s))
        return true;
    return failed(process.why());
}

bool Mumble::makeCertificate()
{
    const QString key = m_folder->filePath(u"key.pem"_s);
    const QString certificate = m_folder->filePath(u"certificate.pem"_s);
    const QString both = m_folder->filePath(u"certificate.p12"_s);
    return run(u"openssl"_s,
               {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, key, u"-out"_s,
                certificate, u"-days"_s, u"365"_s, u"-subj"_s, u"/CN=ground"_s})
        && run(u"openssl"_s,
               {u"pkcs12"_s, u"-export"_s, u"-inkey"_s, key, u"-in"_s, certificate, u"-passout"_s, u"pass:"_s,
                u"-out"_s, both});
}

bool Mumble::startServer(Ground &ground)
{
    m_port = freePort();
    const QString folder = m_folder->path();
    QString settings =
        u"database=%1/server.sqlite\nhost=127.0.0.1\nport=%2\nsslCert=%1/certificate.pem\n"
        "sslKey=%1/key.pem\nbandwidth=558000\nusers=2\nlogfile=\npidfile=\nbonjour=false\ndbus=\nice=\n"_s.arg(folder)
            .arg(m_port);
    if (geteuid() == 0)
        settings += u"uname=root\n"_s; // otherwise it switches to a user without write permission here
    const QString file = m_folder->filePath(u"server.ini"_s);
    if (!write(file, settings))
        return failed(u"%1 cannot be written."_s.arg(file));
    if (!m_server.start({m_serverProgram,
                         {u"-fg"_s, u"-ini"_s, file},
                         ground.server().environment(),
                         {},
                         m_folder->filePath(u"server.log"_s)}))
        return failed(m_server.why());
    const auto listens = [this] { return m_server.errors().contains(u"Server listening on"_s); };
    return QTest::qWaitFor([&] { return listens() || !m_server.isRunning(); }, timeout) && listens()
        ? true
        : failed(u"mumble-server does not start: "_s + m_server.errors());
}

bool Mumble::startClient(Ground &ground, const Client &client, test::Background &process)
{
    const QString home = m_folder->filePath(client.name);
    if (!writeConfiguration(client, home) || !trustServer(home))
        return false;
    auto environment = ground.server().environment();
    for (const QString &variable : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"DBUS_SESSION_BUS_ADDRESS"_s})
        environment.remove(variable);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
    environment.insert(u"XDG_DATA_HOME"_s, home + u"/data"_s);
    environment.insert(u"XDG_RUNTIME_DIR"_s, home); // Mumble's socket there makes a second instance exit
    const QString url = u"mumble://%1@127.0.0.1:%2"_s.arg(client.name).arg(m_port);
    return process.start({u"mumble"_s, {url}, environment, {}, home + u"/log"_s}) || failed(process.why());
}

bool Mumble::writeConfiguration(const Client &client, const QString &home)
{
    const bool isTuned = m_tuning == Tuning::ForLatency;
    const QString settings =
        u"[General]\nlastupdate=2\n\n[audio]\ninput=PulseAudio\noutput=PulseAudio\ntransmit=%1\n%2\n"
        "[pulseaudio]\ninput=%3\noutput=%4\n\n[net]\n%5\n[tts]\nenable=false\n\n"
        "[ui]\nupdatecheck=false\nplugincheck=false\nusage=false\ndisablepubliclist=true\n"_s.arg(
            client.transmit, isTuned ? u"outputdelay=1\n"_s : QString(), client.source, client.sink,
            isTuned ? u"framesperpacket=1\n"_s : QString());
    // Mumble looks for a certificate here before it asks for one.
    const QString backup = home + u"/Documents/MumbleAutomaticCertificateBackup.p12"_s;
    const bool isWritten = QDir().mkpath(home + u"/Documents"_s) && QDir().mkpath(home + u"/config/Mumble"_s)
        && QDir().mkpath(home + u"/data/Mumble/Mumble"_s)
        && QFile::copy(m_folder->filePath(u"certificate.p12"_s), backup)
        && write(home + u"/config/Mumble/Mumble.conf"_s, settings);
    return isWritten || failed(u"%1 cannot be written."_s.arg(home));
}

bool Mumble::trustServer(const QString &home)
{
    QFile file(m_folder->filePath(u"certificate.pem"_s));
    if (!file.open(QIODevice::ReadOnly))
        return failed(file.errorString());
    QByteArray body;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.startsWith("-----"))
            body += line;
    }
    const QByteArray digest = QCryptographicHash::hash(QByteArray::fromBase64(body), QCryptographicHash::Sha1).toHex();
    // Mumble creates its other tables next to this one.
    const QString sql =
        u"CREATE TABLE cert (id INTEGER PRIMARY KEY AUTOINCREMENT, hostname TEXT, port INTEGER, "
        "digest TEXT); INSERT INTO cert (hostname, port, digest) VALUES ('127.0.0.1', %1, '%2');"_s.arg(m_port)
            .arg(QString::fromLatin1(digest));
    return run(u"sqlite3"_s, {home + u"/data/Mumble/Mumble/mumble.sqlite"_s, sql});
}

bool Mumble::isAuthenticated(const Client &client) const
{
    return m_server.errors().contains(u":%1(-1)> Authenticated"_s.arg(client.name));
}

bool Mumble::waitForDevices(Ground &ground)
{
    constexpr int attempts = 5;
    constexpr int timeoutPerAttempt = 3'000; // ms
    const auto areOpen = [&] { return ground.isEarInUse() && ground.isMicrophoneInUse(); };
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (QTest::qWaitFor(areOpen, timeoutPerAttempt))
            return true;
        // Sometimes Mumble does not open its output until some device appears or disappears.
        if (const auto nudge = ground.server().addSink(u"nudge"_s))
            ground.server().removeModule(*nudge);
    }
    return failed(u"Mumble does not open its devices."_s);
}

} // namespace islet::bench
