// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/voicestream.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace islet {

namespace {

constexpr int ms = sampleRate / 1'000;
constexpr int toleratedSurplus = 15 * ms; // surplus delay before speech is shortened; silence is removed at once
constexpr int settledSurplus = 2 * ms; // shortening continues down to this surplus
constexpr int urgentSurplus = 60 * ms; // above this surplus, a rough splice is better than none
constexpr double settlingTime = 100 * ms; // time constant of surplus reduction
constexpr double minCompression = 0.1; // minimum fraction of the speech to remove during playout
constexpr double maxCompression = 2.0;
constexpr double expansionRate = 0.25; // maximum fraction of the speech to repeat during playout
constexpr double maxCredit = 40 * ms;
constexpr int talkingHold = 100 * ms;
constexpr int fadeTime = 60 * ms;

std::int64_t samplesAt(std::chrono::microseconds time)
{
    return time.count() * ms / 1'000;
}

} // namespace

VoiceStream::VoiceStream(SpeakerId id)
    : m_fifo(2 * longestPacketSamples)
{
    m_stats.speaker = id;
}

void VoiceStream::receive(std::uint32_t index, const QByteArray &packet, std::chrono::microseconds now)
{
    const auto bytes = std::as_bytes(std::span(packet.constData(), static_cast<std::size_t>(packet.size())));
    const auto samples = durationOf(bytes);
    if (!samples) {
        ++m_stats.refused;
        return;
    }
    switch (m_buffer.put(index, *samples, packet, samplesAt(now))) {
    case JitterBuffer::Arrival::Taken: ++m_stats.packets; break;
    case JitterBuffer::Arrival::Late: ++m_stats.late; break;
    case JitterBuffer::Arrival::Duplicate: ++m_stats.duplicate; break;
    }
}

bool VoiceStream::render(std::span<float> mono, std::chrono::microseconds when)
{
    const int wanted = static_cast<int>(mono.size());
    const std::int64_t start = samplesAt(when);
    while (m_fifo.size() < wanted && decodeNext(start + m_fifo.size())) { }
    m_now = start;
    adjustDelay(wanted);
    const int available = std::min(wanted, m_fifo.size());
    if (available == 0) {
        m_sincePlayed = std::min(m_sincePlayed + wanted, sampleRate);
        m_stats.level = -100;
        return false;
    }
    m_fifo.take(mono.first(static_cast<std::size_t>(available)));
    m_sincePlayed = m_decodedInFifo > 0 ? 0 : std::min(m_sincePlayed + wanted, sampleRate);
    m_decodedInFifo = std::max(m_decodedInFifo - available, 0);
    std::fill(mono.begin() + available, mono.end(), 0.F);
    measure(mono);
    return true;
}

bool VoiceStream::decodeNext(std::int64_t when)
{
    const JitterBuffer::Step step = m_buffer.next(when);
    switch (step.kind) {
    case JitterBuffer::Step::Kind::Silence: return false;
    case JitterBuffer::Step::Kind::Play: play(step); return true;
    case JitterBuffer::Step::Kind::Conceal:
    case JitterBuffer::Step::Kind::Bridge: conceal(step); return true;
    }
    return false;
}

void VoiceStream::play(const JitterBuffer::Step &step)
{
    if (step.isNewStream)
        m_decoder.reset();
    // Concealment at the end of a talkspurt replaced nothing.
    if (const int bridged = std::exchange(m_bridged, 0); step.wasLate)
        m_stats.concealedMs += milliseconds(bridged);
    m_stats.compressedMs += milliseconds(step.skipped);
    const auto out = m_fifo.prepare(longestPacketSamples);
    const int samples = m_decoder.decode(step.packet, out);
    const auto decoded = out.first(static_cast<std::size_t>(samples));
    fadeIn(decoded);
    m_fifo.commit(samples);
    m_decodedInFifo = m_fifo.size();
    m_stats.playedMs += milliseconds(samples);
}

