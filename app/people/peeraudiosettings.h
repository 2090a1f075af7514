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

//! Everybody's voice as I want it, which is kept, and as it is now.
class PeerAudioSettings : public QObject {
    Q_OBJECT

public:
    static constexpr float loudest = 2;
    static constexpr qsizetype mostKept = 1'000; //!< people whose volume is remembered

    struct PeerAudio {
        float volume = 1; //!< 0 to loudest; 1 as they speak
        bool isMuted = false;

        friend bool operator==(const PeerAudio &, const PeerAudio &) = default;
    };

    //! `settings` must outlive this.
    explicit PeerAudioSettings(QSettings &settings, QObject *parent = nullptr);

    PeerAudio audioOf(const Address &person) const { return m_audio.value(person); }
    void setVolume(const Address &person, float volume);
    void setMuted(const Address &person, bool muted);
    //! Whom I ignore is not heard and does not talk, whatever the wish; who keeps the list says it anew at each start.
    void setIgnored(const Address &person, bool ignored);
    //! 0 for who is muted or ignored.
    float gainOf(const Address &person) const;
    //! Those for whom there is one.
    QList<Address> adjusted() const { return m_audio.keys(); }

    bool isTalking(const Address &person) const { return m_talking.contains(person); }
    const QSet<Address> &talking() const { return m_talking; }
    void setTalking(const QSet<Address> &people);

    //! Of who is or was heard lately; nullptr for nobody.
    const SpeakerStats *statsOf(const Address &person) const;
    void setStats(const QHash<Address, SpeakerStats> &stats) { m_stats = stats; }

signals:
    void audioChanged(const islet::Address &person);
    //! `people`: who began or ended.
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
