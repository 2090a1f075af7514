// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/sound.h"

#include <span>

namespace islet {

//! Says when somebody speaks: when it is louder than the room has been lately.
//!
//! Levels are those of the root mean square in dBFS: 0 for a full-scale square wave, -3 for a full-scale sine.
class VoiceActivity {
public:
    static constexpr double silence = -100.0; // dBFS, the lowest level there is
    static constexpr double threshold = -55.0; // dBFS; nothing below it is a voice
    static constexpr double leastMargin = 3.0; // dB
    static constexpr double mostMargin = 30.0; // dB

    //! Whether somebody speaks in this frame or did in the last 300 ms. Allocates nothing.
    bool speaking(std::span<const float, frameSamples> frame);

    //! By how many dB a voice must stand out of the noise; kept within leastMargin and mostMargin.
    void setMargin(double margin);
    double margin() const { return m_margin; }

    //! Of the last frame, in dBFS, from `silence` to 0.
    double level() const { return m_level; }
    //! Whether the last frame itself was loud enough, whatever came before it.
    bool standsOut() const { return m_standsOut; }
    //! What it takes for the noise of the room, in dBFS.
    double noiseFloor() const { return m_noiseFloor; }

    //! Forgets what it has heard; the margin stays.
    void reset();

private:
    void followNoise();

    double m_margin = 9.0;
    double m_level = silence;
    double m_noiseFloor = silence;
    bool m_isFirst = true;
    bool m_standsOut = false;
    int m_hangover = 0; //!< frames
};

} // namespace islet
