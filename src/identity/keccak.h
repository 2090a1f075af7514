// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>

#include <array>
#include <cstdint>

namespace islet {

using Hash256 = std::array<std::uint8_t, 32>;

//! Ethereum's Keccak-256 (the original padding, not FIPS 202's SHA3-256).
Hash256 keccak256(QByteArrayView bytes);

//! What personal_sign signs (EIP-191, version 0x45): Keccak-256 of the prefix, the length in bytes and the message.
Hash256 personalMessageHash(QByteArrayView utf8Message);

} // namespace islet
