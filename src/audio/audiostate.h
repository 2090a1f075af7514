// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMetaType>
#include <QString>

#include <cstdint>

namespace islet {

//! State of a microphone or a loudspeaker.
struct DeviceState {
    Q_GADGET

public:
    enum class Kind {
        Off, //!< not requested
        Opening, //!< or open, but no samples have moved yet
        Running,
        NoServer, //!< no sound server answers
        NoDevice, //!< there is none
        Refused, //!< cannot be opened: in use, or not permitted
        Hung, //!< never answered and was abandoned
        Silent, //!< a microphone that delivers only zeros
    };
    Q_ENUM(Kind)
    Kind kind = Kind::Off;
    QString device; //!< name of the device that is or was used

    friend bool operator==(const DeviceState &, const DeviceState &) = default;
};

//! State of both devices.
struct AudioState {
    DeviceState microphone;
    DeviceState loudspeaker;
    int loudspeakerBuffer = 0; //!< ms; grows after underruns
    std::uint64_t underruns = 0;

    friend bool operator==(const AudioState &, const AudioState &) = default;
};

} // namespace islet
