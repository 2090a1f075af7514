// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "archipelagoserver.h"

#include "identity/authchain.h"
#include "identity/challenge.h"
#include "protobufqt.h"

#include <QDateTime>
#include <QUrl>
#include <QWebSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet::test {

using proto::serialised;
using Fault = ArchipelagoServer::Fault;

namespace {

ArchipelagoServer::ServerPacket challengeOf(const QString &text, bool isHere)
{
    ArchipelagoServer::ServerPacket packet;
    packet.mutable_challenge_response()->set_challenge_to_sign(text.toStdString());
    packet.mutable_challenge_response()->set_already_connected(isHere);
    return packet;
}

ArchipelagoServer::ServerPacket welcomeOf(const QString &peer)
{
    ArchipelagoServer::ServerPacket packet;
    packet.mutable_welcome()->set_peer_id(peer.toStdString());
    return packet;
}

ArchipelagoServer::ServerPacket kick()
{
    ArchipelagoServer::ServerPacket packet;
    packet.mutable_kicked();
    return packet;
}

} // namespace

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
    ClientPacket packet;
    if (!packet.ParseFromArray(frame.constData(), static_cast<int>(frame.size()))) {
        socket->close(QWebSocketProtocol::CloseCodeWrongDatatype, u"Cannot decode ClientPacket"_s);
    } else if (packet.has_challenge_request() && person->second.challenge.isEmpty()) {
        onRequest(socket, person->second);
    } else if (packet.has_signed_challenge() && !person->second.challenge.isEmpty() && !person->second.address) {
        onSignature(socket, person->second, packet.signed_challenge().auth_chain_json());
    } else if (packet.has_heartbeat() && person->second.address) {
        const auto &position = packet.heartbeat().position();
        onHeartbeat(socket, person->second, {position.x(), position.y(), position.z()});
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
        socket->sendBinaryMessage(serialised(challengeOf(u"get:/signed/request:1:{}"_s, false)));
        return;
    case Fault::WelcomeFirst: socket->sendBinaryMessage(serialised(welcomeOf(u"0x0"_s))); return;
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
    case Fault::KickAtSignature: socket->sendBinaryMessage(serialised(challengeOf(person.challenge, false))); return;
    }
}

void ArchipelagoServer::onSignature(QWebSocket *socket, Person &person, const std::string &json)
{
    const auto owner = AuthChain::fromJson(QByteArray::fromStdString(json)).and_then([&](const AuthChain &chain) {
        return chain.validate(person.challenge, QDateTime::currentDateTimeUtc());
    });
    if (!owner || misbehave(socket, m_fault)) {
        m_refused += owner ? 0 : 1;
        if (!owner)
            socket->close();
        return;
    }
    if (QWebSocket *const older = socketOf(*owner)) {
        ++m_kicks;
        older->sendBinaryMessage(serialised(test::kick()));
        older->close();
    }
    person.address = *owner;
    ++m_welcomed;
    socket->sendBinaryMessage(serialised(welcomeOf(owner->toLower())));
}

//! Misbehaves after a valid signature, if `fault` says so; returns whether it did.
bool ArchipelagoServer::misbehave(QWebSocket *socket, Fault fault)
{
    if (fault == Fault::IslandFirst) {
        ServerPacket packet;
        packet.mutable_island_changed()->set_island_id("too soon");
        socket->sendBinaryMessage(serialised(packet));
    } else if (fault == Fault::CloseAtSignature) {
        socket->close();
    } else if (fault == Fault::KickAtSignature) {
        socket->sendBinaryMessage(serialised(test::kick()));
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
    ServerPacket packet;
    auto &changed = *packet.mutable_island_changed();
    changed.set_island_id(island.toStdString());
    changed.set_conn_str(connectionString.toStdString());
    if (!person.island.isEmpty())
        changed.set_from_island_id(person.island.toStdString());
    person.island = island;
    for (const auto &[other, who] : m_people) {
        if (!who.address || who.island != island)
            continue;
        auto &place = (*changed.mutable_peers())[who.address->toLower().toStdString()];
        place.set_x(who.position.x);
        place.set_y(who.position.y);
        place.set_z(who.position.z);
    }
    socket->sendBinaryMessage(serialised(packet));
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
    const bool isHere = sendBytes(who, serialised(test::kick()));
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
