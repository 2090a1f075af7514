// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/numbers.h"

namespace islet::bench {

//! Plays speech from late packets: Islet's VoiceStream compared with speexdsp's JitterBuffer, with the same packets and
//! the same networks, on a simulated clock. Returns true if it could be measured.
bool measureJitter(const Effort &effort);

} // namespace islet::bench
