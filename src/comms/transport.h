// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/deletelater.h"
#include "identity/address.h"
#include "net/closereason.h"
#include "net/handshakestep.h"
#include "protocol/geometry.h"
#include "protocol/rfc4codec.h"

#include <QList>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace islet {

//! Unreliable packets may be dropped under back-pressure; a newer one supersedes them anyway.
enum class Delivery { Reliable, Unreliable };
//! What became of a packet. Dropped: it was unreliable, and the send buffer was full.
enum class Sent { Yes, Dropped };

//! The error of sending outside a room.
tl::unexpected<Error> notInRoom();

//! What the server reported when we joined.
struct Welcome {
    std::optional<std::uint32_t> ownAlias; //!< for display; has no meaning outside the transport
    QList<Address> peers; //!< distinct, without us; peerJoined is also emitted for each
    bool authenticated = true; //!< false: the room requires no proof of anyone's address
};

//! Traffic since open().
struct TrafficCounters {
    std::uint64_t packetsIn = 0;
    std::uint64_t packetsOut = 0;
    std::uint64_t droppedOut = 0; //!< unreliable packets, dropped because the send buffer was full
    std::uint64_t malformedIn = 0; //!< undecodable frames, or without a valid address
    std::uint64_t unknownAlias = 0; //!< updates and leaves of unknown aliases

    friend TrafficCounters operator+(const TrafficCounters &one, const TrafficCounters &other)
    {
        return {one.packetsIn + other.packetsIn, one.packetsOut + other.packetsOut, one.droppedOut + other.droppedOut,
                one.malformedIn + other.malformedIn, one.unknownAlias + other.unknownAlias};
    }
};

//! Sends and receives packets; peers are addresses. Each protocol of the connection string implements it.
//!
//! Call open() once. It ends with exactly one closed(), after which nothing is emitted any more; a slot may delete the
//! transport (later) inside that signal.
class Transport : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Opening, Open, Closed };
    Q_ENUM(State)

    using QObject::QObject;

    virtual void open() = 0;
    //! Leaves; emits closed(Requested) unless already closed.
    virtual void close() = 0;
    //! Sends to the peer `to` if the protocol can address one; otherwise, and without it, to all peers. TooLarge if the
    //! packet can never be sent, NotConnected unless State::Open.
    virtual Expected<Sent> send(const QByteArray &packet, Delivery delivery, const std::optional<Address> &to = {}) = 0;
    //! Sends one Opus packet to all peers: as an unreliable rfc4 Voice, unless the protocol carries voice otherwise.
    //! Errors as in send().
    virtual Expected<Sent> sendVoice(const rfc4::Voice &voice);
    //! Used only by archipelago, for its heartbeat.
    virtual void reportPosition(const Vec3 &) { }

    State state() const { return m_state; }
    virtual TrafficCounters counters() const { return m_counters; }
    //! Round trip to the room's server; nullopt if there is no server or nothing was measured yet.
    virtual std::optional<std::chrono::microseconds> roundTrip() const { return std::nullopt; }

signals:
    void stateChanged(islet::Transport::State state);
    void stepCompleted(const islet::HandshakeStep &step);
    void opened(const islet::Welcome &welcome);
    void peerJoined(const islet::Address &address);
    void peerLeft(const islet::Address &address);
    void packetReceived(const islet::Address &from, const QByteArray &packet);
    //! Voice that does not come as an rfc4 packet. `arrivedAt` is the time by the monotonic clock.
    void voiceReceived(const islet::Address &from, const islet::rfc4::Voice &voice,
                       std::chrono::microseconds arrivedAt);
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
    std::unique_ptr<rfc4::Codec> m_voiceCodec; // for sendVoice()
};

using TransportPtr = std::unique_ptr<Transport, DeleteLater>;

} // namespace islet