void VoiceStream::conceal(const JitterBuffer::Step &step)
{
    const auto out = m_fifo.prepare(step.samples);
    const int samples = m_decoder.conceal(step.packet, out);
    if (step.kind == JitterBuffer::Step::Kind::Bridge) {
        fade(out, m_gain - static_cast<float>(step.samples) / fadeTime);
        m_bridged += samples;
    } else {
        fadeIn(out);
        m_stats.concealedMs += milliseconds(samples);
    }
    m_fifo.commit(samples);
}

void VoiceStream::adjustDelay(int wanted)
{
    const int surplus = removeSilence(m_buffer.surplus(), wanted);
    // Too little delay is worse: a packet missed next time is not heard at all.
    if (surplus > -TimeStretchBuffer::shortestSplice && surplus <= (m_isSettling ? settledSurplus : toleratedSurplus)) {
        m_isSettling = false;
        m_credit = 0;
        return;
    }
    m_isSettling = true;
    if (surplus > 0)
        compress(surplus, wanted);
    else
        expand(-surplus, wanted);
}

int VoiceStream::removeSilence(int surplus, int wanted)
{
    if (surplus < TimeStretchBuffer::shortestSplice)
        return surplus;
    const int removed = m_fifo.dropSilence(std::min(surplus, m_fifo.size() - wanted));
    recordRemoved(removed);
    return surplus - removed;
}

void VoiceStream::compress(int surplus, int wanted)
{
    m_credit =
        std::min(m_credit + wanted * std::clamp(surplus / settlingTime, minCompression, maxCompression), maxCredit);
    while (m_fifo.size() < wanted + TimeStretchBuffer::lookahead && m_buffer.hasNext())
        play(m_buffer.next(m_now + m_fifo.size()));
    const int most = std::min({surplus, static_cast<int>(m_credit), m_fifo.size() - wanted});
    const int removed = m_fifo.shorten(most, surplus > urgentSurplus);
    m_credit -= removed;
    recordRemoved(removed);
}

void VoiceStream::recordRemoved(int samples)
{
    m_buffer.shortened(samples);
    m_stats.compressedMs += milliseconds(samples);
}

void VoiceStream::expand(int shortage, int wanted)
{
    m_credit = std::min(m_credit + wanted * expansionRate, maxCredit);
    if (m_credit < TimeStretchBuffer::shortestSplice)
        return;
    const int added = m_fifo.lengthen(shortage + toleratedSurplus); // a little more does no harm
    m_credit -= added;
    m_buffer.shortened(-added);
    m_stats.stretchedMs += milliseconds(added);
}

void VoiceStream::fadeIn(std::span<float> samples)
{
    constexpr std::size_t attack = 5 * ms;
    if (m_gain < 1)
        fade(samples.first(std::min(samples.size(), attack)), 1);
}

void VoiceStream::fade(std::span<float> samples, float to)
{
    to = std::clamp(to, 0.F, 1.F);
    const float from = std::exchange(m_gain, to);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] *= std::lerp(from, to, static_cast<float>(i + 1) / static_cast<float>(samples.size()));
}

void VoiceStream::measure(std::span<const float> mono)
{
    float energy = 0;
    for (const float sample : mono)
        energy += sample * sample;
    const double power = static_cast<double>(energy) / static_cast<double>(mono.size());
    m_stats.level = 10 * std::log10(std::max(power, 1e-10));
}

SpeakerStats VoiceStream::stats() const
{
    SpeakerStats stats = m_stats;
    stats.overflow = m_buffer.overflows();
    stats.targetMs = milliseconds(m_buffer.delays().target());
    stats.actualMs = milliseconds(m_buffer.delay());
    stats.jitterMs = m_buffer.delays().jitter() / ms;
    stats.isTalking = m_sincePlayed < talkingHold;
    return stats;
}

} // namespace islet
