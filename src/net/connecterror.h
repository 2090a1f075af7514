// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/closereason.h"

#include <QAbstractSocket>

class QSslError;
class QUrl;

namespace islet {

//! `host` or `host:port`, as sentences name it.
QString hostNameOf(const QUrl &url);

//! Why no WebSocket came about at `url`: what Qt knows of it, put so that one can do something about it.
CloseReason connectError(const QUrl &url, QAbstractSocket::SocketError error, const QString &qtSays);

//! Why the certificate of the host was not believed, and what to do. Nothing was sent to it.
QString certificateProblem(const QUrl &url, const QList<QSslError> &errors);

//! Why no encryption came about with the host, for other reasons than its certificate.
QString encryptionProblem(const QUrl &url, const QString &qtSays);

} // namespace islet
