// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/remote/remotecontrol.h"

#include "base/quoted.h"

#include <QLocalSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace islet {

RemoteControl::RemoteControl(QObject *parent)
    : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &RemoteControl::accept);
}

void RemoteControl::add(const QString &verb, const Command &command)
{
    m_commands.insert(verb, command);
}

Expected<void> RemoteControl::listen(const QString &address)
{
    if (address.isEmpty())
        return failure(ErrorCode::CannotListen, u"There is no private folder for the socket."_s);
    // QLocalServer would silently take the address over from a running server, so check for one first.
    constexpr int timeout = 200; // ms
    QLocalSocket other;
    other.connectToServer(address);
    if (other.waitForConnected(timeout))
        return failure(ErrorCode::CannotListen, u"Another Islet window already has the remote control."_s);
    QLocalServer::removeServer(address); // left behind by a window that crashed
    if (m_server.listen(address))
        return {};
    return failure(ErrorCode::CannotListen,
                   u"The remote control can't listen at %1: %2."_s.arg(quoted(address), m_server.errorString()));
}

void RemoteControl::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (m_connections >= maxConnections) {
            socket->abort();
            continue;
        }
        ++m_connections;
        connect(socket, &QObject::destroyed, this, [this] { --m_connections; });
        socket->setReadBufferSize(maxLine);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { answer(socket); });
        QTimer::singleShot(lineTimeout, socket, &QLocalSocket::abort);
        answer(socket); // the line may have arrived before the connection was accepted
    }
}

void RemoteControl::answer(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= maxLine)
            socket->abort();
        return;
    }
    const QStringList words = QString::fromUtf8(socket->readLine()).simplified().split(u' ');
    const Command command = m_commands.value(words.constFirst());
    const auto answered =
        command ? command(words) : Expected<QString>(failure(ErrorCode::InvalidInput, u"Unknown command."_s));
    const QString line = answered ? u"ok "_s + *answered : u"no "_s + answered.error().detail;
    socket->write(line.toUtf8() + '\n');
    socket->disconnectFromServer();
}

} // namespace islet
