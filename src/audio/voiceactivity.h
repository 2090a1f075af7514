// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/sound.h"

#include <span>

namespace islet {

//! Detects speech: a level above the recent background noise.
//!
//! Levels are root mean square in dBFS: 0 for a full-scale square wave, -3 for a full-scale sine.
class VoiceActivity {
public:
    static constexpr double silence = -100.0; // dBFS, the lowest level reported
    static constexpr double threshold = -55.0; // dBFS; anything below is not voice
    static constexpr double minMargin = 3.0; // dB
    static constexpr double maxMargin = 30.0; // dB

    //! Returns whether there is speech in this frame or was in the last 300 ms. Allocates nothing.
    bool speaking(std::span<const float, frameSamples> frame);

    //! Margin above the noise floor, in dB; clamped to minMargin and maxMargin.
    void setMargin(double margin);
    double margin() const { return m_margin; }

    //! Of the last frame, dBFS, from `silence` to 0.
    double level() const { return m_level; }
    //! Whether the last frame itself was loud enough, without hangover.
    bool standsOut() const { return m_standsOut; }
    //! Estimated background noise, dBFS.
    double noiseFloor() const { return m_noiseFloor; }

    //! Clears the history; keeps the margin.
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
