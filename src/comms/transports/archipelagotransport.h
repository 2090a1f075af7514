// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transports/relaytransport.h"

#include <QTimer>

#include <chrono>

namespace islet {

class WebSocketClient;
class Identity;

//! `archipelago:`, the service that puts people who are near one another on an island together: says once a second
//! where we are, and goes to whichever room it names.
//!
//! Open as soon as the service welcomes us, with nobody there until the first island. A lost island is tried again;
//! after three failures the service is asked afresh, as unity-explorer and godot-explorer do. A kick, by the service or
//! by an island, is the end.
class ArchipelagoTransport : public RelayTransport {
    Q_OBJECT

public:
    //! `archipelago:` (ADR-180).
    static Protocol protocol();

    struct Timing {
        std::chrono::milliseconds connect{10'000}; //!< TCP, TLS and upgrade
        std::chrono::milliseconds answer{10'000}; //!< each answer of the handshake; servers give us a minute
        std::chrono::milliseconds heartbeat{1'000};
        std::chrono::milliseconds change{
            1'000}; //!< at least so long on an island: changes come too fast from nobody sane
        std::chrono::milliseconds again{2'000}; //!< until a lost island is tried again
    };
    static constexpr int failuresUntilAfresh = 3;

    //! `identity` must outlive this.
    ArchipelagoTransport(const QUrl &url, const Identity &identity, const TransportFactory &factory, const Route &route,
                         Timing timing);
    ArchipelagoTransport(const QUrl &url, const Identity &identity, const TransportFactory &factory, const Route &route)
        : ArchipelagoTransport(url, identity, factory, route, Timing())
    { }
    ~ArchipelagoTransport() override;

    void open() override;
    void reportPosition(const Vec3 &position) override;

private:
    enum class Phase { Connecting, Asked, Signed, In };
    struct Wire; // protobuf stays in the .cpp
    struct Island {
        QString id; // foreign text
        QString where; // a connection string, perhaps with a token
        qsizetype people = 0;
    };

    void connectAfresh();
    void onOpened();
    void onFrame(const QByteArray &frame);
    void onText();
    void onLost(const CloseReason &reason, int code);
    void onTimeout();
    void receiveChallenge();
    void receiveWelcome();
    void receiveIsland();
    void beat();
    void goThere();
    void onInnerOpened(const Welcome &welcome) override;
    void onInnerClosed(const CloseReason &reason) override;
    void failOnIsland(const CloseReason &reason);
    void sendPacket();
    void expect(Phase phase, const HandshakeStep &step);
    void cancel() override;

    QUrl m_url;
    const Identity &m_identity;
    Timing m_timing;
    std::unique_ptr<WebSocketClient, DeleteLater> m_socket;
    std::unique_ptr<Wire> m_wire;
    Phase m_phase = Phase::Connecting;
    QTimer m_timer; // until an answer is due
    QTimer m_heartbeat;
    QTimer m_change; // until an island may be changed
    std::optional<Vec3> m_position;
    std::optional<Island> m_next;
    Island m_island;
    int m_failures = 0;
    bool m_isAfresh = false;
};

} // namespace islet
