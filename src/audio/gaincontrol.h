// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/voiceactivity.h"

namespace islet {

//! Brings a voice to one level, up or down, and leaves the room's noise where it is not heard.
class GainControl {
public:
    static constexpr double target = -20.0; // dBFS, of the frames in which somebody speaks
    static constexpr double mostGain = 24.0; // dB
    static constexpr double leastGain = -12.0; // dB
    //! The noise of the room is not brought above it.
    static constexpr double mostNoise = -48.0; // dBFS

    //! In place; what leaves is within ±1. `mayBeVoice` is false if the frame is known to be something else: its level
    //! is then not followed. Allocates nothing.
    void process(std::span<float, frameSamples> frame, bool mayBeVoice = true);
    //! What the last frame was given in the end, in dB.
    double gain() const { return m_gain; }
    void reset() { *this = GainControl(); }

private:
    double wanted() const;
    void apply(std::span<float, frameSamples> frame, double from) const;

    VoiceActivity m_activity;
    double m_power = 0.0; //!< of the voice lately, full scale 1; 0 before the first word
    double m_gain = 0.0;
};

} // namespace islet
