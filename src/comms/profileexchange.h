// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/ratelimiter.h"
#include "comms/commsadapter.h"
#include "protocol/profile.h"

#include <QTimer>

namespace islet {

//! Announces our profile and collects those of peers (ADR-104). Collected profiles outlive rooms and reconnects.
//!
//! Our version is announced on joining, at each change, and every 5 s; our profile is sent on request, and at each
//! change, which saves every peer a request. A peer is asked for its profile when it announces a newer version than we
//! know, and with version 0 at its first sign of life if we know none. All of it is broadcast to the room, and
//! rate-limited.
class ProfileExchange : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds announcementInterval{5};
    static constexpr std::chrono::seconds minResponseInterval{1}; //!< our profile, requested or not
    static constexpr std::chrono::milliseconds minRequestInterval{100}; //!< to any peer
    //! To one peer; doubles after each unanswered request (unity-explorer never answers), up to maxRequestPause.
    static constexpr std::chrono::seconds requestPause{10};
    static constexpr std::chrono::seconds maxRequestPause{60};
    static constexpr int responsesPerSecond = 2; //!< parsed, from one peer
    static constexpr qsizetype maxProfiles = 2'000; //!< stored; the peer seen longest ago is evicted first

    struct Counters {
        std::uint64_t taken = 0;
        std::uint64_t outdated = 0; //!< not newer than the known one
        std::uint64_t tooFast = 0; //!< not parsed
        std::uint64_t refused = 0;
        QString lastRefusal; //!< a sentence; empty if there was none
    };

    //! `adapter` must outlive this. `own.version` must be higher than any that peers may have seen for this address.
    ProfileExchange(CommsAdapter &adapter, const Address &self, Profile own, Clock clock = monotonicNow,
                    QObject *parent = nullptr);

    //! `name` must come from outgoingName(), or be empty. A change increments the version and is announced at once.
    void setOwn(const QString &name, std::optional<Rgb> color);
    //! Sets the address our own profile belongs to. Only outside a room.
    void setSelf(const Address &self) { m_self = self; }
    //! Persist its version for the next start.
    const Profile &own() const { return m_own; }

    //! The profile of `address`, which may be our own. nullptr if unknown.
    const Profile *find(const Address &address) const;
    //! Requests a profile as soon as the rate limit allows; does nothing if it is known. NotConnected outside a room.
    Expected<void> ask(const Address &address);

    //! Sends whatever is due; called by a timer.
    void tick();
    const Counters &counters() const { return m_counters; }

signals:
    //! A peer's profile became known or changed, or our own changed.
    void profileChanged(const islet::Address &address);

private:
    //! A peer in the room.
    struct Peer {
        std::optional<std::uint32_t> announced; //!< highest version
        bool needsRequest = true; //!< they announced a newer version than we know, or we know none
        bool isQueued = false; //!< in m_requestQueue
        int unanswered = 0; //!< requests in a row
        std::chrono::microseconds lastRequest{0};
        std::chrono::microseconds nextRequest{0}; //!< earliest time
        RateLimiter responseLimit;
    };
    struct Known {
        Profile profile;
        std::uint64_t lastSeen = 0; //!< value of m_lastSighting then
    };

    void onHeard(const Address &from);
    void onVersion(const Address &from, std::uint32_t version);
    void onRequest(const rfc4::ProfileRequest &request);
    void onResponse(const Address &from, const rfc4::ProfileResponse &response);
    void onLeft(const Address &address);
    void onDetached();

    Peer *peerOf(const Address &address);
    bool needsRequest(const Address &address, const Peer &peer) const;
    void enqueueRequest(const Address &address, Peer &peer);
    void store(const Address &from, Peer &peer, const Profile &profile);
    void evictOldest();

    void announce(std::chrono::microseconds now);
    void sendResponse(std::chrono::microseconds now);
    void requestNext(std::chrono::microseconds now);
    void schedule();

    CommsAdapter &m_adapter;
    Address m_self;
    Profile m_own;
    Clock m_clock;
    QTimer m_timer;
    QHash<Address, Peer> m_peers;
    QList<Address> m_requestQueue; //!< longest waiting first
    QHash<Address, Known> m_known;
    std::uint64_t m_lastSighting = 0;
    std::optional<std::chrono::microseconds> m_nextAnnouncement; //!< nullopt: nothing was announced to this room yet
    std::chrono::microseconds m_nextResponse{0};
    std::chrono::microseconds m_nextRequest{0};
    bool m_responseDue = false;
    Counters m_counters;
};

} // namespace islet
