// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/numbers.h"
#include "talkers.h"

namespace islet::bench {

//! Measures the delay from a talker's microphone to a listener's ear: Islet (if given) compared with Mumble and with
//! Mumble tuned for latency, in alternating rounds; $ROUNDS sets their number, 5 by default. Prints the result to
//! standard output; returns false, with an error on standard error, if it cannot be measured.
bool measureMouthToEar(const Effort &effort, Talkers *islet);

} // namespace islet::bench
