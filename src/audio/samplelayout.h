// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <span>

namespace islet {

//! A device's sample format: interleaved channels, native byte order.
struct SampleLayout {
    enum class Kind { UInt8, Int16, Int32, Float };
    Kind kind = Kind::Float;
    std::size_t channels = 1;
    int rate = 0; // Hz

    std::size_t bytesPerSample() const;
    std::size_t bytesPerFrame() const { return channels * bytesPerSample(); }
};

//! `bytes` holds as many frames as `mono`; with more than one channel, the first two are averaged.
void toMono(std::span<const std::byte> bytes, const SampleLayout &layout, std::span<float> mono);
//! `bytes` holds as many frames as `stereo`; further channels are silent, a single one gets the average.
void fromStereo(std::span<const float> stereo, const SampleLayout &layout, std::span<std::byte> bytes);

} // namespace islet
