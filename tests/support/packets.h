// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "protocol/rfc5codec.h"

#include <QMap>

//! Builds ws-room messages, for scripted servers and clients.
namespace islet::test {

//! nullopt if the bytes are not a packet.
std::optional<rfc5::Message> parsed(const QByteArray &frame);
QByteArray serialised(const rfc5::Message &message);

rfc5::Message identification(const QString &address);
rfc5::Message challenge(const QString &text, bool isAlreadyConnected = false);
rfc5::Message signedChallenge(const QByteArray &chainJson);
rfc5::Message welcome(quint32 alias, const QMap<quint32, QString> &peers = {});
rfc5::Message peerJoin(quint32 alias, const QString &address);
rfc5::Message peerLeave(quint32 alias);
rfc5::Message peerUpdate(quint32 alias, const QByteArray &body, bool isUnreliable = false);
rfc5::Message kicked(const QString &reason);

//! The frame of a message with one text, which need not be valid UTF-8. `message` is its field number in the packet,
//! `field` the text's in the message.
QByteArray textFrame(int message, int field, const QByteArray &utf8);

//! Returns numberedAddress() as servers write it: 0x and 40 lower-case hexadecimal digits.
QString addressOf(quint32 number);

} // namespace islet::test
