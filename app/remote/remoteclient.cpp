// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/remote/remoteclient.h"

#include "base/quoted.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

tl::unexpected<Error> connectionFailure(const QLocalSocket &socket)
{
    switch (socket.error()) {
    case QLocalSocket::ServerNotFoundError:
    case QLocalSocket::ConnectionRefusedError: // a window that crashed leaves its socket behind
        return failure(ErrorCode::NotConnected, u"Islet isn't running. Start it first."_s);
    default:
        return failure(ErrorCode::NotConnected,
                       u"Couldn't reach the Islet window: %1."_s.arg(quoted(socket.errorString())));
    }
}

Expected<QString> parseAnswer(const QByteArray &line)
{
    QString text = QString::fromUtf8(line).simplified();
    // A terminal would obey escape sequences.
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    if (text.startsWith("ok "_L1))
        return text.sliced(3);
    if (text.startsWith("no "_L1))
        return failure(ErrorCode::InvalidInput, text.sliced(3));
    return failure(ErrorCode::InvalidPacket,
                   u"The Islet window sent an invalid answer. It may be running a different version."_s);
}

} // namespace

QString remoteAddress()
{
#ifdef Q_OS_WIN
    return u"islet-remote-"_s + qEnvironmentVariable("USERNAME");
#else
    // Qt creates the folder, and rejects one that other users may enter.
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return folder.isEmpty() ? QString() : QDir(folder).filePath(u"islet-remote"_s);
#endif
}

Expected<QString> sendToRunningInstance(const QString &address, const QString &command)
{
    if (address.isEmpty()) {
        return failure(ErrorCode::NotConnected, u"There is no private folder for the socket. Set XDG_RUNTIME_DIR."_s);
    }
    constexpr qint64 maxAnswer = 4'096; // bytes
    const QDeadlineTimer deadline(3s);
    const auto remaining = [&deadline] { return static_cast<int>(deadline.remainingTime()); };
    QLocalSocket socket;
    socket.setReadBufferSize(maxAnswer);
    socket.connectToServer(address);
    if (!socket.waitForConnected(remaining()))
        return connectionFailure(socket);
    socket.write(command.simplified().toUtf8() + '\n');
    while (!socket.canReadLine() && socket.bytesAvailable() < maxAnswer && socket.waitForReadyRead(remaining())) { }
    if (socket.canReadLine())
        return parseAnswer(socket.readLine());
    if (deadline.hasExpired())
        return failure(ErrorCode::NotConnected, u"The Islet window isn't responding."_s);
    return failure(ErrorCode::NotConnected, u"The Islet window closed the connection without answering. Try again."_s);
}

bool forwardToRunningInstance(const QString &address, const QString &link)
{
    return sendToRunningInstance(address, u"open "_s + link).has_value();
}

} // namespace islet
