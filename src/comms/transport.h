// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/deletelater.h"
#include "identity/address.h"
#include "net/closereason.h"
#include "net/handshakestep.h"
#include "protocol/geometry.h"

#include <QList>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace islet {

//! Unreliable packets may be dropped when the way is blocked; a newer one makes them worthless anyway.
enum class Delivery { Reliable, Unreliable };

//! What a room said when it let us in.
struct Welcome {
    std::optional<std::uint32_t> ownAlias; //!< for people; means nothing outside the transport
    QList<Address> peers; //!< each once, without us; each is announced by peerJoined too
    bool authenticated = true; //!< false: the room asked for no proof of anybody's address
};

//! What went through and what did not, since open().
struct TrafficCounters {
    std::uint64_t packetsIn = 0;
    std::uint64_t packetsOut = 0;
    std::uint64_t droppedOut = 0; //!< unreliable, for want of room in the socket
    std::uint64_t malformedIn = 0; //!< frames that are no packet, or hold no address
    std::uint64_t unknownAlias = 0; //!< updates and leaves of nobody

    friend TrafficCounters operator+(const TrafficCounters &one, const TrafficCounters &other)
    {
        return {one.packetsIn + other.packetsIn, one.packetsOut + other.packetsOut, one.droppedOut + other.droppedOut,
                one.malformedIn + other.malformedIn, one.unknownAlias + other.unknownAlias};
    }
};

//! Bytes in and out, peers known by address alone. Every protocol of the connection string is a class behind this.
//!
//! open() is called once. It ends with exactly one closed(), after which nothing is emitted any more; a transport may
//! be deleted (later) inside that signal.
class Transport : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Opening, Open, Closed };
    Q_ENUM(State)

    using QObject::QObject;

    virtual void open() = 0;
    //! Leaves; emits closed(Requested) unless it was closed before.
    virtual void close() = 0;
    //! To all peers. TooLarge when it can never be sent, NotConnected before and after State::Open; a packet that was
    //! dropped because it was unreliable and the way blocked is no error.
    virtual Expected<void> broadcast(const QByteArray &packet, Delivery delivery) = 0;
    //! archipelago's heartbeat; nobody else's.
    virtual void reportPosition(const Vec3 &) { }

    State state() const { return m_state; }
    virtual TrafficCounters counters() const { return m_counters; }
    //! To the server of the room and back; nothing where there is none, and before it was measured.
    virtual std::optional<std::chrono::microseconds> roundTrip() const { return std::nullopt; }

signals:
    void stateChanged(islet::Transport::State state);
    void stepCompleted(const islet::HandshakeStep &step);
    void opened(const islet::Welcome &welcome);
    void peerJoined(const islet::Address &address);
    void peerLeft(const islet::Address &address);
    void packetReceived(const islet::Address &from, const QByteArray &packet);
    void closed(const islet::CloseReason &reason);

protected:
    void setState(State state)
    {
        m_state = state;
        emit stateChanged(state);
    }
    TrafficCounters m_counters;

private:
    State m_state = State::Idle;
};

using TransportPtr = std::unique_ptr<Transport, DeleteLater>;

} // namespace islet
