// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "background.h"

#include <chrono>
#include <utility>
#include <vector>

namespace islet::test {

//! How a source is recorded.
struct SoundFormat {
    int rate = 48'000; //!< Hz
    int channels = 1;
    //! Samples arrive at least this often, which also makes the source deliver as often to everyone. Without it, the
    //! recorder requests no latency and may receive samples seconds late.
    std::chrono::milliseconds latency{20};
};

//! A running `parec`. All samples read so far are available at any time.
class SoundRecording {
public:
    SoundRecording(const SoundFormat &format, QString file)
        : m_format(format)
        , m_file(std::move(file))
    { }
    //! Removes the recording's file.
    ~SoundRecording();

    bool start(const QString &source, const QProcessEnvironment &environment);
    void stop() { m_process.stop(); }
    bool isRunning() const { return m_process.isRunning(); }
    QString why() const { return m_process.why(); }

    const SoundFormat &format() const { return m_format; }
    //! Returns the number of samples per channel so far.
    qint64 size() const;
    bool waitForSize(qint64 wanted, std::chrono::milliseconds patience) const;
    //! Returns a channel's samples of [begin, end), as far as available; full scale is 1.
    std::vector<float> samples(int channel, qint64 begin, qint64 end) const;
    std::vector<float> samples(int channel = 0) const { return samples(channel, 0, size()); }

private:
    SoundFormat m_format;
    QString m_file;
    Background m_process;
};

} // namespace islet::test
