// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMap>
#include <QStringList>

#include <chrono>
#include <vector>

namespace islet::bench {

//! Measurements of one launch of a program.
struct Launch {
    std::chrono::nanoseconds untilFirstFrame; //!< since just before exec
    std::chrono::nanoseconds untilComplete; //!< until the whole window was on the screen
    double pss; //!< MiB, proportional set size after settling
    double rss; //!< MiB, resident set size at that time
};

//! A program to launch.
struct Program {
    QString path;
    QStringList arguments;
    bool reportsCompletion = false; //!< also prints "complete NANOSECONDS"; otherwise its first frame shows everything
};

//! Launches a program that prints "first frame NANOSECONDS" to standard error, and ends it after `settling`.
Launch launch(const Program &program, const QMap<QString, QString> &environment, std::chrono::milliseconds settling);

//! Launches islet and ends it again. Returns the longest times in milliseconds that its window was unresponsive:
//! first within 2 s of its first frame, then within the second after opening each of `handles` (see
//! bench/window/opener.h). Calls fail() if one of them cannot be opened.
std::vector<double> longestGaps(const Program &program, const QMap<QString, QString> &environment,
                                const QStringList &handles);

} // namespace islet::bench
