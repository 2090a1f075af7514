// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/spatialhash.h"

#include <algorithm>
#include <bit>

namespace islet {

void SpatialHash::set(std::span<const Vec3> points)
{
    // A counting sort by bucket: filling a bucket moves its end down to its beginning.
    m_begins.assign(std::bit_ceil(2 * points.size() + 2) + 1, 0);
    m_squares.resize(points.size());
    m_entries.resize(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        m_squares[i] = squareOf(points[i]);
        ++m_begins[bucketOf(m_squares[i])];
    }
    std::uint32_t end = 0;
    for (std::uint32_t &bucket : m_begins) {
        end += bucket;
        bucket = end;
    }
    for (std::size_t i = points.size(); i-- > 0;)
        m_entries[--m_begins[bucketOf(m_squares[i])]] = {m_squares[i], static_cast<std::uint32_t>(i)};
}

} // namespace islet
