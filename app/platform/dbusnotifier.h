// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/platform/notifier.h"

#include <QDBusMessage>
#include <QVariant>

#include <functional>
#include <optional>

namespace islet {

//! The notifications of a Linux desktop (org.freedesktop.Notifications, Desktop Notifications Specification 1.2).
//!
//! Nothing waits for it: the bus is joined on another thread when the first note is to be shown, and every call is
//! asynchronous. Bodies are escaped for a service that reads markup in them, and left as they are for any other.
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
    //! Another service, or none, has come to answer: what was said by the one before holds no more.
    void onOwnerChanged();

private:
    //! Does what comes next for what is to be shown, one thing at a time.
    void processNext();
    void join();
    void listen();
    void askCapabilities();
    void send(const Note &note);
    void close();
    void fail();
    void call(const QString &method, const QVariantList &arguments, std::function<void(const QDBusMessage &)> answered);

    QString m_connection; // empty before the bus was joined
    bool m_isBusy = false;
    std::optional<Note> m_next;
    std::optional<bool> m_readsMarkup; // unknown before the service was asked
    uint m_open = 0; // the number of our note, as the service has it; 0 for none
    bool m_isWithdrawn = false; // while it was on its way
};

} // namespace islet
