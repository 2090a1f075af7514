// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/jitterbuffer.h"
#include "audio/speakerstats.h"
#include "audio/timestretchbuffer.h"
#include "audio/voicedecoder.h"

#include <chrono>

namespace islet {

//! One speaker: from packets, as they come, to samples, as they are wanted.
class VoiceStream {
public:
    explicit VoiceStream(SpeakerId id);

    void receive(std::uint32_t index, const QByteArray &packet, std::chrono::microseconds now);
    //! Fills `mono`, to be played from `when` on. False, with nothing written, when there is nothing to be heard.
    //! Allocates nothing.
    bool render(std::span<float> mono, std::chrono::microseconds when);

    //! Nothing is waiting to be heard.
    bool isIdle() const { return m_buffer.isIdle() && m_fifo.size() == 0; }
    SpeakerStats stats() const;

private:
    bool decodeNext(std::int64_t when);
    void play(const JitterBuffer::Step &step);
    void conceal(const JitterBuffer::Step &step);
    void adjustDelay(int wanted);
    int leaveOutSilence(int surplus, int wanted);
    void leftOut(int samples);
    void compress(int surplus, int wanted);
    void expand(int shortage, int wanted);
    void fadeIn(std::span<float> samples);
    void fade(std::span<float> samples, float to);
    void measure(std::span<const float> mono);

    JitterBuffer m_buffer;
    VoiceDecoder m_decoder;
    TimeStretchBuffer m_fifo;
    float m_gain = 0; // fades the speech out where it stops without a word
    std::int64_t m_now = 0; // when what render() fills is played
    bool m_isSettling = false;
    double m_credit = 0; // samples that may be left out, or repeated, now
    int m_bridged = 0; // invented since the last packet; was it a pause, it does not count
    int m_sincePlayed = sampleRate; // samples since the last that came from a packet
    int m_realInFifo = 0; // how many of the waiting samples came from a packet, at most
    SpeakerStats m_stats;
};

} // namespace islet
