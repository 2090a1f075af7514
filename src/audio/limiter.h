// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include <array>
#include <span>

namespace islet {

//! Keeps both channels under -1 dBFS with a common gain and without clipping. Adds 1 ms of delay.
class Limiter {
public:
    static constexpr int block = 48; //!< frames

    //! In place; interleaved stereo, a multiple of `block` frames.
    void process(std::span<float> stereo);

private:
    std::array<float, 2 * block> m_held{}; // block held back until the next one is known
    float m_heldGain = 1; // gain required by that block
    float m_gain = 1; // gain at the end of the last output block
};

} // namespace islet
