// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

#include <chrono>
#include <functional>
#include <vector>

namespace islet::bench {

double median(std::vector<double> values);
//! Value that the fraction `share` (0 to 1) of the values does not exceed; 0 if there are none.
double percentile(std::vector<double> values, double share);

inline double seconds(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double>(time).count();
}

//! Values of one field or member function of all runs, for median().
template<typename Run, typename Field> std::vector<double> each(const std::vector<Run> &runs, Field field)
{
    std::vector<double> values;
    values.reserve(runs.size());
    for (const Run &run : runs)
        values.push_back(static_cast<double>(std::invoke(field, run)));
    return values;
}

//! How long a benchmark may take: `--quick` only checks that it works, its numbers are less reliable.
struct Effort {
    bool isQuick = false;
    bool isSelfTest = false; //!< `--self`: compares the yardstick with itself; all ratios must be 1

    //! Parses the command line; exits with status 2 on any other argument.
    static Effort fromArguments(const QStringList &arguments, bool knowsSelfTest = false);
    template<typename Value> Value pick(Value full, Value quick) const { return isQuick ? quick : full; }
};

//! Histogram of times in steps of 20 us up to 10 s; longer times count as 10 s.
class LatencyCounts {
public:
    LatencyCounts()
        : m_buckets(bucketCount)
    { }

    void add(std::chrono::microseconds latency)
    {
        const auto bucket = static_cast<std::size_t>(std::max<std::int64_t>(0, latency.count() / stepMicroseconds));
        ++m_buckets[std::min(bucket, bucketCount - 1)];
    }
    //! In ms; `share` 0.99 is the 99th percentile. 0 if nothing was counted.
    double percentile(double share) const;

private:
    static constexpr std::int64_t stepMicroseconds = 20;
    static constexpr std::size_t bucketCount = 500'000;
    std::vector<std::uint32_t> m_buckets;
};

} // namespace islet::bench
