// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "isletclient.h"

#include "identity/identity.h"
#include "protocol/rfc5codec.h"

#include <QCoreApplication>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace islet::bench {

namespace {

//! Answers a message of the handshake; false if there is none left to answer.
bool answer(QWebSocket &socket, const Identity &identity, const QByteArray &frame)
{
    const auto message = rfc5::Codec().decode(frame);
    const auto *asked = message ? std::get_if<rfc5::ChallengeRequired>(&*message) : nullptr;
    if (!asked)
        return false;
    const auto challenge = Challenge::parse(asked->challenge);
    if (challenge)
        socket.sendBinaryMessage(rfc5::Codec().encode(rfc5::SignedChallenge{identity.sign(*challenge).toJson()}));
    return true;
}

} // namespace

int runBareClient(const QUrl &room, StreamReport report)
{
    const Identity identity = Identity::create(PrivateKey::generate());
    QWebSocket socket;
    bool isWelcome = false;
    QObject::connect(&socket, &QWebSocket::connected, &socket, [&] {
        socket.sendBinaryMessage(rfc5::Codec().encode(rfc5::Identification{identity.address().toLower()}));
    });
    QObject::connect(&socket, &QWebSocket::binaryMessageReceived, &socket, [&](const QByteArray &frame) {
        if (isWelcome)
            report.count();
        else
            isWelcome = !answer(socket, identity, frame);
    });
    QObject::connect(&socket, &QWebSocket::disconnected, &socket, [&report] {
        report.finish();
        QCoreApplication::quit();
    });
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QStringLiteral("rfc5")});
    socket.open(room, options);
    const int status = QCoreApplication::exec();
    StreamReport::linger();
    return status;
}

} // namespace islet::bench
