// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/jitterbuffer.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace islet {

namespace {

constexpr int ms = sampleRate / 1'000;
constexpr int mostHeld = 2'000 * ms;
constexpr qsizetype mostHeldBytes = 64 * 1'024; // 2 s at 262 kbit/s, eight times what speech takes
constexpr std::size_t slotCount = 1'024; // more than 2 s of the shortest packets
constexpr int longestGap = 120 * ms; // what is missing beyond it is skipped, not invented
constexpr int longestBridge = 60 * ms;
constexpr int bridgeStep = 10 * ms; // the shortest that Opus invents well
constexpr int restartBehind = 50; // packets: an index that falls back further is a client that started again
constexpr int restartAfter = 1'000 * ms; // of silence: any index is as good as any other then
// What a stall held up may be made up for by hearing it faster, but only so much of it: what was said a second ago is
// worth less than to be back in the conversation. The cut is where the speech had stopped anyway.
constexpr int longestBacklog = 200 * ms;
constexpr int freshAfter = 200 * ms; // of silence: the talker's encoder was reset since

int distance(std::uint32_t from, std::uint32_t to)
{
    return static_cast<int>(to - from); // over the end of the numbers too
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
    letGoOfPlayed();
    makeRoom(samples, packet.size());

    const int fromEnd = distance(m_end, index);
    const std::int64_t media =
        fromEnd >= 0 ? appendedMedia(fromEnd) : m_endMedia + std::int64_t{fromEnd} * m_lastSamples;
    const bool isPauseOver = now - m_lastPut > freshAfter;
    m_lastPut = now;
    if (m_phase == Phase::Idle) {
        m_isNewStream = m_isNewStream || isPauseOver;
        begin(index, now - media);
    }
    m_delays.add(now, now - media);
    hold(index, samples, packet, media);
    if (fromEnd >= 0) {
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
    advanceTo(index, false); // what is missing before the first word is not missed
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
    if (slot.isHeld) // of before a jump by a multiple of the slots
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

void JitterBuffer::letGoOfPlayed()
{
    const auto count = std::min<std::uint32_t>(m_next - m_letGoBefore, slotCount);
    for (std::uint32_t index = m_next - count; index != m_next; ++index) {
        if (Slot &slot = slotOf(index); !slot.isHeld)
            slot.packet.clear();
    }
    m_letGoBefore = m_next;
}

void JitterBuffer::makeRoom(int samples, qsizetype bytes)
{
    while (m_held > 0 && (m_heldSamples + samples > mostHeld || m_heldBytes + bytes > mostHeldBytes)) {
        const std::uint32_t oldest = firstHeld();
        release(slotOf(oldest));
        advanceTo(oldest + 1, false);
        ++m_overflows;
    }
}

std::int64_t JitterBuffer::appendedMedia(int ahead) const
{
    const std::int64_t gap = std::int64_t{ahead} * m_lastSamples;
    return m_endMedia + (gap <= longestGap ? gap : 0);
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
    return m_held > 0 ? missing(when) : bridge();
}

int JitterBuffer::skipBacklog(std::int64_t when)
{
    int skipped = 0;
    const std::int64_t soonEnough = when - m_delays.base() - m_delays.target() - longestBacklog;
    while (isHeld(m_next) && isHeld(m_next + 1) && slotOf(m_next).media < soonEnough) {
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
        m_offsetCount = 0; // what was before says nothing now
    m_bridged = m_unaccounted = 0;
    // What looked like a pause was a stall if it ended in a burst: the packets behind the first were less late.
    constexpr int aBurst = 30 * ms;
    const bool wasStall = std::exchange(m_isFirst, false) && m_beginOffset - m_delays.base() > aBurst;
    m_offsets[m_offsetCount++ % remembered] = when - slot.media;
    const auto bytes = std::as_bytes(std::span(slot.packet.constData(), static_cast<std::size_t>(slot.packet.size())));
    return {Step::Kind::Play, slot.samples, bytes, std::exchange(m_isNewStream, false), hasWaited || wasStall, skipped};
}

JitterBuffer::Step JitterBuffer::missing(std::int64_t when)
{
    const std::uint32_t found = firstHeld();
    if (std::int64_t{distance(m_next, found)} * m_lastSamples > longestGap) {
        advanceTo(found, false);
        return play(when);
    }
    advanceTo(m_next + 1, false);
    // What was bridged stood for this packet; nobody knew yet that it would never come.
    const int done = std::min(m_unaccounted, m_lastSamples);
    m_unaccounted -= done;
    if (done == m_lastSamples)
        return next(when);
    Step step{Step::Kind::Conceal, m_lastSamples - done, {}};
    if (isHeld(m_next)) {
        const QByteArray &packet = slotOf(m_next).packet;
        step.packet = std::as_bytes(std::span(packet.constData(), static_cast<std::size_t>(packet.size())));
    }
    return step;
}

JitterBuffer::Step JitterBuffer::bridge()
{
    if (m_bridged >= longestBridge) {
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
    // The least of the last few: samples are taken in lumps, and the shortest delay is the one that must suffice.
    const auto least = std::min_element(m_offsets.begin(), m_offsets.begin() + std::min(m_offsetCount, remembered));
    return static_cast<int>(*least - m_delays.base()) - m_delays.target();
}

void JitterBuffer::shortened(int samples)
{
    for (std::int64_t &offset : m_offsets)
        offset -= samples;
}

} // namespace islet
