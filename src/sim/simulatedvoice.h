// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

#include <cstdint>

//! The voice of simulated peers: two seconds of babble in a loop, encoded in advance, since comms must not depend on an
//! encoder. Made by src/sim/voicetable.
namespace islet::simulatedvoice {

constexpr std::uint32_t packetCount = 100;

//! 20 ms as one Opus packet, 48 kHz mono; `number` is below packetCount. Refers to static memory.
QByteArray packet(std::uint32_t number);

} // namespace islet::simulatedvoice
