// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include <QObject>

namespace islet {

//! Makes Qt's PulseAudio client reconnect to a server that was away for a while.
//!
//! Qt 6.4.2 retries once, 3 s after it lost its server, and gives up for good if none is there by then. The timers for
//! that (QSingleShotTimer, private to Qt) are children of the event dispatcher of the thread that used Qt Multimedia
//! first. While no server is there, an event filter swallows their timeouts, so that the only attempt is not wasted;
//! when the server is back, a forged QTimerEvent makes them fire at once rather than at their next timeout. Use only in
//! that thread, where nothing else may use QTimer::singleShot().
//!
//! Needed for Qt 6.4.2, the oldest version we support. Which later version reconnects by itself is not known; a Qt
//! without such timers is left alone.
class PulseReconnect : public QObject {
public:
    //! Call it more often than every 3 s.
    void update(bool isServerThere);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace islet
