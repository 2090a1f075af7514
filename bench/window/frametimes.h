// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QQuickWindow;

namespace islet {

//! Prints measurements for the benchmarks to standard error. Enabled by environment variables, and only in builds for
//! benchmarks (ISLET_BENCH).
//!
//! ISLET_BENCH_START: `first frame NANOSECONDS`, when the first frame was on the screen, on a clock shared with the
//! parent process, and `complete NANOSECONDS`, when the first frame with the whole window was. ISLET_BENCH_FRAMES:
//! `frame MILLISECONDS INTERVAL` for each frame, its duration and the time since the previous one. ISLET_BENCH_GAPS:
//! `longest gap MILLISECONDS`, each second after the first frame: the longest time since the last such line that the
//! window's thread was too busy to run a 5 ms timer.
void reportFrameTimes(QQuickWindow &window);
//! Call when the whole window is there.
void reportComplete(QQuickWindow &window);

} // namespace islet
