// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/numbers.h"

namespace islet::bench {

//! Measures the cost of the whole window among 200 people who walk, chat and talk, beside a window with a button: the
//! slowest frame of a minute, CPU, and with `isLong` whether memory stays constant for ten minutes. Prints the
//! results to standard output.
void measureMapRoom(const Effort &effort, bool isLong);

} // namespace islet::bench
