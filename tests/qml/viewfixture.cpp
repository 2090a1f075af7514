// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "viewfixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

QString toWholeMetres(const Vec3 &place)
{
    return u"%1, %2"_s.arg(std::lround(place.x)).arg(std::lround(place.z));
}

} // namespace

ViewFixture::~ViewFixture() = default;

void ViewFixture::enter()
{
    m_models.room.connection()->enter(u"offline:"_s);
    m_models.client.adapter().setTransport(&m_models.peers.transport);
    m_models.peers.transport.open();
    m_models.room.chat()->history()->deleteAll(); // the note of joining
}

void ViewFixture::join(int who, const QString &name)
{
    m_models.peers.join(numberedAddress(who));
    if (!name.isEmpty())
        introduce(who, name);
}

void ViewFixture::leave(int who)
{
    m_models.peers.leave(numberedAddress(who));
}

void ViewFixture::stand(int who, double x, double z)
{
    m_models.peers.stand(numberedAddress(who), {static_cast<float>(x), 0, static_cast<float>(z)});
    renewPeople();
}

void ViewFixture::introduce(int who, const QString &name, const QString &description)
{
    m_models.peers.introduce(numberedAddress(who), name, description);
}

void ViewFixture::say(int who, const QString &text)
{
    m_models.peers.say(numberedAddress(who), text);
}

void ViewFixture::emote(int who, const QString &urn)
{
    m_models.peers.emote(numberedAddress(who), urn);
}

void ViewFixture::talk(const QList<int> &who)
{
    QSet<Address> talking;
    for (const int one : who)
        talking.insert(numberedAddress(one));
    m_models.room.voice()->people().setTalking(talking);
}

void ViewFixture::wait(double seconds)
{
    constexpr std::chrono::milliseconds step{50};
    for (auto left = std::chrono::milliseconds(std::lround(seconds * 1'000)); left.count() > 0; left -= step) {
        const auto time = std::min(left, step);
        m_models.now = m_models.now.addMSecs(time.count());
        m_models.time.advance(time);
        m_models.room.avatar()->step();
        m_models.room.people()->emotes()->tick();
        renewPeople();
    }
}

void ViewFixture::renewPeople()
{
    m_models.room.people()->peers()->measure();
    m_models.room.people()->order()->renew();
}

QString ViewFixture::address(int who) const
{
    return numberedAddress(who).toChecksummed();
}

QString ViewFixture::shortAddress(int who) const
{
    return numberedAddress(who).toShort();
}

bool ViewFixture::isMuted(int who)
{
    return m_models.room.voice()->people().audioOf(numberedAddress(who)).isMuted;
}

double ViewFixture::volume(int who)
{
    return static_cast<double>(m_models.room.voice()->people().audioOf(numberedAddress(who)).volume);
}

bool ViewFixture::isIgnored(int who)
{
    return m_models.room.people()->ignored()->isIgnored(numberedAddress(who));
}

void ViewFixture::ignore(int who)
{
    m_models.room.people()->ignored()->setIgnored(numberedAddress(who), true);
}

QStringList ViewFixture::sentLines() const
{
    QStringList lines;
    for (const rfc4::Chat &line : m_models.peers.transport.sentOf<rfc4::Chat>())
        lines.append(line.message);
    return lines;
}

QStringList ViewFixture::sentEmotes() const
{
    QStringList urns;
    for (const rfc4::PlayerEmote &emote : m_models.peers.transport.sentOf<rfc4::PlayerEmote>())
        urns.append(emote.urn);
    return urns;
}

QString ViewFixture::place()
{
    return toWholeMetres(m_models.room.avatar()->placement().position);
}

QString ViewFixture::goal()
{
    const auto &goal = m_models.room.avatar()->goal();
    return goal ? toWholeMetres(*goal) : QString();
}

QString ViewFixture::openServer()
{
    m_server = std::make_unique<RoomServer>(RoomOptions{});
    return m_server->listen() ? m_server->connectionString() : QString();
}

QString ViewFixture::openSilentServer()
{
    m_silentServer = std::make_unique<QTcpServer>();
    m_silentServer->listen(QHostAddress::LocalHost);
    return u"ws-room:ws://127.0.0.1:%1/rooms/lobby"_s.arg(m_silentServer->serverPort());
}

void ViewFixture::openRealms(const QStringList &names)
{
    m_webServer = std::make_unique<HttpServer>();
    QJsonArray realms;
    for (const QString &name : names) {
        const QString url = m_webServer->url(u"/realm%1"_s.arg(realms.size())).toString();
        realms.append(QJsonObject{{u"serverName"_s, name},
                                  {u"url"_s, url},
                                  {u"usersCount"_s, static_cast<int>(names.size() - realms.size())}});
    }
    m_webServer->on("/realms", HttpServer::answers("200 OK", QJsonDocument(realms).toJson()));
    m_models.app.realms()->setSource(m_webServer->url(u"/realms"_s).toString());
}

QString ViewFixture::clipboard() const
{
    return QGuiApplication::clipboard()->text();
}

void ViewFixture::clearClipboard() const
{
    QGuiApplication::clipboard()->clear();
}

} // namespace islet::test
