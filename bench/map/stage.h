// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

namespace islet::bench {

//! Turns this program into a window to be measured: `--stage map|repeater|empty COUNT PIXELS-A-METRE FRAMES`.
inline const QString stageArgument = QStringLiteral("--stage");

//! Draws the given number of frames of walking people back to back. Prints "frame WALL CPU" to standard output for
//! each: milliseconds from just before the positions are requested until the frame is on the screen, and the CPU time
//! of all threads of this process meanwhile. Returns the program's exit status.
int runStage(const QStringList &words);

} // namespace islet::bench
