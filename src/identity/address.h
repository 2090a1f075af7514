// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

#include <QHashFunctions>

#include <array>
#include <compare>
#include <cstdint>
#include <span>

namespace islet {

//! An Ethereum address, which identifies a peer. Stored as 20 bytes, so that spelling never matters.
class Address {
public:
    static constexpr std::size_t size = 20;
    using Bytes = std::array<std::uint8_t, size>;

    //! The zero address, which belongs to no one.
    constexpr Address() = default;
    constexpr explicit Address(const Bytes &bytes)
        : m_bytes(bytes)
    { }

    //! `0x` (lower-case x) and exactly 40 hexadecimal digits of any case; the checksum is not verified, as no server
    //! does.
    static Expected<Address> parse(QStringView text);
    //! The address of an uncompressed secp256k1 public key, 64 bytes without the leading 04.
    static Address ofPublicKey(std::span<const std::uint8_t, 64> publicKey);

    //! EIP-55, the spelling that wallets show.
    QString toChecksummed() const;
    //! The spelling that servers use.
    QString toLower() const;
    //! For display: 0x12ab…9f3c.
    QString toShort() const;

    constexpr const Bytes &bytes() const { return m_bytes; }

    friend constexpr bool operator==(const Address &, const Address &) = default;
    friend constexpr auto operator<=>(const Address &left, const Address &right)
    {
        return left.m_bytes <=> right.m_bytes;
    }
    friend size_t qHash(const Address &address, size_t seed = 0) noexcept
    {
        return qHashBits(address.m_bytes.data(), size, seed);
    }

private:
    Bytes m_bytes{};
};

} // namespace islet
