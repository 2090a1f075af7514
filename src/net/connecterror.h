// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/closereason.h"

#include <QAbstractSocket>

class QSslError;
class QUrl;

namespace islet {

//! `host` or `host:port`, for use in messages.
QString hostNameOf(const QUrl &url);

//! Why the WebSocket at `url` could not be opened, from what Qt reports.
CloseReason connectError(const QUrl &url, QAbstractSocket::SocketError error, const QString &qtMessage);

//! Why the host's certificate was rejected. Nothing was sent to the host.
CloseReason certificateProblem(const QUrl &url, const QList<QSslError> &errors);

//! Why the TLS handshake failed, for reasons other than the certificate.
CloseReason encryptionProblem(const QUrl &url, const QString &qtMessage);

} // namespace islet
