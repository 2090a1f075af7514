// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

namespace islet {

//! Where the running window of this user listens for its remote control: a socket in the user's own runtime folder, or
//! a named pipe on Windows. Empty if there is no folder that belongs to the user alone.
QString remoteAddress();

//! Sends a command to the window that listens at `address` and waits up to 3 s for the answer; see RemoteControl.
//! Returns the answer's text without control and format characters. Errors: NotConnected if no window answers,
//! InvalidPacket if what it answers is not the protocol, InvalidInput with the window's sentence if it refuses.
Expected<QString> sendToRunningInstance(const QString &address, const QString &command);

//! Passes a link to the running window, which asks the user before it does anything. False if no window accepts it.
bool forwardToRunningInstance(const QString &address, const QString &link);

} // namespace islet
