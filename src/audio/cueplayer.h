// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/cue.h"

#include <cstddef>
#include <span>
#include <vector>

namespace islet {

//! The sounds of all cues, computed once, and those that are being played.
class CuePlayer {
public:
    //! Of all but the chime, which is to be heard at once: -24 dBFS.
    static constexpr float loudest = 0.063F;

    CuePlayer();

    //! A cue that is being played goes on as it was: to begin again in its middle would click.
    void play(Cue cue);
    //! What was begun is not played to its end.
    void forget();
    //! Adds the next samples to `stereo`, left and right in turn, both alike. Allocates nothing.
    void addTo(std::span<float> stereo);

    //! Mono, full scale 1.
    std::span<const float> samplesOf(Cue cue) const { return m_tracks[static_cast<std::size_t>(cue)].samples; }

private:
    struct Track {
        std::vector<float> samples;
        std::size_t next = 0; // all of them were played when this is their number
    };

    std::array<Track, allCues.size()> m_tracks;
};

} // namespace islet
