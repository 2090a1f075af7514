// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/numbers.h"

namespace islet::bench {

//! Whether voice costs the window frames: a window in a room with people who walk, while nobody talks, and while all of
//! them and the window talk; in alternating rounds. Says on standard output what came out; false, with a sentence on
//! standard error, when it cannot be measured.
bool measureFrames(const Effort &effort);

} // namespace islet::bench
