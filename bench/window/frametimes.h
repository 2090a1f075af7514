// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QQuickWindow;

namespace islet {

//! For the benchmarks, which ask for it by environment variables: lines on standard error. Only in what is built for
//! them (ISLET_BENCH).
//!
//! ISLET_BENCH_START: `first frame NANOSECONDS`, when the first frame was on the screen, on the clock that a parent
//! process has too, and `complete NANOSECONDS`, when the one with all of the window was. ISLET_BENCH_FRAMES: `frame
//! MILLISECONDS INTERVAL` for each, how long it took and how long after the last it came. ISLET_BENCH_GAPS: `longest
//! gap MILLISECONDS`, each second after the first frame: how long the window's thread was too busy for a timer of 5 ms,
//! at most, since the last such line.
void reportFrameTimes(QQuickWindow &window);
//! To be called when all of the window is there.
void reportComplete(QQuickWindow &window);

} // namespace islet
