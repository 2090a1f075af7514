// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>
#include <QVariantMap>

namespace islet::test {

//! A fake org.freedesktop.Notifications service that records what it was asked to show.
class FakeNotifications : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        uint id;
        uint replaced;
        QString program;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    QStringList capabilities{QStringLiteral("body"), QStringLiteral("actions")};
    QList<Shown> shown;
    QList<uint> closed;
    bool refuses = false;

    //! Registers on the session bus; returns false if the name is taken.
    bool start()
    {
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, name());
        return bus.isConnected()
            && bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                                  QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals)
            && bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }
    ~FakeNotifications() override { QDBusConnection::disconnectFromBus(name()); }

public slots:
    QStringList GetCapabilities() const { return capabilities; }
    uint Notify(const QString &program, uint replaces, const QString & /*icon*/, const QString &title,
                const QString &body, const QStringList &actions, const QVariantMap &hints, int /*timeout*/,
                const QDBusMessage &message)
    {
        if (refuses) {
            message.setDelayedReply(true);
            QDBusConnection(name()).send(message.createErrorReply(QDBusError::LimitsExceeded, QStringLiteral("no")));
            return 0;
        }
        const uint id = replaces != 0 ? replaces : ++m_last;
        shown.append({id, replaces, program, title, body, actions, hints});
        return id;
    }
    void CloseNotification(uint id)
    {
        closed.append(id);
        emit NotificationClosed(id, 3);
    }

signals:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    QString name() const { return QStringLiteral("fake-notifications-%1").arg(quintptr(this)); }

    uint m_last = 40;
};

} // namespace islet::test
