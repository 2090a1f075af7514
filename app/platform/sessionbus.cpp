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
    static int connections = 0; // one that is given up may be on its way still
    const QString name = u"islet-%1-%2"_s.arg(purpose).arg(++connections);
    // Left by this thread alone: by the one that has just joined it Qt 6.4.2 was seen to break its memory.
    const auto tell = [name, asker = QPointer(context), joined = std::move(joined)](bool isJoined) {
        if (!isJoined || !asker)
            QDBusConnection::disconnectFromBus(name);
        if (asker)
            joined(isJoined ? name : QString());
    };
    QThreadPool::globalInstance()->start([name, tell] {
        const bool isJoined = QDBusConnection::connectToBus(QDBusConnection::SessionBus, name).isConnected();
        if (QCoreApplication *here = QCoreApplication::instance())
            QMetaObject::invokeMethod(
                here, [tell, isJoined] { tell(isJoined); }, Qt::QueuedConnection);
    });
}

} // namespace islet
