// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/resampler.h"
#include "audio/samplefifo.h"
#include "audio/soundsystem.h"

#include <chrono>
#include <optional>

namespace islet {

//! Reads an open microphone and splits its samples into frames at our rate.
class MicrophoneFeed {
public:
    MicrophoneFeed();
    ~MicrophoneFeed();

    void open(std::unique_ptr<CaptureStream> stream, std::chrono::microseconds now);
    void close();
    bool isOpen() const { return m_stream != nullptr; }

    //! Reads everything available. Drops the oldest samples that piled up during a hiccup rather than send them late.
    void pump(std::chrono::microseconds now);
    //! Returns false if there is no complete frame yet.
    bool takeFrame(std::span<float, frameSamples> frame);

    //! A sample has arrived since it was opened.
    bool isMoving() const { return m_isMoving; }
    //! The stream ended or no longer delivers samples.
    bool isLost(std::chrono::microseconds now) const;
    //! It has delivered only exact zeros for a while, as a microphone does that is switched off or not permitted.
    bool isSilent(std::chrono::microseconds now) const;

private:
    std::unique_ptr<CaptureStream> m_stream;
    std::optional<Resampler> m_resampler;
    std::vector<float> m_raw; // at the device's rate
    std::vector<float> m_resampled;
    SampleFifo m_pending;
    std::chrono::microseconds m_lastSample{0};
    std::chrono::microseconds m_lastSound{0};
    bool m_isMoving = false;
};

} // namespace islet
