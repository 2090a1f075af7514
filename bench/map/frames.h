// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/numbers.h"

namespace islet::bench {

//! What it costs to draw a thousand and ten thousand people who walk, on `software` and by OpenGL: beside a Repeater
//! that shows the same people, and beside a window with nothing in it. Says on standard output what came out.
void measureMapFrames(const Effort &effort);

} // namespace islet::bench
