// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include <QObject>

namespace islet {

//! Sees to it that Qt's client of PulseAudio finds a server that was away for a while.
//!
//! Qt 6.4.2 tries again 3 s after it lost its server, and gives up for good when none is there by then. Its timers for
//! that are children of the event dispatcher of the thread that used Qt Multimedia first: they are held back while no
//! server is there, and let go at once when it is. To be used in that thread, where nothing else may use
//! QTimer::singleShot(). A Qt that does it otherwise is left alone.
class PulseReconnect : public QObject {
public:
    //! To be called more often than every 3 s.
    void update(bool isServerThere);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace islet
