// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/challengehandshake.h"

#include "identity/identity.h"
#include "net/websocketclient.h"

namespace islet {

using Kind = CloseReason::Kind;

ChallengeHandshake::ChallengeHandshake(WebSocketClient &socket, const Identity &identity, const Dialect &dialect,
                                       std::chrono::milliseconds timeout)
    : m_socket(socket)
    , m_identity(identity)
    , m_dialect(dialect)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(timeout);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        fail(Kind::Network, m_phase == Phase::Identified ? m_dialect.noChallenge : m_dialect.noWelcome);
    });
}

bool ChallengeHandshake::isWelcomeDue() const
{
    return m_phase == Phase::Signed || (m_phase == Phase::Identified && m_dialect.isProofOptional);
}

CloseReason ChallengeHandshake::reasonOf(const CloseReason &lost) const
{
    const bool isClosedByServer = lost.kind == Kind::Network;
    if (isClosedByServer && m_phase == Phase::Identified)
        return {Kind::Rejected, m_dialect.closedBeforeChallenge, {m_socket.hostName()}};
    if (isClosedByServer && m_phase == Phase::Signed)
        return {Kind::Rejected, m_dialect.closedBeforeWelcome, {m_socket.hostName()}};
    return lost;
}

void ChallengeHandshake::start()
{
    if (m_isStopped)
        return;
    m_socket.send(m_dialect.identification(m_identity.address()));
    enter(Phase::Identified, {StepCode::Identified, {m_identity.address().toShort()}});
}

void ChallengeHandshake::receiveChallenge(const QString &text, bool isAlreadyConnected)
{
    if (m_phase != Phase::Identified) {
        receiveUnexpected();
        return;
    }
    emit stepCompleted({isAlreadyConnected ? m_dialect.alreadyConnected : StepCode::Challenged});
    if (m_isStopped)
        return;
    const auto challenge = Challenge::parse(text);
    if (!challenge) {
        stop();
        emit failed({Kind::Protocol, CloseCode::HandshakeBadChallenge, {challenge.error().detail}});
        return;
    }
    m_socket.send(m_dialect.signature(m_identity.sign(*challenge)));
    enter(Phase::Signed, {StepCode::Signed});
}

void ChallengeHandshake::receiveWelcome()
{
    m_timer.stop();
    m_phase = Phase::Welcomed;
}

void ChallengeHandshake::receiveUnexpected()
{
    fail(Kind::Protocol, m_phase == Phase::Identified ? m_dialect.notChallenge : m_dialect.notWelcome);
}

void ChallengeHandshake::receiveMalformed(qsizetype size)
{
    fail(Kind::Protocol, m_dialect.malformed, {QString::number(size)});
}

void ChallengeHandshake::receiveText()
{
    fail(Kind::Protocol, m_dialect.text);
}

void ChallengeHandshake::stop()
{
    m_isStopped = true;
    m_timer.stop();
}

void ChallengeHandshake::enter(Phase phase, const HandshakeStep &step)
{
    if (m_isStopped)
        return; // sending has shown that the connection is lost
    m_phase = phase;
    m_timer.start();
    emit stepCompleted(step);
}

void ChallengeHandshake::fail(Kind kind, CloseCode code, const QStringList &moreArguments)
{
    if (m_isStopped)
        return;
    stop();
    emit failed({kind, code, QStringList{m_socket.hostName()} + moreArguments});
}

} // namespace islet
