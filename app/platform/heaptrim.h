// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QQuickWindow;

namespace islet {

//! Makes glibc return large blocks to the system as soon as they are freed. Call this before any other thread starts.
//!
//! By default glibc raises its threshold when the first large block is freed, taking that for the program's working
//! size; here it was an image or a compiled shader needed once. Does nothing with another C library.
void setMmapThreshold();

//! Once, some time after the first frame, returns the memory freed since startup to the system, from every thread's
//! heap. Takes a few milliseconds. Does nothing with another C library.
void trimHeapAfterStartup(QQuickWindow &window);

} // namespace islet
