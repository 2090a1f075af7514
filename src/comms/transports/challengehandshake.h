// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/closereason.h"
#include "net/handshakestep.h"

#include <QTimer>

#include <chrono>

namespace islet {

class Address;
class AuthChain;
class Identity;
class WebSocketClient;

//! The client's side of the handshake that ws-room (ADR-105) and archipelago share: we send our address, the server a
//! challenge, we its signature, the server a welcome.
//!
//! Signs one challenge per connection. Nothing is sent between the signature and the welcome: real servers would take
//! it for a bad signature. Anything out of order fails.
class ChallengeHandshake : public QObject {
    Q_OBJECT

public:
    enum class Phase { Connecting, Identified, Signed, Welcomed };

    //! What differs between the protocols.
    struct Dialect {
        QByteArray (*identification)(const Address &own);
        QByteArray (*signature)(const AuthChain &chain);
        StepCode alreadyConnected; //!< the challenge says that this address is connected already
        bool isProofOptional; //!< the welcome may follow the identification, from a room that requires no proof
        CloseCode malformed, text, notChallenge, notWelcome;
        CloseCode noChallenge, noWelcome; //!< the server did not answer in time
        CloseCode closedBeforeChallenge, closedBeforeWelcome;
    };

    //! `socket` and `identity` must outlive this object. `timeout` is for each answer of the server.
    ChallengeHandshake(WebSocketClient &socket, const Identity &identity, const Dialect &dialect,
                       std::chrono::milliseconds timeout);

    Phase phase() const { return m_phase; }
    bool isWelcomeDue() const;
    //! The reason for a connection that the server closed: its close codes say nothing, but the phase does.
    CloseReason reasonOf(const CloseReason &lost) const;

    //! The socket has opened: sends the identification.
    void start();
    void receiveChallenge(const QString &text, bool isAlreadyConnected);
    //! Ends the handshake. Call it only if the welcome is due.
    void receiveWelcome();
    void receiveUnexpected();
    void receiveMalformed(qsizetype size);
    void receiveText();
    //! Emits nothing any more.
    void stop();

signals:
    void stepCompleted(const islet::HandshakeStep &step);
    void failed(const islet::CloseReason &reason);

private:
    void enter(Phase phase, const HandshakeStep &step);
    void fail(CloseReason::Kind kind, CloseCode code, const QStringList &moreArguments = {});

    WebSocketClient &m_socket;
    const Identity &m_identity;
    Dialect m_dialect;
    QTimer m_timer; // for the next answer
    Phase m_phase = Phase::Connecting;
    bool m_isStopped = false;
};

} // namespace islet
