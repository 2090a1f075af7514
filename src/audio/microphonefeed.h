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

//! An open microphone, whose samples become frames at our rate.
class MicrophoneFeed {
public:
    MicrophoneFeed();
    ~MicrophoneFeed();

    void open(std::unique_ptr<CaptureStream> stream, std::chrono::microseconds now);
    void close();
    bool isOpen() const { return m_stream != nullptr; }

    //! Reads all there is. What piled up during a hiccup is let go, the oldest first, rather than sent late.
    void pump(std::chrono::microseconds now);
    //! False when there is no whole frame yet.
    bool takeFrame(std::span<float, frameSamples> frame);

    //! Something has come since it was opened.
    bool isMoving() const { return m_isMoving; }
    //! It came to its end, or delivers nothing any more.
    bool isLost(std::chrono::microseconds now) const;
    //! It has given nothing but exact zeros for a while, as a microphone does that is switched off or forbidden.
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
