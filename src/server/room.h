// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "protocol/rfc5codec.h"

#include <QByteArray>
#include <QList>
#include <QObject>

// Private to this folder.
namespace islet {

class RoomMember;

//! The members of one room. Broadcasts each member's packets to everyone else.
//!
//! Packets that arrive in the same iteration of the event loop are batched: a socket write costs nearly the same for
//! one frame as for ten. A lone packet does not wait, and batches grow with the load.
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
    //! Sends to everyone but `from`, once all packets that have already arrived are read.
    void relay(RoomMember *from, const QByteArray &frame, bool isReliable);

private:
    struct Pending {
        RoomMember *from;
        QByteArray frame;
        bool isReliable;
    };

    void flush();

    QString m_name;
    rfc5::Codec m_codec;
    QList<RoomMember *> m_members;
    QList<Pending> m_pending;
};

} // namespace islet
