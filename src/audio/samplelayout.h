// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <span>

namespace islet {

//! How a device wants its samples: its channels in turn, in the machine's byte order.
struct SampleLayout {
    enum class Kind { UInt8, Int16, Int32, Float };
    Kind kind = Kind::Float;
    std::size_t channels = 1;
    int rate = 0; // Hz

    std::size_t bytesPerSample() const;
    std::size_t bytesPerFrame() const { return channels * bytesPerSample(); }
};

//! `bytes` holds as many frames as `mono` takes; of more than one channel it is the mean of the first two.
void toMono(std::span<const std::byte> bytes, const SampleLayout &layout, std::span<float> mono);
//! `bytes` takes as many frames as `stereo` holds; further channels are silent, a single one gets the mean.
void fromStereo(std::span<const float> stereo, const SampleLayout &layout, std::span<std::byte> bytes);

} // namespace islet
