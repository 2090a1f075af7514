// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>

namespace islet::test {

//! How much later a sound is found in another recording.
struct Delay {
    double milliseconds = 0;
    //! 1 where both are the same but for loudness, about 0 where they have nothing in common; below 0.5 the delay means
    //! nothing.
    double correlation = 0;
};

//! Where the second recording resembles the first one most, both at `rate` Hz and begun at the same instant. Looks for
//! lags from -100 ms to 1 s; to the sample, so 8 kHz give 0.125 ms.
Delay delayBetween(std::span<const float> mouth, std::span<const float> ear, int rate);

} // namespace islet::test
