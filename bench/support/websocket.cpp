// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "websocket.h"

#include "child.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QtEndian>

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace islet::bench {

namespace {

constexpr std::size_t maskSize = 4;
constexpr std::uint8_t maskBit = 0x80;
constexpr std::uint8_t finalBit = 0x80;
constexpr std::uint8_t size16 = 126; //!< 2 bytes of length follow
constexpr std::uint8_t size64 = 127; //!< 8 bytes of length follow

[[noreturn]] void failHere(const QString &what)
{
    fail(u"%1: %2."_s.arg(what, QString::fromLocal8Bit(std::strerror(errno))));
}

int newSocket()
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        failHere(u"Cannot open a socket"_s);
    return descriptor;
}

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = qToBigEndian(port);
    address.sin_addr.s_addr = qToBigEndian<std::uint32_t>(INADDR_LOOPBACK);
    return address;
}

QByteArray acceptKey(const QByteArray &key)
{
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
}

QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    const qsizetype at = head.toLower().indexOf("\r\n" + name + ':');
    if (at < 0)
        return {};
    const qsizetype begin = at + 2 + name.size() + 1;
    return head.sliced(begin, head.indexOf("\r\n", begin) - begin).trimmed();
}

} // namespace

Listener listenOnLoopback()
{
    const int descriptor = newSocket();
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (bind(descriptor, generic, size) != 0 || listen(descriptor, 1) != 0
        || getsockname(descriptor, generic, &size) != 0)
        failHere(u"Cannot listen on 127.0.0.1"_s);
    return {descriptor, qFromBigEndian(address.sin_port)};
}

WebSocket::WebSocket(int descriptor, Role role)
    : m_descriptor(descriptor)
    , m_role(role)
{
    const int on = 1;
    setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const timeval timeout{30, 0};
    setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
    setsockopt(m_descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof timeout);
}

WebSocket::WebSocket(WebSocket &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_role(other.m_role)
    , m_unread(std::move(other.m_unread))
{ }

WebSocket::~WebSocket()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

WebSocket WebSocket::accept(int listener)
{
    const int descriptor = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (descriptor < 0)
        failHere(u"The client did not connect"_s);
    WebSocket socket(descriptor, Role::Server);
    const QByteArray key = headerOf(socket.readHead(), "sec-websocket-key");
    socket.sendRaw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                   "Sec-WebSocket-Protocol: rfc5\r\nSec-WebSocket-Accept: "
                   + acceptKey(key) + "\r\n\r\n");
    return socket;
}

WebSocket WebSocket::connect(quint16 port, const QByteArray &path)
{
    const int descriptor = newSocket();
    const sockaddr_in address = loopback(port);
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        failHere(u"Nothing is listening at 127.0.0.1:%1"_s.arg(port));
    WebSocket socket(descriptor, Role::Client);
    const QByteArray key = QByteArray("measuring is fun").toBase64();
    socket.sendRaw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
                   + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Protocol: rfc5\r\nSec-WebSocket-Key: "
                   + key + "\r\n\r\n");
    const QByteArray head = socket.readHead();
    if (!head.startsWith("HTTP/1.1 101 ") || headerOf(head, "sec-websocket-accept") != acceptKey(key))
        fail(u"The server did not open a WebSocket: %1"_s.arg(QString::fromLatin1(head.first(head.indexOf('\r')))));
    return socket;
}

void WebSocket::readMore()
{
    std::array<char, 16 * 1024> buffer;
    const ssize_t count = recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (count == 0)
        fail(u"The other side closed the connection during the handshake."_s);
    if (count < 0)
        failHere(u"Nothing was received from the other side"_s);
    m_unread.append(buffer.data(), count);
}

QByteArray WebSocket::readHead()
{
    const QByteArrayView end = "\r\n\r\n";
    while (!m_unread.contains(end))
        readMore();
    const qsizetype size = m_unread.indexOf(end) + end.size();
    const QByteArray head = m_unread.first(size);
    m_unread.remove(0, size);
    return head;
}

