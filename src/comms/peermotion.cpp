// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/peermotion.h"

#include <algorithm>

namespace islet {

namespace {

//! Turns from `from` to `to` degrees by `share`, the short way round.
float turned(float from, float to, float share)
{
    const float difference = normalizedYaw(to - from + 180) - 180;
    return normalizedYaw(from + difference * share);
}

} // namespace

void PeerMotion::push(const Sample &sample)
{
    if (m_count == m_samples.size()) {
        std::move(m_samples.begin() + 1, m_samples.end(), m_samples.begin());
        --m_count;
    }
    m_samples[m_count++] = sample;
}

void PeerMotion::add(const Placement &placement, Time arrival)
{
    // Who stands reports once a second, and at once on setting out: the first step took a tenth, not the whole second.
    constexpr std::chrono::milliseconds stride{100};
    if (m_count > 0 && arrival - m_samples[m_count - 1].time > 2 * stride)
        push({m_samples[m_count - 1].placement, arrival - stride});
    push({placement, arrival});
}

Placement PeerMotion::at(Time now) const
{
    const Time shown = now - delay;
    const auto end = m_samples.begin() + static_cast<std::ptrdiff_t>(m_count);
    const auto after = std::find_if(m_samples.begin(), end, [shown](const Sample &s) { return s.time > shown; });
    if (after == m_samples.begin())
        return after->placement;
    const Sample &from = *(after - 1);
    if (after == end || flatDistance(from.placement.position, after->placement.position) > teleportDistance)
        return from.placement;
    const float share =
        std::chrono::duration<float>(shown - from.time) / std::chrono::duration<float>(after->time - from.time);
    const Vec3 way = after->placement.position - from.placement.position;
    return {from.placement.position + way * share, turned(from.placement.yaw, after->placement.yaw, share),
            after->placement.velocity};
}

} // namespace islet
