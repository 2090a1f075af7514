// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/privatekey.h"
#include "testkeys.h"

#include <QJsonDocument>

namespace islet::test {

//! The identity from @dcl/crypto for ownerA and ephA until 2100 (auth_chains.json), as JSON.stringify writes it.
inline QJsonObject authIdentity()
{
    const QJsonObject file = loadVectors("auth_chains.json");
    const QJsonArray chain = file[QLatin1StringView("three_links")].toObject()[QLatin1StringView("chain")].toArray();
    const QJsonObject key = person(QLatin1StringView("ephA"));
    const auto prefixed = [&key](QLatin1StringView name, QLatin1StringView prefix) {
        return QString(prefix + key[name].toString());
    };
    const QJsonObject ephemeral{
        {QStringLiteral("address"), key[QLatin1StringView("address")]},
        {QStringLiteral("publicKey"), prefixed(QLatin1StringView("publicKey"), QLatin1StringView("0x04"))},
        {QStringLiteral("privateKey"), prefixed(QLatin1StringView("privateKey"), QLatin1StringView("0x"))}};
    return {{QStringLiteral("ephemeralIdentity"), ephemeral},
            {QStringLiteral("expiration"), file[QLatin1StringView("expiration")]},
            {QStringLiteral("authChain"), QJsonArray{chain[0], chain[1]}}};
}

inline QByteArray toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

//! An identity of ownerB with the ephemeral key ephB, valid until `expiration`.
inline QJsonObject authIdentityUntil(const QDateTime &expiration)
{
    const QJsonObject key = person(QLatin1StringView("ephB"));
    const QString payload =
        QStringLiteral("Decentraland Login\nEphemeral address: %1\nExpiration: %2")
            .arg(key[QLatin1StringView("address")].toString(), expiration.toUTC().toString(Qt::ISODateWithMs));
    const QJsonObject signer{
        {QStringLiteral("type"), QStringLiteral("SIGNER")},
        {QStringLiteral("payload"), person(QLatin1StringView("ownerB"))[QLatin1StringView("address")]},
        {QStringLiteral("signature"), QString()}};
    const QJsonObject second{
        {QStringLiteral("type"), QStringLiteral("ECDSA_EPHEMERAL")},
        {QStringLiteral("payload"), payload},
        {QStringLiteral("signature"), keyOf(QLatin1StringView("ownerB")).sign(payload.toUtf8()).toHex()}};
    return {{QStringLiteral("ephemeralIdentity"), key},
            {QStringLiteral("expiration"), expiration.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("authChain"), QJsonArray{signer, second}}};
}

} // namespace islet::test
