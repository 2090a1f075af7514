// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/secret.h"
#include "identity/signature.h"

namespace islet {

//! A secp256k1 private key. Move-only; never printed or logged; wiped from memory when destroyed.
class PrivateKey {
public:
    using Bytes = std::array<std::uint8_t, 32>;

    //! From the system's random source.
    static PrivateKey generate();
    //! 64 hexadecimal digits, with or without `0x`; zero and numbers past the group order are refused. The error never
    //! quotes the text.
    static Expected<PrivateKey> fromHex(QStringView text);
    //! The same, from the first line of a file; surrounding whitespace is ignored.
    static Expected<PrivateKey> fromFile(const QString &path);
    //! The same, from the first line of a text.
    static Expected<PrivateKey> fromSecret(const Secret &text);

    PrivateKey(PrivateKey &&other) noexcept;
    PrivateKey &operator=(PrivateKey &&other) noexcept;
    PrivateKey(const PrivateKey &) = delete;
    PrivateKey &operator=(const PrivateKey &) = delete;
    ~PrivateKey();

    const Address &address() const { return m_address; }
    //! personal_sign (EIP-191): deterministic (RFC 6979), low s.
    Signature sign(QByteArrayView utf8Message) const;
    //! 64 lower-case digits and a line break, as fromSecret() reads them; for a store or a backup.
    Secret toSecret() const;

private:
    explicit PrivateKey(const Bytes &bytes);
    void wipe() noexcept;

    Bytes m_bytes;
    Address m_address;
};

} // namespace islet
