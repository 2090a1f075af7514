// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <span>

namespace islet::bench {

//! The minimum of RFC 6455 needed for measuring. It is not what is measured, so it uses plain sockets: blocking, on
//! loopback, one frame per message, no extensions. Any error ends the program.
class WebSocket {
public:
    //! Accepts the next connection of a listening socket, whatever its path; speaks rfc5.
    static WebSocket accept(int listener);
    static WebSocket connect(quint16 port, const QByteArray &path);

    WebSocket(WebSocket &&other) noexcept;
    WebSocket &operator=(WebSocket &&) = delete;
    ~WebSocket();

    QByteArray readMessage();
    void sendMessage(const QByteArray &payload);
    //! Sends frames built beforehand.
    void sendRaw(QByteArrayView frames);
    //! Sends a close frame and waits until the other side has read everything and closes.
    void close();

    int descriptor() const { return m_descriptor; }
    //! Returns bytes received after the last message, for callers that continue on the descriptor.
    QByteArray takeUnread();

private:
    enum class Role { Client, Server };

    WebSocket(int descriptor, Role role);
    QByteArray readHead();
    void readMore();

    int m_descriptor;
    Role m_role;
    QByteArray m_unread;
};

//! Opcodes of RFC 6455.
enum class Opcode : std::uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

//! A frame within received bytes.
struct Frame {
    Opcode opcode;
    std::size_t headSize; //!< including the mask
    std::size_t payloadSize;

    std::size_t size() const { return headSize + payloadSize; }
};

//! Parses the frame at the beginning of `bytes`, if its header is complete; its payload need not be.
std::optional<Frame> frameAt(std::span<const std::uint8_t> bytes);

//! Appends a frame; a client's is masked with a random key.
void appendFrame(QByteArray &out, Opcode opcode, QByteArrayView payload, bool isMasked);

//! A socket listening on a free loopback port.
struct Listener {
    int descriptor;
    quint16 port;
};
Listener listenOnLoopback();

} // namespace islet::bench
