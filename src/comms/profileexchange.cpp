// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/profileexchange.h"

#include "base/sentence.h"
#include "comms/peerdirectory.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

ProfileExchange::ProfileExchange(CommsAdapter &adapter, const Address &self, Profile own, Clock clock, QObject *parent)
    : QObject(parent)
    , m_adapter(adapter)
    , m_self(self)
    , m_own(std::move(own))
    , m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ProfileExchange::tick);
    connect(&adapter, &CommsAdapter::opened, this, [this] {
        m_nextAnnouncement.reset();
        tick();
    });
    connect(&adapter, &CommsAdapter::detached, this, &ProfileExchange::onDetached);
    connect(&adapter, &CommsAdapter::peerLeft, this, &ProfileExchange::onLeft);
    connect(&adapter, &CommsAdapter::heardFrom, this, &ProfileExchange::onHeard);
    connect(&adapter, &CommsAdapter::profileVersionReceived, this,
            [this](const Address &from, const rfc4::ProfileVersion &announced) { onVersion(from, announced.version); });
    connect(&adapter, &CommsAdapter::profileRequestReceived, this,
            [this](const Address &, const rfc4::ProfileRequest &request) { onRequest(request); });
    connect(&adapter, &CommsAdapter::profileResponseReceived, this, &ProfileExchange::onResponse);
}

void ProfileExchange::setOwn(const QString &name, std::optional<Rgb> color)
{
    if (m_own.name == name && m_own.color == color)
        return;
    m_own.name = name;
    m_own.color = color;
    if (m_own.version < std::numeric_limits<std::uint32_t>::max())
        ++m_own.version;
    m_nextAnnouncement.reset();
    m_responseDue = m_adapter.isOpen();
    tick();
    emit profileChanged(m_self);
}

const Profile *ProfileExchange::find(const Address &address) const
{
    if (address == m_self)
        return &m_own;
    const auto known = m_known.constFind(address);
    return known == m_known.constEnd() ? nullptr : &known->profile;
}

Expected<void> ProfileExchange::ask(const Address &address)
{
    if (!m_adapter.isOpen())
        return failure(ErrorCode::NotConnected, Sentence::tr("The profile wasn't requested: you're not in a room."));
    if (find(address))
        return {};
    if (Peer *peer = peerOf(address)) {
        enqueueRequest(address, *peer);
        tick();
    }
    return {};
}

// Incoming messages

void ProfileExchange::onHeard(const Address &from)
{
    // Called for every packet. Only peers that show signs of life are asked: a leave message may have been lost.
    Peer *peer = peerOf(from);
    if (!peer || !peer->needsRequest || peer->isQueued)
        return;
    enqueueRequest(from, *peer);
    schedule(); // not tick(): this very packet may be an announcement
}

void ProfileExchange::onVersion(const Address &from, std::uint32_t version)
{
    Peer *peer = peerOf(from);
    if (!peer || (peer->announced && version <= *peer->announced))
        return;
    peer->announced = version;
    if (peer->needsRequest = needsRequest(from, *peer); !peer->needsRequest)
        return;
    peer->unanswered = 0;
    peer->nextRequest = std::min(peer->nextRequest, peer->lastRequest + requestPause);
    enqueueRequest(from, *peer);
    tick();
}

void ProfileExchange::onRequest(const rfc4::ProfileRequest &request)
{
    constexpr qsizetype addressLength = 42;
    if (request.address.size() != addressLength || Address::parse(request.address.toLower()) != m_self)
        return;
    m_responseDue = true;
    tick();
}

void ProfileExchange::onResponse(const Address &from, const rfc4::ProfileResponse &response)
{
    // base_url is ignored: we never fetch a URL named by a stranger.
    Peer *peer = peerOf(from);
    if (!peer)
        return;
    if (!peer->responseLimit.allows({.perSecond = responsesPerSecond, .burst = responsesPerSecond}, m_clock())) {
        ++m_counters.tooFast;
        return;
    }
    const auto profile = Profile::parse(response.serializedProfile.toUtf8(), from);
    if (!profile) {
        ++m_counters.refused;
        m_counters.lastRefusal = profile.error().detail;
        return;
    }
    const Profile *known = find(from);
    if (known && profile->version <= known->version) {
        ++m_counters.outdated;
        return;
    }
    ++m_counters.taken;
    store(from, *peer, *profile);
    emit profileChanged(from);
}

void ProfileExchange::onLeft(const Address &address)
{
    m_peers.remove(address);
    m_requestQueue.removeOne(address);
    if (const auto known = m_known.find(address); known != m_known.end())
        known->lastSeen = ++m_lastSighting;
}

void ProfileExchange::onDetached()
{
    m_timer.stop();
    m_peers.clear();
    m_requestQueue.clear();
    m_nextAnnouncement.reset();
    m_responseDue = false;
}

