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

//! Playout of one speaker: takes packets as they arrive and renders samples on demand.
class VoiceStream {
public:
    explicit VoiceStream(SpeakerId id);

    void receive(std::uint32_t index, const QByteArray &packet, std::chrono::microseconds now);
    //! Fills `mono`, to be played from `when` on. Returns false and writes nothing if there is nothing to play.
    //! Allocates nothing.
    bool render(std::span<float> mono, std::chrono::microseconds when);

    //! Nothing is waiting to be played.
    bool isIdle() const { return m_buffer.isIdle() && m_fifo.size() == 0; }
    SpeakerStats stats() const;

private:
    bool decodeNext(std::int64_t when);
    void play(const JitterBuffer::Step &step);
    void conceal(const JitterBuffer::Step &step);
    void adjustDelay(int wanted);
    int removeSilence(int surplus, int wanted);
    void recordRemoved(int samples);
    void compress(int surplus, int wanted);
    void expand(int shortage, int wanted);
    void fadeIn(std::span<float> samples);
    void fade(std::span<float> samples, float to);
    void measure(std::span<const float> mono);

    JitterBuffer m_buffer;
    VoiceDecoder m_decoder;
    TimeStretchBuffer m_fifo;
    float m_gain = 0; // fades out speech that stops abruptly
    std::int64_t m_now = 0; // playout time of what render() fills
    bool m_isSettling = false;
    double m_credit = 0; // samples that may be removed or repeated now
    int m_bridged = 0; // samples concealed since the last packet; not counted if it was a pause
    int m_sincePlayed = sampleRate; // samples since the last one decoded from a packet
    int m_decodedInFifo = 0; // upper bound of the buffered samples decoded from packets
    SpeakerStats m_stats;
};

} // namespace islet
