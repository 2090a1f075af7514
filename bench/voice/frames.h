// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/numbers.h"

namespace islet::bench {

//! Measures whether voice costs the window frames: a window in a room with walking peers, in alternating rounds while
//! no one talks, and while all peers and the window talk. Prints the result to standard output; returns false, with an
//! error on standard error, if it cannot be measured.
bool measureFrames(const Effort &effort);

} // namespace islet::bench
