// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <cstdint>

namespace islet {

//! How a microphone or a loudspeaker does.
struct DeviceState {
    enum class Kind {
        Off, //!< not asked for
        Opening, //!< or open, and nothing has moved yet
        Running,
        NoServer, //!< no sound server answers
        NoDevice, //!< there is none
        Refused, //!< it cannot be opened: taken, or not allowed
        Hung, //!< it never answered; it was given up
        Silent, //!< a microphone that gives nothing but zeros
    };
    Kind kind = Kind::Off;
    QString device; //!< name of what is or was used

    friend bool operator==(const DeviceState &, const DeviceState &) = default;
};

//! How both devices do.
struct AudioState {
    DeviceState microphone;
    DeviceState loudspeaker;
    int loudspeakerBuffer = 0; //!< ms; grows when it ran dry
    std::uint64_t underruns = 0; //!< times that it ran dry

    friend bool operator==(const AudioState &, const AudioState &) = default;
};

} // namespace islet
