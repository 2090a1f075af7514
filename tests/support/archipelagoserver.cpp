// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "archipelagoserver.h"

#include "identity/authchain.h"
#include "identity/challenge.h"

#include <QDateTime>
#include <QUrl>
#include <QWebSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet::test {

using Fault = ArchipelagoServer::Fault;

ArchipelagoServer::ArchipelagoServer(std::function<QString(const QString &)> connectionStringOf)
    : m_server(u"archipelago"_s, QWebSocketServer::NonSecureMode)
    , m_connectionStringOf(std::move(connectionStringOf))
{
    m_server.setSupportedSubprotocols({u"archipelago"_s});
    connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *socket = m_server.nextPendingConnection())
            admit(socket);
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
}

ArchipelagoServer::~ArchipelagoServer()
{
    for (const auto &[socket, person] : m_people)
        socket->disconnect(this);
}

QUrl ArchipelagoServer::url() const
{
    return QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(m_server.serverPort()));
}

QString ArchipelagoServer::connectionString() const
{
    return u"archipelago:"_s + url().toString();
}

QString ArchipelagoServer::islandAt(const Vec3 &position)
{
    constexpr float band = 64; // m, the distance at which the real server joins people
    return u"island-%1"_s.arg(static_cast<int>(std::floor(position.x / band)));
}

void ArchipelagoServer::admit(QWebSocket *socket)
{
    socket->setParent(this);
    m_people.emplace(socket, Person());
    m_subprotocol = socket->subprotocol();
    connect(socket, &QWebSocket::binaryMessageReceived, this,
            [this, socket](const QByteArray &frame) { onFrame(socket, frame); });
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        m_people.erase(socket);
        socket->deleteLater();
    });
}

void ArchipelagoServer::onFrame(QWebSocket *socket, const QByteArray &frame)
{
    const auto person = m_people.find(socket);
    if (person == m_people.end())
        return;
    m_frames.append(frame);
    const auto message = archipelago::decodeClient(frame);
    const auto *signature = message ? std::get_if<archipelago::SignedChallenge>(&*message) : nullptr;
    const auto *heartbeat = message ? std::get_if<archipelago::Heartbeat>(&*message) : nullptr;
    const bool isAsked = !person->second.challenge.isEmpty();
    if (!message) {
        socket->close(QWebSocketProtocol::CloseCodeWrongDatatype, u"Cannot decode ClientPacket"_s);
    } else if (std::holds_alternative<archipelago::ChallengeRequest>(*message) && !isAsked) {
        onRequest(socket, person->second);
    } else if (signature && isAsked && !person->second.address) {
        onSignature(socket, person->second, signature->authChain);
    } else if (heartbeat && person->second.address) {
        onHeartbeat(socket, person->second, heartbeat->position);
    } else if (!person->second.address) {
        socket->close();
    }
}

void ArchipelagoServer::onRequest(QWebSocket *socket, Person &person)
{
    ++m_asked;
    person.challenge = m_challenge.isEmpty() ? Challenge::random().text() : m_challenge;
    switch (m_fault) {
    case Fault::Silence: return;
    case Fault::BadChallenge:
        socket->sendBinaryMessage(encode(archipelago::ChallengeResponse{u"get:/signed/request:1:{}"_s}));
        return;
    case Fault::WelcomeFirst: socket->sendBinaryMessage(encode(archipelago::Welcome{u"0x0"_s})); return;
    case Fault::Garbage: socket->sendBinaryMessage("\xff\xff\xff\xff"_ba); return;
    case Fault::Text: socket->sendTextMessage(u"hello"_s); return;
    case Fault::CannotRead:
        socket->close(QWebSocketProtocol::CloseCodeWrongDatatype, u"Cannot decode ClientPacket"_s);
        return;
    case Fault::Close: socket->close(); return;
    case Fault::None:
    case Fault::NoWelcome:
    case Fault::IslandFirst:
    case Fault::CloseAtSignature:
    case Fault::KickAtSignature:
        socket->sendBinaryMessage(encode(archipelago::ChallengeResponse{person.challenge}));
        return;
    }
}

