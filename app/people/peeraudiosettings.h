// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/speakerstats.h"
#include "identity/address.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QSettings>

namespace islet {

//! The volume and mute setting of each person, which are saved, and the current state of their voice.
class PeerAudioSettings : public QObject {
    Q_OBJECT

public:
    static constexpr float maxVolume = 2;
    static constexpr qsizetype maxPeople = 1'000; //!< whose volume is saved

    struct PeerAudio {
        float volume = 1; //!< 0 to maxVolume; 1 leaves the voice unchanged
        bool isMuted = false;

        friend bool operator==(const PeerAudio &, const PeerAudio &) = default;
    };

    //! `settings` must outlive this object.
    explicit PeerAudioSettings(QSettings &settings, QObject *parent = nullptr);

    PeerAudio audioOf(const Address &person) const { return m_audio.value(person); }
    void setVolume(const Address &person, float volume);
    void setMuted(const Address &person, bool muted);
    //! An ignored person is never heard nor talking, whatever their settings. Not saved: set again at each start.
    void setIgnored(const Address &person, bool ignored);
    //! 0 if the person is muted or ignored.
    float gainOf(const Address &person) const;
    //! The people with settings other than the default.
    QList<Address> adjusted() const { return m_audio.keys(); }

    bool isTalking(const Address &person) const { return m_talking.contains(person); }
    const QSet<Address> &talking() const { return m_talking; }
    void setTalking(const QSet<Address> &people);

    //! nullptr if the person has not been heard recently.
    const SpeakerStats *statsOf(const Address &person) const;
    void setStats(const QHash<Address, SpeakerStats> &stats) { m_stats = stats; }

signals:
    void audioChanged(const islet::Address &person);
    //! `people` have started or stopped talking.
    void talkingChanged(const QSet<islet::Address> &people);

private:
    void setAudio(const Address &person, const PeerAudio &audio);
    void save();

    QSettings &m_settings;
    QHash<Address, PeerAudio> m_audio;
    QSet<Address> m_ignored;
    QSet<Address> m_talking;
    QHash<Address, SpeakerStats> m_stats;
};

} // namespace islet
