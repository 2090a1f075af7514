// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/soundsystem.h"

#include <memory>

namespace islet {

//! Returns a QtSoundSystem. Call it on the thread that uses it.
//!
//! On Linux it is in a loadable module, which is loaded on the first call and stays loaded: that defers a dozen
//! libraries the window does not need until sound is used. If the module is missing, an error is printed to standard
//! error and the returned sound system is never reachable.
std::unique_ptr<SoundSystem> makeSoundSystem();

} // namespace islet
