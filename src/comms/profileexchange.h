// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/commsadapter.h"
#include "protocol/profile.h"

#include <QTimer>

namespace islet {

//! Tells the room who we are, and learns who the others are (ADR-104). What was learnt outlives rooms and reconnects.
//!
//! Our version is announced at the door, at each change, and every 5 s; our profile is sent when somebody asks, and at
//! each change, or else all would ask at once. Others are asked when they announce a newer version than is known, and
//! with version 0 at their first sign of life when nothing is. All of it goes to the whole room, and is paced.
class ProfileExchange : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds betweenAnnouncements{5};
    static constexpr std::chrono::seconds betweenAnswers{1}; //!< our profile, asked for or not
    static constexpr std::chrono::milliseconds betweenRequests{100}; //!< to anybody
    //! To one peer; twice as long after each that was not answered (unity-explorer never does), up to longestPause.
    static constexpr std::chrono::seconds pauseBetweenRequests{10};
    static constexpr std::chrono::seconds longestPause{60};
    static constexpr int responsesPerSecond = 2; //!< looked at, from one peer
    static constexpr qsizetype maxProfiles = 2'000; //!< kept; who was here longest ago goes first

    struct Counters {
        std::uint64_t taken = 0;
        std::uint64_t outdated = 0; //!< not newer than what was known
        std::uint64_t tooFast = 0; //!< not looked at
        std::uint64_t refused = 0;
        QString lastRefusal; //!< a sentence; empty when none was
    };

    //! `adapter` must outlive it. `own.version` must be higher than all that others may have seen under this address.
    ProfileExchange(CommsAdapter &adapter, const Address &self, Profile own, Clock clock = monotonicNow,
                    QObject *parent = nullptr);

    //! `name` as outgoingName() made it, or empty. A change counts the version up, and is told at once.
    void setOwn(const QString &name, std::optional<Rgb> color);
    //! Whose profile our own is from now on. Outside of a room only.
    void setSelf(const Address &self) { m_self = self; }
    //! Its version is to be kept for the next start.
    const Profile &own() const { return m_own; }

    //! Also our own. nullptr when nothing is known.
    const Profile *find(const Address &address) const;
    //! Asks for a profile of which nothing is known, as soon as the pace allows; otherwise does nothing. NotConnected
    //! outside a room.
    Expected<void> ask(const Address &address);

    //! Sends what is due; a timer calls it.
    void tick();
    const Counters &counters() const { return m_counters; }

signals:
    //! Somebody's profile became known or changed, or our own changed.
    void profileChanged(const islet::Address &address);

private:
    //! Somebody in the room.
    struct Peer {
        std::optional<std::uint32_t> announced; //!< the highest
        bool isWanted = true; //!< they have something newer than is known, as far as they said
        bool isWaiting = false; //!< in m_waiting
        int unanswered = 0; //!< requests
        std::chrono::microseconds lastRequest{0};
        std::chrono::microseconds nextRequest{0}; //!< not before
        std::chrono::microseconds windowStart{0};
        int responsesInWindow = 0;
    };
    struct Known {
        Profile profile;
        std::uint64_t lastSeen = 0; //!< by m_sightings
    };

    void onHeard(const Address &from);
    void onVersion(const Address &from, std::uint32_t version);
    void onRequest(const rfc4::ProfileRequest &request);
    void onResponse(const Address &from, const rfc4::ProfileResponse &response);
    void onLeft(const Address &address);
    void onDetached();

    Peer *peerOf(const Address &address);
    bool isWanted(const Address &address, const Peer &peer) const;
    void await(const Address &address, Peer &peer);
    bool isTooFast(Peer &peer) const;
    void keep(const Address &from, Peer &peer, const Profile &profile);
    void makeRoom();

    void announce(std::chrono::microseconds now);
    void answer(std::chrono::microseconds now);
    void requestNext(std::chrono::microseconds now);
    void schedule();

    CommsAdapter &m_adapter;
    Address m_self;
    Profile m_own;
    Clock m_clock;
    QTimer m_timer;
    QHash<Address, Peer> m_peers;
    QList<Address> m_waiting; //!< to be asked, who waits longest first
    QHash<Address, Known> m_known;
    std::uint64_t m_sightings = 0;
    std::optional<std::chrono::microseconds> m_nextAnnouncement; //!< none: this room was told nothing yet
    std::chrono::microseconds m_nextAnswer{0};
    std::chrono::microseconds m_nextRequest{0};
    bool m_owesAnswer = false;
    Counters m_counters;
};

} // namespace islet
