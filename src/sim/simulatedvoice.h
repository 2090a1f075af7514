// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

#include <cstdint>

//! What imaginary people say aloud: two seconds of babble over and over, made beforehand, since an encoder has no place
//! in comms. See resources/simulatedvoice.
namespace islet::simulatedvoice {

constexpr std::uint32_t packetCount = 100;

//! 20 ms as one Opus packet of 48 kHz, mono; `number` below packetCount. Refers to memory that is always there.
QByteArray packet(std::uint32_t number);

} // namespace islet::simulatedvoice
