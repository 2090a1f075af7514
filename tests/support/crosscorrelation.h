// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>

namespace islet::test {

//! The delay of a sound in another recording.
struct Delay {
    double milliseconds = 0;
    //! 1 if both are equal but for volume, about 0 if they are unrelated; below 0.5 the delay is meaningless.
    double correlation = 0;
};

//! Finds the lag at which the second recording correlates best with the first. Both are at `rate` Hz and begin at the
//! same time. Searches from -100 ms to 1 s, to the sample: 0.125 ms at 8 kHz.
Delay delayBetween(std::span<const float> mouth, std::span<const float> ear, int rate);

} // namespace islet::test
