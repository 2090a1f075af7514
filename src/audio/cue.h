// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>

namespace islet {

//! Islet's own notification sounds, played only to the local user.
enum class Cue {
    Chime, //!< two notes, to test the loudspeaker
    Join, //!< someone joined: rises
    Leave, //!< someone left: falls
    Message, //!< a chat message arrived: one soft tick
    TalkOn, //!< transmission starts: a high tick
    TalkOff, //!< transmission ends: a low tick
};

inline constexpr std::array allCues{Cue::Chime, Cue::Join, Cue::Leave, Cue::Message, Cue::TalkOn, Cue::TalkOff};

} // namespace islet
