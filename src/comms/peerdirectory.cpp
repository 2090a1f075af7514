// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/peerdirectory.h"

#include "protocol/placement.h"

using namespace std::chrono_literals;

namespace islet {

namespace {

//! A lower index is an old packet, unless nothing newer arrived for this long: then the sender has restarted.
constexpr auto restartAfter = 3s;
//! Peers that send Positions also send equivalent Movements; Positions are better ordered.
constexpr auto positionsPreferredFor = 3s;

} // namespace

PeerDirectory::PeerDirectory(CommsAdapter &adapter, Clock clock, QObject *parent)
    : QObject(parent)
    , m_adapter(adapter)
    , m_clock(std::move(clock))
{
    connect(&adapter, &CommsAdapter::peerJoined, this, [this](const Address &address) { entryOf(address); });
    connect(&adapter, &CommsAdapter::peerLeft, this, &PeerDirectory::remove);
    connect(&adapter, &CommsAdapter::detached, this, &PeerDirectory::clear);
    connect(&adapter, &CommsAdapter::heardFrom, this, [this](const Address &address) {
        // A peer that sent the "gone" position returns only with a new position.
        if (const auto entry = m_entries.find(address); entry != m_entries.end())
            entry->peer.lastHeard = m_clock();
    });
    connect(&adapter, &CommsAdapter::positionReceived, this, &PeerDirectory::onPosition);
    connect(&adapter, &CommsAdapter::movementReceived, this, &PeerDirectory::onMovement);
    connect(&adapter, &CommsAdapter::chatReceived, this, [this](const Address &address) { entryOf(address); });
    connect(&m_timer, &QTimer::timeout, this, &PeerDirectory::expire);
    m_timer.start(1s);
}

const PeerDirectory::Peer *PeerDirectory::find(const Address &address) const
{
    const auto entry = m_entries.constFind(address);
    return entry == m_entries.constEnd() ? nullptr : &entry->peer;
}

PeerDirectory::Entry *PeerDirectory::entryOf(const Address &address)
{
    auto entry = m_entries.find(address);
    if (entry == m_entries.end()) {
        // Guards against re-entrancy: a slot may have left the room while this peer's message was dispatched.
        if (m_entries.size() >= maxPeers || !m_adapter.isOpen())
            return nullptr;
        entry = m_entries.insert(address, {});
        entry->peer.lastHeard = m_clock();
        emit peerAdded(address);
        entry = m_entries.find(address);
    }
    return entry == m_entries.end() ? nullptr : &*entry;
}

PeerDirectory::Entry *PeerDirectory::entryForPosition(const Address &address, const Vec3 &position)
{
    if (position != gonePosition)
        return entryOf(address);
    remove(address);
    return nullptr;
}

void PeerDirectory::onPosition(const Address &from, const rfc4::Position &position)
{
    Entry *entry = entryForPosition(from, position.position);
    if (!entry)
        return;
    const auto now = m_clock();
    const bool isNewer = !entry->peer.lastIndex || position.index > *entry->peer.lastIndex;
    if (!isNewer && now - entry->lastPositionTime < restartAfter)
        return;
    entry->peer.lastIndex = position.index;
    entry->lastPositionTime = now;
    place(from, *entry, rfc4::placementOf(position));
}

void PeerDirectory::onMovement(const Address &from, const rfc4::Movement &movement)
{
    Entry *entry = entryForPosition(from, movement.position);
    if (!entry)
        return;
    const auto now = m_clock();
    if (entry->peer.lastIndex && now - entry->lastPositionTime < positionsPreferredFor)
        return;
    const bool isNewer = !entry->lastTimestamp || movement.timestamp > *entry->lastTimestamp;
    if (!isNewer && now - entry->lastMovementTime < restartAfter)
        return;
    entry->lastTimestamp = movement.timestamp;
    entry->lastMovementTime = now;
    place(from, *entry, rfc4::placementOf(movement));
}

void PeerDirectory::place(const Address &from, Entry &entry, const Placement &placement)
{
    entry.peer.lastHeard = m_clock();
    entry.peer.placement = placement;
    emit peerMoved(from, placement);
}

void PeerDirectory::expire()
{
    const auto now = m_clock();
    QList<Address> silent;
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
        if (now - entry->peer.lastHeard >= silenceUntilExpiry)
            silent.append(entry.key());
    }
    for (const Address &address : std::as_const(silent))
        remove(address);
}

void PeerDirectory::remove(const Address &address)
{
    if (m_entries.remove(address) > 0)
        emit peerRemoved(address);
}

void PeerDirectory::clear()
{
    const QList<Address> all = m_entries.keys();
    for (const Address &address : all)
        remove(address);
}

} // namespace islet
