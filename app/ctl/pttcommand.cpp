// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/pttcommand.h"

#include "base/quoted.h"

#include <QDeadlineTimer>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace islet::ctl {

namespace {

constexpr qint64 longestAnswer = 4'096; // bytes

int left(const QDeadlineTimer &deadline)
{
    return static_cast<int>(deadline.remainingTime());
}

PttCommand::Answer noConnection(const QLocalSocket &socket)
{
    switch (socket.error()) {
    case QLocalSocket::ServerNotFoundError:
    case QLocalSocket::ConnectionRefusedError: // a window that crashed leaves its socket behind
        return {exitNetwork, u"No window of Islet is running; start islet first."_s};
    default: return {exitNetwork, u"The window of Islet cannot be reached: %1."_s.arg(quoted(socket.errorString()))};
    }
}

//! A line without what a terminal would obey.
QString shown(const QByteArray &line)
{
    QString text = QString::fromUtf8(line).simplified();
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    return text;
}

PttCommand::Answer read(const QByteArray &line)
{
    const QString text = shown(line);
    if (text.startsWith("ok "_L1))
        return {exitDone, text.sliced(3)};
    if (text.startsWith("no "_L1))
        return {exitRefused, text.sliced(3)};
    return {exitProtocol, u"The window of Islet gave an answer that makes no sense; it may be of another version."_s};
}

} // namespace

PttCommand::PttCommand(const PttOptions &options, QString address)
    : m_options(options)
    , m_address(std::move(address))
{ }

PttCommand::Answer PttCommand::run() const
{
    if (m_address.isEmpty())
        return {exitNetwork, u"There is no folder for a socket that is yours alone; set XDG_RUNTIME_DIR."_s};
    const QDeadlineTimer deadline(patience);
    QLocalSocket socket;
    socket.setReadBufferSize(longestAnswer);
    socket.connectToServer(m_address);
    if (!socket.waitForConnected(left(deadline)))
        return noConnection(socket);
    socket.write("ptt " + m_options.what.toUtf8() + '\n');
    while (!socket.canReadLine() && socket.bytesAvailable() < longestAnswer
           && socket.waitForReadyRead(left(deadline))) { }
    if (socket.canReadLine())
        return read(socket.readLine());
    if (deadline.hasExpired())
        return {exitNetwork, u"The window of Islet does not answer."_s};
    return {exitNetwork, u"The window of Islet hung up without an answer; try again."_s};
}

} // namespace islet::ctl
