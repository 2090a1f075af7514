// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QQuickWindow;

namespace islet {

//! Large blocks of memory go back to the system as soon as they are freed. Call it before any other thread begins.
//!
//! By itself glibc keeps them from the first one on that was freed: it takes that for the size that a program works
//! with, but it was a picture or a compiled shader that is needed once. Does nothing with another C library.
void setMmapThreshold();

//! Once, some time after the first frame: what starting took and freed goes back to the system, from every thread's
//! heap. It takes a few milliseconds. Does nothing with another C library.
void trimHeapAfterStartup(QQuickWindow &window);

} // namespace islet
