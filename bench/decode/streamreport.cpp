// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "streamreport.h"

#include "bench/support/child.h"

#include <cinttypes>
#include <cstdio>

namespace islet::bench {

void StreamReport::atMilestone()
{
    if (seen.messages == m_warmUp)
        std::puts("warm");
    else if (seen.messages == m_warmUp + 1)
        m_begin = monotonicTime();
    else
        std::printf("elapsed %" PRId64 "\n", std::int64_t{(monotonicTime() - m_begin).count()});
    std::fflush(stdout);
}

void StreamReport::finish() const
{
    std::printf("done %" PRIu64 " %" PRIu64 " %.2f\n", seen.messages, seen.indexSum, seen.xSum);
    std::fflush(stdout);
}

void StreamReport::linger()
{
    while (std::getchar() != EOF) { }
}

} // namespace islet::bench
