// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "arrivaltrace.h"
#include "audio/voicestream.h"

#include <QList>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

namespace islet::test {

//! Plays a trace through a VoiceStream on a simulated clock: packets at their arrival times, 5 ms of sound per step.
struct VoiceRun {
    struct Piece {
        std::chrono::microseconds at;
        bool isSound;
        SpeakerStats stats; //!< after this piece
    };

    std::vector<float> heard;
    std::vector<Piece> pieces;

    VoiceRun(const ArrivalTrace &trace, const QList<QByteArray> &packets,
             std::chrono::milliseconds afterwards = std::chrono::milliseconds(500))
    {
        using namespace std::chrono_literals;
        VoiceStream voice(SpeakerId{1});
        std::array<float, pieceSamples> mono{};
        std::size_t next = 0;
        const auto end = trace.back().arrivesAt + afterwards;
        for (std::chrono::microseconds now{0}; now < end; now += 5ms) {
            for (; next < trace.size() && trace[next].arrivesAt <= now; ++next)
                voice.receive(trace[next].index, packets[trace[next].number], trace[next].arrivesAt);
            const bool isSound = voice.render(mono, now);
            if (!isSound)
                mono.fill(0);
            heard.insert(heard.end(), mono.begin(), mono.end());
            pieces.push_back({now, isSound, voice.stats()});
        }
    }

    const SpeakerStats &stats() const { return pieces.back().stats; }
    const SpeakerStats &statsAt(std::chrono::microseconds time) const
    {
        const auto found = std::ranges::lower_bound(pieces, time, {}, &Piece::at);
        return found == pieces.end() ? stats() : found->stats;
    }
    //! Mean delay behind the fastest packet, between two times.
    double meanDelay(std::chrono::milliseconds from, std::chrono::milliseconds to) const
    {
        double sum = 0;
        int count = 0;
        for (const Piece &piece : pieces) {
            if (piece.at < from || piece.at >= to)
                continue;
            sum += piece.stats.actualMs;
            ++count;
        }
        return count > 0 ? sum / count : -1;
    }
    //! Time of the first sound at or after `from`; -1 if there is none.
    std::chrono::microseconds firstSound(std::chrono::milliseconds from = {}) const
    {
        const auto found =
            std::ranges::find_if(pieces, [from](const Piece &piece) { return piece.at >= from && piece.isSound; });
        return found == pieces.end() ? std::chrono::microseconds(-1) : found->at;
    }
};

} // namespace islet::test
