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

//! Who we are: an owner's address, the key that signs for it, and the proof that the key is authorized.
class Identity {
public:
    //! Lifetime of an ephemeral key, as in the web client and the reference explorer.
    static constexpr std::chrono::hours defaultLifetime{7 * 24};

    //! One new key as both owner and signer: two-link chains, as for bevy-explorer's guests.
    static Identity guest();
    //! A new ephemeral key that `owner` authorizes for `lifetime` from now; the owner's key is not kept.
    static Identity create(const PrivateKey &owner, std::chrono::seconds lifetime = defaultLifetime);
    //! The same from given parts.
    static Identity create(const PrivateKey &owner, PrivateKey ephemeral, const QDateTime &expiration);
    //! An identity that was signed in elsewhere: the AuthIdentity of @dcl/crypto as JSON.stringify writes it and the
    //! web client stores it; at most Secret::maxBytes. Must be consistent and not have expired at `now`; only the
    //! signature of a contract wallet (EIP-1654) is not verified. No error quotes any of it.
    static Expected<Identity> fromAuthIdentity(const QByteArray &json, const QDateTime &now);

    //! Whether there is no wallet that others know; sent in signed-login (ADR-180).
    bool isGuest() const { return m_isGuest; }
    void setGuest(bool guest) { m_isGuest = guest; }

    const Address &address() const { return m_owner; }
    //! When the ephemeral key expires, UTC; nullopt for a guest with two-link chains, which has no ephemeral key.
    std::optional<QDateTime> expiration() const;
    //! The chain that answers a server's challenge. Only a Challenge or a SignedRequest can be signed.
    AuthChain sign(const Challenge &challenge) const;
    //! The chain that proves who sends an HTTP request (ADR-44).
    AuthChain sign(const SignedRequest &request) const;

private:
    Identity(const Address &owner, QList<AuthLink> links, PrivateKey key);
    AuthChain signText(const QString &text) const;

    Address m_owner;
    QList<AuthLink> m_links; //!< the chain without its last link
    PrivateKey m_key;
    bool m_isGuest = false;
};

} // namespace islet
