// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/audio/arrivaltrace.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace islet::bench {

//! What is said, and when it comes.
struct Conversation {
    test::ArrivalTrace trace;
    QList<QByteArray> packets; //!< by number
    std::vector<float> plain; //!< as heard by who hears all of it
};

//! What came out of a listener: from time 0 on, in pieces of 5 ms.
struct Heard {
    std::vector<float> samples;
    double notSaidMs = 0; //!< between the first and the last sound: invented, or silence for want of packets
    double leftOutMs = 0; //!< said, and never heard
};

//! Islet's VoiceStream.
Heard listen(const Conversation &conversation);

//! How speexdsp's JitterBuffer is used.
struct SpeexSetting {
    int stepMs = 20; //!< asked for at once; its delay moves in such steps
    int marginMs = 0;
    int lateCostMs = 0; //!< what one percent of late packets is worth; 0: as it thinks best
};

//! speexdsp's JitterBuffer before the same decoder.
Heard listen(const Conversation &conversation, const SpeexSetting &setting);

//! How long what is heard was on its way, apart from what an undisturbed network takes.
struct Delays {
    struct Reading {
        double atMs; //!< when it was heard
        double delayMs;
    };
    std::vector<Reading> readings;

    double mean() const;
    double meanWithin(double fromMs, double toMs) const;
    //! How long after `since` the delay was back within `within` of what it was in the second before `before`, to
    //! stay there for a second at least; -1 if never.
    double backAfter(double beforeMs, double sinceMs, double withinMs) const;
};

//! Finds what is heard in what was said, by its sound alone.
Delays delaysOf(const Conversation &conversation, const Heard &heard);

} // namespace islet::bench
