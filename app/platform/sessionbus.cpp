// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/platform/sessionbus.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QPointer>
#include <QThreadPool>

#include <utility>

using namespace Qt::StringLiterals;

namespace islet {

void joinSessionBus(const QString &purpose, QObject *context, std::function<void(const QString &)> joined)
{
    static int connections = 0; // unique names: an abandoned attempt may still be in progress
    const QString name = u"islet-%1-%2"_s.arg(purpose).arg(++connections);
    // Disconnects on this thread only: on the thread that has just connected, Qt 6.4.2 was seen to corrupt memory.
    const auto finish = [name, guard = QPointer(context), joined = std::move(joined)](bool isJoined) {
        if (!isJoined || !guard)
            QDBusConnection::disconnectFromBus(name);
        if (guard)
            joined(isJoined ? name : QString());
    };
    QThreadPool::globalInstance()->start([name, finish] {
        const bool isJoined = QDBusConnection::connectToBus(QDBusConnection::SessionBus, name).isConnected();
        if (QCoreApplication *application = QCoreApplication::instance())
            QMetaObject::invokeMethod(
                application, [finish, isJoined] { finish(isJoined); }, Qt::QueuedConnection);
    });
}

} // namespace islet
