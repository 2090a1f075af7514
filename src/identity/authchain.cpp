// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/authchain.h"

#include "base/quoted.h"
#include "identity/ephemeralpayload.h"
#include "identity/signature.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr std::pair<AuthLink::Type, QStringView> typeNames[] = {
    {AuthLink::Type::Signer, u"SIGNER"},
    {AuthLink::Type::Ephemeral, u"ECDSA_EPHEMERAL"},
    {AuthLink::Type::SignedEntity, u"ECDSA_SIGNED_ENTITY"},
    {AuthLink::Type::Eip1654Ephemeral, u"ECDSA_EIP_1654_EPHEMERAL"},
    {AuthLink::Type::Eip1654SignedEntity, u"ECDSA_EIP_1654_SIGNED_ENTITY"},
};

std::optional<AuthLink::Type> typeOf(QStringView name)
{
    for (const auto &[type, typeName] : typeNames) {
        if (name == typeName)
            return type;
    }
    return std::nullopt;
}

QStringView nameOf(AuthLink::Type wanted)
{
    for (const auto &[type, name] : typeNames) {
        if (type == wanted)
            return name;
    }
    Q_UNREACHABLE();
}

tl::unexpected<Error> invalid(const QString &sentence)
{
    return failure(ErrorCode::InvalidAuthChain, sentence);
}

tl::unexpected<Error> invalidLink(qsizetype index, const QString &sentence)
{
    return invalid(u"Link %1 of the auth chain: %2"_s.arg(index + 1).arg(sentence));
}

Expected<AuthLink> linkFromJson(const QJsonValue &value, qsizetype index)
{
    const QJsonObject object = value.toObject();
    const QJsonValue type = object.value("type"_L1);
    const QJsonValue payload = object.value("payload"_L1);
    const QJsonValue signature = object.value("signature"_L1);
    const auto known = typeOf(type.toString());
    if (!known)
        return invalidLink(index, u"%1 is not a link type."_s.arg(quoted(type.toString())));
    if (!payload.isString())
        return invalidLink(index, u"the payload is not a text."_s);
    if (!signature.isString() && !signature.isNull() && !signature.isUndefined())
        return invalidLink(index, u"the signature is not a text."_s);
    return AuthLink{*known, payload.toString(), signature.toString()};
}

//! Escapes as JSON.stringify does: only what must be.
void appendJsonString(QByteArray &json, QStringView text)
{
    json += '"';
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"': json += "\\\""; break;
        case '\\': json += "\\\\"; break;
        case '\n': json += "\\n"; break;
        case '\r': json += "\\r"; break;
        case '\t': json += "\\t"; break;
        case '\b': json += "\\b"; break;
        case '\f': json += "\\f"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                json += "\\u00" + QByteArray(1, c).toHex();
            else
                json += c;
        }
    }
    json += '"';
}

//! Checks that `authority` signed `link`.
Expected<void> checkSignature(const AuthLink &link, qsizetype index, const Address &authority)
{
    const auto signature = Signature::parse(link.signature);
    if (!signature)
        return invalidLink(index, signature.error().detail);
    // The reference signs and verifies ephemeral payloads without their CRs.
    QByteArray message = link.payload.toUtf8();
    if (link.type == AuthLink::Type::Ephemeral)
        message.replace('\r', QByteArrayView());
    const auto signer = signature->signerOf(personalMessageHash(message));
    if (!signer || *signer != authority)
        return invalidLink(index, u"not signed by %1."_s.arg(authority.toLower()));
    return {};
}

Expected<Address> checkEphemeral(const AuthLink &link, qsizetype index, const Address &owner, const QDateTime &now)
{
    const auto payload = EphemeralPayload::parse(link.payload);
    if (!payload)
        return invalidLink(index, payload.error().detail);
    if (payload->expiration <= now) {
        return invalidLink(index,
                           u"the ephemeral key expired at %1; sign in again, or set the clock."_s.arg(
                               payload->expiration.toString(Qt::ISODate)));
    }
    if (const auto signedByOwner = checkSignature(link, index, owner); !signedByOwner)
        return tl::unexpected(signedByOwner.error());
    return payload->ephemeralAddress;
}

} // namespace

Expected<AuthChain> AuthChain::fromJson(const QByteArray &json)
{
    if (json.size() > maxBytes)
        return invalid(u"The auth chain has %1 bytes; at most %2 are read."_s.arg(json.size()).arg(maxBytes));
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (parsing.error != QJsonParseError::NoError) {
        return invalid(u"The auth chain is not JSON: %1 at byte %2."_s.arg(parsing.errorString()).arg(parsing.offset));
    }
    const QJsonArray array = document.array();
    if (!document.isArray() || array.isEmpty() || array.size() > maxLinks)
        return invalid(u"An auth chain is a JSON array of 1 to %1 links."_s.arg(maxLinks));
    QList<AuthLink> links;
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto link = linkFromJson(array.at(i), i);
        if (!link)
            return tl::unexpected(link.error());
        links.append(*std::move(link));
    }
    return AuthChain(std::move(links));
}

QByteArray AuthLink::toJson() const
{
    QByteArray json = "{\"type\":";
    appendJsonString(json, nameOf(type));
    json += ",\"payload\":";
    appendJsonString(json, payload);
    json += ",\"signature\":";
    appendJsonString(json, signature);
    return json + '}';
}

QByteArray AuthChain::toJson() const
{
    QByteArrayList links;
    for (const AuthLink &link : m_links)
        links.append(link.toJson());
    return '[' + links.join(',') + ']';
}

Expected<Address> AuthChain::validate(QStringView expectedText, const QDateTime &now) const
{
    if (m_links.size() < 2 || m_links.size() > 3)
        return invalid(u"An auth chain has two or three links; this one has %1."_s.arg(m_links.size()));
    if (m_links.first().type != AuthLink::Type::Signer)
        return invalidLink(0, u"an auth chain begins with the signer."_s);
    const auto owner = Address::parse(m_links.first().payload);
    if (!owner)
        return invalidLink(0, owner.error().detail);

    Address authority = *owner;
    for (qsizetype i = 1; i < m_links.size(); ++i) {
        const AuthLink &link = m_links[i];
        const bool last = i == m_links.size() - 1;
        if (link.type == AuthLink::Type::Eip1654Ephemeral || link.type == AuthLink::Type::Eip1654SignedEntity)
            return invalidLink(i, u"contract wallets cannot be checked here."_s);
        if (link.type != (last ? AuthLink::Type::SignedEntity : AuthLink::Type::Ephemeral))
            return invalidLink(i, u"%1 does not belong here."_s.arg(nameOf(link.type)));
        if (!last) {
            const auto ephemeral = checkEphemeral(link, i, authority, now);
            if (!ephemeral)
                return ephemeral;
            authority = *ephemeral;
            continue;
        }
        if (link.payload != expectedText)
            return invalidLink(i, u"it signs another text than the one asked for."_s);
        if (const auto ok = checkSignature(link, i, authority); !ok)
            return tl::unexpected(ok.error());
    }
    return owner;
}

} // namespace islet
