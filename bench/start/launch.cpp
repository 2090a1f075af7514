// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "start/launch.h"

#include "support/child.h"

#include <algorithm>
#include <thread>

using namespace std::chrono_literals;

namespace islet::bench {

Launch launch(const QString &program, const QMap<QString, QString> &environment, std::chrono::milliseconds settling)
{
    Child child({program, {}, environment, Child::Listen::Errors});
    const std::chrono::nanoseconds firstFrame(child.readLine("first frame", 30s).toLongLong());
    std::this_thread::sleep_until(std::chrono::steady_clock::time_point(firstFrame) + settling);
    return {firstFrame - child.startedAt(), child.memory("Pss:"), child.memory("Rss:")};
}

double longestGap(const QString &program, const QMap<QString, QString> &environment)
{
    QMap<QString, QString> withGaps = environment;
    withGaps.insert(QStringLiteral("ISLET_BENCH_GAPS"), QStringLiteral("1"));
    Child child({program, {}, withGaps, Child::Listen::Errors});
    const auto next = [&child] { return child.readLine("longest gap", 30s).toDouble(); };
    const double ofFirstSecond = next();
    return std::max(ofFirstSecond, next());
}

} // namespace islet::bench
