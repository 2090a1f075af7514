// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "protocol/rfc4messages.h"

namespace islet::rfc4 {

//! The timestamp of a compressed movement wraps to 0 after this many seconds.
constexpr float compressedTimestampPeriod = 655.36F;

//! Decodes the legacy bit layout (bevy-explorer, godot-explorer, unity-explorer before March 2026) with Genesis City's
//! parcel bounds. Do not send this message any more: newer unity-explorers use a different layout.
Movement decompress(const MovementCompressed &message);

} // namespace islet::rfc4
