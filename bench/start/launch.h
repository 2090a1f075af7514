// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMap>
#include <QStringList>

#include <chrono>
#include <vector>

namespace islet::bench {

//! What starting a program once was like.
struct Launch {
    std::chrono::nanoseconds untilFirstFrame; //!< from just before exec
    std::chrono::nanoseconds untilComplete; //!< until all of the window was on the screen
    double pss; //!< MiB, proportional set size when it has settled
    double rss; //!< MiB, resident set size at that time
};

//! A program as it is started.
struct Program {
    QString path;
    QStringList arguments;
    bool comesInParts = false; //!< says "complete NANOSECONDS" too; otherwise its first frame has all of it
};

//! Starts a program that says "first frame NANOSECONDS" on standard error, and ends it after `settling`.
Launch launch(const Program &program, const QMap<QString, QString> &environment, std::chrono::milliseconds settling);

//! Starts islet, and ends it again: milliseconds that its window did not answer at a stretch, at most; first within 2 s
//! of its first frame, then within the second in which each of `things` was opened (see app/opener.h). fail()s when one
//! of them cannot be opened.
std::vector<double> longestGaps(const Program &program, const QMap<QString, QString> &environment,
                                const QStringList &things);

} // namespace islet::bench
