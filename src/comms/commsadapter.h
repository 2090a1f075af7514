// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "comms/transport.h"
#include "protocol/chattime.h"
#include "protocol/rfc4codec.h"

#include <QHash>
#include <QPointer>

namespace islet {

//! Typed messages in, typed messages out. Outlives its transports, so that everyone connects to it once.
//!
//! What a peer sends too fast, or what is no message, costs that packet alone and is counted.
class CommsAdapter : public QObject {
    Q_OBJECT

public:
    struct Limits {
        int packetsPerSecond = 500; //!< taken from one peer: voice in the shortest packets alone is 400
    };
    struct Counters {
        std::uint64_t messagesIn = 0;
        std::uint64_t malformedIn = 0; //!< bytes that are no message, absurd coordinates
        std::uint64_t rateLimited = 0;
    };

    explicit CommsAdapter(Limits limits, Clock clock = monotonicNow, QObject *parent = nullptr);
    explicit CommsAdapter(QObject *parent = nullptr)
        : CommsAdapter(Limits(), monotonicNow, parent)
    { }

    //! Listens to `transport` from now on, and to no other; nullptr for none. Emits detached() when there was one.
    void setTransport(Transport *transport);
    bool isOpen() const;

    //! For a transport that must know where we are, beside what the others are told.
    void reportPosition(const Vec3 &position);
    //! Errors as Transport::broadcast has them.
    Expected<void> send(const rfc4::Message &message, Delivery delivery);
    //! `text` as outgoingChat() made it.
    Expected<void> sendChat(const QString &text);
    //! As PlayerEmote for modern clients and as a control chat for the web client. InvalidInput when `urn` is none.
    Expected<void> sendEmote(const QString &urn);
    //! A text for the scene of this id (the first byte of the data says "text"). InvalidInput when either is empty.
    Expected<void> sendSceneText(const QString &sceneId, const QString &text);

    //! One Opus packet, now or never: false when it was dropped because the way is blocked.
    Expected<bool> sendVoice(const rfc4::Voice &voice);

    //! Seconds of one clock for the whole process, as Movement and PlayerEmote carry them: grows with every call, also
    //! across reconnects, and also after weeks, when a float counts in steps longer than a report.
    float nextTimestamp();
    const Counters &counters() const { return m_counters; }

signals:
    void opened(const islet::Welcome &welcome);
    //! The transport is gone, and everybody known through it.
    void detached();
    void peerJoined(const islet::Address &address);
    void peerLeft(const islet::Address &address);

    //! Any message at all: a sign of life.
    void heardFrom(const islet::Address &address);
    void positionReceived(const islet::Address &from, const islet::rfc4::Position &position);
    //! Also from a MovementCompressed.
    void movementReceived(const islet::Address &from, const islet::rfc4::Movement &movement);
    //! `text` is as it came: displayText() makes it fit to be shown.
    void chatReceived(const islet::Address &from, const QString &text, double claimedTime);
    void pingReceived(const islet::Address &from, const QString &nonce);
    void pongReceived(const islet::Address &from, const QString &nonce);
    //! Once for the two messages that say the same.
    void emoteReceived(const islet::Address &from, const QString &urn);
    void sceneReceived(const islet::Address &from, const islet::rfc4::Scene &scene);
    void voiceReceived(const islet::Address &from, const islet::rfc4::Voice &voice);
    void profileVersionReceived(const islet::Address &from, const islet::rfc4::ProfileVersion &announced);
    //! By anybody for anybody's: only the owner answers.
    void profileRequestReceived(const islet::Address &from, const islet::rfc4::ProfileRequest &request);
    //! As it came, of any length and whoever's: Profile::parse() looks at it.
    void profileResponseReceived(const islet::Address &from, const islet::rfc4::ProfileResponse &response);

private:
    //! What is remembered of a peer between packets.
    struct PeerState {
        std::chrono::microseconds windowStart{0};
        int packetsInWindow = 0;
        QString lastEmote;
        std::chrono::microseconds lastEmoteTime{0};
    };

    void onPacket(const Address &from, const QByteArray &packet);
    bool isTooFast(PeerState &peer) const;
    void dispatch(const Address &from, const rfc4::Message &message);
    void onChat(const Address &from, const rfc4::Chat &chat);
    void onEmote(const Address &from, const QString &urn);

    Limits m_limits;
    Clock m_clock;
    std::chrono::microseconds m_start;
    QPointer<Transport> m_transport;
    rfc4::Codec m_codec;
    QHash<Address, PeerState> m_peers;
    float m_lastTimestamp = 0;
    std::uint32_t m_lastEmoteId = 0;
    ChatClock m_chatClock;
    Counters m_counters;
};

} // namespace islet
