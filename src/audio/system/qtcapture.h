// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/samplelayout.h"
#include "audio/soundsystem.h"

#include <QPointer>

#include <chrono>
#include <vector>

class QAudioSource;
class QIODevice;

namespace islet {

//! A microphone through Qt Multimedia.
class QtCapture : public CaptureStream {
public:
    //! Starts the source, which may block. `layout` is the format the source was created with.
    QtCapture(std::unique_ptr<QAudioSource> source, const SampleLayout &layout);
    ~QtCapture() override;

    int rate() const override { return m_layout.rate; }
    std::size_t read(std::span<float> mono) override;
    bool isBroken() const override;

private:
    void detectDeadStream();

    std::unique_ptr<QAudioSource> m_source;
    QPointer<QIODevice> m_samples; // Qt deletes it when the server goes away
    SampleLayout m_layout;
    std::vector<std::byte> m_bytes;
    std::size_t m_carried = 0; // bytes of an incomplete frame
    std::chrono::microseconds m_lastSample;
    bool m_hasRun = false;
    bool m_isDead = false;
};

} // namespace islet
