// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/soundsystem.h"

#include <memory>

namespace islet {

//! The devices of this machine, as QtSoundSystem has them. To be called on the thread that uses them.
//!
//! On Linux it is in a module of its own, which is loaded here for the first time and stays: a dozen libraries that a
//! window needs no sooner than somebody can be heard. A module that is missing is named on standard error, and the
//! sound system never reachable.
std::unique_ptr<SoundSystem> makeSoundSystem();

} // namespace islet
