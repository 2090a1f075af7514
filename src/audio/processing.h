// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace islet {

//! What is done to a voice between the microphone and the others. Each can be switched while people talk.
struct Processing {
    bool echoCancellation = true; //!< takes out what the own loudspeaker plays
    bool noiseSuppression = true; //!< takes out fans and hiss
    bool gainControl = true; //!< brings quiet and loud voices to one level

    friend bool operator==(const Processing &, const Processing &) = default;
};

} // namespace islet
