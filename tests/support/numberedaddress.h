// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"

namespace islet::test {

//! Returns an address without a known key, when only the number matters. Unique for numbers from 0 to 65,535.
inline Address numberedAddress(int number)
{
    Address::Bytes bytes{};
    bytes[0] = static_cast<std::uint8_t>(number >> 8);
    bytes[1] = static_cast<std::uint8_t>(number & 0xff);
    bytes.back() = static_cast<std::uint8_t>(number & 0xff);
    return Address(bytes);
}

} // namespace islet::test
