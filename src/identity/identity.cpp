// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/identity.h"

#include "identity/ephemeralpayload.h"

namespace islet {

namespace {

AuthLink signerLink(const Address &owner)
{
    return {AuthLink::Type::Signer, owner.toChecksummed(), QString()};
}

} // namespace

Identity::Identity(const Address &owner, QList<AuthLink> links, PrivateKey key)
    : m_owner(owner)
    , m_links(std::move(links))
    , m_key(std::move(key))
{ }

Identity Identity::guest()
{
    PrivateKey key = PrivateKey::generate();
    const Address owner = key.address();
    Identity identity(owner, {signerLink(owner)}, std::move(key));
    identity.setGuest(true);
    return identity;
}

Identity Identity::create(const PrivateKey &owner, std::chrono::seconds lifetime)
{
    return create(owner, PrivateKey::generate(), QDateTime::currentDateTimeUtc().addSecs(lifetime.count()));
}

Identity Identity::create(const PrivateKey &owner, PrivateKey ephemeral, const QDateTime &expiration)
{
    const QString payload = EphemeralPayload{ephemeral.address(), expiration}.toText();
    const QString signature = owner.sign(payload.toUtf8()).toHex();
    return Identity(owner.address(), {signerLink(owner.address()), {AuthLink::Type::Ephemeral, payload, signature}},
                    std::move(ephemeral));
}

std::optional<QDateTime> Identity::expiration() const
{
    if (m_links.size() < 2)
        return std::nullopt;
    const auto payload = EphemeralPayload::parse(m_links[1].payload);
    return payload ? std::optional(payload->expiration) : std::nullopt;
}

AuthChain Identity::sign(const Challenge &challenge) const
{
    return signText(challenge.text());
}

AuthChain Identity::sign(const SignedRequest &request) const
{
    return signText(QString::fromLatin1(request.text()));
}

AuthChain Identity::signText(const QString &text) const
{
    const QString signature = m_key.sign(text.toUtf8()).toHex();
    return AuthChain(m_links + QList{AuthLink{AuthLink::Type::SignedEntity, text, signature}});
}

} // namespace islet
