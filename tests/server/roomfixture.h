// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/roomserver.h"
#include "tests/support/roomclient.h"
#include "tests/support/waiting.h"

#include <QTest>

#include <algorithm>

namespace islet::test {

//! A room server on a free port, with helpers for its tests.
struct RoomFixture {
    explicit RoomFixture(const RoomOptions &options = {})
        : server(options)
    {
        if (!server.listen())
            qFatal("no free port on loopback");
    }

    //! Joins `client` to the room; false if that fails.
    bool admit(RoomClient &client, const QString &room = QStringLiteral("lobby")) const
    {
        client.enter(server.port(), room);
        return waitUntil([&client] { return client.isIn(); });
    }

    //! Sends a marker from `speaker` and waits until `listeners` have it, and so everything relayed before it.
    static bool settle(RoomClient &speaker, const QList<const RoomClient *> &listeners)
    {
        static int number = 0;
        const QByteArray mark = "mark " + QByteArray::number(++number);
        speaker.say(mark);
        return waitUntil([&] {
            return std::ranges::all_of(listeners, [&](const RoomClient *one) { return one->heard().contains(mark); });
        });
    }

    //! Waits until the server has read everything that `client` has sent.
    static bool drain(RoomClient &client)
    {
        const int before = client.socket().pongs();
        client.socket().sendFrame(RawWsClient::Opcode::Ping, "drained?");
        return waitUntil([&] { return client.socket().pongs() > before; });
    }

    RoomServer server;
};

inline Identity ownerOf(const char *twoDigits)
{
    return Identity::create(*PrivateKey::fromHex(QString::fromLatin1(QByteArray(twoDigits).repeated(32))));
}

inline QString joinOf(const RoomClient &client)
{
    return QStringLiteral("join %1 %2").arg(*client.alias).arg(client.addressText());
}

inline QString leaveOf(const RoomClient &client)
{
    return QStringLiteral("leave %1").arg(*client.alias);
}

} // namespace islet::test