// Peers and their profiles

//! nullptr for our own address (another window of ours), and beyond PeerDirectory::maxPeers.
ProfileExchange::Peer *ProfileExchange::peerOf(const Address &address)
{
    auto peer = m_peers.find(address);
    if (peer == m_peers.end()) {
        if (address == m_self || m_peers.size() >= PeerDirectory::maxPeers || !m_adapter.isOpen())
            return nullptr;
        peer = m_peers.insert(address, {});
        peer->needsRequest = needsRequest(address, *peer);
    }
    return &*peer;
}

bool ProfileExchange::needsRequest(const Address &address, const Peer &peer) const
{
    const Profile *known = find(address);
    return !known || (peer.announced && *peer.announced > known->version);
}

void ProfileExchange::enqueueRequest(const Address &address, Peer &peer)
{
    if (!std::exchange(peer.isQueued, true))
        m_requestQueue.append(address);
}

void ProfileExchange::store(const Address &from, Peer &peer, const Profile &profile)
{
    if (m_known.size() >= maxProfiles && !m_known.contains(from))
        evictOldest();
    m_known.insert(from, {profile, ++m_lastSighting});
    peer.needsRequest = needsRequest(from, peer);
    if (peer.needsRequest)
        return;
    peer.unanswered = 0;
    if (std::exchange(peer.isQueued, false))
        m_requestQueue.removeOne(from);
}

//! Evicts the absent peer that left first; if all are present, the one without news for longest.
void ProfileExchange::evictOldest()
{
    auto oldest = m_known.cend();
    bool isOldestHere = true;
    for (auto known = m_known.cbegin(); known != m_known.cend(); ++known) {
        const bool isHere = m_peers.contains(known.key());
        if (oldest == m_known.cend() || (isOldestHere && !isHere)
            || (isOldestHere == isHere && known->lastSeen < oldest->lastSeen)) {
            oldest = known;
            isOldestHere = isHere;
        }
    }
    m_known.erase(oldest);
}

// Outgoing messages

void ProfileExchange::tick()
{
    if (!m_adapter.isOpen())
        return;
    const auto now = m_clock();
    if (m_responseDue && now >= m_nextResponse)
        sendResponse(now); // first: a peer that has the profile need not request it when the version arrives
    if (!m_nextAnnouncement || now >= *m_nextAnnouncement)
        announce(now);
    if (now >= m_nextRequest)
        requestNext(now);
    schedule();
}

// Send failures are ignored: each message is repeated anyway, or requested again.

void ProfileExchange::announce(std::chrono::microseconds now)
{
    m_nextAnnouncement = now + announcementInterval;
    // Reliable, so that it is not dropped under back-pressure: unity-explorer does not show a peer before this arrives.
    static_cast<void>(m_adapter.send(rfc4::ProfileVersion{m_own.version}, Delivery::Reliable));
}

void ProfileExchange::sendResponse(std::chrono::microseconds now)
{
    m_responseDue = false;
    m_nextResponse = now + minResponseInterval;
    // base_url is empty: explorers prefix the content ids of pictures with it, and we host none. With an empty one the
    // web client and godot-explorer show a placeholder; bevy-explorer does not read it; unity-explorer sends no
    // requests.
    const rfc4::ProfileResponse response{QString::fromUtf8(m_own.toJson(m_self)), QString()};
    static_cast<void>(m_adapter.send(response, Delivery::Reliable));
}

void ProfileExchange::requestNext(std::chrono::microseconds now)
{
    const auto next = std::ranges::find_if(std::as_const(m_requestQueue), [this, now](const Address &address) {
        return m_peers.constFind(address)->nextRequest <= now;
    });
    if (next == m_requestQueue.cend())
        return;
    const Address address = *next;
    m_requestQueue.erase(next);
    Peer &peer = m_peers[address];
    peer.isQueued = false; // until the next sign of life
    const auto pause = std::min<std::chrono::seconds>(requestPause * (1 << peer.unanswered), maxRequestPause);
    peer.unanswered = std::min(peer.unanswered + 1, 3); // 10, 20, 40, then 60 s
    peer.lastRequest = now;
    peer.nextRequest = now + pause;
    m_nextRequest = now + minRequestInterval;
    static_cast<void>(
        m_adapter.send(rfc4::ProfileRequest{peer.announced.value_or(0), address.toLower()}, Delivery::Unreliable));
}

void ProfileExchange::schedule()
{
    if (!m_nextAnnouncement)
        return; // the room is not open yet: opened() starts the schedule
    auto due = *m_nextAnnouncement;
    if (m_responseDue)
        due = std::min(due, m_nextResponse);
    for (const Address &address : std::as_const(m_requestQueue))
        due = std::min(due, std::max(m_peers.constFind(address)->nextRequest, m_nextRequest));
    m_timer.start(std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(due - m_clock())));
}

} // namespace islet
