// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/cueplayer.h"

#include "audio/sound.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace islet {

namespace {

constexpr float turn = 2 * std::numbers::pi_v<float>;

//! A sine with a pitch glide, faded in and out.
struct Blip {
    float from; // Hz
    float to; // Hz
    std::chrono::milliseconds length;
};

std::vector<float> samplesOf(const Blip &blip)
{
    std::vector<float> samples(static_cast<std::size_t>(samplesIn(blip.length)));
    constexpr float attack = 0.15F; // fraction of the length
    float phase = 0;
    float peak = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const float at = static_cast<float>(i) / static_cast<float>(samples.size());
        const float slope = at < attack ? at / attack : (1 - at) / (1 - attack);
        const float envelope = (1 - std::cos(slope * turn / 2)) / 2;
        samples[i] = envelope * std::sin(turn * phase);
        phase += std::lerp(blip.from, blip.to, at) / sampleRate;
        peak = std::max(peak, std::abs(samples[i]));
    }
    for (float &sample : samples)
        sample *= CuePlayer::loudest / peak;
    return samples;
}

//! Two soft notes of 0.25 s each: C, and the G above it.
std::vector<float> chime()
{
    constexpr int note = sampleRate / 4;
    constexpr float length = static_cast<float>(note) / sampleRate;
    constexpr float slope = 0.01F; // s, at both ends
    constexpr float level = 0.2F;
    std::vector<float> samples;
    samples.reserve(2 * note);
    for (const float pitch : {523.25F, 783.99F}) {
        for (int i = 0; i < note; ++i) {
            const float time = static_cast<float>(i) / sampleRate;
            const float envelope = std::min({time / slope, (length - time) / slope, 1.F}) * std::exp(-12 * time);
            samples.push_back(level * envelope * std::sin(turn * pitch * time));
        }
    }
    return samples;
}

std::vector<float> soundOf(Cue cue)
{
    using namespace std::chrono_literals;
    switch (cue) {
    case Cue::Chime: return chime();
    case Cue::Join: return samplesOf({440, 660, 130ms});
    case Cue::Leave: return samplesOf({660, 440, 130ms});
    case Cue::Message: return samplesOf({784, 784, 70ms});
    case Cue::TalkOn: return samplesOf({988, 988, 50ms});
    case Cue::TalkOff: return samplesOf({587, 587, 50ms});
    }
    return {};
}

} // namespace

CuePlayer::CuePlayer()
{
    for (const Cue cue : allCues) {
        Track &track = m_tracks[static_cast<std::size_t>(cue)];
        track.samples = soundOf(cue);
        track.next = track.samples.size();
    }
}

void CuePlayer::play(Cue cue)
{
    Track &track = m_tracks[static_cast<std::size_t>(cue)];
    if (track.next == track.samples.size())
        track.next = 0;
}

void CuePlayer::forget()
{
    for (Track &track : m_tracks)
        track.next = track.samples.size();
}

void CuePlayer::addTo(std::span<float> stereo)
{
    for (Track &track : m_tracks) {
        for (std::size_t i = 0; i + 1 < stereo.size() && track.next < track.samples.size(); i += 2, ++track.next) {
            stereo[i] += track.samples[track.next];
            stereo[i + 1] += track.samples[track.next];
        }
    }
}

} // namespace islet