void ArchipelagoServer::onSignature(QWebSocket *socket, Person &person, const QByteArray &json)
{
    const auto owner = AuthChain::fromJson(json).and_then(
        [&](const AuthChain &chain) { return chain.validate(person.challenge, QDateTime::currentDateTimeUtc()); });
    if (!owner || misbehave(socket, m_fault)) {
        m_refused += owner ? 0 : 1;
        if (!owner)
            socket->close();
        return;
    }
    if (QWebSocket *const older = socketOf(*owner)) {
        ++m_kicks;
        older->sendBinaryMessage(encode(archipelago::Kicked()));
        older->close();
    }
    person.address = *owner;
    ++m_welcomed;
    socket->sendBinaryMessage(encode(archipelago::Welcome{owner->toLower()}));
}

//! Misbehaves after a valid signature, if `fault` says so; returns whether it did.
bool ArchipelagoServer::misbehave(QWebSocket *socket, Fault fault)
{
    if (fault == Fault::IslandFirst) {
        socket->sendBinaryMessage(encode(archipelago::IslandChanged{u"too soon"_s, {}, {}}));
    } else if (fault == Fault::CloseAtSignature) {
        socket->close();
    } else if (fault == Fault::KickAtSignature) {
        socket->sendBinaryMessage(encode(archipelago::Kicked()));
    }
    return fault != Fault::None;
}

void ArchipelagoServer::onHeartbeat(QWebSocket *socket, Person &person, const Vec3 &position)
{
    m_beats.append({*person.address, position});
    person.position = position;
    const QString island = islandAt(position);
    if (m_assignsIslands && person.island != island)
        sendIsland(socket, person, island, m_connectionStringOf(island));
}

void ArchipelagoServer::sendIsland(QWebSocket *socket, Person &person, const QString &island,
                                   const QString &connectionString)
{
    archipelago::IslandChanged changed{island, connectionString, person.island};
    person.island = island;
    for (const auto &[other, who] : m_people) {
        if (who.address && who.island == island)
            changed.peers.append({who.address->toLower(), who.position});
    }
    socket->sendBinaryMessage(encode(changed));
}

QWebSocket *ArchipelagoServer::socketOf(const Address &who) const
{
    const auto found = std::ranges::find_if(m_people, [&who](const auto &one) { return one.second.address == who; });
    return found == m_people.end() ? nullptr : found->first;
}

QString ArchipelagoServer::islandOf(const Address &who) const
{
    QWebSocket *const socket = socketOf(who);
    return socket ? m_people.at(socket).island : QString();
}

bool ArchipelagoServer::move(const Address &who, const QString &island)
{
    return move(who, island, m_connectionStringOf(island));
}

bool ArchipelagoServer::move(const Address &who, const QString &island, const QString &connectionString)
{
    QWebSocket *const socket = socketOf(who);
    if (socket)
        sendIsland(socket, m_people.at(socket), island, connectionString);
    return socket != nullptr;
}

bool ArchipelagoServer::kick(const Address &who)
{
    const bool isHere = sendBytes(who, encode(archipelago::Kicked()));
    m_kicks += isHere ? 1 : 0;
    return isHere;
}

bool ArchipelagoServer::sendBytes(const Address &who, const QByteArray &frame)
{
    QWebSocket *const socket = socketOf(who);
    if (socket)
        socket->sendBinaryMessage(frame);
    return socket != nullptr;
}

bool ArchipelagoServer::sendText(const Address &who, const QString &text)
{
    QWebSocket *const socket = socketOf(who);
    if (socket)
        socket->sendTextMessage(text);
    return socket != nullptr;
}

void ArchipelagoServer::cut()
{
    const auto people = m_people;
    for (const auto &[socket, person] : people)
        socket->abort();
}

} // namespace islet::test
