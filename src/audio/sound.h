// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <cstdint>

namespace islet {

//! Everything between the devices is mono (until it is placed left and right), float, full scale 1, at this rate.
constexpr int sampleRate = 48'000; // Hz
//! What is processed and sent at once: 20 ms.
constexpr int frameSamples = sampleRate / 50;
//! What is played at once: 5 ms.
constexpr int pieceSamples = sampleRate / 200;

//! Somebody who is heard. What stands behind it is known to who gave it out; it means nothing here.
enum class SpeakerId : std::uint32_t {};

constexpr double milliseconds(std::int64_t samples)
{
    return 1'000.0 * static_cast<double>(samples) / sampleRate;
}

constexpr int samplesIn(std::chrono::microseconds time)
{
    return static_cast<int>(time.count() * sampleRate / 1'000'000);
}

} // namespace islet
