// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "numbers.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <numeric>

using namespace Qt::StringLiterals;

namespace islet::bench {

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

Effort Effort::fromArguments(const QStringList &arguments, bool knowsSelfTest)
{
    Effort effort;
    for (const QString &argument : arguments.sliced(1)) {
        if (argument == "--quick"_L1) {
            effort.isQuick = true;
        } else if (argument == "--self"_L1 && knowsSelfTest) {
            effort.isSelfTest = true;
        } else {
            std::fprintf(stderr, "%s is not an option; available: --quick%s.\n", qPrintable(argument),
                         knowsSelfTest ? " and --self" : "");
            std::exit(2);
        }
    }
    return effort;
}

double LatencyCounts::percentile(double share) const
{
    const auto total = std::accumulate(m_buckets.begin(), m_buckets.end(), std::uint64_t{0});
    const auto wanted = static_cast<std::uint64_t>(share * static_cast<double>(total));
    std::uint64_t seen = 0;
    for (std::size_t bucket = 0; bucket < bucketCount && total > 0; ++bucket) {
        seen += m_buckets[bucket];
        if (seen > wanted || seen == total)
            return static_cast<double>(bucket + 1) * stepMicroseconds / 1'000.0;
    }
    return 0;
}

} // namespace islet::bench
