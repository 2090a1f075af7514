// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

namespace islet::bench {

//! Makes this program a window to be measured: `--stage map|repeater|empty COUNT PIXELS-A-METRE FRAMES`.
inline const QString stageArgument = QStringLiteral("--stage");

//! Draws so many frames of people who walk, one right after the other, and says on standard output for each
//! "frame WALL CPU": milliseconds from before the positions are asked for until it is on the screen, and the time that
//! all threads of this process had a core meanwhile. The program's exit status.
int playStage(const QStringList &words);

} // namespace islet::bench
