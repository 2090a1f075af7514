// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/ctl/recording.h"
#include "audio/mixer.h"
#include "voice/voicelink.h"

#include <QTimer>

#include <optional>

namespace islet::ctl {

//! Plays the room's voices as the window does, but without a loudspeaker: the clock requests each 20 ms of sound
//! after they have elapsed, in the small blocks that a loudspeaker requests. Can record what it hears.
class Listener : public QObject {
    Q_OBJECT

public:
    //! `link` must outlive the listener.
    explicit Listener(VoiceLink &link, Clock clock = monotonicNow);

    //! Sets the folder to record to from start() on. Fails with the errors of Recording::prepare.
    Expected<void> record(const QString &folder);
    void start();
    //! Renders the sound that is due, and completes the files.
    void finish();

    struct Heard {
        Address person;
        SpeakerStats stats;
    };
    //! Returns everyone in the room who has spoken.
    QList<Heard> heard() const;

signals:
    //! Someone who has spoken left; `heard` has their final statistics.
    void speakerLeft(const islet::ctl::Listener::Heard &heard);
    //! The recording ended early or lacks someone; `sentence` says why.
    void failed(const QString &sentence);

private:
    void admit(SpeakerId speaker);
    void forget(SpeakerId speaker);
    void renderDue();
    void renderStep();
    void renderBlock();
    void checkRecording(const tl::expected<void, QString> &recorded);

    const VoiceLink &m_link;
    Clock m_clock;
    Mixer m_mixer;
    QHash<SpeakerId, Address> m_people; // the link forgets them before it emits the signal
    QString m_folder; // empty: do not record
    std::optional<Recording> m_recording;
    QTimer m_timer;
    std::chrono::microseconds m_renderedUntil{0};
    bool m_isFullReported = false;
};

} // namespace islet::ctl
