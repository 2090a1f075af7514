// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "webclient.h"

using namespace Qt::StringLiterals;

namespace islet::test {

quint32 WebClient::aliasIn(const QJsonValue &message)
{
    return static_cast<quint32>(message["alias"_L1].toInteger());
}

quint32 WebClient::aliasOf(const QString &other) const
{
    quint32 found = 0;
    for (const QJsonObject &line : allFrames()) {
        const QJsonValue message = line["message"_L1];
        const QJsonObject peers = message["peerIdentities"_L1].toObject();
        for (auto peer = peers.begin(); peer != peers.end(); ++peer) {
            if (peer.value().toString() == other)
                found = peer.key().toUInt();
        }
        if (line["case"_L1].toString() == u"peerJoinMessage" && message["address"_L1].toString() == other)
            found = aliasIn(message);
    }
    return found;
}

QList<QJsonObject> WebClient::frames(QStringView name) const
{
    QList<QJsonObject> found;
    for (const QJsonObject &line : allFrames()) {
        if (line["case"_L1].toString() == name)
            found.append(line);
    }
    return found;
}

QList<QJsonObject> WebClient::packets(QStringView name, quint32 alias) const
{
    QList<QJsonObject> found;
    for (const QJsonObject &line : frames(u"peerUpdateMessage")) {
        const bool isFrom = static_cast<quint32>(line["message"_L1]["fromAlias"_L1].toInteger()) == alias;
        if (isFrom && line["packet"_L1]["case"_L1].toString() == name)
            found.append(line);
    }
    return found;
}

} // namespace islet::test
