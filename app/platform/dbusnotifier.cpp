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
constexpr int patience = 10'000; // ms
constexpr int asTheServiceLikes = -1; // how long a note stays
constexpr qsizetype longestToken = 512; // of an activation; those in use have some 40 characters

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
        join();
    else if (!m_readsMarkup)
        askCapabilities();
    else
        send(*std::exchange(m_next, std::nullopt));
}

void DBusNotifier::join()
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
    const QString whoever;
    QDBusConnection bus(m_connection);
    bus.connect(whoever, path, service, u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
    bus.connect(whoever, path, service, u"ActivationToken"_s, this, SLOT(onActivationToken(uint, QString)));
    bus.connect(whoever, path, service, u"NotificationClosed"_s, this, SLOT(onNotificationClosed(uint, uint)));
    bus.connect(whoever, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, u"NameOwnerChanged"_s, {service}, {},
                this, SLOT(onOwnerChanged()));
}

void DBusNotifier::askCapabilities()
{
    call(u"GetCapabilities"_s, {}, [this](const QDBusMessage &answer) {
        if (answer.type() != QDBusMessage::ReplyMessage || answer.signature() != "as"_L1)
            return fail();
        m_readsMarkup = answer.arguments().constFirst().toStringList().contains(u"body-markup"_s);
        m_isBusy = false;
        processNext();
    });
}

void DBusNotifier::send(const Note &note)
{
    const QVariantMap hints{{u"desktop-entry"_s, desktopFile}, {u"category"_s, u"im.received"_s}};
    const QString body = m_readsMarkup.value_or(true) ? note.body.toHtmlEscaped() : note.body;
    call(u"Notify"_s,
         {u"Islet"_s, m_open, desktopFile, note.title, body, QStringList{u"default"_s, tr("Open Islet")}, hints,
          asTheServiceLikes},
         [this](const QDBusMessage &answer) {
             if (answer.type() != QDBusMessage::ReplyMessage || answer.signature() != "u"_L1)
                 return fail();
             m_open = answer.arguments().constFirst().toUInt();
             m_isBusy = false;
             processNext();
         });
}

void DBusNotifier::close()
{
    if (const uint open = std::exchange(m_open, 0); open != 0)
        call(u"CloseNotification"_s, {open}, {});
}

void DBusNotifier::fail()
{
    m_isBusy = false;
    m_next.reset();
    m_readsMarkup.reset(); // the next note asks anew
    m_open = 0;
    if (!std::exchange(m_isWithdrawn, false))
        emit failed();
}

void DBusNotifier::onOwnerChanged()
{
    m_readsMarkup.reset();
    m_open = 0;
}

void DBusNotifier::call(const QString &method, const QVariantList &arguments,
                        std::function<void(const QDBusMessage &)> answered)
{
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, service, method);
    question.setArguments(arguments);
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection(m_connection).asyncCall(question, patience), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [answer, answered = std::move(answered)] {
        answer->deleteLater();
        if (answered)
            answered(answer->reply());
    });
}

void DBusNotifier::onActionInvoked(uint id, const QString &action)
{
    if (id == m_open && id != 0 && action == "default"_L1)
        emit chosen();
}

void DBusNotifier::onActivationToken(uint id, const QString &token)
{
    // Wayland lets a window come to the front that can show such a token; Qt takes it from here.
    if (id == m_open && id != 0 && token.size() <= longestToken)
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

void DBusNotifier::onNotificationClosed(uint id, uint /*reason*/)
{
    if (id == m_open)
        m_open = 0;
}

} // namespace islet
