// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "launch.h"

#include "bench/support/child.h"

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::bench {

Launch launch(const Program &program, const QMap<QString, QString> &environment, std::chrono::milliseconds settling)
{
    Child child({program.path, program.arguments, environment, Child::Listen::Errors});
    const std::chrono::nanoseconds firstFrame(child.readLine("first frame", 30s).toLongLong());
    const std::chrono::nanoseconds complete =
        program.reportsCompletion ? std::chrono::nanoseconds(child.readLine("complete", 30s).toLongLong()) : firstFrame;
    std::this_thread::sleep_until(std::chrono::steady_clock::time_point(firstFrame) + settling);
    return {firstFrame - child.startedAt(), complete - child.startedAt(), child.memory("Pss:"), child.memory("Rss:")};
}

std::vector<double> longestGaps(const Program &program, const QMap<QString, QString> &environment,
                                const QStringList &handles)
{
    QMap<QString, QString> withGaps = environment;
    withGaps.insert(u"ISLET_BENCH_GAPS"_s, u"1"_s);
    withGaps.insert(u"ISLET_BENCH_OPEN"_s, handles.join(u' '));
    Child child({program.path, program.arguments, withGaps, Child::Listen::Errors});
    const auto next = [&child] { return child.readLine("longest gap", 30s).toDouble(); };
    const double ofFirstSecond = next();
    std::vector<double> gaps{std::max(ofFirstSecond, next())};
    for (const QString &handle : handles) {
        child.readLine("opened " + handle.toUtf8(), 30s);
        gaps.push_back(next());
    }
    return gaps;
}

} // namespace islet::bench
