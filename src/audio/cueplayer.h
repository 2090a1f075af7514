// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/cue.h"

#include <cstddef>
#include <span>
#include <vector>

namespace islet {

//! The precomputed sounds of all cues, and the playback position of each.
class CuePlayer {
public:
    //! Peak of all cues but the chime, which must be clearly audible: -24 dBFS.
    static constexpr float loudest = 0.063F;

    CuePlayer();

    //! A cue that is already playing continues: restarting it in the middle would click.
    void play(Cue cue);
    //! Stops all cues.
    void forget();
    //! Adds the next samples, equally to both channels of the interleaved `stereo`. Allocates nothing.
    void addTo(std::span<float> stereo);

    //! Mono, full scale 1.
    std::span<const float> samplesOf(Cue cue) const { return m_tracks[static_cast<std::size_t>(cue)].samples; }

private:
    struct Track {
        std::vector<float> samples;
        std::size_t next = 0; // equals the size once all have been played
    };

    std::array<Track, allCues.size()> m_tracks;
};

} // namespace islet
