// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/nodeprocess.h"

#include <QJsonValue>

namespace islet::test {

using namespace Qt::StringLiterals;

//! tests/peers/webclient.mjs: a web client that shares no code with us.
class WebClient {
public:
    bool start(const QString &url) { return m_process.start(QStringLiteral("webclient.mjs"), {url}); }

    bool isIn() const { return !frames(u"welcomeMessage").isEmpty(); }
    QString address() const { return m_process.events(u"address").value(0)["address"_L1].toString(); }
    QString subprotocol() const { return m_process.events(u"open").value(0)["protocol"_L1].toString(); }
    quint32 alias() const { return aliasIn(frames(u"welcomeMessage").value(0)["message"_L1]); }
    //! The alias of a peer, from the welcome or a join; 0 if unknown.
    quint32 aliasOf(const QString &other) const;

    //! Frames whose WsPacket holds the member `name`.
    QList<QJsonObject> frames(QStringView name) const;
    //! Frames from `alias` whose rfc4 Packet holds the member `name`.
    QList<QJsonObject> packets(QStringView name, quint32 alias) const;
    QList<QJsonObject> allFrames() const { return m_process.events(u"frame"); }

    void send(const QByteArray &hex) { m_process.send({{QStringLiteral("send"), QString::fromLatin1(hex)}}); }
    //! Broadcasts a profile request.
    void ask(const QString &address, int version)
    {
        m_process.send({{QStringLiteral("ask"), address}, {QStringLiteral("version"), version}});
    }
    //! Uses this profile from now on, with its own address inserted: announces it, and answers requests.
    void setProfile(const QJsonObject &avatar) { m_process.send({{QStringLiteral("profile"), avatar}}); }
    //! The profiles received: `alias`, `avatar`, `baseUrl` and `errors` (those reported by @dcl/schemas, or null).
    QList<QJsonObject> profiles() const { return m_process.events(u"profile"); }
    void leave() { m_process.send({{QStringLiteral("close"), true}}); }
    QString noise() const { return m_process.noise(); }

private:
    static quint32 aliasIn(const QJsonValue &message);

    NodeProcess m_process;
};

} // namespace islet::test
