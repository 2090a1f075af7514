// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/platform/dbusnotifier.h"

#include "app/platform/sessionbus.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>

#include <utility>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

const auto service = u"org.freedesktop.Notifications"_s;
const auto path = u"/org/freedesktop/Notifications"_s;
const auto desktopFile = u"org.islet.Islet"_s;
constexpr int replyTimeout = 10'000; // ms
constexpr int defaultExpiry = -1; // the service decides how long it is shown
constexpr qsizetype maxTokenLength = 512; // UTF-16 units; tokens in use have about 40

} // namespace

DBusNotifier::~DBusNotifier()
{
    if (m_connection.isEmpty())
        return;
    close();
    QDBusConnection::disconnectFromBus(m_connection);
}

void DBusNotifier::show(const Note &note)
{
    m_next = note;
    m_isWithdrawn = false;
    processNext();
}

void DBusNotifier::withdraw()
{
    m_next.reset();
    m_isWithdrawn = m_isBusy;
    if (!m_isBusy)
        close();
}

void DBusNotifier::processNext()
{
    if (m_isBusy)
        return;
    if (m_isWithdrawn) {
        m_isWithdrawn = false;
        close();
    }
    if (!m_next)
        return;
    m_isBusy = true;
    if (m_connection.isEmpty())
        connectToBus();
    else if (!m_supportsMarkup)
        askCapabilities();
    else
        send(*std::exchange(m_next, std::nullopt));
}

void DBusNotifier::connectToBus()
{
    joinSessionBus(u"notes"_s, this, [this](const QString &connection) {
        if (connection.isEmpty())
            return fail();
        m_connection = connection;
        listen();
        m_isBusy = false;
        processNext();
    });
}

void DBusNotifier::listen()
{
    const QString anySender;
    QDBusConnection bus(m_connection);
    bus.connect(anySender, path, service, u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
    bus.connect(anySender, path, service, u"ActivationToken"_s, this, SLOT(onActivationToken(uint, QString)));
    bus.connect(anySender, path, service, u"NotificationClosed"_s, this, SLOT(onNotificationClosed(uint, uint)));
    bus.connect(anySender, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, u"NameOwnerChanged"_s, {service}, {},
                this, SLOT(onOwnerChanged()));
}

void DBusNotifier::askCapabilities()
{
    call(u"GetCapabilities"_s, {}, [this](const QDBusMessage &answer) {
        if (answer.type() != QDBusMessage::ReplyMessage || answer.signature() != "as"_L1)
            return fail();
        m_supportsMarkup = answer.arguments().constFirst().toStringList().contains(u"body-markup"_s);
        m_isBusy = false;
        processNext();
    });
}

void DBusNotifier::send(const Note &note)
{
    const QVariantMap hints{{u"desktop-entry"_s, desktopFile}, {u"category"_s, u"im.received"_s}};
    const QString body = m_supportsMarkup.value_or(true) ? note.body.toHtmlEscaped() : note.body;
    call(u"Notify"_s,
         {u"Islet"_s, m_openId, desktopFile, note.title, body, QStringList{u"default"_s, tr("Open Islet")}, hints,
          defaultExpiry},
         [this](const QDBusMessage &answer) {
             if (answer.type() != QDBusMessage::ReplyMessage || answer.signature() != "u"_L1)
                 return fail();
             m_openId = answer.arguments().constFirst().toUInt();
             m_isBusy = false;
             processNext();
         });
}

void DBusNotifier::close()
{
    if (const uint openId = std::exchange(m_openId, 0); openId != 0)
        call(u"CloseNotification"_s, {openId}, {});
}

void DBusNotifier::fail()
{
    m_isBusy = false;
    m_next.reset();
    m_supportsMarkup.reset(); // asked again for the next notification
    m_openId = 0;
    if (!std::exchange(m_isWithdrawn, false))
        emit failed();
}

void DBusNotifier::onOwnerChanged()
{
    m_supportsMarkup.reset();
    m_openId = 0;
}

void DBusNotifier::call(const QString &method, const QVariantList &arguments,
                        std::function<void(const QDBusMessage &)> answered)
{
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, service, method);
    question.setArguments(arguments);
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection(m_connection).asyncCall(question, replyTimeout), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [answer, answered = std::move(answered)] {
        answer->deleteLater();
        if (answered)
            answered(answer->reply());
    });
}

void DBusNotifier::onActionInvoked(uint id, const QString &action)
{
    if (id == m_openId && id != 0 && action == "default"_L1)
        emit chosen();
}

void DBusNotifier::onActivationToken(uint id, const QString &token)
{
    // Wayland activates a window only with such a token; Qt reads it from the environment.
    if (id == m_openId && id != 0 && token.size() <= maxTokenLength)
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

void DBusNotifier::onNotificationClosed(uint id, uint /*reason*/)
{
    if (id == m_openId)
        m_openId = 0;
}

} // namespace islet
