// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "arrivaltrace.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace islet::test {

//! So many seconds of somebody who reads aloud, at 48 kHz: espeak-ng if it is there, else a voice of our own.
std::vector<float> speech(int seconds);
//! A voice without words: a buzz of 120 Hz that goes up and down, vowel by vowel, with pauses and hissing between.
std::vector<float> buzzingVoice(int seconds);

//! What a talker sends: a packet for each of the trace's, by number.
QList<QByteArray> encoded(const std::vector<float> &speech, const ArrivalTrace &trace);
//! What a listener hears to whom all of it comes in time.
std::vector<float> plainlyDecoded(const QList<QByteArray> &packets);

} // namespace islet::test
