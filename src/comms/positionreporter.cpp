// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/positionreporter.h"

#include "base/sentence.h"
#include "protocol/placement.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

PositionReporter::PositionReporter(CommsAdapter &adapter, Clock clock, QObject *parent)
    : QObject(parent)
    , m_adapter(adapter)
    , m_clock(std::move(clock))
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PositionReporter::tick);
    connect(&adapter, &CommsAdapter::opened, this, [this] {
        m_lastReport.reset();
        tick();
    });
    connect(&adapter, &CommsAdapter::detached, &m_timer, &QTimer::stop);
}

Expected<void> PositionReporter::setPlacement(const Placement &placement)
{
    if (!isPlausible(placement.position) || !isPlausible(placement.velocity) || !std::isfinite(placement.yaw)
        || placement.position == gonePosition) {
        return failure(
            ErrorCode::InvalidInput,
            Sentence::tr("This position is out of range: x and z must be from -100000 to 100000 m, y from -1000 "
                         "to 10000 m."));
    }
    const Placement before =
        std::exchange(m_placement, {placement.position, normalizedYaw(placement.yaw), placement.velocity});
    tick();
    if (m_placement != before)
        emit placementChanged(m_placement);
    return {};
}

void PositionReporter::tick()
{
    if (!m_adapter.isOpen())
        return;
    const auto interval = m_placement == m_reported ? stillInterval : movingInterval;
    if (!m_lastReport || m_clock() - *m_lastReport >= interval)
        report();
    schedule();
}

void PositionReporter::reportNow()
{
    if (!m_adapter.isOpen())
        return;
    report();
    schedule();
}

void PositionReporter::report()
{
    ++m_index;
    m_lastReport = m_clock();
    m_reported = m_placement;
    // Failures are ignored: the next report follows anyway.
    m_adapter.reportPosition(m_placement.position);
    static_cast<void>(m_adapter.send(rfc4::positionOf(m_placement, m_index), Delivery::Unreliable));
    static_cast<void>(m_adapter.send(rfc4::movementOf(m_placement, m_adapter.nextTimestamp()), Delivery::Unreliable));
}

void PositionReporter::schedule()
{
    if (!m_lastReport)
        return;
    const auto interval = m_placement == m_reported ? stillInterval : movingInterval;
    const auto due = *m_lastReport + interval - m_clock();
    m_timer.start(std::max(1ms, std::chrono::ceil<std::chrono::milliseconds>(due)));
}

} // namespace islet
