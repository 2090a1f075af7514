// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/numbers.h"
#include "talkers.h"

namespace islet::bench {

//! How long what is said into a microphone takes until it is heard at the other's ear: Islet (when there is one) beside
//! Mumble and Mumble tuned for latency, in alternating rounds; $ROUNDS says how many, 5 by default. Says on standard
//! output what came out; false, with a sentence on standard error, when it cannot be measured.
bool measureMouthToEar(const Effort &effort, Talkers *islet);

} // namespace islet::bench
