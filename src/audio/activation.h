// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace islet {

//! What opens the microphone to the room.
struct Activation {
    enum class Kind { PushToTalk, Voice };
    Kind kind = Kind::PushToTalk;
    double margin = 9; //!< Voice: dB above the noise floor, 3 to 30

    friend bool operator==(const Activation &, const Activation &) = default;
};

} // namespace islet
