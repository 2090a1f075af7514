// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/authchain.h"
#include "identity/challenge.h"
#include "identity/privatekey.h"
#include "identity/signedrequest.h"

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

    //! Without a wallet behind it that others know; signed-login says so (ADR-180).
    bool isGuest() const { return m_isGuest; }
    void setGuest(bool guest) { m_isGuest = guest; }

    const Address &address() const { return m_owner; }
    //! When the ephemeral key ends, UTC; nothing for a guest of two links, who lent nothing.
    std::optional<QDateTime> expiration() const;
    //! The chain that answers a server's challenge. There is no way to sign any text but this and the next.
    AuthChain sign(const Challenge &challenge) const;
    //! The chain that proves who sends an HTTP request (ADR-44).
    AuthChain sign(const SignedRequest &request) const;

private:
    Identity(const Address &owner, QList<AuthLink> links, PrivateKey key);
    AuthChain chainOver(const QString &text) const;

    Address m_owner;
    QList<AuthLink> m_links; //!< all but the last link
    PrivateKey m_key;
    bool m_isGuest = false;
};

} // namespace islet
