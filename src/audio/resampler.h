// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <memory>
#include <span>

struct SpeexResamplerState_;

namespace islet {

//! Mono sound from one rate to another, piece by piece. Makes all its memory when it is made; moves, is never copied.
//! To be used by one thread at a time.
class Resampler {
public:
    static constexpr int lowestRate = 8'000; // Hz
    static constexpr int highestRate = 192'000; // Hz

    //! How many samples of the input were used up, and how many of the output were written.
    struct Done {
        std::size_t taken;
        std::size_t made;
    };

    static constexpr bool supports(int rate) { return rate >= lowestRate && rate <= highestRate; }

    //! Both in Hz and within supports(): the caller sees to it. Equal rates pass samples through untouched.
    Resampler(int fromRate, int toRate);

    //! Takes input until it is used up or the output is full. The first sample made belongs to the first one taken: the
    //! filter's delay is left out, so the last held() samples of the input come out only when more follow. Allocates
    //! nothing.
    Done process(std::span<const float> in, std::span<float> out);
    //! How many samples of silence the input needs at its end to have it out in full.
    std::size_t held() const;
    //! Forgets what it has heard. Allocates nothing.
    void reset();

    int fromRate() const { return m_fromRate; }
    int toRate() const { return m_toRate; }

private:
    struct Destroy {
        void operator()(SpeexResamplerState_ *state) const;
    };

    int m_fromRate;
    int m_toRate;
    std::unique_ptr<SpeexResamplerState_, Destroy> m_state; //!< none for equal rates
};

} // namespace islet
