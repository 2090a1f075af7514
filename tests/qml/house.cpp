// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "house.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

QString wholeMetres(const Vec3 &place)
{
    return u"%1, %2"_s.arg(std::lround(place.x)).arg(std::lround(place.z));
}

} // namespace

House::~House() = default;

void House::enter()
{
    m_models.entry.enter(u"offline:"_s);
    m_models.adapter.setTransport(&m_models.others.room.transport);
    m_models.others.room.transport.open();
}

void House::join(int who, const QString &name)
{
    m_models.others.room.join(numberedAddress(who));
    if (!name.isEmpty())
        introduce(who, name);
}

void House::leave(int who)
{
    m_models.others.room.leave(numberedAddress(who));
}

void House::stand(int who, double x, double z)
{
    m_models.others.room.stand(numberedAddress(who), {static_cast<float>(x), 0, static_cast<float>(z)});
    m_models.others.all.everybody()->measure();
    m_models.others.all.order()->renew();
}

void House::introduce(int who, const QString &name, const QString &description)
{
    m_models.others.introduce(numberedAddress(who), name, description);
}

void House::say(int who, const QString &text)
{
    m_models.others.room.say(numberedAddress(who), text);
}

void House::emote(int who, const QString &urn)
{
    m_models.others.emote(numberedAddress(who), urn);
}

void House::talk(const QList<int> &who)
{
    QSet<Address> talking;
    for (const int one : who)
        talking.insert(numberedAddress(one));
    m_models.others.voices.setTalking(talking);
}

void House::wait(double seconds)
{
    constexpr std::chrono::milliseconds step{50};
    for (auto left = std::chrono::milliseconds(std::lround(seconds * 1'000)); left.count() > 0; left -= step) {
        const auto time = std::min(left, step);
        m_models.now = m_models.now.addMSecs(time.count());
        m_models.others.advance(time);
        walker()->step();
    }
}

QString House::address(int who) const
{
    return numberedAddress(who).toChecksummed();
}

QString House::shortAddress(int who) const
{
    return numberedAddress(who).toShort();
}

bool House::isMuted(int who) const
{
    return m_models.others.voices.wishFor(numberedAddress(who)).isMuted;
}

double House::volume(int who) const
{
    return static_cast<double>(m_models.others.voices.wishFor(numberedAddress(who)).volume);
}

bool House::isIgnored(int who)
{
    return people()->ignored()->isIgnored(numberedAddress(who));
}

void House::ignore(int who)
{
    people()->ignored()->setIgnored(numberedAddress(who), true);
}

QStringList House::sentLines() const
{
    QStringList lines;
    for (const rfc4::Chat &line : m_models.others.room.transport.sentOf<rfc4::Chat>())
        lines.append(line.message);
    return lines;
}

QStringList House::sentEmotes() const
{
    QStringList urns;
    for (const rfc4::PlayerEmote &emote : m_models.others.room.transport.sentOf<rfc4::PlayerEmote>())
        urns.append(emote.urn);
    return urns;
}

QString House::place() const
{
    return wholeMetres(m_models.others.room.walker.placement().position);
}

QString House::goal() const
{
    const auto &goal = m_models.others.room.walker.goal();
    return goal ? wholeMetres(*goal) : QString();
}

QString House::openServer()
{
    m_server = std::make_unique<RoomServer>(RoomOptions{});
    return m_server->listen() ? m_server->connectionString() : QString();
}

QString House::openDeafServer()
{
    m_deafServer = std::make_unique<QTcpServer>();
    m_deafServer->listen(QHostAddress::LocalHost);
    return u"ws-room:ws://127.0.0.1:%1/rooms/lobby"_s.arg(m_deafServer->serverPort());
}

void House::openRealms(const QStringList &names)
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
    m_models.realms.setSource(m_webServer->url(u"/realms"_s).toString());
}

QString House::clipboard() const
{
    return QGuiApplication::clipboard()->text();
}

void House::clearClipboard() const
{
    QGuiApplication::clipboard()->clear();
}

} // namespace islet::test
