// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "voice/islets.h"

#include "support/child.h"

#include <QDir>
#include <QLocalSocket>
#include <QSettings>
#include <QtCore/qtestsupport_core.h>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace islet::bench {

namespace {

constexpr int patience = 15'000; // ms

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    return socket.waitForConnected(1'000);
}

} // namespace

Islets::~Islets()
{
    stop();
}

bool Islets::start(Ground &ground)
{
    stop();
    m_folder = std::make_unique<QTemporaryDir>();
    const auto devices = Ground::devices();
    return startServer() && startWindow(ground, u"listener"_s, devices.silence, devices.ear, m_listener)
        && startWindow(ground, u"talker"_s, devices.microphone, devices.nowhere, m_talker)
        && (QTest::qWaitFor([&] { return ground.isEarInUse() && ground.isMicrophoneInUse(); }, patience)
            || failed(u"Islet does not open its devices."_s))
        && holdKey();
}

void Islets::stop()
{
    m_talker.stop();
    m_listener.stop();
    m_server.stop();
    m_folder.reset();
}

bool Islets::startServer()
{
    QTcpServer free;
    free.listen(QHostAddress::LocalHost);
    const quint16 port = free.serverPort();
    free.close();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HTTP_SERVER_HOST"_s, u"127.0.0.1"_s);
    environment.insert(u"HTTP_SERVER_PORT"_s, QString::number(port));
    if (!m_server.start({u"node"_s, {peersFolder() + u"/node_modules/@dcl/mini-comms/dist/index.js"_s}, environment}))
        return failed(m_server.why());
    m_place = u"ws-room:ws://127.0.0.1:%1/rooms/bench"_s.arg(port);
    return QTest::qWaitFor([&] { return answers(port); }, patience) || failed(u"mini-comms does not start."_s);
}

bool Islets::startWindow(Ground &ground, const QString &who, const QString &microphone, const QString &loudspeaker,
                         test::Background &process)
{
    const QDir home(m_folder->filePath(who));
    home.mkpath(u"Islet"_s);
    QFile::setPermissions(home.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    {
        QSettings settings(home.filePath(u"Islet/Islet.conf"_s), QSettings::NativeFormat);
        settings.setValue(u"voice/microphone"_s, microphone.toUtf8());
        settings.setValue(u"voice/loudspeaker"_s, loudspeaker.toUtf8());
    }
    auto environment = ground.server().environment();
    environment.insert(u"HOME"_s, home.path());
    environment.insert(u"XDG_CONFIG_HOME"_s, home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
    return process.start({neighbour(u"islet"_s), {m_place}, environment, {}, home.filePath(u"errors"_s)})
        || failed(process.why());
}

bool Islets::holdKey()
{
    const QString address = QDir(m_folder->filePath(u"talker"_s)).filePath(u"islet-remote"_s);
    QByteArray answer;
    const auto isHeld = [&] {
        QLocalSocket socket;
        socket.connectToServer(address);
        if (!socket.waitForConnected(1'000))
            return false;
        socket.write("ptt down\n");
        answer = socket.waitForReadyRead(1'000) ? socket.readLine() : QByteArray();
        return answer.startsWith("ok");
    };
    return QTest::qWaitFor(isHeld, patience)
        || failed(u"Islet's talker does not talk: %1"_s.arg(QString::fromUtf8(answer)));
}

} // namespace islet::bench
