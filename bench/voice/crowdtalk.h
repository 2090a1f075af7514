// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>
#include <vector>

namespace islet::bench {

//! A packet arriving at the listener.
struct Arrival {
    std::chrono::microseconds time;
    int talker;
    std::uint32_t index; //!< index among this talker's packets
    QByteArray packet;
};

//! Simultaneous speech of many talkers, in order of arrival: sentences of espeak-ng in several voices with pauses
//! between them, sent by VoiceSender with voice activation, each packet up to 10 ms late. Returns nullopt if espeak-ng
//! is missing.
std::optional<std::vector<Arrival>> crowdTalk(int talkers, std::chrono::seconds duration);

} // namespace islet::bench
