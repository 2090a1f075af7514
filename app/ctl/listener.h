// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/ctl/recording.h"
#include "audio/mixer.h"
#include "voice/voicelink.h"

#include <QTimer>

#include <optional>

namespace islet::ctl {

//! Hears what is said in the room as the window would, without a loudspeaker: the clock asks for each 20 ms of sound
//! when they are over, in the small pieces that a loudspeaker asks for. What is heard may be recorded.
class Listener : public QObject {
    Q_OBJECT

public:
    //! `link` must outlive the listener.
    explicit Listener(VoiceLink &link, Clock clock = monotonicNow);

    //! Records in `folder` when start() comes. Errors as Recording::prepare has them.
    Expected<void> record(const QString &folder);
    void start();
    //! Hears what is due, and completes the files.
    void finish();

    struct Heard {
        Address person;
        SpeakerStats stats;
    };
    //! Everybody in the room who has spoken.
    QList<Heard> heard() const;

signals:
    //! Somebody who has spoken left; their last figures.
    void gone(const islet::ctl::Listener::Heard &heard);
    //! The recording has ended before its time, or misses somebody; why, in one sentence.
    void failed(const QString &sentence);

private:
    void admit(SpeakerId speaker);
    void forget(SpeakerId speaker);
    void hearDue();
    void hearStep();
    void hearPiece();
    void watch(const tl::expected<void, QString> &recorded);

    const VoiceLink &m_link;
    Clock m_clock;
    Mixer m_mixer;
    QHash<SpeakerId, Address> m_people; // the link forgets them before it says so
    QString m_folder; // empty: nothing is recorded
    std::optional<Recording> m_recording;
    QTimer m_timer;
    std::chrono::microseconds m_heardUntil{0};
    bool m_isFullTold = false;
};

} // namespace islet::ctl
