// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>
#include <vector>

namespace islet::bench {

//! A packet on its way to who listens.
struct Arrival {
    std::chrono::microseconds time;
    int talker;
    std::uint32_t index; //!< of this talker's packets
    QByteArray packet;
};

//! What many people say at once, in the order in which it comes: sentences of espeak-ng in several voices with pauses
//! between them, sent as VoiceSender sends what opens it by voice, each up to 10 ms late. Nothing if espeak-ng is
//! missing.
std::optional<std::vector<Arrival>> crowdTalk(int talkers, std::chrono::seconds duration);

} // namespace islet::bench
