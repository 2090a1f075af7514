// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/jitterbuffer.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace islet {

namespace {

constexpr int ms = sampleRate / 1'000;
constexpr int maxHeld = 2'000 * ms;
constexpr qsizetype maxHeldBytes = 64 * 1'024; // 2 s at 262 kbit/s, eight times what speech takes
constexpr std::size_t slotCount = 1'024; // more than 2 s of the shortest packets
constexpr int maxGap = 120 * ms; // longer gaps are skipped, not concealed
constexpr int maxBridge = 60 * ms;
constexpr int bridgeStep = 10 * ms; // shortest step that Opus conceals well
constexpr int restartBehind = 50; // packets: an index that falls back further is a restarted client
constexpr int restartAfter = 1'000 * ms; // of silence: then any index is accepted
// Delay from a stall may be caught up by faster playback, but only this much of it: staying in the conversation matters
// more than speech from a second ago. The cut falls where the speech had stopped anyway.
constexpr int maxBacklog = 200 * ms;
constexpr int freshAfter = 200 * ms; // of silence: the sender's encoder was reset meanwhile

int distance(std::uint32_t from, std::uint32_t to)
{
    return static_cast<int>(to - from); // across wrap-around, too
}

} // namespace

JitterBuffer::JitterBuffer()
    : m_slots(slotCount)
{ }

bool JitterBuffer::isHeld(std::uint32_t index)
{
    const Slot &slot = slotOf(index);
    return slot.isHeld && slot.index == index;
}

JitterBuffer::Arrival JitterBuffer::put(std::uint32_t index, int samples, const QByteArray &packet, std::int64_t now)
{
    const int ahead = distance(m_next, index);
    if (isRestart(ahead, now)) {
        restart(index);
    } else if (ahead < 0) {
        const bool wasPlayed = ahead >= -64 && (m_played >> (-ahead - 1) & 1) != 0;
        return wasPlayed ? Arrival::Duplicate : Arrival::Late;
    } else if (isHeld(index)) {
        return Arrival::Duplicate;
    }
    freePlayed();
    dropOldestFor(samples, packet.size());

    const int pastEnd = distance(m_end, index);
    const std::int64_t media =
        pastEnd >= 0 ? appendedMedia(pastEnd) : m_endMedia + std::int64_t{pastEnd} * m_lastSamples;
    const bool isPauseOver = now - m_lastPut > freshAfter;
    m_lastPut = now;
    if (m_phase == Phase::Idle) {
        m_isNewStream = m_isNewStream || isPauseOver;
        begin(index, now - media);
    }
    m_delays.add(now, now - media);
    hold(index, samples, packet, media);
    if (pastEnd >= 0) {
        m_end = index + 1;
        m_endMedia = media + samples;
        m_lastSamples = samples;
    }
    return Arrival::Taken;
}

bool JitterBuffer::isRestart(int ahead, std::int64_t now) const
{
    if (!m_hasStarted || ahead < -restartBehind)
        return true;
    return ahead < 0 && m_phase == Phase::Idle && now - m_lastPut > restartAfter;
}

void JitterBuffer::restart(std::uint32_t index)
{
    for (Slot &slot : m_slots)
        slot.isHeld = false;
    m_held = m_heldSamples = 0;
    m_heldBytes = 0;
    m_played = 0;
    m_next = m_end = index;
    m_phase = Phase::Idle;
    m_hasStarted = m_isNewStream = true;
}

void JitterBuffer::begin(std::uint32_t index, std::int64_t offset)
{
    advanceTo(index, false); // packets missing before the first one are not concealed
    m_phase = Phase::Filling;
    m_beginOffset = offset;
    m_isFirst = true;
    m_bridged = m_unaccounted = 0;
    m_offsetCount = 0;
    m_delays.begin(offset);
}

void JitterBuffer::hold(std::uint32_t index, int samples, const QByteArray &packet, std::int64_t media)
{
    Slot &slot = slotOf(index);
    if (slot.isHeld) // left from before a jump by a multiple of the slot count
        release(slot);
    slot = {index, samples, media, true, packet};
    ++m_held;
    m_heldSamples += samples;
    m_heldBytes += packet.size();
}

void JitterBuffer::release(Slot &slot)
{
    slot.isHeld = false;
    --m_held;
    m_heldSamples -= slot.samples;
    m_heldBytes -= slot.packet.size();
}

void JitterBuffer::freePlayed()
{
    const auto count = std::min<std::uint32_t>(m_next - m_freedBefore, slotCount);
    for (std::uint32_t index = m_next - count; index != m_next; ++index) {
        if (Slot &slot = slotOf(index); !slot.isHeld)
            slot.packet.clear();
    }
    m_freedBefore = m_next;
}

void JitterBuffer::dropOldestFor(int samples, qsizetype bytes)
{
    while (m_held > 0 && (m_heldSamples + samples > maxHeld || m_heldBytes + bytes > maxHeldBytes)) {
        const std::uint32_t oldest = firstHeld();
        release(slotOf(oldest));
        advanceTo(oldest + 1, false);
        ++m_overflows;
    }
}

