// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "islets.h"

#include "bench/support/child.h"

#include <QtCore/qtestsupport_core.h>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace islet::bench {

namespace {

constexpr int timeout = 15'000; // ms

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
        && (QTest::qWaitFor([&] { return ground.isEarInUse() && ground.isMicrophoneInUse(); }, timeout)
            || failed(u"Islet does not open its devices."_s))
        && (m_talker.sendCommand("ptt down") || failed(m_talker.why()));
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
    return QTest::qWaitFor([&] { return answers(port); }, timeout) || failed(u"mini-comms does not start."_s);
}

bool Islets::startWindow(Ground &ground, const QString &who, const QString &microphone, const QString &loudspeaker,
                         HiddenWindow &window)
{
    return window.start(ground, {m_folder->filePath(who), microphone, loudspeaker, m_place}) || failed(window.why());
}

} // namespace islet::bench
