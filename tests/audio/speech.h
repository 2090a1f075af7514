// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "arrivaltrace.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace islet::test {

//! The given number of seconds of a voice reading aloud, at 48 kHz: espeak-ng if installed, else buzzingVoice().
std::vector<float> speech(int seconds);
//! A voice without words: a buzz of 120 Hz with changing pitch and vowels, with pauses and hisses.
std::vector<float> buzzingVoice(int seconds);

//! What a talker sends: one packet for each number in the trace.
QList<QByteArray> encoded(const std::vector<float> &speech, const ArrivalTrace &trace);
//! What a listener hears who receives all packets in time.
std::vector<float> plainlyDecoded(const QList<QByteArray> &packets);

} // namespace islet::test
