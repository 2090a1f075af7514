// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMap>
#include <QString>

#include <chrono>

namespace islet::bench {

//! What starting a program once was like.
struct Launch {
    std::chrono::nanoseconds untilFirstFrame; //!< from just before exec
    double pss; //!< MiB, proportional set size when it has settled
    double rss; //!< MiB, resident set size at that time
};

//! Starts a program that says "first frame NANOSECONDS" on standard error, and ends it after `settling`.
Launch launch(const QString &program, const QMap<QString, QString> &environment, std::chrono::milliseconds settling);

//! Starts islet, and ends it again: milliseconds that its window did not answer at a stretch, at most, within 2 s of
//! its first frame. It enters the room meanwhile.
double longestGap(const QString &program, const QMap<QString, QString> &environment);

} // namespace islet::bench
