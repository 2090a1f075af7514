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

//! A microphone or a loudspeaker, as the system lists it.
struct SoundDevice {
    QByteArray id; //!< the system's own, stable across restarts
    QString name; //!< for people
    bool isDefault = false;

    friend bool operator==(const SoundDevice &, const SoundDevice &) = default;
};

//! What a microphone hears, from opening to destruction.
class CaptureStream {
public:
    virtual ~CaptureStream() = default;
    //! Of the device, Hz.
    virtual int rate() const = 0;
    //! Takes what came since the last time, at most `mono` holds, and says how many samples that was. Never waits.
    virtual std::size_t read(std::span<float> mono) = 0;
    //! The stream came to its end by itself.
    virtual bool isBroken() const = 0;
};

//! What a loudspeaker plays, at sampleRate, from opening to destruction.
class PlaybackStream {
public:
    virtual ~PlaybackStream() = default;
    //! How many frames (a left and a right sample) can be written now without waiting.
    virtual std::size_t writableFrames() = 0;
    //! How many frames it holds at most.
    virtual std::size_t capacity() const = 0;
    //! Left and right in turn; at most writableFrames() frames.
    virtual void write(std::span<const float> stereo) = 0;
    //! The stream came to its end by itself, or its device did.
    virtual bool isBroken() = 0;
};

//! The devices of this machine. All calls come from one thread; any of them may block, and opening may do so for good.
class SoundSystem {
public:
    virtual ~SoundSystem() = default;
    //! Whether there is anything to ask; until then the lists are empty. Asking again is how it is found later.
    virtual bool isReachable() = 0;
    virtual QList<SoundDevice> microphones() = 0;
    virtual QList<SoundDevice> loudspeakers() = 0;
    //! nullptr when it cannot be opened. An empty id is the default.
    virtual std::unique_ptr<CaptureStream> openMicrophone(const QByteArray &id) = 0;
    //! As above; `capacity` in frames is what we would like it to hold.
    virtual std::unique_ptr<PlaybackStream> openLoudspeaker(const QByteArray &id, std::size_t capacity) = 0;
};

} // namespace islet
