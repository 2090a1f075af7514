// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "base/sentence.h"
#include "identity/ephemeralpayload.h"
#include "identity/identity.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

// The AuthIdentity of @dcl/crypto, src/types.ts. All of it is treated as secret: error messages quote nothing.
namespace islet {

namespace {

tl::unexpected<Error> refuse(const QString &sentence)
{
    return failure(ErrorCode::InvalidAuthChain, sentence);
}

Expected<QJsonObject> objectOf(const QByteArray &json)
{
    if (json.size() > Secret::maxBytes)
        return refuse(Sentence::tr("The identity is too large: it has %1 bytes (the limit is %2).")
                          .arg(json.size())
                          .arg(Secret::maxBytes));
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (parsing.error != QJsonParseError::NoError) {
        return refuse(Sentence::tr("The identity isn't valid JSON: %1 at byte %2.")
                          .arg(parsing.errorString())
                          .arg(parsing.offset));
    }
    if (!document.isObject())
        return refuse(
            Sentence::tr("The identity isn't a JSON object with ephemeralIdentity, expiration and authChain."));
    return document.object();
}

Expected<PrivateKey> ephemeralKeyOf(const QJsonObject &identity)
{
    const QJsonObject member = identity["ephemeralIdentity"_L1].toObject();
    const QJsonValue digits = member["privateKey"_L1];
    const auto address = Address::parse(member["address"_L1].toString());
    if (!digits.isString() || !address)
        return refuse(Sentence::tr("The identity has no ephemeralIdentity with an address and a privateKey."));
    auto key = PrivateKey::fromHex(digits.toString());
    if (!key)
        return refuse(Sentence::tr("The identity's ephemeral key isn't valid: %1").arg(key.error().detail));
    if (key->address() != *address)
        return refuse(Sentence::tr("The identity's ephemeral key doesn't match its ephemeral address."));
    return key;
}

//! The signer link and the link that delegates to the ephemeral key.
Expected<QList<AuthLink>> linksOf(const QJsonObject &identity)
{
    const QJsonValue member = identity["authChain"_L1];
    const auto chain = AuthChain::fromJson(QJsonDocument(member.toArray()).toJson(QJsonDocument::Compact));
    if (!member.isArray() || !chain)
        return refuse(
            Sentence::tr("The identity's authChain isn't an array of links with type, payload and signature."));
    const QList<AuthLink> &links = chain->links();
    if (links.size() != 2 || links[0].type != AuthLink::Type::Signer
        || (links[1].type != AuthLink::Type::Ephemeral && links[1].type != AuthLink::Type::Eip1654Ephemeral))
        return refuse(Sentence::tr("The identity's authChain must have two links: SIGNER and ECDSA_EPHEMERAL."));
    return links;
}

//! For contract wallets, whose signatures only a blockchain node can verify: accepts hexadecimal of any length.
bool hasWellFormedSignature(const AuthLink &link)
{
    const QString &text = link.signature;
    const auto isDigit = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    return text.size() > 2 && text.size() % 2 == 0 && text.startsWith("0x"_L1)
        && std::ranges::all_of(QStringView(text).sliced(2), isDigit);
}

Expected<void> checkTimes(const QJsonObject &identity, const EphemeralPayload &payload, const QDateTime &now)
{
    const auto claimed = QDateTime::fromString(identity["expiration"_L1].toString(), Qt::ISODateWithMs);
    if (!claimed.isValid())
        return refuse(Sentence::tr("The identity's expiration isn't an ISO 8601 time."));
    if (claimed != payload.expiration)
        return refuse(Sentence::tr("The identity's expiration isn't the one its owner signed."));
    if (payload.expiration <= now) {
        return failure(ErrorCode::Expired,
                       Sentence::tr("The identity expired at %1. Sign in again where you got it, or set the clock.")
                           .arg(payload.expiration.toString(Qt::ISODate)));
    }
    return {};
}

} // namespace

Expected<Identity> Identity::fromAuthIdentity(const QByteArray &json, const QDateTime &now)
{
    const auto object = objectOf(json);
    if (!object)
        return tl::unexpected(object.error());
    auto key = ephemeralKeyOf(*object);
    if (!key)
        return tl::unexpected(key.error());
    auto links = linksOf(*object);
    if (!links)
        return tl::unexpected(links.error());
    const auto owner = Address::parse(links->first().payload);
    if (!owner)
        return refuse(Sentence::tr("The first link of the identity's authChain doesn't contain its owner's address."));
    const AuthLink delegation = links->last();
    const auto payload = EphemeralPayload::parse(delegation.payload);
    if (!payload)
        return refuse(Sentence::tr(
            "The second link of the identity's authChain doesn't delegate to a key with an expiration time."));
    if (payload->ephemeralAddress != key->address())
        return refuse(Sentence::tr(
            "The second link of the identity's authChain delegates to a key other than its ephemeralIdentity."));
    if (const auto checked = checkTimes(*object, *payload, now); !checked)
        return tl::unexpected(checked.error());

    Identity identity(*owner, *std::move(links), *std::move(key));
    const Challenge proof = Challenge::random();
    const bool isSigned = delegation.type == AuthLink::Type::Eip1654Ephemeral
        ? hasWellFormedSignature(delegation)
        : identity.sign(proof).validate(proof.text(), now).has_value();
    if (!isSigned)
        return refuse(Sentence::tr("The second link of the identity's authChain isn't signed by its owner."));
    return identity;
}

} // namespace islet
