// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/samplelayout.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace islet {

namespace {

template<typename Integer> constexpr double fullScale = static_cast<double>(std::numeric_limits<Integer>::max()) + 1;

template<typename Stored> Stored load(const std::byte *from)
{
    Stored stored;
    std::memcpy(&stored, from, sizeof stored); // may be unaligned
    return stored;
}

float sampleAt(const std::byte *from, SampleLayout::Kind kind)
{
    switch (kind) {
    case SampleLayout::Kind::UInt8: return (static_cast<float>(load<std::uint8_t>(from)) - 128) / 128;
    case SampleLayout::Kind::Int16: return static_cast<float>(load<std::int16_t>(from) / fullScale<std::int16_t>);
    case SampleLayout::Kind::Int32: return static_cast<float>(load<std::int32_t>(from) / fullScale<std::int32_t>);
    case SampleLayout::Kind::Float: break;
    }
    return load<float>(from);
}

template<typename Integer> void storeInteger(float sample, std::byte *to)
{
    const double scaled = std::nearbyint(static_cast<double>(sample) * fullScale<Integer>);
    const auto stored = static_cast<Integer>(std::clamp(scaled, -fullScale<Integer>, fullScale<Integer> - 1));
    std::memcpy(to, &stored, sizeof stored);
}

void store(float sample, SampleLayout::Kind kind, std::byte *to)
{
    switch (kind) {
    case SampleLayout::Kind::UInt8:
        *to = static_cast<std::byte>(std::clamp(std::lround(sample * 128) + 128, 0L, 255L));
        return;
    case SampleLayout::Kind::Int16: return storeInteger<std::int16_t>(sample, to);
    case SampleLayout::Kind::Int32: return storeInteger<std::int32_t>(sample, to);
    case SampleLayout::Kind::Float: std::memcpy(to, &sample, sizeof sample);
    }
}

} // namespace

std::size_t SampleLayout::bytesPerSample() const
{
    switch (kind) {
    case Kind::UInt8: return 1;
    case Kind::Int16: return 2;
    case Kind::Int32:
    case Kind::Float: break;
    }
    return 4;
}

void toMono(std::span<const std::byte> bytes, const SampleLayout &layout, std::span<float> mono)
{
    const std::byte *frame = bytes.data();
    for (float &sample : mono) {
        sample = sampleAt(frame, layout.kind);
        if (layout.channels > 1)
            sample = (sample + sampleAt(frame + layout.bytesPerSample(), layout.kind)) / 2;
        frame += layout.bytesPerFrame();
    }
}

void fromStereo(std::span<const float> stereo, const SampleLayout &layout, std::span<std::byte> bytes)
{
    std::byte *to = bytes.data();
    for (std::size_t i = 0; i + 1 < stereo.size(); i += 2) {
        for (std::size_t channel = 0; channel < layout.channels; ++channel) {
            const float side = channel < 2 ? stereo[i + channel] : 0;
            store(layout.channels == 1 ? (stereo[i] + stereo[i + 1]) / 2 : side, layout.kind, to);
            to += layout.bytesPerSample();
        }
    }
}

} // namespace islet
