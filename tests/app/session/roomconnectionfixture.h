// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/protocols.h"
#include "app/session/roomconnection.h"
#include "comms/client.h"
#include "identity/identity.h"
#include "tests/support/scriptedserver.h"

#include <QTemporaryDir>
#include <QTest>

namespace islet::test {

//! The connection behind the top bar, with a scripted server.
struct RoomConnectionFixture {
    explicit RoomConnectionFixture(RoomConnection::EmbeddedPlace embeddedPlace = nullptr)
        : connection(
            client.session(), client.factory(), client.address(), places,
            embeddedPlace ? embeddedPlace : [this] { return ConnectionString::parse(server.connectionString()); })
    { }

    QString where() const { return server.connectionString(); }
    bool enter()
    {
        server.welcomeWith(welcome(1));
        connection.enter(where());
        return QTest::qWaitFor([this] { return connection.state() == RoomConnection::State::Connected; });
    }

    ScriptedServer server;
    Identity identity = Identity::create(PrivateKey::generate());
    Client client{allProtocols(), identity, {.retry = CommsSession::Retry::WhenLost}};
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("islet.ini")), QSettings::IniFormat};
    RecentPlaces places{settings, allProtocols()};
    RoomConnection connection;
};

inline bool isSentence(const QString &text)
{
    return text.size() > 10 && !text.front().isLower() && text.endsWith(u'.');
}

} // namespace islet::test
