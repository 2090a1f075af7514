// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/voice/selftest.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace islet {

SelfTest::SelfTest(Clock clock, std::uint32_t seed, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_network({}, seed)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(2ms);
    connect(&m_timer, &QTimer::timeout, this, &SelfTest::deliver);
}

void SelfTest::setActive(bool active)
{
    if (std::exchange(m_isActive, active) == active)
        return;
    m_inFlight.clear();
    emit changed();
}

void SelfTest::setLoss(int percent)
{
    m_loss = std::clamp(percent, 0, 50);
    applyConditions();
    emit changed();
}

void SelfTest::setJitter(int milliseconds)
{
    m_jitter = std::clamp(milliseconds, 0, 500);
    applyConditions();
    emit changed();
}

void SelfTest::applyConditions()
{
    m_network.setConditions({.loss = m_loss / 100.0, .jitter = std::chrono::milliseconds(m_jitter)});
}

void SelfTest::send(std::uint32_t index, const QByteArray &packet)
{
    if (!m_isActive || m_network.drops())
        return;
    m_inFlight.push_back({m_network.arrivalOf(0, m_clock()), index, packet});
    deliver();
}

void SelfTest::deliver()
{
    const auto now = m_clock();
    while (!m_inFlight.empty() && m_inFlight.front().due <= now) {
        const Packet packet = std::move(m_inFlight.front());
        m_inFlight.pop_front();
        emit arrived(packet.index, packet.bytes);
    }
    if (m_inFlight.empty())
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

} // namespace islet
