// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>

namespace islet {

//! Short sounds of Islet's own, which only the person at the machine hears.
enum class Cue {
    Chime, //!< two notes, for somebody who wants to know whether they hear anything
    Join, //!< somebody came: rises
    Leave, //!< somebody went: falls
    Message, //!< something was said in the chat: one soft tick
    TalkOn, //!< what I say goes out from now on: a high tick
    TalkOff, //!< and not any more: a low one
};

inline constexpr std::array allCues{Cue::Chime, Cue::Join, Cue::Leave, Cue::Message, Cue::TalkOn, Cue::TalkOff};

} // namespace islet
