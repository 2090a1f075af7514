// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace islet {

//! What opens the way from the microphone into the room.
struct Activation {
    enum class Kind { PushToTalk, Voice };
    Kind kind = Kind::PushToTalk;
    double margin = 9; //!< Voice: how far it must stand out of the noise, 3 to 30 dB

    friend bool operator==(const Activation &, const Activation &) = default;
};

} // namespace islet
