// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"

#include <QDateTime>
#include <QList>

namespace islet {

//! One link of an auth chain; its type on the wire is SIGNER, ECDSA_EPHEMERAL and so on.
struct AuthLink {
    enum class Type { Signer, Ephemeral, SignedEntity, Eip1654Ephemeral, Eip1654SignedEntity };

    Type type;
    QString payload;
    QString signature; //!< empty for Signer

    //! As AuthChain::toJson() writes it; a signed request (ADR-44) has one link per header.
    QByteArray toJson() const;

    friend bool operator==(const AuthLink &, const AuthLink &) = default;
};

//! A chain of delegated signatures, from the owner's address to the text that was finally signed. A bearer credential:
//! never logged.
class AuthChain {
public:
    static constexpr qsizetype maxLinks = 10;
    static constexpr qsizetype maxBytes = 16 * 1024;

    AuthChain() = default;
    explicit AuthChain(QList<AuthLink> links)
        : m_links(std::move(links))
    { }

    //! JSON array of {type, payload, signature}, at most maxBytes and maxLinks. Unknown members are ignored; a
    //! signature may be null or absent. The error names the invalid link and quotes no payload.
    static Expected<AuthChain> fromJson(const QByteArray &json);
    //! Byte-equal to JSON.stringify of the reference: members in the order type, payload, signature, no whitespace.
    QByteArray toJson() const;

    const QList<AuthLink> &links() const { return m_links; }

    //! The owner, if the chain proves that they authorized signing `expectedText` and no key has expired at `now`.
    //!
    //! Stricter than @dcl/crypto: at least two links, a valid owner address first, at most one ephemeral key, and the
    //! last link signs exactly `expectedText`. Contract wallets (EIP-1654) are refused: verifying them requires a
    //! blockchain node.
    Expected<Address> validate(QStringView expectedText, const QDateTime &now) const;

private:
    QList<AuthLink> m_links;
};

} // namespace islet
