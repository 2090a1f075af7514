// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/realm.h"

#include "base/sentence.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace islet {

Expected<RealmAbout> RealmAbout::parse(const QByteArray &json, const QString &host)
{
    if (json.trimmed().startsWith('<')) {
        return failure(
            ErrorCode::InvalidPacket,
            Sentence::tr("%1 answered with a web page, not a realm description. Check the address.").arg(host));
    }
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return failure(
            ErrorCode::InvalidPacket,
            Sentence::tr("%1 answered with something other than a realm description. Check the address.").arg(host));
    }
    const QJsonObject about = document.object();
    const QJsonObject comms = about["comms"_L1].toObject();
    RealmAbout realm;
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
    if (!parsed) {
        return failure(
            parsed.error().code,
            Sentence::tr("Realm %1 uses comms that Islet can't connect to: %2").arg(host, parsed.error().detail));
    }
    realm.comms = *parsed;
    return realm;
}

} // namespace islet
