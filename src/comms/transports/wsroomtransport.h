// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transportregistry.h"
#include "comms/transports/aliastable.h"
#include "comms/transports/challengehandshake.h"
#include "protocol/rfc5codec.h"

#include <QUrl>

#include <chrono>

namespace islet {

class WebSocketClient;

//! `ws-room:` (ADR-105): rfc5 packets in binary WebSocket frames. Aliases never leave this class.
//!
//! Any unexpected message during the handshake closes the connection; a kick closes it with the server's reason.
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

    WsRoomTransport(const QUrl &url, const TransportContext &context, Timeouts timeouts, QObject *parent = nullptr);
    WsRoomTransport(const QUrl &url, const TransportContext &context)
        : WsRoomTransport(url, context, Timeouts())
    { }
    ~WsRoomTransport() override;

    void open() override;
    void close() override;
    //! All peers receive everything, whatever `to` says.
    Expected<Sent> send(const QByteArray &packet, Delivery delivery, const std::optional<Address> &to = {}) override;
    std::optional<std::chrono::microseconds> roundTrip() const override;

private:
    void onLost(const CloseReason &reason);
    void onFrame(const QByteArray &frame);
    void onText();
    CloseReason reasonOf(const rfc5::Kicked &kick) const;
    void receiveHandshake(const rfc5::Message &message);
    void receiveInRoom(const rfc5::Message &message);
    void receiveWelcome(const rfc5::Welcome &welcome);
    void receiveUpdate(const rfc5::PeerUpdate &update);
    void addPeer(Alias alias, const QString &addressText, bool announce);
    void removePeer(Alias alias);
    void countMalformed();
    void countUnknownAlias();
    bool isJoined() const { return m_handshake.phase() == ChallengeHandshake::Phase::Welcomed; }
    void finish(const CloseReason &reason);

    const Identity &m_identity;
    Timeouts m_timeouts;
    std::unique_ptr<WebSocketClient, DeleteLater> m_socket;
    ChallengeHandshake m_handshake;
    rfc5::Codec m_codec;
    AliasTable m_aliases;
};

} // namespace islet
