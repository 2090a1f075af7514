// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <functional>

class QObject;

namespace islet {

//! Connects to the D-Bus session bus on another thread, because that blocks until the bus answers, and a bus may hang.
//! Calls `joined` on the application's thread with the name of the connection, which the caller owns and closes by
//! QDBusConnection::disconnectFromBus(); the name is empty if there is no bus. If `context` is destroyed first,
//! `joined` is not called and the connection is closed.
//!
//! To listen to a signal on it, name no service: Qt would block on the bus to look up the service's owner.
void joinSessionBus(const QString &purpose, QObject *context, std::function<void(const QString &)> joined);

} // namespace islet
