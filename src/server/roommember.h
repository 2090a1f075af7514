// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"
#include "identity/challenge.h"
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

//! One socket of the server: proves who it is, then sends updates and receives those of the others.
class RoomMember : public QObject {
    Q_OBJECT

public:
    //! Owns `socket`. `alias` is written on everything this member sends.
    RoomMember(QWebSocket *socket, const QString &roomName, std::uint32_t alias, const RoomOptions &options,
               std::function<bool(const Address &)> isHere);
    ~RoomMember() override;

    const Address &address() const { return *m_address; }
    std::uint32_t alias() const { return m_alias; }
    const QString &roomName() const { return m_roomName; }

    Room *room() const { return m_room; }
    void setRoom(Room *room) { m_room = room; }

    //! Lets them in: sends the welcome; updates flow from now on.
    void welcome(const QByteArray &welcomeFrame);
    //! Sends a reason and is gone(). The socket stays a moment longer: closing it with unread bytes in it would cut the
    //! reason off, and who does not know that they were kicked comes back.
    void kick(const QString &reason);
    //! Drops unreliable frames rather than queue them, and gives up a receiver that reads nothing at all.
    void deliver(const QByteArray &frame, bool isReliable);
    //! Pings who is silent, lets go who stayed silent.
    void checkIdle();

signals:
    void authenticated();
    void updateReceived(const QByteArray &frame, bool isReliable);
    //! Once: no longer in the room.
    void gone();
    //! Once, after gone(): this object is needed no more.
    void finished();

private:
    enum class Stage { Identification, Signature, Authenticated, Joined, Gone };

    void onFrame(const QByteArray &frame);
    void onIdentification(const std::string &address);
    void onSignature(const std::string &chainJson);
    void onUpdate(const std::string &body, bool isUnreliable);
    bool isTooFast();
    //! Closes with a sentence for whoever reads the close frame.
    void turnAway(const QString &why);
    void leave();
    void finish();

    std::unique_ptr<QWebSocket> m_socket;
    const std::uint32_t m_alias;
    const RoomOptions &m_options;
    std::function<bool(const Address &)> m_isHere;
    QString m_roomName;
    Room *m_room = nullptr;
    Stage m_stage = Stage::Identification;
    std::optional<Address> m_address;
    std::optional<Challenge> m_challenge;
    QTimer m_patience;
    QElapsedTimer m_lastHeard;
    QElapsedTimer m_second;
    int m_packetsThisSecond = 0;
};

} // namespace islet
