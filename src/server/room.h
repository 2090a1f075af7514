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

//! The members of one room. Broadcasts each member's packets to everyone else.
//!
//! A lone packet is sent at once. Packets that arrive faster than one per `batchInterval` are batched: a socket write
//! costs the same for one frame as for ten.
class Room : public QObject {
    Q_OBJECT

public:
    explicit Room(QString name);

    const QString &name() const { return m_name; }
    const QList<RoomMember *> &members() const { return m_members; }

    //! Sends the welcome to `member` and notifies the others.
    void add(RoomMember *member);
    //! Notifies the others.
    void remove(RoomMember *member);
    //! Sends to everyone but `from`. A reliable packet is sent at once, together with everything queued before it.
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
