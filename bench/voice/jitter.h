// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/numbers.h"

namespace islet::bench {

//! What is heard of speech that comes late: Islet's VoiceStream beside speexdsp's JitterBuffer, on the same packets
//! and the same lines, on a simulated clock. True when it could be measured.
bool measureJitter(const Effort &effort);

} // namespace islet::bench
