// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transports/challengehandshake.h"
#include "comms/transports/relaytransport.h"
#include "protocol/archipelagocodec.h"

#include <QTimer>

#include <chrono>

namespace islet {

class WebSocketClient;

//! `archipelago:`, the service that groups nearby peers into islands: reports our position every second and joins
//! whichever room the service names.
//!
//! Opens as soon as the service welcomes us, with no peers until the first island. A lost island is retried; after
//! three failures we reconnect to the service, as unity-explorer and godot-explorer do. A kick, by the service or by an
//! island, closes the transport.
class ArchipelagoTransport : public RelayTransport {
    Q_OBJECT

public:
    //! `archipelago:` (ADR-180).
    static Protocol protocol();

    struct Timing {
        std::chrono::milliseconds connect{10'000}; //!< TCP, TLS and upgrade
        std::chrono::milliseconds answer{10'000}; //!< per answer in the handshake; servers allow us a minute
        std::chrono::milliseconds heartbeat{1'000};
        std::chrono::milliseconds change{1'000}; //!< minimum stay on an island, against floods of changes
        std::chrono::milliseconds again{2'000}; //!< delay before a lost island is retried
    };
    static constexpr int maxIslandFailures = 3;

    ArchipelagoTransport(const QUrl &url, const TransportContext &context, const TransportFactory &factory,
                         const Route &route, Timing timing);
    ArchipelagoTransport(const QUrl &url, const TransportContext &context, const TransportFactory &factory,
                         const Route &route)
        : ArchipelagoTransport(url, context, factory, route, Timing())
    { }
    ~ArchipelagoTransport() override;

    void open() override;
    void reportPosition(const Vec3 &position) override;

private:
    struct Island {
        QString id; // untrusted text
        QString where; // a connection string, which may contain a token
        qsizetype peerCount = 0;
    };

    void connectToService();
    void closeSocket();
    void onFrame(const QByteArray &frame);
    void onText();
    void onLost(const CloseReason &reason, int code);
    void receiveHandshake(const archipelago::ServerMessage &message);
    void receiveWelcome();
    void receiveIsland(const archipelago::IslandChanged &message);
    void sendHeartbeat();
    void moveToNextIsland();
    void onInnerOpened(const Welcome &welcome) override;
    void onInnerClosed(const CloseReason &reason) override;
    void onIslandLost(const CloseReason &reason);
    bool isWelcomed() const;
    void cancel() override;

    QUrl m_url;
    Timing m_timing;
    std::unique_ptr<WebSocketClient, DeleteLater> m_socket;
    std::unique_ptr<ChallengeHandshake, DeleteLater> m_handshake; // of m_socket
    QTimer m_heartbeatTimer;
    QTimer m_changeTimer; // until the island may be changed again
    std::optional<Vec3> m_position;
    std::optional<Island> m_nextIsland;
    Island m_island;
    int m_islandFailures = 0;
    bool m_hasReconnected = false;
};

} // namespace islet
