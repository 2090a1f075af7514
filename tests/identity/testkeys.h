// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/privatekey.h"
#include "tests/support/vectors.h"

namespace islet::test {

//! An entry of identities.json: ownerA, ephA and so on.
inline QJsonObject person(QLatin1StringView name)
{
    static const QJsonObject identities =
        loadVectors("identities.json").value(QLatin1StringView("identities")).toObject();
    const QJsonObject found = identities.value(name).toObject();
    if (found.isEmpty())
        qFatal("identities.json has no such entry");
    return found;
}

inline PrivateKey keyOf(QLatin1StringView name)
{
    auto key = PrivateKey::fromHex(person(name).value(QLatin1StringView("privateKey")).toString());
    if (!key)
        qFatal("identities.json has an invalid key");
    return *std::move(key);
}

} // namespace islet::test
