// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "holdingproxy.h"
#include "server/roomserver.h"
#include "testclient.h"
#include "waiting.h"

namespace islet::test {

//! Returns after any session that lost its connection before this call has made its first retry, without a clock: a
//! client in another room of `server` loses its connection and returns twice. A first retry comes after 0.5 s to 0.6 s,
//! the two take 1 s at least. False if the client cannot connect.
inline bool outlastFirstRetry(const RoomServer &server)
{
    HoldingProxy proxy(server.port());
    TestClient control(TestClient::someone(), CommsSession::Retry::WhenLost);
    if (!control.join(proxy.instead(server.connectionString(QStringLiteral("control")))))
        return false;
    for (qsizetype losses = 0; losses < 2; ++losses) {
        if (!waitUntil([&] { return control.isIn(); }))
            return false;
        proxy.cut();
        if (!waitUntil([&] { return control.losses.size() > losses; }))
            return false;
    }
    return waitUntil([&] { return control.isIn(); });
}

} // namespace islet::test
