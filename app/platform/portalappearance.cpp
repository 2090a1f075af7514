// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/platform/portalappearance.h"

#include "app/platform/sessionbus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

const auto service = u"org.freedesktop.portal.Desktop"_s;
const auto path = u"/org/freedesktop/portal/desktop"_s;
const auto interface = u"org.freedesktop.portal.Settings"_s;
const auto common = u"org.freedesktop.appearance"_s;
const auto gnome = u"org.gnome.desktop.interface"_s;
constexpr int replyTimeout = 10'000; // ms

//! The portal's Read wraps its answer in one variant too many; three levels are more than enough.
QVariant unwrapped(QVariant value)
{
    for (int depth = 0; depth < 3 && value.canConvert<QDBusVariant>(); ++depth)
        value = value.value<QDBusVariant>().variant();
    return value;
}

std::optional<uint> numberIn(const QVariant &value)
{
    return value.typeId() == QMetaType::UInt ? std::optional(value.toUInt()) : std::nullopt;
}

} // namespace

PortalAppearance::~PortalAppearance()
{
    if (!m_connection.isEmpty())
        QDBusConnection::disconnectFromBus(m_connection);
}

void PortalAppearance::start()
{
    m_pendingReplies = 1; // joining the bus
    PaletteAppearance::start();
    joinSessionBus(u"look"_s, this, [this](const QString &connection) {
        m_connection = connection;
        if (!connection.isEmpty())
            listen();
        onReply();
    });
}

void PortalAppearance::listen()
{
    const QString anySender;
    qRegisterMetaType<QDBusVariant>(); // QtDBus does not connect to a signal with a type that it has not seen yet
    QDBusConnection bus(m_connection);
    bus.connect(anySender, path, interface, u"SettingChanged"_s, this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    for (const QString &key : {u"color-scheme"_s, u"contrast"_s, u"reduced-motion"_s})
        ask(common, key);
    ask(gnome, u"enable-animations"_s);
}

void PortalAppearance::ask(const QString &group, const QString &key)
{
    ++m_pendingReplies;
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question << group << key;
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection(m_connection).asyncCall(question, replyTimeout), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, group, key] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (!reply.isError())
            apply(group, key, reply.value().variant());
        onReply();
    });
}

void PortalAppearance::onReply()
{
    --m_pendingReplies;
    refresh();
}

void PortalAppearance::refresh()
{
    if (m_pendingReplies == 0)
        PaletteAppearance::refresh();
}

void PortalAppearance::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    apply(group, key, value.variant());
}

void PortalAppearance::apply(const QString &group, const QString &key, const QVariant &value)
{
    const QVariant plain = unwrapped(value);
    const auto number = numberIn(plain);
    if (group == common && key == "color-scheme"_L1)
        m_portalHints.dark = number == 1U ? std::optional(true) : number == 2U ? std::optional(false) : std::nullopt;
    else if (group == common && key == "contrast"_L1)
        m_portalHints.contrast = number ? std::optional(number == 1U) : std::nullopt;
    else if (group == common && key == "reduced-motion"_L1)
        m_portalHints.still = number ? std::optional(number == 1U) : std::nullopt;
    else if (group == gnome && key == "enable-animations"_L1 && plain.typeId() == QMetaType::Bool)
        m_gnomeStill = !plain.toBool();
    else
        return;
    refresh();
}

AppearanceHints PortalAppearance::read() const
{
    AppearanceHints hints = PaletteAppearance::read();
    if (m_portalHints.dark)
        hints.dark = m_portalHints.dark;
    hints.contrast = m_portalHints.contrast;
    hints.still = m_portalHints.still ? m_portalHints.still : m_gnomeStill;
    return hints;
}

} // namespace islet
