// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/realm.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace islet {

tl::expected<RealmAbout, CloseReason> RealmAbout::parse(const QByteArray &json, const QString &host)
{
    const auto rejected = [](CloseCode code, const QStringList &arguments) {
        return tl::unexpected(CloseReason{CloseReason::Kind::Rejected, code, arguments});
    };
    if (json.trimmed().startsWith('<'))
        return rejected(CloseCode::RealmWebPage, {host});
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return rejected(CloseCode::RealmMalformed, {host});
    const QJsonObject about = document.object();
    const QJsonObject comms = about["comms"_L1].toObject();
    RealmAbout realm;
    realm.isDescription = about.contains("healthy"_L1) || about.contains("acceptingUsers"_L1) || !comms.isEmpty();
    realm.name = about["configurations"_L1]["realmName"_L1].toString().left(64);
    realm.isHealthy = about["healthy"_L1].toBool(true) && comms["healthy"_L1].toBool(true);
    realm.acceptsUsers = about["acceptingUsers"_L1].toBool(true);
    if (const int users = comms["usersCount"_L1].toInt(-1); users >= 0)
        realm.users = users;
    const QString fixed = comms["fixedAdapter"_L1].toString();
    const QString adapter = fixed.isEmpty() ? comms["adapter"_L1].toString() : fixed;
    if (adapter.isEmpty())
        return realm;
    const auto parsed = ConnectionString::fromAdapter(adapter);
    if (!parsed)
        return rejected(CloseCode::RealmBadAdapter, {host, parsed.error().detail});
    realm.comms = *parsed;
    return realm;
}

} // namespace islet
