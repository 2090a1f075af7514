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
    m_owesAnswer = m_adapter.isOpen();
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
        return failure(ErrorCode::NotConnected, Sentence::tr("Nobody was asked for a profile: you are in no room."));
    if (find(address))
        return {};
    if (Peer *peer = peerOf(address)) {
        await(address, *peer);
        tick();
    }
    return {};
}

// --- what comes ------------------------------------------------------------------------------------------------------

void ProfileExchange::onHeard(const Address &from)
{
    // Each packet comes through here. Who fell silent is asked no more, be they gone without a word.
    Peer *peer = peerOf(from);
    if (!peer || !peer->isWanted || peer->isWaiting)
        return;
    await(from, *peer);
    schedule(); // not tick(): an announcement may be in this very packet
}

void ProfileExchange::onVersion(const Address &from, std::uint32_t version)
{
    Peer *peer = peerOf(from);
    if (!peer || (peer->announced && version <= *peer->announced))
        return;
    peer->announced = version;
    if (peer->isWanted = isWanted(from, *peer); !peer->isWanted)
        return;
    peer->unanswered = 0;
    peer->nextRequest = std::min(peer->nextRequest, peer->lastRequest + pauseBetweenRequests);
    await(from, *peer);
    tick();
}

void ProfileExchange::onRequest(const rfc4::ProfileRequest &request)
{
    constexpr qsizetype addressLength = 42;
    if (request.address.size() != addressLength || Address::parse(request.address.toLower()) != m_self)
        return;
    m_owesAnswer = true;
    tick();
}

void ProfileExchange::onResponse(const Address &from, const rfc4::ProfileResponse &response)
{
    // base_url is not looked at: what a stranger names is never fetched.
    Peer *peer = peerOf(from);
    if (!peer)
        return;
    if (isTooFast(*peer)) {
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
    keep(from, *peer, *profile);
    emit profileChanged(from);
}

void ProfileExchange::onLeft(const Address &address)
{
    m_peers.remove(address);
    m_waiting.removeOne(address);
    if (const auto known = m_known.find(address); known != m_known.end())
        known->lastSeen = ++m_sightings;
}

void ProfileExchange::onDetached()
{
    m_timer.stop();
    m_peers.clear();
    m_waiting.clear();
    m_nextAnnouncement.reset();
    m_owesAnswer = false;
}

// --- who is here, and what is known of them --------------------------------------------------------------------------

//! nullptr for ourselves in another window, and past the number of people that anybody can be interested in.
ProfileExchange::Peer *ProfileExchange::peerOf(const Address &address)
{
    auto peer = m_peers.find(address);
    if (peer == m_peers.end()) {
        if (address == m_self || m_peers.size() >= PeerDirectory::maxPeers || !m_adapter.isOpen())
            return nullptr;
        peer = m_peers.insert(address, {});
        peer->isWanted = isWanted(address, *peer);
    }
    return &*peer;
}

bool ProfileExchange::isWanted(const Address &address, const Peer &peer) const
{
    const Profile *known = find(address);
    return !known || (peer.announced && *peer.announced > known->version);
}

void ProfileExchange::await(const Address &address, Peer &peer)
{
    if (!std::exchange(peer.isWaiting, true))
        m_waiting.append(address);
}

bool ProfileExchange::isTooFast(Peer &peer) const
{
    const auto now = m_clock();
    if (now - peer.windowStart >= 1s) {
        peer.windowStart = now;
        peer.responsesInWindow = 0;
    }
    return ++peer.responsesInWindow > responsesPerSecond;
}

void ProfileExchange::keep(const Address &from, Peer &peer, const Profile &profile)
{
    if (m_known.size() >= maxProfiles && !m_known.contains(from))
        makeRoom();
    m_known.insert(from, {profile, ++m_sightings});
    peer.isWanted = isWanted(from, peer);
    if (peer.isWanted)
        return;
    peer.unanswered = 0;
    if (std::exchange(peer.isWaiting, false))
        m_waiting.removeOne(from);
}

//! Forgets one: of those who are not here, who left first; or else whom we have known longest without news.
void ProfileExchange::makeRoom()
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

// --- what goes -------------------------------------------------------------------------------------------------------

void ProfileExchange::tick()
{
    if (!m_adapter.isOpen())
        return;
    const auto now = m_clock();
    if (m_owesAnswer && now >= m_nextAnswer)
        answer(now); // first: who has it need not ask when the version comes
    if (!m_nextAnnouncement || now >= *m_nextAnnouncement)
        announce(now);
    if (now >= m_nextRequest)
        requestNext(now);
    schedule();
}

// Nothing to do about a failure to send: each comes again by itself, or is asked for again.

void ProfileExchange::announce(std::chrono::microseconds now)
{
    m_nextAnnouncement = now + betweenAnnouncements;
    // unity-explorer shows nobody before this came, so it does not give way to what is behind it.
    static_cast<void>(m_adapter.send(rfc4::ProfileVersion{m_own.version}, Delivery::Reliable));
}

void ProfileExchange::answer(std::chrono::microseconds now)
{
    m_owesAnswer = false;
    m_nextAnswer = now + betweenAnswers;
    // No base_url: explorers put it before the content ids of pictures, and we keep none on any server. With an empty
    // one the web client and godot-explorer show a stand-in; bevy-explorer does not read it, unity-explorer asks
    // nobody.
    const rfc4::ProfileResponse response{QString::fromUtf8(m_own.toJson(m_self)), QString()};
    static_cast<void>(m_adapter.send(response, Delivery::Reliable));
}

void ProfileExchange::requestNext(std::chrono::microseconds now)
{
    const auto next = std::ranges::find_if(std::as_const(m_waiting), [this, now](const Address &address) {
        return m_peers.constFind(address)->nextRequest <= now;
    });
    if (next == m_waiting.cend())
        return;
    const Address address = *next;
    m_waiting.erase(next);
    Peer &peer = m_peers[address];
    peer.isWaiting = false; // until they give a sign of life again
    const auto pause = std::min<std::chrono::seconds>(pauseBetweenRequests * (1 << peer.unanswered), longestPause);
    peer.unanswered = std::min(peer.unanswered + 1, 3); // 10, 20, 40 and then 60 s
    peer.lastRequest = now;
    peer.nextRequest = now + pause;
    m_nextRequest = now + betweenRequests;
    static_cast<void>(
        m_adapter.send(rfc4::ProfileRequest{peer.announced.value_or(0), address.toLower()}, Delivery::Unreliable));
}

void ProfileExchange::schedule()
{
    if (!m_nextAnnouncement)
        return; // the room is not open yet: opened() begins
    auto due = *m_nextAnnouncement;
    if (m_owesAnswer)
        due = std::min(due, m_nextAnswer);
    for (const Address &address : std::as_const(m_waiting))
        due = std::min(due, std::max(m_peers.constFind(address)->nextRequest, m_nextRequest));
    m_timer.start(std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(due - m_clock())));
}

} // namespace islet
