// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace islet {

//! Processing between the microphone and the encoder. Each stage can be switched during a call.
struct Processing {
    bool echoCancellation = true; //!< removes what the local loudspeaker plays
    bool noiseSuppression = true; //!< removes fans and hiss
    bool gainControl = true; //!< brings quiet and loud voices to one level

    friend bool operator==(const Processing &, const Processing &) = default;
};

} // namespace islet
