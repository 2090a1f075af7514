// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/sound.h"
#include "audio/spatialgain.h"
#include "comms/peerdirectory.h"
#include "comms/positionreporter.h"

#include <QHash>

#include <optional>

namespace islet {

//! Connects audio and comms, which know nothing of each other: maps addresses to speaker ids and positions to gain and
//! pan, and passes packets both ways. The listener is at the reporter's position.
class VoiceLink : public QObject {
    Q_OBJECT

public:
    //! Minimum interval between gain updates.
    static constexpr std::chrono::milliseconds gainInterval{50};

    //! All must outlive this object.
    VoiceLink(CommsAdapter &adapter, const PeerDirectory &directory, PositionReporter &reporter,
              Clock clock = monotonicNow, QObject *parent = nullptr);

    void setCurve(DistanceCurve curve);
    DistanceCurve curve() const { return m_curve; }
    //! 0 is silent, 1 is the original volume.
    void setVolume(const Address &person, float volume);

    //! Sends one Opus packet; returns whether it went out. Reports our position first when a talk spurt begins.
    bool send(std::uint32_t index, const QByteArray &packet);

    //! Address of a speaker; nullopt if that speaker is unknown.
    std::optional<Address> addressOf(SpeakerId speaker) const;
    //! Current gain and pan, including the volume; silent while the position is unknown.
    SpatialGain gainOf(const Address &person) const;
    //! The number of peers audible from here.
    int countInEarshot() const;

signals:
    void received(islet::SpeakerId speaker, std::uint32_t index, const QByteArray &packet,
                  std::chrono::microseconds arrivedAt);
    void placed(islet::SpeakerId speaker, const islet::SpatialGain &gain);
    void gone(islet::SpeakerId speaker);

private:
    struct Speaker {
        SpeakerId id;
        SpatialGain reported;
    };

    void receive(const Address &from, const rfc4::Voice &voice, std::chrono::microseconds arrivedAt);
    void scheduleGainUpdate();
    void updateGains();
    void forget(const Address &person);

    CommsAdapter &m_adapter;
    const PeerDirectory &m_directory;
    PositionReporter &m_reporter;
    Clock m_clock;
    DistanceCurve m_curve = DistanceCurve::Inverse;
    QHash<Address, float> m_volumes; // only those other than 1
    QHash<Address, Speaker> m_speakers; // peers that have spoken
    QHash<SpeakerId, Address> m_addresses;
    std::uint32_t m_lastSpeaker = 0; // 0 is reserved for our own voice
    std::optional<std::chrono::microseconds> m_lastSent;
    QTimer m_gainTimer;
};

} // namespace islet
