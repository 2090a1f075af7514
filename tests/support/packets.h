// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "protobufqt.h"
#include "rfc5.pb.h"

#include <QByteArray>
#include <QMap>
#include <QString>

//! Builds rfc5 packets, for scripted servers and clients.
namespace islet::test {

using WsPacket = decentraland::kernel::comms::rfc5::WsPacket;

using proto::serialised;
using proto::toQt;

//! Returns nullopt if the bytes are not a packet.
std::optional<WsPacket> parsed(const QByteArray &frame);

WsPacket identification(const QString &address);
WsPacket challenge(const QString &text, bool alreadyConnected = false);
WsPacket signedChallenge(const QByteArray &chainJson);
WsPacket welcome(quint32 alias, const QMap<quint32, QString> &peers = {});
WsPacket peerJoin(quint32 alias, const QString &address);
WsPacket peerLeave(quint32 alias);
WsPacket peerUpdate(quint32 alias, const QByteArray &body, bool unreliable = false);
WsPacket kicked(const QString &reason);

//! Returns numberedAddress() as servers write it: 0x and 40 lower-case hexadecimal digits.
QString addressOf(quint32 number);

} // namespace islet::test
