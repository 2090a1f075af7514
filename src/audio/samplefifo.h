// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace islet {

//! Samples on their way from one clock to another. What does not fit pushes out what is oldest. Allocates nothing after
//! its construction.
class SampleFifo {
public:
    explicit SampleFifo(std::size_t capacity);

    std::size_t size() const { return m_size; }
    void push(std::span<const float> samples);
    void pushSilence(std::size_t count);
    //! At most size() samples, the oldest.
    void take(std::span<float> samples);
    //! Forgets the oldest until `size` are left.
    void dropTo(std::size_t size);

private:
    void push(float sample);

    std::vector<float> m_samples;
    std::size_t m_begin = 0;
    std::size_t m_size = 0;
};

} // namespace islet
