// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"
#include "identity/keccak.h"

namespace islet {

//! A recoverable secp256k1 signature as Ethereum writes it: r (32), s (32), v (27 or 28).
class Signature {
public:
    static constexpr std::size_t size = 65;
    using Bytes = std::array<std::uint8_t, size>;

    //! `bytes[64]` must be 27 or 28.
    explicit Signature(const Bytes &bytes)
        : m_bytes(bytes)
    { }

    //! `0x` and 130 hexadecimal digits of any case; v may be 00, 01, 1b or 1c, as in @dcl/crypto 3.7.0.
    static Expected<Signature> parse(QStringView text);

    //! `0x` and 130 lower-case digits.
    QString toHex() const;
    //! The address that signed `hash`. An invalid signature yields some other address or an error, so always compare.
    Expected<Address> signerOf(const Hash256 &hash) const;
    const Bytes &bytes() const { return m_bytes; }

private:
    Bytes m_bytes;
};

} // namespace islet
