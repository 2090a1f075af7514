// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/closereason.h"

#include <QAbstractSocket>

class QNetworkProxy;
class QSslError;
class QUrl;

namespace islet {

struct HttpOutcome;

//! `host` or `host:port`, for use in messages.
QString hostNameOf(const QUrl &url);

//! Why the WebSocket at `url` could not be opened, from what Qt reports.
CloseReason connectError(const QUrl &url, const QNetworkProxy &proxy, QAbstractSocket::SocketError error,
                         const QString &qtMessage);

//! Why the HTTP request to `url` was not answered. Not for Complete, Stopped and TooLarge.
CloseReason requestError(const QUrl &url, const QNetworkProxy &proxy, const HttpOutcome &outcome);

//! Why the host's certificate was rejected. Nothing was sent to the host.
CloseReason certificateProblem(const QUrl &url, const QList<QSslError> &errors);

} // namespace islet
