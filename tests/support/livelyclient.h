// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/voicesender.h"
#include "comms/transports/wsroomtransport.h"
#include "testclient.h"

#include <QTimer>

#include <algorithm>
#include <array>

// For tests that link islet_audio.
namespace islet::test {

//! A client that walks at 10 Hz and talks at 50 Hz on request, and reconnects after a loss.
class LivelyClient : public TestClient {
public:
    LivelyClient()
        : TestClient(someone(), CommsSession::Retry::WhenLost)
        , m_voice(firstVoiceIndex(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch())))
    {
        m_voice.setTalking(true);
        connect(&m_walk, &QTimer::timeout, this, [this] { stand({m_x += 0.1F, 0, 0}); });
        connect(&m_talk, &QTimer::timeout, this, &LivelyClient::talk);
    }

    void startWalking() { m_walk.start(PositionReporter::movingInterval); }
    void startTalking() { m_talk.start(std::chrono::milliseconds(20)); }
    //! Sends a chat message and an emote (as both of its messages).
    bool chatAndWave()
    {
        return adapter.sendChat(QStringLiteral("hello")) && adapter.sendEmote(QStringLiteral("wave"));
    }

private:
    void talk()
    {
        std::array<float, frameSamples> frame{};
        for (std::size_t i = 0; i < frame.size(); ++i)
            frame[i] = 0.2F * std::sin(0.05F * static_cast<float>(i));
        if (const auto packet = m_voice.process(frame, frame)) {
            const QByteArray bytes(reinterpret_cast<const char *>(packet->bytes.data()),
                                   static_cast<qsizetype>(packet->bytes.size()));
            static_cast<void>(adapter.sendVoice({bytes, packet->index}));
        }
    }

    QTimer m_walk;
    QTimer m_talk;
    VoiceSender m_voice;
    float m_x = 0;
};

//! Another peer in the room, which records all numbers of one peer that must increase: web client, godot-explorer and
//! bevy-explorer discard packets whose number does not, as outdated.
class Witness : public QObject {
public:
    explicit Witness(const Address &of)
        : m_of(of)
    { }

    //! `connectionString` is a ws-room. May be called again.
    bool enter(const QString &connectionString)
    {
        const auto where = ConnectionString::parse(connectionString);
        if (!where)
            return false;
        m_transport.reset(new WsRoomTransport(*where->webSocketUrl(), {m_identity}));
        connect(m_transport.get(), &Transport::packetReceived, this, &Witness::onPacket);
        m_transport->open();
        return true;
    }
    bool isIn() const { return m_transport && m_transport->state() == Transport::State::Open; }

    QList<double> indices; //!< of Positions
    QList<double> timestamps; //!< of Movements and emotes, which share a clock
    QList<double> voices;
    QList<double> chatTimes;
    QList<double> emotes;

    //! Returns the fields that did not increase; empty if all did.
    QString disorder() const
    {
        QStringList names;
        const auto check = [&names](const QList<double> &numbers, const QString &name) {
            if (std::ranges::adjacent_find(numbers, std::greater_equal<>()) != numbers.end())
                names.append(name);
        };
        check(indices, QStringLiteral("Position.index"));
        check(timestamps, QStringLiteral("Movement.timestamp"));
        check(voices, QStringLiteral("Voice.index"));
        check(chatTimes, QStringLiteral("Chat.timestamp"));
        check(emotes, QStringLiteral("PlayerEmote.incrementalId"));
        return names.join(QStringLiteral(", "));
    }

private:
    void onPacket(const Address &from, const QByteArray &packet)
    {
        const auto message = m_codec.decode(packet);
        if (from != m_of || !message)
            return;
        if (const auto *position = std::get_if<rfc4::Position>(&*message)) {
            indices.append(position->index);
        } else if (const auto *movement = std::get_if<rfc4::Movement>(&*message)) {
            timestamps.append(movement->timestamp);
        } else if (const auto *voice = std::get_if<rfc4::Voice>(&*message)) {
            voices.append(voice->index);
        } else if (const auto *chat = std::get_if<rfc4::Chat>(&*message)) {
            chatTimes.append(chat->timestamp);
        } else if (const auto *emote = std::get_if<rfc4::PlayerEmote>(&*message)) {
            emotes.append(emote->incrementalId);
            timestamps.append(emote->timestamp);
        }
    }

    Address m_of;
    Identity m_identity = TestClient::someone();
    rfc4::Codec m_codec;
    TransportPtr m_transport;
};

} // namespace islet::test
