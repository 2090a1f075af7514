// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QTimer>

// Private to this folder.
namespace islet {

class RoomMember;

//! Everybody in one room. What one says, the others get.
//!
//! A lone packet goes out at once. When packets come faster than one in `batchInterval`, they are gathered and written
//! together: a socket write costs the same for one frame as for ten.
class Room : public QObject {
    Q_OBJECT

public:
    explicit Room(QString name);

    const QString &name() const { return m_name; }
    const QList<RoomMember *> &members() const { return m_members; }

    //! Welcomes them, and tells the others.
    void add(RoomMember *member);
    //! Tells the others.
    void remove(RoomMember *member);
    //! To everybody but `from`. Reliable packets, and all that waits before them, go out at once.
    void relay(RoomMember *from, const QByteArray &frame, bool isReliable);

private:
    struct Pending {
        RoomMember *from;
        QByteArray frame;
        bool isReliable;
    };

    void flush();

    QString m_name;
    QList<RoomMember *> m_members;
    QList<Pending> m_pending;
    QTimer m_timer;
    QElapsedTimer m_sinceFlush;
};

} // namespace islet
