// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include <array>
#include <span>

namespace islet {

//! Keeps left and right under -1 dBFS, together and without clipping, 1 ms late.
class Limiter {
public:
    static constexpr int block = 48; //!< frames

    //! In place; left and right in turn, a multiple of `block` frames.
    void process(std::span<float> stereo);

private:
    std::array<float, 2 * block> m_held{}; // the block that waits until it is known what comes after it
    float m_heldGain = 1; // what the waiting block needs
    float m_gain = 1; // where the last block that went out ended
};

} // namespace islet
