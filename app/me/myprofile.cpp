// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/me/myprofile.h"

#include "app/look/personlook.h"
#include "comms/profileexchange.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr auto nameKey = "profile/name"_L1;
constexpr auto colorKey = "profile/color"_L1;
constexpr auto versionKey = "profile/version"_L1;

std::optional<Rgb> rgbAt(int index)
{
    const auto colors = paletteColors();
    if (index < 0 || index >= colors.size())
        return std::nullopt;
    const QColor &color = colors.at(index);
    return Rgb{static_cast<std::uint8_t>(color.red()), static_cast<std::uint8_t>(color.green()),
               static_cast<std::uint8_t>(color.blue())};
}

int colorIndexIn(const QSettings &settings)
{
    bool ok = false;
    const int index = settings.value(colorKey, -1).toInt(&ok);
    return ok && rgbAt(index) ? index : -1;
}

} // namespace

Profile MyProfile::read(const QSettings &settings)
{
    Profile profile;
    profile.name = outgoingName(settings.value(nameKey).toString()).value_or(QString());
    profile.color = rgbAt(colorIndexIn(settings));
    // Peers may know this identity from another client, such as isletctl, whose versions start at the time too.
    const auto now = static_cast<std::uint32_t>(QDateTime::currentSecsSinceEpoch());
    profile.version = std::max(settings.value(versionKey, 1).toUInt(), now);
    return profile;
}

MyProfile::MyProfile(ProfileExchange &exchange, const Address &me, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_exchange(exchange)
    , m_me(me)
    , m_settings(settings)
    , m_colorIndex(colorIndexIn(settings))
{ }

QString MyProfile::name() const
{
    return m_exchange.own().name;
}

bool MyProfile::setName(const QString &typed)
{
    const auto name = typed.trimmed().isEmpty() ? Expected<QString>(QString()) : outgoingName(typed);
    m_rejected = name ? QString() : typed;
    emit problemChanged();
    if (name) {
        save(*name);
        emit changed(); // only if it is valid: otherwise the field would lose the typed text
    }
    return name.has_value();
}

QString MyProfile::problem() const
{
    const auto name = outgoingName(m_rejected);
    return m_rejected.isEmpty() || name ? QString() : name.error().detail;
}

void MyProfile::setColorIndex(int index)
{
    m_colorIndex = rgbAt(index) ? index : -1;
    save(name());
    emit changed();
}

QColor MyProfile::color() const
{
    return colorOf(m_me, &m_exchange.own());
}

QColor MyProfile::addressColor() const
{
    return colorOf(m_me);
}

QList<QColor> MyProfile::colors()
{
    return paletteColors();
}

void MyProfile::save(const QString &name)
{
    m_exchange.setOwn(name, rgbAt(m_colorIndex));
    m_settings.setValue(nameKey, name);
    m_settings.setValue(colorKey, m_colorIndex);
    m_settings.setValue(versionKey, m_exchange.own().version);
}

} // namespace islet
