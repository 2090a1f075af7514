// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/samplefifo.h"

namespace islet {

SampleFifo::SampleFifo(std::size_t capacity)
    : m_samples(capacity)
{ }

void SampleFifo::push(float sample)
{
    if (m_size == m_samples.size())
        dropTo(m_size - 1);
    m_samples[(m_begin + m_size++) % m_samples.size()] = sample;
}

void SampleFifo::push(std::span<const float> samples)
{
    for (const float sample : samples)
        push(sample);
}

void SampleFifo::pushSilence(std::size_t count)
{
    for (; count > 0; --count)
        push(0);
}

void SampleFifo::take(std::span<float> samples)
{
    for (float &sample : samples) {
        sample = m_samples[m_begin];
        dropTo(m_size - 1);
    }
}

void SampleFifo::dropTo(std::size_t size)
{
    if (size >= m_size)
        return;
    m_begin = (m_begin + m_size - size) % m_samples.size();
    m_size = size;
}

} // namespace islet
