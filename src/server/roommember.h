// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "base/ratelimiter.h"
#include "identity/address.h"
#include "identity/challenge.h"
#include "protocol/rfc5codec.h"
#include "server/roomoptions.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QWebSocket;

// Private to this folder.
namespace islet {

class Room;

//! One connection to the server: authenticates, then sends updates and receives those of the other members.
class RoomMember : public QObject {
    Q_OBJECT

public:
    //! Takes ownership of `socket`. Everything this member sends carries `alias`.
    RoomMember(QWebSocket *socket, const QString &roomName, std::uint32_t alias, const RoomOptions &options,
               std::function<bool(const Address &)> isConnected);
    ~RoomMember() override;

    const Address &address() const { return *m_address; }
    std::uint32_t alias() const { return m_alias; }
    const QString &roomName() const { return m_roomName; }

    Room *room() const { return m_room; }
    void setRoom(Room *room) { m_room = room; }

    //! Sends the welcome; updates are relayed from now on.
    void welcome(const rfc5::Welcome &welcome);
    //! Sends a reason and emits left(). The socket closes a moment later: closing it with unread bytes in it would lose
    //! the reason, and a client that does not know it was kicked reconnects.
    void kick(const QString &reason);
    //! Drops unreliable frames rather than queue them, and disconnects a receiver that reads nothing at all.
    void deliver(const QByteArray &frame, bool isReliable);
    //! Writes delivered frames to the network now rather than in the next iteration of the event loop.
    void flush();
    //! Pings an idle peer, and disconnects one that did not answer.
    void checkIdle();

signals:
    void authenticated();
    void updateReceived(const QByteArray &frame, bool isReliable);
    //! Emitted once: no longer in the room.
    void left();
    //! Emitted once, after left(): this object can be deleted.
    void finished();

private:
    enum class Stage { Identification, Signature, Authenticated, Joined, Left };

    void onFrame(const QByteArray &frame);
    void onIdentification(const QString &address);
    void onSignature(const QByteArray &chainJson);
    void onUpdate(const rfc5::PeerUpdate &update);
    //! Closes with a sentence in the close frame.
    void reject(const QString &why);
    void leave();
    void finish();

    std::unique_ptr<QWebSocket> m_socket;
    const std::uint32_t m_alias;
    const RoomOptions &m_options;
    std::function<bool(const Address &)> m_isConnected;
    QString m_roomName;
    Room *m_room = nullptr;
    Stage m_stage = Stage::Identification;
    std::optional<Address> m_address;
    std::optional<Challenge> m_challenge;
    QTimer m_timer;
    QElapsedTimer m_lastHeard;
    RateLimiter m_updateLimit;
    rfc5::Codec m_codec;
};

} // namespace islet
