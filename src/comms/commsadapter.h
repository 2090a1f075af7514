// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "base/ratelimiter.h"
#include "comms/transport.h"
#include "protocol/chattime.h"
#include "protocol/rfc4codec.h"

#include <QHash>
#include <QPointer>

namespace islet {

//! Encodes and decodes typed messages. Outlives its transports, so that receivers connect only once.
//!
//! A malformed or rate-limited packet is dropped and counted; it has no other effect.
class CommsAdapter : public QObject {
    Q_OBJECT

public:
    struct Limits {
        int packetsPerSecond = 500; //!< from one peer, and its largest burst; voice alone reaches 400
    };
    struct Counters {
        std::uint64_t messagesIn = 0;
        std::uint64_t malformedIn = 0; //!< undecodable bytes, implausible coordinates
        std::uint64_t rateLimited = 0;
    };

    explicit CommsAdapter(Limits limits, Clock clock = monotonicNow, QObject *parent = nullptr);
    explicit CommsAdapter(QObject *parent = nullptr)
        : CommsAdapter(Limits(), monotonicNow, parent)
    { }

    //! Listens only to `transport` from now on; nullptr for none. Emits detached() if there was one before.
    void setTransport(Transport *transport);
    bool isOpen() const;

    //! For transports that need our position (archipelago), besides what is broadcast to peers.
    void reportPosition(const Vec3 &position);
    //! Errors as in Transport::send().
    Expected<Sent> send(const rfc4::Message &message, Delivery delivery, const std::optional<Address> &to = {});
    //! `text` must come from outgoingChat().
    Expected<Sent> sendChat(const QString &text);
    //! Sends a PlayerEmote (modern clients) and a control chat (web client). InvalidInput if `urn` is not an emote.
    Expected<Sent> sendEmote(const QString &urn);
    //! Sends a scene a text (the first byte of the data marks it as one). InvalidInput if either argument is empty.
    Expected<Sent> sendSceneText(const QString &sceneId, const QString &text);

    //! Sends one Opus packet, never queued.
    Expected<Sent> sendVoice(const rfc4::Voice &voice);

    //! Timestamp in seconds for Movement and PlayerEmote, on one clock for the whole process. Strictly increasing, also
    //! across reconnects and after weeks, when the resolution of a float is coarser than the report interval.
    float nextTimestamp();
    const Counters &counters() const { return m_counters; }

signals:
    void opened(const islet::Welcome &welcome);
    //! The transport is gone, and so are all peers known through it.
    void detached();
    void peerJoined(const islet::Address &address);
    void peerLeft(const islet::Address &address);

    //! Emitted for every valid message, as a sign of life.
    void heardFrom(const islet::Address &address);
    void positionReceived(const islet::Address &from, const islet::rfc4::Position &position);
    //! Also emitted for MovementCompressed.
    void movementReceived(const islet::Address &from, const islet::rfc4::Movement &movement);
    //! `text` is untrusted: pass it through displayText() before showing it.
    void chatReceived(const islet::Address &from, const QString &text, double claimedTime);
    void pingReceived(const islet::Address &from, const QString &nonce);
    void pongReceived(const islet::Address &from, const QString &nonce);
    //! Emitted once for the two messages of one emote.
    void emoteReceived(const islet::Address &from, const QString &urn);
    void sceneReceived(const islet::Address &from, const islet::rfc4::Scene &scene);
    //! `arrivedAt` is the time by the monotonic clock.
    void voiceReceived(const islet::Address &from, const islet::rfc4::Voice &voice,
                       std::chrono::microseconds arrivedAt);
    void profileVersionReceived(const islet::Address &from, const islet::rfc4::ProfileVersion &announced);
    //! Any peer may request any profile; only the owner answers.
    void profileRequestReceived(const islet::Address &from, const islet::rfc4::ProfileRequest &request);
    //! Untrusted: of any length, and possibly another peer's. Profile::parse() validates it.
    void profileResponseReceived(const islet::Address &from, const islet::rfc4::ProfileResponse &response);

private:
    //! State kept for a peer between packets.
    struct PeerState {
        RateLimiter packetLimit;
        QString lastEmote;
        std::chrono::microseconds lastEmoteTime{0};
    };

    //! Counts a packet from this peer; false if it is too fast.
    bool isWithinRate(const Address &from);
    void onPacket(const Address &from, const QByteArray &packet);
    void onVoice(const Address &from, const rfc4::Voice &voice, std::chrono::microseconds arrivedAt);
    void dispatch(const Address &from, const rfc4::Message &message);
    void onChat(const Address &from, const rfc4::Chat &chat);
    void onEmote(const Address &from, const QString &urn);

    Limits m_limits;
    Clock m_clock;
    std::chrono::microseconds m_start;
    QPointer<Transport> m_transport;
    rfc4::Codec m_codec;
    QHash<Address, PeerState> m_peers;
    unsigned m_packets = 0;
    std::chrono::microseconds m_now{0}; // at the last reading of the clock
    float m_lastTimestamp = 0;
    std::uint32_t m_lastEmoteId = 0;
    ChatClock m_chatClock;
    Counters m_counters;
};

} // namespace islet
