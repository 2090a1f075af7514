// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>

namespace islet {

//! Pseudorandom numbers that are the same for the same seed on every platform, which std::*_distribution does not
//! guarantee. Has eight bytes of state, so that each of ten thousand peers can have one. Predictable: not for secrets.
class SeededRandom {
public:
    //! Streams of the same seed are independent.
    explicit SeededRandom(std::uint32_t seed, std::uint32_t stream = 0)
        : m_state(std::uint64_t{stream} << 32 | seed)
    {
        m_state = next64(); // separates neighbouring seeds
    }

    std::uint32_t next() { return static_cast<std::uint32_t>(next64() >> 32); }
    //! Uniform in [0, 1); 24 bits fit a float exactly.
    float share() { return static_cast<float>(next() >> 8) * 0x1p-24F; }
    //! Uniform from 0 to `count` - 1; 0 if `count` is 0.
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
