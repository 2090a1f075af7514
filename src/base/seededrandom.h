// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>

namespace islet {

//! Numbers by chance, the same for the same seed on every platform, which std::*_distribution does not promise. Eight
//! bytes each, so that ten thousand people may have their own. For play only: whoever knows one can tell the next.
class SeededRandom {
public:
    //! Streams of the same seed have nothing to do with one another.
    explicit SeededRandom(std::uint32_t seed, std::uint32_t stream = 0)
        : m_state(std::uint64_t{stream} << 32 | seed)
    {
        m_state = next64(); // neighbouring seeds far apart
    }

    std::uint32_t next() { return static_cast<std::uint32_t>(next64() >> 32); }
    //! Evenly from [0, 1); 24 bits fit a float exactly.
    float share() { return static_cast<float>(next() >> 8) * 0x1p-24F; }
    //! Evenly from 0 to `count` - 1; 0 for a count of 0.
    std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(std::uint64_t{next()} * count >> 32); }

private:
    //! SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
    std::uint64_t next64()
    {
        m_state += 0x9e37'79b9'7f4a'7c15;
        std::uint64_t z = m_state;
        z = (z ^ z >> 30) * 0xbf58'476d'1ce4'e5b9;
        z = (z ^ z >> 27) * 0x94d0'49bb'1331'11eb;
        return z ^ z >> 31;
    }

    std::uint64_t m_state;
};

} // namespace islet
