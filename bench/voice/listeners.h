// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/audio/arrivaltrace.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace islet::bench {

//! What is said, and when the packets arrive.
struct Conversation {
    test::ArrivalTrace trace;
    QList<QByteArray> packets; //!< by number
    std::vector<float> plain; //!< decoded without any loss
};

//! Output of a listener: from time 0 on, in pieces of 5 ms.
struct Heard {
    std::vector<float> samples;
    double concealedMs = 0; //!< between the first and the last sound: concealed, or silent for lack of packets
    double skippedMs = 0; //!< said but never played
};

//! Plays it with Islet's VoiceStream.
Heard listen(const Conversation &conversation);

//! Configuration of speexdsp's JitterBuffer.
struct SpeexSetting {
    int stepMs = 20; //!< requested at once; its delay changes in steps of this size
    int marginMs = 0;
    int lateCostMs = 0; //!< cost of one percent of late packets; 0: its default
};

//! Plays it with speexdsp's JitterBuffer and the same decoder.
Heard listen(const Conversation &conversation, const SpeexSetting &setting);

//! Delays of what was heard, less those of an undisturbed network.
struct Delays {
    struct Reading {
        double atMs; //!< when it was heard
        double delayMs;
    };
    std::vector<Reading> readings;

    double mean() const;
    double meanWithin(double fromMs, double toMs) const;
    //! Time after `since` until the delay is back within `within` of its mean in the second before `before`, and stays
    //! there for at least 1 s; -1 if never.
    double recoveryTime(double beforeMs, double sinceMs, double withinMs) const;
};

//! Finds what was heard in what was said, from the sound alone.
Delays delaysOf(const Conversation &conversation, const Heard &heard);

} // namespace islet::bench
