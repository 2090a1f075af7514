// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/numbers.h"

namespace islet::bench {

//! Measures the cost of 32 simultaneous talkers: Mixer, from packets to stereo, compared with the bare Opus decoder fed
//! with the same packets. Prints the result to standard output; returns false, with an error on standard error, if it
//! cannot be measured.
bool measureMix(const Effort &effort);

} // namespace islet::bench
