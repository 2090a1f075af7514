// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/numbers.h"

namespace islet::bench {

//! What it costs to hear 32 people at once: Mixer, from packets to left and right, beside the bare Opus decoder fed
//! with the same packets. Says on standard output what came out; false, with a sentence on standard error, when it
//! cannot be measured.
bool measureMix(const Effort &effort);

} // namespace islet::bench
