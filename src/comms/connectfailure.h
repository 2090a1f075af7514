// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transport.h"

#include <QAbstractSocket>

class QUrl;

// Private to this folder.
namespace islet {

//! `host` or `host:port`, as sentences name it.
QString hostNameOf(const QUrl &url);

//! Why no WebSocket came about at `url`: what Qt knows of it, put so that one can do something about it.
CloseReason connectFailure(const QUrl &url, QAbstractSocket::SocketError error, const QString &qtSays);

} // namespace islet
