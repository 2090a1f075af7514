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
    //! Samples come at least so often, which also makes the source itself deliver as often to everybody. Without it,
    //! the recorder asks nothing of the source and may get its samples seconds later.
    std::chrono::milliseconds latency{20};
};

//! A `parec` that runs. Every sample that it has read can be had at any time.
class SoundRecording {
public:
    SoundRecording(const SoundFormat &format, QString file)
        : m_format(format)
        , m_file(std::move(file))
    { }
    //! Takes its file away with it.
    ~SoundRecording();

    bool start(const QString &source, const QProcessEnvironment &environment);
    void stop() { m_process.stop(); }
    bool isRunning() const { return m_process.isRunning(); }
    QString why() const { return m_process.why(); }

    const SoundFormat &format() const { return m_format; }
    //! How many samples a channel has so far.
    qint64 size() const;
    bool waitForSize(qint64 wanted, std::chrono::milliseconds patience) const;
    //! A channel's samples of [begin, end), as far as they are there; full scale is 1.
    std::vector<float> samples(int channel, qint64 begin, qint64 end) const;
    std::vector<float> samples(int channel = 0) const { return samples(channel, 0, size()); }

private:
    SoundFormat m_format;
    QString m_file;
    Background m_process;
};

} // namespace islet::test
