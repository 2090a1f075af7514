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

constexpr float gainSmoothing = 0.3F; // of the way, each piece: most of it within 20 ms
constexpr float inaudible = 1e-4F; // of a gain

struct Sides {
    float left;
    float right;
};

//! Equal power: the two squares add up to the gain's, wherever the speaker is.
Sides sidesOf(const SpatialGain &hearing)
{
    if (!std::isfinite(hearing.gain) || !std::isfinite(hearing.pan))
        return {0, 0};
    const float angle = (std::clamp(hearing.pan, -1.F, 1.F) + 1) * std::numbers::pi_v<float> / 4;
    const float gain = std::clamp(hearing.gain, 0.F, 4.F);
    return {gain * std::cos(angle), gain * std::sin(angle)};
}

//! Where a gain is a piece later. It arrives: one that only came closer to 0 would end among the numbers that are so
//! small that processors are slow with them.
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

//! Whoever has been idle for longest; else, for somebody who can be heard from here, somebody who cannot.
Mixer::Speaker *Mixer::whoMakesRoomFor(SpeakerId newcomer)
{
    Speaker *leaves = nullptr;
    for (Speaker &speaker : m_speakers) {
        if (speaker.voice->isIdle() && (!leaves || speaker.lastPacket < leaves->lastPacket))
            leaves = &speaker;
    }
    if (leaves || m_hearings.value(newcomer, nowhere).gain <= 0)
        return leaves;
    const auto unheard = std::ranges::find_if(m_speakers, [](const Speaker &s) { return s.place.wanted.gain <= 0; });
    return unheard == m_speakers.end() ? nullptr : &*unheard;
}

Mixer::Speaker *Mixer::admit(SpeakerId id, std::chrono::microseconds now)
{
    if (static_cast<int>(m_speakers.size()) >= m_limits.speakers) {
        const Speaker *leaves = whoMakesRoomFor(id);
        if (!leaves)
            return nullptr;
        forget(leaves->id, Keep::Place);
    }
    m_speakers.push_back({id, std::make_unique<VoiceStream>(id), {}, now});
    m_speakers.back().place.wanted = m_hearings.value(id, nowhere);
    return &m_speakers.back();
}

void Mixer::receive(SpeakerId id, std::uint32_t index, const QByteArray &packet, std::chrono::microseconds now)
{
    Speaker *speaker = find(id);
    if (!speaker)
        speaker = admit(id, now);
    if (!speaker) {
        ++m_turnedAway;
        return;
    }
    speaker->lastPacket = now;
    speaker->voice->receive(index, packet, now);
}

void Mixer::place(SpeakerId id, const SpatialGain &hearing)
{
    m_hearings.insert(id, hearing);
    if (Speaker *speaker = find(id))
        speaker->place.wanted = hearing;
}

void Mixer::forget(SpeakerId id, Keep keep)
{
    if (keep == Keep::Nothing)
        m_hearings.remove(id);
    std::erase_if(m_speakers, [id](const Speaker &speaker) { return speaker.id == id; });
}

void Mixer::forgetEverybody()
{
    m_hearings.clear();
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
        place.left = wanted.left; // nobody hears it move
        place.right = wanted.right;
        return;
    }
    if (m_tap)
        m_tap(speaker.id, mono);
    // In a straight line within the piece, so that no step can be heard.
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
