// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/resampler.h"

#include <QtGlobal>

#include <algorithm>
#include <limits>
#include <speex/speex_resampler.h>

namespace islet {

namespace {

//! Range 0 to 10. Higher is not audible for voice, and 5 costs a third of 10.
constexpr int quality = 5;

spx_uint32_t bounded(std::size_t size)
{
    return static_cast<spx_uint32_t>(std::min<std::size_t>(size, std::numeric_limits<spx_uint32_t>::max() / 2));
}

} // namespace

Resampler::Resampler(int fromRate, int toRate)
    : m_fromRate(fromRate)
    , m_toRate(toRate)
{
    Q_ASSERT(supports(fromRate) && supports(toRate));
    if (fromRate == toRate)
        return;
    int error = RESAMPLER_ERR_SUCCESS;
    m_state.reset(speex_resampler_init(1, static_cast<spx_uint32_t>(fromRate), static_cast<spx_uint32_t>(toRate),
                                       quality, &error));
    Q_CHECK_PTR(m_state.get()); // fails only when out of memory
    speex_resampler_skip_zeros(m_state.get());
}

void Resampler::Destroy::operator()(SpeexResamplerState_ *state) const
{
    speex_resampler_destroy(state);
}

Resampler::Done Resampler::process(std::span<const float> in, std::span<float> out)
{
    if (!m_state) {
        const std::size_t size = std::min(in.size(), out.size());
        std::ranges::copy(in.first(size), out.begin());
        return {size, size};
    }
    if (in.empty() || out.empty())
        return {0, 0}; // an empty span may be nullptr, which speexdsp takes for silence
    spx_uint32_t taken = bounded(in.size());
    spx_uint32_t made = bounded(out.size());
    speex_resampler_process_float(m_state.get(), 0, in.data(), &taken, out.data(), &made);
    return {taken, made};
}

std::size_t Resampler::held() const
{
    return m_state ? static_cast<std::size_t>(speex_resampler_get_input_latency(m_state.get())) : 0;
}

void Resampler::reset()
{
    if (!m_state)
        return;
    speex_resampler_reset_mem(m_state.get());
    speex_resampler_skip_zeros(m_state.get());
}

} // namespace islet
