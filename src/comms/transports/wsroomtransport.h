// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transportregistry.h"
#include "comms/transports/aliastable.h"

#include <QTimer>
#include <QUrl>

#include <chrono>

namespace islet {

class WebSocketClient;
class Identity;

//! `ws-room:` (ADR-105): rfc5 packets in binary WebSocket frames. Aliases never leave this class.
//!
//! The handshake phases are Connecting, Identified (address sent), Signed (challenge answered) and Joined (welcome
//! received). Any unexpected message closes the connection; a kick closes it with the server's reason. Nothing is sent
//! between the signed challenge and the welcome: real servers would take it for a bad signature.
class WsRoomTransport : public Transport {
    Q_OBJECT

public:
    //! `ws-room:` (ADR-180).
    static Protocol protocol();

    //! ws-room-service cuts the connection at larger frames (the default limit of uWebSockets).
    static constexpr qsizetype maxFrameBytes = 16'384;
    //! Maximum number of peers; the largest known room limit is 150.
    static constexpr qsizetype maxPeers = 10'000;

    struct Timeouts {
        std::chrono::milliseconds connect{10'000}; //!< TCP, TLS and upgrade
        std::chrono::milliseconds answer{5'000}; //!< per answer of the server; real servers allow us 1 s
    };

    WsRoomTransport(const QUrl &url, const Identity &identity, Timeouts timeouts, QObject *parent = nullptr);
    WsRoomTransport(const QUrl &url, const Identity &identity)
        : WsRoomTransport(url, identity, Timeouts())
    { }
    ~WsRoomTransport() override;

    void open() override;
    void close() override;
    //! All peers receive everything, whatever `to` says.
    Expected<Sent> send(const QByteArray &packet, Delivery delivery, const std::optional<Address> &to = {}) override;
    std::optional<std::chrono::microseconds> roundTrip() const override;

private:
    enum class Phase { Connecting, Identified, Signed, Joined };
    struct Wire; // keeps protobuf out of the header

    void onOpened();
    void onLost(const CloseReason &reason);
    void onFrame(const QByteArray &frame);
    void onText();
    void onTimeout();
    void receiveHandshake();
    void receiveInRoom();
    void receiveChallenge();
    void receiveWelcome();
    void receiveUpdate(std::uint32_t alias, const std::string &bytes);
    void addPeer(Alias alias, const std::string &addressText, bool announce);
    void removePeer(Alias alias);
    Expected<Sent> sendPacket(Delivery delivery);
    void expect(Phase phase, const HandshakeStep &step);
    void finish(const CloseReason &reason);

    const Identity &m_identity;
    Timeouts m_timeouts;
    std::unique_ptr<WebSocketClient, DeleteLater> m_socket;
    std::unique_ptr<Wire> m_wire;
    QTimer m_answerTimer;
    Phase m_phase = Phase::Connecting;
    AliasTable m_aliases;
};

} // namespace islet
