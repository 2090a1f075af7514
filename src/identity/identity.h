// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/authchain.h"
#include "identity/challenge.h"
#include "identity/privatekey.h"

#include <chrono>
#include <optional>

namespace islet {

//! Who we are: an owner's address, the key that signs for it, and the proof that it may.
class Identity {
public:
    //! Lifetime of an ephemeral key, as the web client and the reference explorer give it.
    static constexpr std::chrono::hours defaultLifetime{7 * 24};

    //! One fresh key for both owner and signatures: two-link chains, as bevy-explorer's guests have.
    static Identity guest();
    //! A fresh ephemeral key that `owner` lends its right to until `lifetime` from now; the owner's key is then
    //! forgotten.
    static Identity create(const PrivateKey &owner, std::chrono::seconds lifetime = defaultLifetime);
    //! The same from given parts.
    static Identity create(const PrivateKey &owner, PrivateKey ephemeral, const QDateTime &expiration);
    //! What somebody signed in to elsewhere: the AuthIdentity of @dcl/crypto as JSON.stringify writes it, as the web
    //! client keeps it; at most Secret::maxBytes. Must hold together and not have expired at `now`; only the signature
    //! of a contract wallet (EIP-1654) is taken as it is. No error quotes any of it.
    static Expected<Identity> fromAuthIdentity(const QByteArray &json, const QDateTime &now);

    const Address &address() const { return m_owner; }
    //! When the ephemeral key ends, UTC; nothing for a guest of two links, who lent nothing.
    std::optional<QDateTime> expiration() const;
    //! The chain that answers a server's challenge. There is no way to sign any other text.
    AuthChain sign(const Challenge &challenge) const;

private:
    Identity(const Address &owner, QList<AuthLink> links, PrivateKey key);

    Address m_owner;
    QList<AuthLink> m_links; //!< all but the last link
    PrivateKey m_key;
};

} // namespace islet
