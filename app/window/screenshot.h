// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QTimer>

class QQuickWindow;

namespace islet {

class RoomModels;

//! Takes a screenshot of the window once there is something to see (peers with positions, a chat line), and exits the
//! application: status 0, or 1 if there was nothing in time or the file cannot be written.
class Screenshot : public QObject {
    Q_OBJECT

public:
    //! `room` and `window` must outlive this object.
    Screenshot(RoomModels &room, QQuickWindow &window, const QString &path, QObject *parent = nullptr);

private:
    bool hasSomethingToSee() const;
    void take();

    RoomModels &m_room;
    QQuickWindow &m_window;
    QString m_path;
    QTimer m_pollTimer;
    int m_polls = 0;
};

} // namespace islet
