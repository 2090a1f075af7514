// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/proxyanswer.h"

#include <QTcpSocket>

namespace islet {

void boundProxyAnswer(QTcpSocket &socket, QObject *context, const std::function<void()> &tooMuch)
{
    constexpr qint64 pieceBytes = 1024;
    constexpr int maxPieces = 64;
    const auto inner = socket.findChildren<QTcpSocket *>();
    for (QTcpSocket *proxied : inner) {
        if (!proxied->parent()->inherits("QHttpSocketEngine"))
            continue;
        proxied->setReadBufferSize(pieceBytes);
        const auto isConnected = std::make_shared<bool>(false);
        QObject::connect(&socket, &QTcpSocket::connected, proxied, [proxied, isConnected] {
            *isConnected = true;
            proxied->setReadBufferSize(0);
        });
        const auto count = [tooMuch, isConnected, pieces = 0]() mutable {
            if (!*isConnected && ++pieces > maxPieces)
                tooMuch();
        };
        // Queued: `tooMuch` may delete the socket.
        QObject::connect(proxied, &QTcpSocket::readyRead, context, count, Qt::QueuedConnection);
    }
}

} // namespace islet
