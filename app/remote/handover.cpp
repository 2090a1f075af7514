// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/remote/handover.h"

#include <QDeadlineTimer>
#include <QLocalSocket>

using namespace std::chrono_literals;

namespace islet {

bool forwardToRunningInstance(const QString &address, const QString &link)
{
    if (address.isEmpty())
        return false;
    const QDeadlineTimer deadline(3s);
    const auto left = [&deadline] { return static_cast<int>(deadline.remainingTime()); };
    QLocalSocket window;
    window.connectToServer(address);
    if (!window.waitForConnected(left()))
        return false;
    window.write("open " + link.simplified().toUtf8() + '\n');
    while (!window.canReadLine() && window.waitForReadyRead(left())) { }
    return window.readLine().startsWith("ok");
}

} // namespace islet
