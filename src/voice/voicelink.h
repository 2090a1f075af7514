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

//! Where voice and room meet: an Address becomes a SpeakerId, a place on the map becomes loudness and direction, and
//! packets go both ways. Neither side knows of the other. I listen from where the reporter says I am.
class VoiceLink : public QObject {
    Q_OBJECT

public:
    //! Places are told at most this often.
    static constexpr std::chrono::milliseconds placing{50};

    //! All must outlive the link.
    VoiceLink(CommsAdapter &adapter, const PeerDirectory &directory, PositionReporter &reporter,
              Clock clock = monotonicNow, QObject *parent = nullptr);

    void setCurve(DistanceCurve curve);
    DistanceCurve curve() const { return m_curve; }
    //! 0 is not heard at all, 1 as they speak.
    void setVolume(const Address &person, float volume);

    //! One Opus packet to the room; true when it really went out. Says where we are first when a talk begins.
    bool send(std::uint32_t index, const QByteArray &packet);

    //! Of somebody who has spoken.
    std::optional<Address> addressOf(SpeakerId speaker) const;
    //! As they are heard now, the volume included; not heard while nobody knows where they are.
    SpatialGain gainOf(const Address &person) const;
    //! How many can be heard from here.
    int countInEarshot() const;

signals:
    void received(islet::SpeakerId speaker, std::uint32_t index, const QByteArray &packet);
    void placed(islet::SpeakerId speaker, const islet::SpatialGain &hearing);
    void gone(islet::SpeakerId speaker);

private:
    struct Speaker {
        SpeakerId id;
        SpatialGain told;
    };

    void receive(const Address &from, const rfc4::Voice &voice);
    void placeSoon();
    void place();
    void forget(const Address &person);

    CommsAdapter &m_adapter;
    const PeerDirectory &m_directory;
    PositionReporter &m_reporter;
    Clock m_clock;
    DistanceCurve m_curve = DistanceCurve::Inverse;
    QHash<Address, float> m_volumes; // of those that are not 1
    QHash<Address, Speaker> m_speakers; // of those that have spoken
    QHash<SpeakerId, Address> m_addresses;
    std::uint32_t m_lastSpeaker = 0; // 0 stays free, for one's own voice
    std::optional<std::chrono::microseconds> m_lastSent;
    QTimer m_placing;
};

} // namespace islet
