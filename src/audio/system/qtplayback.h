// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/resampler.h"
#include "audio/samplelayout.h"
#include "audio/soundsystem.h"

#include <QPointer>

#include <array>
#include <optional>
#include <vector>

class QAudioSink;
class QIODevice;

namespace islet {

//! A loudspeaker through Qt Multimedia.
class QtPlayback : public PlaybackStream {
public:
    //! Starts the sink, which may block. `layout` is the format of the sink; `capacity` is in frames at sampleRate.
    QtPlayback(std::unique_ptr<QAudioSink> sink, const SampleLayout &layout, std::size_t capacity);
    ~QtPlayback() override;

    std::size_t writableFrames() override;
    std::size_t capacity() const override;
    void write(std::span<const float> stereo) override;
    bool isBroken() override;

private:
    //! Returns stereo at the device's rate.
    std::span<const float> resample(std::span<const float> stereo);
    std::size_t atOurRate(std::size_t bytes) const;

    std::unique_ptr<QAudioSink> m_sink;
    QPointer<QIODevice> m_samples; // Qt deletes it when the server goes away
    SampleLayout m_layout;
    std::optional<std::array<Resampler, 2>> m_resamplers; // left and right
    std::array<std::vector<float>, 4> m_sides; // left and right, before and after
    std::vector<float> m_resampled;
    std::vector<std::byte> m_bytes;
    bool m_isDead = false;
};

} // namespace islet
