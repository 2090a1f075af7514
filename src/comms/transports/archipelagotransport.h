// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transports/relaytransport.h"

#include <QTimer>

#include <chrono>

namespace islet {

class WebSocketClient;
class Identity;

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

    //! `identity` must outlive this object.
    ArchipelagoTransport(const QUrl &url, const Identity &identity, const TransportFactory &factory, const Route &route,
                         Timing timing);
    ArchipelagoTransport(const QUrl &url, const Identity &identity, const TransportFactory &factory, const Route &route)
        : ArchipelagoTransport(url, identity, factory, route, Timing())
    { }
    ~ArchipelagoTransport() override;

    void open() override;
    void reportPosition(const Vec3 &position) override;

private:
    enum class Phase { Connecting, Identified, Signed, Welcomed };
    struct Wire; // keeps protobuf out of the header
    struct Island {
        QString id; // untrusted text
        QString where; // a connection string, which may contain a token
        qsizetype peerCount = 0;
    };

    void connectToService();
    void onOpened();
    void onFrame(const QByteArray &frame);
    void onText();
    void onLost(const CloseReason &reason, int code);
    void onTimeout();
    void receiveChallenge();
    void receiveWelcome();
    void receiveIsland();
    void sendHeartbeat();
    void moveToNextIsland();
    void onInnerOpened(const Welcome &welcome) override;
    void onInnerClosed(const CloseReason &reason) override;
    void onIslandLost(const CloseReason &reason);
    void sendPacket();
    void expect(Phase phase, const HandshakeStep &step);
    void cancel() override;

    QUrl m_url;
    const Identity &m_identity;
    Timing m_timing;
    std::unique_ptr<WebSocketClient, DeleteLater> m_socket;
    std::unique_ptr<Wire> m_wire;
    Phase m_phase = Phase::Connecting;
    QTimer m_answerTimer; // handshake timeout
    QTimer m_heartbeatTimer;
    QTimer m_changeTimer; // until the island may be changed again
    std::optional<Vec3> m_position;
    std::optional<Island> m_nextIsland;
    Island m_island;
    int m_islandFailures = 0;
    bool m_hasReconnected = false;
};

} // namespace islet
