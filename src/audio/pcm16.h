// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

namespace islet {

constexpr float fullScale16 = 32'768.0F;

//! Rounds to the nearest and clamps; NaN becomes silence.
inline std::int16_t toPcm16(float sample)
{
    const float scaled = sample * fullScale16;
    if (std::isnan(scaled))
        return 0;
    return static_cast<std::int16_t>(std::lrint(std::clamp(scaled, -fullScale16, fullScale16 - 1.0F)));
}

inline float fromPcm16(std::int16_t sample)
{
    return static_cast<float>(sample) / fullScale16;
}

//! Both spans have the same size.
inline void toPcm16(std::span<const float> from, std::span<std::int16_t> to)
{
    std::ranges::transform(from, to.begin(), [](float sample) { return toPcm16(sample); });
}

//! Both spans have the same size.
inline void fromPcm16(std::span<const std::int16_t> from, std::span<float> to)
{
    std::ranges::transform(from, to.begin(), [](std::int16_t sample) { return fromPcm16(sample); });
}

} // namespace islet
