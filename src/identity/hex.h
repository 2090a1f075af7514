// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QStringView>

#include <cstdint>
#include <span>

namespace islet::hex {

//! Fills `out` from exactly twice as many hexadecimal digits of any case; false if there is anything else. Unlike
//! QByteArray::fromHex, which skips other characters. Makes no copy: the digits may be a private key.
bool decode(QStringView digits, std::span<std::uint8_t> out);

//! Lower-case digits, no prefix.
QByteArray encode(std::span<const std::uint8_t> bytes);

} // namespace islet::hex