QByteArray WebSocket::readMessage()
{
    for (;;) {
        const auto *begin = reinterpret_cast<const std::uint8_t *>(m_unread.constData());
        const auto frame = frameAt({begin, static_cast<std::size_t>(m_unread.size())});
        if (!frame || frame->size() > static_cast<std::size_t>(m_unread.size())) {
            readMore();
            continue;
        }
        QByteArray payload =
            m_unread.sliced(static_cast<qsizetype>(frame->headSize), static_cast<qsizetype>(frame->payloadSize));
        if (m_role == Role::Server) {
            const QByteArray mask = m_unread.sliced(static_cast<qsizetype>(frame->headSize - maskSize), maskSize);
            for (qsizetype i = 0; i < payload.size(); ++i)
                payload[i] = static_cast<char>(payload[i] ^ mask[i % mask.size()]);
        }
        m_unread.remove(0, static_cast<qsizetype>(frame->size()));
        if (frame->opcode == Opcode::Binary)
            return payload;
        if (frame->opcode == Opcode::Close)
            fail(u"The other side closed the WebSocket during the handshake."_s);
    }
}

void WebSocket::sendMessage(const QByteArray &payload)
{
    QByteArray frame;
    appendFrame(frame, Opcode::Binary, payload, m_role == Role::Client);
    sendRaw(frame);
}

void WebSocket::sendRaw(QByteArrayView frames)
{
    constexpr qsizetype chunk = 256 * 1024;
    while (!frames.isEmpty()) {
        const auto size = static_cast<std::size_t>(qMin(frames.size(), chunk));
        const ssize_t count = send(m_descriptor, frames.data(), size, MSG_NOSIGNAL);
        if (count <= 0)
            failHere(u"The other side accepts no more bytes"_s);
        frames = frames.sliced(count);
    }
}

void WebSocket::close()
{
    QByteArray frame;
    appendFrame(frame, Opcode::Close, {}, m_role == Role::Client);
    sendRaw(frame);
    std::array<char, 1024> buffer;
    while (recv(m_descriptor, buffer.data(), buffer.size(), 0) > 0) {
        // Discard what it still sends.
    }
}

QByteArray WebSocket::takeUnread()
{
    return std::exchange(m_unread, {});
}

std::optional<Frame> frameAt(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < 2)
        return {};
    const bool isMasked = (bytes[1] & maskBit) != 0;
    const auto opcode = static_cast<Opcode>(bytes[0] & 0x0F);
    const std::uint8_t shortSize = bytes[1] & static_cast<std::uint8_t>(~maskBit);
    const std::size_t head = 2 + (isMasked ? maskSize : 0);
    if (shortSize < size16)
        return bytes.size() < head ? std::nullopt : std::optional(Frame{opcode, head, shortSize});
    const std::size_t more = shortSize == size16 ? 2 : 8;
    if (bytes.size() < head + more)
        return {};
    const auto size = shortSize == size16 ? qFromBigEndian<std::uint16_t>(bytes.data() + 2)
                                          : qFromBigEndian<std::uint64_t>(bytes.data() + 2);
    return Frame{opcode, head + more, static_cast<std::size_t>(size)};
}

void appendFrame(QByteArray &out, Opcode opcode, QByteArrayView payload, bool isMasked)
{
    const auto mask = isMasked ? maskBit : std::uint8_t{0};
    out.append(static_cast<char>(finalBit | static_cast<std::uint8_t>(opcode)));
    if (payload.size() < size16) {
        out.append(static_cast<char>(mask | payload.size()));
    } else if (payload.size() <= 0xFFFF) {
        out.append(static_cast<char>(mask | size16));
        out.append(static_cast<char>(payload.size() >> 8)).append(static_cast<char>(payload.size()));
    } else {
        out.append(static_cast<char>(mask | size64));
        const auto size = qToBigEndian(static_cast<std::uint64_t>(payload.size()));
        out.append(reinterpret_cast<const char *>(&size), sizeof size);
    }
    if (!isMasked) {
        out.append(payload);
        return;
    }
    const std::uint32_t key = QRandomGenerator::global()->generate();
    std::array<char, maskSize> keyBytes{};
    std::memcpy(keyBytes.data(), &key, maskSize);
    out.append(keyBytes.data(), maskSize);
    for (qsizetype i = 0; i < payload.size(); ++i)
        out.append(static_cast<char>(payload[i] ^ keyBytes[static_cast<std::size_t>(i) % maskSize]));
}

} // namespace islet::bench
