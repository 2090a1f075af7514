// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/sound.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstddef>
#include <memory>
#include <span>

namespace islet {

//! A microphone or a loudspeaker as listed by the system.
struct SoundDevice {
    QByteArray id; //!< assigned by the system, stable across restarts
    QString name; //!< display name
    bool isDefault = false;

    friend bool operator==(const SoundDevice &, const SoundDevice &) = default;
};

//! A microphone's stream, open until destruction.
class CaptureStream {
public:
    virtual ~CaptureStream() = default;
    //! Of the device, Hz.
    virtual int rate() const = 0;
    //! Reads what arrived since the last call, at most the size of `mono`. Returns the number of samples. Never waits.
    virtual std::size_t read(std::span<float> mono) = 0;
    //! The stream ended by itself.
    virtual bool isBroken() const = 0;
};

//! A loudspeaker's stream at sampleRate, open until destruction.
class PlaybackStream {
public:
    virtual ~PlaybackStream() = default;
    //! Frames (a left and a right sample each) that can be written now without waiting.
    virtual std::size_t writableFrames() = 0;
    //! Buffer size in frames.
    virtual std::size_t capacity() const = 0;
    //! Interleaved stereo; at most writableFrames() frames.
    virtual void write(std::span<const float> stereo) = 0;
    //! The stream ended by itself, or its device disappeared.
    virtual bool isBroken() = 0;
};

//! This machine's audio devices. All calls come from one thread; any may block, and opening may block forever.
class SoundSystem {
public:
    virtual ~SoundSystem() = default;
    //! Returns whether a sound server is reachable; until then the lists are empty. Each call tries again.
    virtual bool isReachable() = 0;
    virtual QList<SoundDevice> microphones() = 0;
    virtual QList<SoundDevice> loudspeakers() = 0;
    //! Returns nullptr if it cannot be opened. An empty id means the default.
    virtual std::unique_ptr<CaptureStream> openMicrophone(const QByteArray &id) = 0;
    //! As above; `capacity` is the desired buffer size in frames.
    virtual std::unique_ptr<PlaybackStream> openLoudspeaker(const QByteArray &id, std::size_t capacity) = 0;
};

} // namespace islet
