// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "protocol/geometry.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace islet {

//! Finds the points near a position without scanning all of them: hashes the squares of a grid.
class SpatialHash {
public:
    //! `distance` is the search radius in metres, above 0.
    explicit SpatialHash(float distance)
        : m_distance(distance)
    { }

    //! Replaces the points; allocates only if there are more than ever before.
    void set(std::span<const Vec3> points);

    //! Calls `visit(index)` for points that may be within the distance of `middle`, in a deterministic order, and for
    //! at most a few dozen of them.
    template<typename Visit> void around(const Vec3 &middle, Visit visit) const;

private:
    struct Square {
        std::int32_t x = 0;
        std::int32_t z = 0;

        friend bool operator==(const Square &, const Square &) = default;
    };
    struct Entry {
        Square square;
        std::uint32_t index = 0;
    };

    Square squareOf(const Vec3 &point) const
    {
        return {static_cast<std::int32_t>(std::floor(point.x / m_distance)),
                static_cast<std::int32_t>(std::floor(point.z / m_distance))};
    }
    std::size_t bucketOf(const Square &square) const
    {
        const auto mixed =
            static_cast<std::uint32_t>(square.x) * 73'856'093U ^ static_cast<std::uint32_t>(square.z) * 19'349'663U;
        return (mixed ^ mixed >> 15) & (m_begins.size() - 2);
    }

    float m_distance;
    std::vector<std::uint32_t> m_begins; //!< of each bucket in m_entries, plus the end of the last
    std::vector<Entry> m_entries;
    std::vector<Square> m_squares; //!< of each point
};

template<typename Visit> void SpatialHash::around(const Vec3 &middle, Visit visit) const
{
    if (m_entries.empty())
        return;
    constexpr int enough = 32; // bounds the cost of ten thousand points in one position
    int visited = 0;
    const Square own = squareOf(middle);
    for (std::int32_t x = own.x - 1; x <= own.x + 1; ++x) {
        for (std::int32_t z = own.z - 1; z <= own.z + 1; ++z) {
            const Square square{x, z};
            const std::size_t bucket = bucketOf(square);
            for (std::uint32_t i = m_begins[bucket]; i < m_begins[bucket + 1]; ++i) {
                if (!(m_entries[i].square == square))
                    continue;
                visit(m_entries[i].index);
                if (++visited == enough)
                    return;
            }
        }
    }
}

} // namespace islet
