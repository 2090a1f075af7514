// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/roomprofiles.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace islet::ctl {

//! Versions are not saved, but peers may remember us from an earlier run: the time is higher than any version then.
Profile RoomProfiles::own(const QString &name)
{
    Profile own;
    own.name = name;
    own.version = static_cast<std::uint32_t>(QDateTime::currentSecsSinceEpoch());
    return own;
}

RoomProfiles::RoomProfiles(ProfileExchange &exchange, EventWriter &events)
    : m_exchange(exchange)
    , m_events(events)
{
    connect(&m_exchange, &ProfileExchange::profileChanged, this, [this](const Address &address) {
        if (const Profile *known = m_exchange.find(address))
            write(address, *known);
    });
}

Expected<void> RoomProfiles::profile(const QString &address)
{
    const auto whose = Address::parse(address);
    if (!whose)
        return tl::unexpected(whose.error());
    if (const Profile *known = m_exchange.find(*whose)) {
        write(*whose, *known);
        return {};
    }
    return m_exchange.ask(*whose).map([this, &whose] {
        m_events.write(u"profile"_s, {{u"address"_s, whose->toLower()}, {u"known"_s, false}});
    });
}

Expected<void> RoomProfiles::name(const QString &typed)
{
    return outgoingName(typed).map([this](const QString &name) { m_exchange.setOwn(name, m_exchange.own().color); });
}

void RoomProfiles::write(const Address &address, const Profile &profile)
{
    QJsonObject event{{u"address"_s, address.toLower()},
                      {u"name"_s, profile.name},
                      {u"version"_s, static_cast<qint64>(profile.version)}};
    if (profile.color)
        event.insert("colour"_L1, profile.color->toHex());
    if (!profile.description.isEmpty())
        event.insert("description"_L1, profile.description);
    m_events.write(u"profile"_s, event);
}

} // namespace islet::ctl
