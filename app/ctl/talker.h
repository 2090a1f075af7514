// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/voicesender.h"
#include "voice/voicelink.h"

#include <QTimer>

#include <vector>

namespace islet::ctl {

//! Speaks a WAV file into the room, as fast as a person would: the microphone and the key of somebody who is a script.
class Talker : public QObject {
    Q_OBJECT

public:
    //! Later than this, what should have been said is skipped rather than said in a hurry.
    static constexpr std::chrono::milliseconds mostLate{200};

    //! `link` must outlive the talker.
    explicit Talker(VoiceLink &link, Clock clock = monotonicNow);

    //! Takes this file from now on, from its beginning; reads all of it. InvalidInput when it cannot be spoken: then
    //! the one before is kept.
    Expected<void> load(const QString &path);
    //! The key goes down: speaks the file from where it was, or again when all of it was said. InvalidInput when there
    //! is none.
    Expected<void> press();
    //! The key goes up: the frame that is being said is the last.
    void release() { m_isReleased = true; }
    //! Says nothing more, not even the frame that is being said.
    void abandon();

    //! A press lasts, or its last frame is not out yet.
    bool isSpeaking() const { return m_timer.isActive(); }
    std::uint64_t sent() const { return m_sent; }
    std::uint64_t unsent() const { return m_unsent; } //!< dropped because the way was blocked

signals:
    //! Frames really go out, or do no longer.
    void talkingChanged(bool isTalking);
    //! The file was said to its end, or the key went up.
    void stopped();

private:
    void speakDue();
    void skipTo(std::chrono::microseconds now);
    void speakFrame();
    void send(const VoiceSender::Packet &packet);
    void stop();
    void setTalking(bool talking);
    bool isAtEnd() const { return m_at >= m_file.size(); }

    VoiceLink &m_link;
    Clock m_clock;
    VoiceSender m_sender;
    std::vector<float> m_file;
    std::size_t m_at = 0; // samples of the file that were said
    std::chrono::microseconds m_due{0}; // when the next frame is
    std::chrono::microseconds m_lastSent{0};
    QTimer m_timer;
    bool m_isReleased = false;
    bool m_isTalking = false;
    std::uint64_t m_sent = 0;
    std::uint64_t m_unsent = 0;
};

} // namespace islet::ctl
