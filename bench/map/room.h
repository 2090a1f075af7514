// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/numbers.h"

namespace islet::bench {

//! What the whole window costs among 200 people who walk, chat and talk, beside a window with a button: the slowest
//! frame of a minute, CPU, and with `isLong` whether memory stays the same for ten minutes. Says on standard output
//! what came out.
void measureMapRoom(const Effort &effort, bool isLong);

} // namespace islet::bench
