// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/system/pulsereconnect.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QTimerEvent>

namespace islet {

void PulseReconnect::update(bool isServerThere)
{
    const auto *dispatcher = QAbstractEventDispatcher::instance();
    if (!dispatcher)
        return;
    const QObjectList children = dispatcher->children(); // a copy: timers that fire delete themselves
    for (QObject *child : children) {
        if (qstrcmp(child->metaObject()->className(), "QSingleShotTimer") != 0)
            continue;
        child->removeEventFilter(this);
        if (isServerThere) {
            QTimerEvent now(0);
            QCoreApplication::sendEvent(child, &now);
        } else {
            child->installEventFilter(this);
        }
    }
}

bool PulseReconnect::eventFilter(QObject *, QEvent *event)
{
    return event->type() == QEvent::Timer; // swallows the timeout; the timer keeps running and fires again
}

} // namespace islet
