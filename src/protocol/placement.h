// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "protocol/rfc4messages.h"

namespace islet::rfc4 {

//! A placement as a Position, which the web client reads.
Position positionOf(const Placement &placement, std::uint32_t index);
//! A placement as a Movement, which modern clients read; `timestamp` is in seconds of our own clock.
Movement movementOf(const Placement &placement, float timestamp);

Placement placementOf(const Position &position);
Placement placementOf(const Movement &movement);

} // namespace islet::rfc4
