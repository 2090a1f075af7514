// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <span>

namespace islet::hex {

//! Fills `out` from exactly twice as many hexadecimal digits of any case; false if there is anything else.
bool decode(QStringView digits, std::span<std::uint8_t> out);

//! Lower-case digits, no prefix.
QString encode(std::span<const std::uint8_t> bytes);

} // namespace islet::hex
