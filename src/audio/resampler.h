// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <memory>
#include <span>

struct SpeexResamplerState_;

namespace islet {

//! Streaming mono resampler. Allocates only during construction; movable, not copyable. Use from one thread at a time.
class Resampler {
public:
    static constexpr int lowestRate = 8'000; // Hz
    static constexpr int highestRate = 192'000; // Hz

    //! Input samples consumed and output samples written.
    struct Done {
        std::size_t taken;
        std::size_t made;
    };

    static constexpr bool supports(int rate) { return rate >= lowestRate && rate <= highestRate; }

    //! Both in Hz, and supports() must hold. Equal rates pass samples through unchanged.
    Resampler(int fromRate, int toRate);

    //! Processes until the input is used up or the output is full. The first output sample belongs to the first input
    //! sample: the filter delay is compensated, so the last held() input samples come out only when more input follows.
    //! Allocates nothing.
    Done process(std::span<const float> in, std::span<float> out);
    //! Samples of silence to append to the input to flush it completely.
    std::size_t held() const;
    //! Clears the history. Allocates nothing.
    void reset();

    int fromRate() const { return m_fromRate; }
    int toRate() const { return m_toRate; }

private:
    struct Destroy {
        void operator()(SpeexResamplerState_ *state) const;
    };

    int m_fromRate;
    int m_toRate;
    std::unique_ptr<SpeexResamplerState_, Destroy> m_state; //!< nullptr for equal rates
};

} // namespace islet