std::int64_t JitterBuffer::appendedMedia(int ahead) const
{
    const std::int64_t gap = std::int64_t{ahead} * m_lastSamples;
    return m_endMedia + (gap <= maxGap ? gap : 0);
}

std::uint32_t JitterBuffer::firstHeld() const
{
    std::uint32_t nearest = std::numeric_limits<std::uint32_t>::max();
    for (const Slot &slot : m_slots) {
        if (slot.isHeld)
            nearest = std::min(nearest, slot.index - m_next);
    }
    return m_next + nearest;
}

void JitterBuffer::advanceTo(std::uint32_t index, bool lastWasPlayed)
{
    const std::uint32_t steps = index - m_next;
    m_played = steps < 64 ? m_played << steps : 0;
    m_played |= lastWasPlayed ? 1 : 0;
    m_next = index;
    if (distance(m_end, index) > 0)
        m_end = index;
}

JitterBuffer::Step JitterBuffer::next(std::int64_t when)
{
    if (m_phase == Phase::Idle)
        return {};
    if (m_phase == Phase::Filling && m_held > 0) {
        const Slot &first = slotOf(firstHeld());
        if (when < m_delays.base() + first.media + m_delays.target())
            return {};
        m_phase = Phase::Playing;
    }
    if (isHeld(m_next))
        return play(when);
    return m_held > 0 ? concealMissing(when) : bridge();
}

int JitterBuffer::skipBacklog(std::int64_t when)
{
    int skipped = 0;
    const std::int64_t oldestToKeep = when - m_delays.base() - m_delays.target() - maxBacklog;
    while (isHeld(m_next) && isHeld(m_next + 1) && slotOf(m_next).media < oldestToKeep) {
        skipped += slotOf(m_next).samples;
        release(slotOf(m_next));
        advanceTo(m_next + 1, false);
    }
    m_isNewStream = m_isNewStream || skipped > 0;
    return skipped;
}

JitterBuffer::Step JitterBuffer::play(std::int64_t when)
{
    const int skipped = hasResumed() ? skipBacklog(when) : 0;
    Slot &slot = slotOf(m_next);
    release(slot);
    advanceTo(m_next + 1, true);
    const bool hasWaited = m_bridged > 0;
    if (hasWaited)
        m_offsetCount = 0; // earlier offsets are no longer meaningful
    m_bridged = m_unaccounted = 0;
    // An apparent pause was a stall if it ended in a burst: the packets behind the first were less late.
    constexpr int burstLength = 30 * ms;
    const bool wasStall = std::exchange(m_isFirst, false) && m_beginOffset - m_delays.base() > burstLength;
    m_offsets[m_offsetCount++ % remembered] = when - slot.media;
    const auto bytes = std::as_bytes(std::span(slot.packet.constData(), static_cast<std::size_t>(slot.packet.size())));
    return {Step::Kind::Play, slot.samples, bytes, std::exchange(m_isNewStream, false), hasWaited || wasStall, skipped};
}

JitterBuffer::Step JitterBuffer::concealMissing(std::int64_t when)
{
    const std::uint32_t found = firstHeld();
    if (std::int64_t{distance(m_next, found)} * m_lastSamples > maxGap) {
        advanceTo(found, false);
        return play(when);
    }
    advanceTo(m_next + 1, false);
    // The bridge already covered this packet, before it was known to be lost.
    const int covered = std::min(m_unaccounted, m_lastSamples);
    m_unaccounted -= covered;
    if (covered == m_lastSamples)
        return next(when);
    Step step{Step::Kind::Conceal, m_lastSamples - covered, {}};
    if (isHeld(m_next)) {
        const QByteArray &packet = slotOf(m_next).packet;
        step.packet = std::as_bytes(std::span(packet.constData(), static_cast<std::size_t>(packet.size())));
    }
    return step;
}

JitterBuffer::Step JitterBuffer::bridge()
{
    if (m_bridged >= maxBridge) {
        m_phase = Phase::Idle;
        return {};
    }
    m_bridged += bridgeStep;
    m_unaccounted += bridgeStep;
    return {Step::Kind::Bridge, bridgeStep, {}};
}

int JitterBuffer::delay() const
{
    if (m_offsetCount == 0)
        return 0;
    return static_cast<int>(m_offsets[(m_offsetCount - 1) % remembered] - m_delays.base());
}

int JitterBuffer::surplus() const
{
    if (m_phase != Phase::Playing || m_offsetCount == 0)
        return 0;
    // The minimum of the last few: samples are taken in lumps, and the shortest delay is the one that must suffice.
    const auto least = std::min_element(m_offsets.begin(), m_offsets.begin() + std::min(m_offsetCount, remembered));
    return static_cast<int>(*least - m_delays.base()) - m_delays.target();
}

void JitterBuffer::shortened(int samples)
{
    for (std::int64_t &offset : m_offsets)
        offset -= samples;
}

} // namespace islet
