// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/sound.h"

#include <span>
#include <vector>

namespace islet {

//! Decoded speech that waits to be played, and can be made shorter or longer without a change of pitch.
//!
//! The change is a splice where the speech repeats itself: a period of the voice is left out, or played again, with a
//! short cross-fade over the place. Allocates nothing after its construction.
class TimeStretchBuffer {
public:
    //! `capacity` in samples.
    explicit TimeStretchBuffer(int capacity);

    int size() const { return m_end - m_begin; }
    //! Room for as many more, to be filled before the next call and then committed.
    std::span<float> prepare(int samples);
    void commit(int samples) { m_end += samples; }
    //! At most size() samples.
    void take(std::span<float> out);

    //! Leaves out at most `most` samples right at the beginning, a period of the voice, and says how many: 0 when there
    //! is not enough in hand, or no good place. `mustHurry` takes the best place there is.
    int shorten(int most, bool mustHurry);
    //! Leaves out at most `most` samples at the beginning if nobody would miss them, and says how many.
    int dropSilence(int most);
    //! Repeats at most `most` samples of what was just played, a period of the voice, and says how many: 0 when there
    //! is no good place.
    int lengthen(int most);

    static constexpr int shortestSplice = sampleRate / 400; // 2.5 ms, a period of 400 Hz
    //! How much must be in hand for shorten() to have its choice.
    static constexpr int lookahead = sampleRate / 50;

private:
    bool isSilent(int from, int count) const;
    void jump(int lag);

    std::vector<float> m_samples;
    std::vector<float> m_seam;
    int m_begin = 0;
    int m_end = 0;
};

} // namespace islet
