// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <cstdint>

namespace islet {

//! All audio between the devices is mono (until it is panned), float, full scale 1, at this rate.
constexpr int sampleRate = 48'000; // Hz
//! Samples in a frame, the unit of processing and sending: 20 ms.
constexpr int frameSamples = sampleRate / 50;
//! Samples in a piece, the unit of playout: 5 ms.
constexpr int pieceSamples = sampleRate / 200;

//! An opaque number for a speaker: only the code that assigned it can map it to a person.
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
