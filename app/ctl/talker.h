// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/voicesender.h"
#include "voice/voicelink.h"

#include <QTimer>

#include <vector>

namespace islet::ctl {

//! Sends a WAV file as voice in real time: the microphone and talk key of a script.
class Talker : public QObject {
    Q_OBJECT

public:
    //! Audio that is overdue by more than this is skipped rather than sent in a burst.
    static constexpr std::chrono::milliseconds maxLateness{200};

    //! `link` must outlive the talker.
    explicit Talker(VoiceLink &link, Clock clock = monotonicNow);

    //! Reads the whole file and makes it the current one, at its beginning. Returns InvalidInput if it cannot be
    //! used; the previous file then stays.
    Expected<void> load(const QString &path);
    //! Presses the talk key: continues the file where it stopped, or restarts it if it was finished. Returns
    //! InvalidInput if no file is loaded.
    Expected<void> press();
    //! Releases the talk key: the current frame is the last.
    void release() { m_isReleased = true; }
    //! Stops at once; drops even the current frame.
    void abandon();

    //! True from press() until the last frame has been sent.
    bool isSpeaking() const { return m_timer.isActive(); }
    std::uint64_t sent() const { return m_sent; }
    std::uint64_t unsent() const { return m_unsent; } //!< frames dropped because the connection was congested

signals:
    //! Frames started or stopped going out.
    void talkingChanged(bool isTalking);
    //! The file ended, or the key was released.
    void stopped();

private:
    void sendDue();
    void skipTo(std::chrono::microseconds now);
    void sendNextFrame();
    void send(const VoiceSender::Packet &packet);
    void stop();
    void setTalking(bool talking);
    bool isAtEnd() const { return m_position >= m_file.size(); }

    VoiceLink &m_link;
    Clock m_clock;
    VoiceSender m_sender;
    std::vector<float> m_file;
    std::size_t m_position = 0; // samples of the file sent so far
    std::chrono::microseconds m_nextFrameAt{0}; // when the next frame is due
    std::chrono::microseconds m_lastSent{0};
    QTimer m_timer;
    bool m_isReleased = false;
    bool m_isTalking = false;
    std::uint64_t m_sent = 0;
    std::uint64_t m_unsent = 0;
};

} // namespace islet::ctl
