// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "protocol/rfc4messages.h"

namespace islet::rfc4 {

//! The timestamp of a compressed movement starts again at 0 after this many seconds.
constexpr float compressedTimestampPeriod = 655.36F;

//! Unpacks the legacy bit layout (bevy-explorer, godot-explorer, unity-explorer before March 2026) with Genesis City's
//! parcel bounds. Nobody should send this message any more: newer unity-explorers lay the bits out in another way.
Movement decompress(const MovementCompressed &message);

} // namespace islet::rfc4
