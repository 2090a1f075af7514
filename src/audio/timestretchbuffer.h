// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/sound.h"

#include <span>
#include <vector>

namespace islet {

//! Decoded speech awaiting playout that can be shortened or lengthened without a change of pitch.
//!
//! It is spliced where the speech repeats itself: a pitch period is left out or repeated, with a short cross-fade
//! across the splice. Allocates only during construction.
class TimeStretchBuffer {
public:
    //! `capacity` in samples.
    explicit TimeStretchBuffer(int capacity);

    int size() const { return m_end - m_begin; }
    //! Returns space for `samples` more; fill it and commit() before the next call.
    std::span<float> prepare(int samples);
    void commit(int samples) { m_end += samples; }
    //! At most size() samples.
    void take(std::span<float> out);

    //! Removes one pitch period of at most `most` samples from the front and returns its length, or 0 if too few
    //! samples are buffered or there is no good splice point. `isUrgent` accepts the best splice there is.
    int shorten(int most, bool isUrgent);
    //! Removes at most `most` samples from the front if they are silent, and returns how many.
    int dropSilence(int most);
    //! Repeats a pitch period of at most `most` samples of what was just played and returns its length, or 0 if there
    //! is no good splice point.
    int lengthen(int most);

    static constexpr int shortestSplice = sampleRate / 400; // 2.5 ms, a period of 400 Hz
    //! Samples to have buffered for shorten() to search its full range.
    static constexpr int lookahead = sampleRate / 50;

private:
    bool isSilent(int from, int count) const;
    void splice(int lag);

    std::vector<float> m_samples;
    std::vector<float> m_seam;
    int m_begin = 0;
    int m_end = 0;
};

} // namespace islet
