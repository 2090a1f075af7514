// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/platform/firstframe.h"

#include "base/logging.h"

#include <QQuickWindow>
#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

namespace islet {

void afterFirstFrame(QQuickWindow &window, const std::function<void()> &what)
{
    auto *timer = new QTimer(&window);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, what] {
        timer->deleteLater();
        qCDebug(lcWindow) << "first frame shown";
        what();
    });
    timer->start(1s);
    // Queued, as a frame may be drawn on another thread while the timer belongs to this one.
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, timer,
        [timer] {
            if (timer->isActive())
                timer->start(0ms);
        },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
}

} // namespace islet
