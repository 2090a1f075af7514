// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "rawwsclient.h"

#include <QHostAddress>
#include <QtEndian>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#else
#include <winsock2.h>
#endif

namespace islet::test {

RawWsClient::RawWsClient(QObject *parent)
    : QObject(parent)
{
    connect(&m_tcp, &QTcpSocket::connected, this, [this] {
        m_tcp.setSocketOption(QAbstractSocket::LowDelayOption, 1); // or each batch waits 40 ms for its last piece
        if (!m_path.isEmpty())
            m_tcp.write(upgradeRequest(m_path));
    });
    connect(&m_tcp, &QTcpSocket::readyRead, this, &RawWsClient::readSome);
    connect(&m_tcp, &QTcpSocket::disconnected, this, [this] {
        m_isGone = true;
        emit gone();
    });
}

void RawWsClient::connectTo(quint16 port)
{
    m_tcp.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
}

void RawWsClient::connectTo(quint16 port, const QByteArray &path)
{
    m_path = path;
    connectTo(port);
}

QByteArray RawWsClient::upgradeRequest(const QByteArray &path)
{
    return "GET " + path
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
          "Sec-WebSocket-Protocol: rfc5, rfc4\r\n\r\n";
}

void RawWsClient::sendBytes(const QByteArray &bytes)
{
    m_tcp.write(bytes);
}

void RawWsClient::sendFrame(Opcode opcode, const QByteArray &payload, bool isFinal)
{
    constexpr char maskBit = '\x80';
    QByteArray frame(1, static_cast<char>(static_cast<int>(opcode) | (isFinal ? 0x80 : 0)));
    const qsizetype size = payload.size();
    if (size < 126) {
        frame += static_cast<char>(size | maskBit);
    } else if (size < 65'536) {
        char length[2];
        qToBigEndian(static_cast<quint16>(size), length);
        frame += static_cast<char>(126 | maskBit);
        frame.append(length, sizeof length);
    } else {
        char length[8];
        qToBigEndian(static_cast<quint64>(size), length);
        frame += static_cast<char>(127 | maskBit);
        frame.append(length, sizeof length);
    }
    // A mask of zeros leaves the payload unchanged.
    frame.append(4, '\0');
    m_tcp.write(frame + payload);
}

void RawWsClient::abort()
{
    m_tcp.abort();
}

void RawWsClient::halfClose()
{
#ifdef Q_OS_UNIX
    ::shutdown(static_cast<int>(m_tcp.socketDescriptor()), SHUT_WR);
#else
    ::shutdown(static_cast<SOCKET>(m_tcp.socketDescriptor()), SD_SEND);
#endif
}

void RawWsClient::stopReading()
{
    m_reads = false;
    m_tcp.setReadBufferSize(1);
}

void RawWsClient::resumeReading()
{
    m_reads = true;
    m_tcp.setReadBufferSize(0);
    readSome();
}

int RawWsClient::httpStatus() const
{
    const QList<QByteArray> words = m_httpAnswer.left(m_httpAnswer.indexOf("\r\n")).split(' ');
    return words.value(1).toInt();
}

void RawWsClient::readSome()
{
    if (!m_reads)
        return;
    m_buffer += m_tcp.readAll();
    if (!m_isUpgraded)
        readAnswer();
    while (m_isUpgraded && readFrame()) { }
}

void RawWsClient::readAnswer()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    const bool isSwitch = m_buffer.startsWith("HTTP/1.1 101 ");
    if (!isSwitch) {
        m_httpAnswer = m_buffer; // includes its body
        return;
    }
    if (end < 0)
        return;
    m_httpAnswer = m_buffer.first(end);
    m_buffer.remove(0, end + 4);
    m_isUpgraded = true;
    emit upgraded();
}

//! Returns false if no complete frame has arrived yet.
bool RawWsClient::readFrame()
{
    if (m_buffer.size() < 2)
        return false;
    const int shortLength = m_buffer[1] & 0x7f;
    const qsizetype header = shortLength < 126 ? 2 : shortLength == 126 ? 4 : 10;
    if (m_buffer.size() < header)
        return false;
    qsizetype size = shortLength;
    if (header == 4)
        size = qFromBigEndian<quint16>(m_buffer.constData() + 2);
    else if (header == 10)
        size = static_cast<qsizetype>(qFromBigEndian<quint64>(m_buffer.constData() + 2));
    if (m_buffer.size() < header + size)
        return false;
    const auto opcode = static_cast<Opcode>(m_buffer[0] & 0x0f);
    const QByteArray payload = m_buffer.sliced(header, size);
    m_buffer.remove(0, header + size);
    onFrame(opcode, payload);
    return true;
}

void RawWsClient::onFrame(Opcode opcode, const QByteArray &payload)
{
    switch (opcode) {
    case Opcode::Binary: emit frameReceived(payload); return;
    case Opcode::Ping:
        ++m_pings;
        if (m_answersPings)
            sendFrame(Opcode::Pong, payload);
        return;
    case Opcode::Close:
        if (payload.size() >= 2) {
            m_closeCode = qFromBigEndian<quint16>(payload.constData());
            m_closeReason = QString::fromUtf8(payload.sliced(2));
        }
        m_tcp.disconnectFromHost();
        return;
    case Opcode::Pong: ++m_pongs; return;
    case Opcode::Text:
    case Opcode::Continuation: return;
    }
}

} // namespace islet::test
