// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/people/peerdelays.h"

using namespace std::chrono_literals;

namespace islet {

PeerDelays::PeerDelays(Pinger &pinger, const PeerDirectory &directory, Clock clock, QObject *parent)
    : QObject(parent)
    , m_pinger(pinger)
    , m_directory(directory)
    , m_clock(std::move(clock))
{
    connect(&pinger, &Pinger::answered, this, [this](const Address &by, std::chrono::microseconds roundTrip) {
        if (m_directory.find(by)) // which bounds the number of entries
            m_delays.insert(by, roundTrip);
    });
    connect(&directory, &PeerDirectory::peerRemoved, this, [this](const Address &person) { m_delays.remove(person); });
    m_timer.setInterval(500ms);
    connect(&m_timer, &QTimer::timeout, this, &PeerDelays::tick);
}

std::optional<std::chrono::microseconds> PeerDelays::delayOf(const Address &person) const
{
    const auto found = m_delays.constFind(person);
    return found == m_delays.cend() ? std::nullopt : std::optional(*found);
}

void PeerDelays::poll()
{
    if (++m_pollers == 1)
        m_timer.start();
    tick();
}

void PeerDelays::stopPolling()
{
    if (--m_pollers == 0)
        m_timer.stop();
}

void PeerDelays::tick()
{
    const auto now = m_clock();
    const bool isDue = !m_lastPing || now - *m_lastPing >= pingInterval;
    if (m_pollers == 0 || !isDue || isTooCrowded() || m_directory.count() == 0)
        return;
    m_lastPing = now; // also if sending fails: retries no sooner
    static_cast<void>(m_pinger.ping());
}

} // namespace islet
