// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace islet {

//! Ring buffer between two clocks. When full, drops the oldest samples. Allocates only during construction.
class SampleFifo {
public:
    explicit SampleFifo(std::size_t capacity);

    std::size_t size() const { return m_size; }
    void push(std::span<const float> samples);
    void pushSilence(std::size_t count);
    //! Takes the oldest samples; at most size().
    void take(std::span<float> samples);
    //! Drops the oldest samples until `size` are left.
    void dropTo(std::size_t size);

private:
    void push(float sample);

    std::vector<float> m_samples;
    std::size_t m_begin = 0;
    std::size_t m_size = 0;
};

} // namespace islet
