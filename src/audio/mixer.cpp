// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/mixer.h"

#include "audio/cueplayer.h"
#include "audio/limiter.h"
#include "audio/voicestream.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace islet {

namespace {

constexpr float gainSmoothing = 0.3F; // fraction of the difference per piece: most of it within 20 ms
constexpr float inaudible = 1e-4F; // gain difference

struct Sides {
    float left;
    float right;
};

//! Equal power: the squares of left and right add up to that of the gain, for any pan.
Sides sidesOf(const SpatialGain &hearing)
{
    if (!std::isfinite(hearing.gain) || !std::isfinite(hearing.pan))
        return {0, 0};
    const float angle = (std::clamp(hearing.pan, -1.F, 1.F) + 1) * std::numbers::pi_v<float> / 4;
    const float gain = std::clamp(hearing.gain, 0.F, 4.F);
    return {gain * std::cos(angle), gain * std::sin(angle)};
}

//! Returns the gain one piece later. Reaches the target exactly: approaching 0 forever would end in denormal numbers,
//! which processors handle slowly.
float approach(float gain, float wanted)
{
    return std::abs(wanted - gain) < inaudible ? wanted : std::lerp(gain, wanted, gainSmoothing);
}

} // namespace

Mixer::Mixer(Limits limits)
    : m_limits(limits)
    , m_cues(std::make_unique<CuePlayer>())
    , m_limiter(std::make_unique<Limiter>())
    , m_mono(frameSamples)
{ }

Mixer::~Mixer() = default;

Mixer::Speaker *Mixer::find(SpeakerId id)
{
    const auto found = std::ranges::find(m_speakers, id, &Speaker::id);
    return found == m_speakers.end() ? nullptr : &*found;
}

//! Returns the longest-idle speaker. If none is idle and the newcomer is audible, returns an inaudible one, or nullptr.
Mixer::Speaker *Mixer::evictionCandidate(SpeakerId newcomer)
{
    Speaker *candidate = nullptr;
    for (Speaker &speaker : m_speakers) {
        if (speaker.voice->isIdle() && (!candidate || speaker.lastPacket < candidate->lastPacket))
            candidate = &speaker;
    }
    if (candidate || m_placements.value(newcomer, nowhere).gain <= 0)
        return candidate;
    const auto silent = std::ranges::find_if(m_speakers, [](const Speaker &s) { return s.place.wanted.gain <= 0; });
    return silent == m_speakers.end() ? nullptr : &*silent;
}

Mixer::Speaker *Mixer::admit(SpeakerId id, std::chrono::microseconds now)
{
    if (static_cast<int>(m_speakers.size()) >= m_limits.speakers) {
        const Speaker *candidate = evictionCandidate(id);
        if (!candidate)
            return nullptr;
        forget(candidate->id, Keep::Place);
    }
    m_speakers.push_back({id, std::make_unique<VoiceStream>(id), {}, now});
    m_speakers.back().place.wanted = m_placements.value(id, nowhere);
    return &m_speakers.back();
}

void Mixer::receive(SpeakerId id, std::uint32_t index, const QByteArray &packet, std::chrono::microseconds now)
{
    Speaker *speaker = find(id);
    if (!speaker)
        speaker = admit(id, now);
    if (!speaker) {
        ++m_rejectedPackets;
        return;
    }
    speaker->lastPacket = now;
    speaker->voice->receive(index, packet, now);
}

void Mixer::place(SpeakerId id, const SpatialGain &hearing)
{
    m_placements.insert(id, hearing);
    if (Speaker *speaker = find(id))
        speaker->place.wanted = hearing;
}

void Mixer::forget(SpeakerId id, Keep keep)
{
    if (keep == Keep::Nothing)
        m_placements.remove(id);
    std::erase_if(m_speakers, [id](const Speaker &speaker) { return speaker.id == id; });
}

void Mixer::forgetAll()
{
    m_placements.clear();
    m_speakers.clear();
    m_cues->forget();
}

void Mixer::playCue(Cue cue)
{
    m_cues->play(cue);
}

void Mixer::render(std::span<float> stereo, std::chrono::microseconds now)
{
    Q_ASSERT(stereo.size() <= 2 * m_mono.size());
    std::ranges::fill(stereo, 0.F);
    for (Speaker &speaker : m_speakers)
        add(speaker, stereo, now);
    m_cues->addTo(stereo);
    m_limiter->process(stereo);
}

void Mixer::add(Speaker &speaker, std::span<float> stereo, std::chrono::microseconds now)
{
    const auto mono = std::span(m_mono).first(stereo.size() / 2);
    const Sides wanted = sidesOf(m_isDeafened ? nowhere : speaker.place.wanted);
    Place &place = speaker.place;
    if (!speaker.voice->render(mono, now)) {
        place.left = wanted.left; // inaudible, so it may jump
        place.right = wanted.right;
        return;
    }
    if (m_tap)
        m_tap(speaker.id, mono);
    // Linear ramp within the piece, so that no step is audible.
    const auto frames = static_cast<float>(mono.size());
    const float left = std::exchange(place.left, approach(place.left, wanted.left));
    const float right = std::exchange(place.right, approach(place.right, wanted.right));
    const float leftStep = (place.left - left) / frames;
    const float rightStep = (place.right - right) / frames;
    for (std::size_t i = 0; i < mono.size(); ++i) {
        stereo[2 * i] += mono[i] * (left + leftStep * static_cast<float>(i));
        stereo[2 * i + 1] += mono[i] * (right + rightStep * static_cast<float>(i));
    }
}

QList<SpeakerStats> Mixer::stats() const
{
    QList<SpeakerStats> all;
    all.reserve(static_cast<qsizetype>(m_speakers.size()));
    for (const Speaker &speaker : m_speakers)
        all.append(speaker.voice->stats());
    return all;
}

} // namespace islet
