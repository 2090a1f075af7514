// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "picturefixture.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

const std::array names{u"Ana"_s,  u"Bo"_s,     u"Chidi"_s,    u"Dunja"_s, u"Emeka"_s, u"Fátima"_s, u"Goran"_s,
                       u"Hana"_s, u"Ismail"_s, u"Jana Rós"_s, u"Kaveh"_s, u"Lucía"_s, u"Mei"_s};
constexpr std::chrono::seconds patience{20};

PrivateKey fixedKey()
{
    auto key = PrivateKey::fromHex(u"1e"_s.repeated(32));
    if (!key)
        qFatal("invalid key");
    return *std::move(key);
}

} // namespace

PictureStage::PictureStage()
    : VoiceWindow(fixedKey())
{
    app.appearance()->setScheme(Appearance::Light);
    app.appearance()->setMotion(Appearance::ReducedMotion);
    item(u"map"_s)->setProperty("still", true);
    if (!m_silentServer.listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
}

//! On a spiral around the spawn point.
Vec3 PictureStage::peerPosition(int who)
{
    const double angle = who * 2.399963; // the golden angle
    const double radius = 3 * std::sqrt(who + 1) + who * 0.05;
    return {static_cast<float>(8 + radius * std::sin(angle)), 0, static_cast<float>(8 + radius * std::cos(angle))};
}

void PictureStage::introduce(int who, const QString &name, const QString &description)
{
    Profile profile;
    profile.name = name;
    profile.description = description;
    profile.version = ++m_version;
    const Address address = numberedAddress(who);
    room.hear(address, rfc4::ProfileResponse{QString::fromUtf8(profile.toJson(address)), {}});
}

bool PictureStage::enterWithPeers(int people)
{
    if (!enterAndStart())
        return false;
    m_people = people;
    for (int who = 1; who <= people; ++who) {
        emit room.peerJoined(numberedAddress(who));
        if (who <= static_cast<int>(names.size()))
            introduce(who, names.at(static_cast<std::size_t>(who - 1)));
    }
    return true;
}

void PictureStage::say(int who, const QString &text)
{
    room.hear(numberedAddress(who), rfc4::Chat{text, 0});
}

bool PictureStage::enterServer()
{
    server = std::make_unique<RoomServer>(RoomOptions{});
    if (!server->listen())
        return false;
    models.connection()->enter(server->connectionString());
    return waitUntil([this] { return models.connection()->state() == RoomConnection::State::Connected; }, patience);
}

void PictureStage::stopJoiningAt(StepCode step)
{
    m_reapply = [this, step] {
        if (models.connection()->state() != RoomConnection::State::Joining)
            models.connection()->enter(u"ws-room:ws://127.0.0.1:%1/rooms/lobby"_s.arg(m_silentServer.serverPort()));
        emit client.session().stepCompleted({step});
    };
}

bool PictureStage::waitUntilSeen(const QString &item)
{
    return waitUntil(
        [&] {
            window->grabWindow();
            return isSeen(item);
        },
        patience);
}

bool PictureStage::open(const QString &button, const QString &item)
{
    click(button);
    QTest::mouseMove(window, {1, window->height() - 1});
    return waitUntilSeen(item);
}

bool PictureStage::press(Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &item)
{
    QTest::keyClick(window, key, modifiers);
    return waitUntilSeen(item);
}

bool PictureStage::waitUntilText(const QString &item, const QString &part)
{
    return waitUntil([&] { return textOf(item).contains(part); }, patience);
}

void PictureStage::refresh()
{
    ++m_index;
    for (int who = 1; who <= m_people; ++who) {
        const auto yaw = static_cast<float>(who * 40 % 360);
        room.hear(numberedAddress(who), rfc4::positionOf({peerPosition(who), yaw, {}}, m_index));
    }
    if (m_reapply)
        m_reapply();
    models.people()->peers()->measure();
    models.people()->order()->renew();
}

QImage PictureStage::picture()
{
    // The traffic text appears after the first second and changes the layout.
    const RoomConnection &entry = *models.connection();
    waitUntil([&entry] { return entry.state() != RoomConnection::State::Connected || !entry.traffic().isEmpty(); });
    refresh();
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return window->grabWindow();
}

} // namespace islet::test
