// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <functional>

class QObject;

namespace islet {

//! Joins the session's D-Bus on another thread, as that waits for the bus to greet, and a bus may hang. `joined` is
//! called on this one, the application's, with the name of the connection; that is the caller's then, to be left by
//! QDBusConnection::disconnectFromBus(). Empty when there is no bus. Never called once `context` has gone, and no
//! connection is left over then.
//!
//! Who then listens to a signal names no service: to find out who answers to a name Qt waits for the bus.
void joinSessionBus(const QString &purpose, QObject *context, std::function<void(const QString &)> joined);

} // namespace islet
