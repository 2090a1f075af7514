// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/voiceactivity.h"

namespace islet {

//! Automatic gain control: brings a voice to one level, up or down, and keeps background noise inaudible.
class GainControl {
public:
    static constexpr double target = -20.0; // dBFS, of frames that contain voice
    static constexpr double maxGain = 24.0; // dB
    static constexpr double minGain = -12.0; // dB
    //! Background noise is not raised above it.
    static constexpr double maxNoise = -48.0; // dBFS

    //! In place; the result is within ±1. `mayBeVoice` is false if the frame is known not to be voice: its level is
    //! then ignored. Allocates nothing.
    void process(std::span<float, frameSamples> frame, bool mayBeVoice = true);
    //! Gain at the end of the last frame, dB.
    double gain() const { return m_gain; }
    void reset() { *this = GainControl(); }

private:
    double wanted() const;
    void apply(std::span<float, frameSamples> frame, double from) const;

    VoiceActivity m_activity;
    double m_power = 0.0; //!< smoothed power of the voice, full scale 1; 0 before the first voice
    double m_gain = 0.0;
};

} // namespace islet
