// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/platform/notifier.h"

#include <QDBusMessage>
#include <QVariant>

#include <functional>
#include <optional>

namespace islet {

//! Shows notifications on a Linux desktop (org.freedesktop.Notifications, Desktop Notifications Specification 1.2).
//!
//! Never blocks: the bus is joined on another thread for the first notification, and every call is asynchronous. Bodies
//! are escaped for a service that interprets markup, and sent unchanged to any other.
class DBusNotifier : public Notifier {
    Q_OBJECT

public:
    using Notifier::Notifier;
    ~DBusNotifier() override;

    void show(const Note &note) override;
    void withdraw() override;

private slots:
    void onActionInvoked(uint id, const QString &action);
    void onActivationToken(uint id, const QString &token);
    void onNotificationClosed(uint id, uint reason);
    //! The service was replaced or has quit: forgets what the previous one reported.
    void onOwnerChanged();

private:
    //! Runs the next step of showing or withdrawing, one call at a time.
    void processNext();
    void connectToBus();
    void listen();
    void askCapabilities();
    void send(const Note &note);
    void close();
    void fail();
    void call(const QString &method, const QVariantList &arguments, std::function<void(const QDBusMessage &)> answered);

    QString m_connection; // empty before the bus is joined
    bool m_isBusy = false;
    std::optional<Note> m_next;
    std::optional<bool> m_supportsMarkup; // unknown before the service is asked
    uint m_openId = 0; // the service's id of our notification; 0 if none
    bool m_isWithdrawn = false; // withdrawn while a call was pending
};

} // namespace islet
