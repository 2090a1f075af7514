// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/numbers.h"

namespace islet::bench {

//! Measures the cost of drawing 1,000 and 10,000 walking people, with `software` and with OpenGL: beside a Repeater
//! that shows the same people, and beside an empty window. Prints the results to standard output.
void measureMapFrames(const Effort &effort);

} // namespace islet::bench
