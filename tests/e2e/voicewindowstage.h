// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/crosscorrelation.h"
#include "tests/support/pulseserver.h"

namespace islet::test {

//! A sound server with an output (`mouth`), a microphone that records it and another output (`ear`), on one clock.
class VoiceStage {
public:
    static constexpr int rate = 8'000; //!< sample rate of the recording, Hz

    //! Returns false on failure; see why().
    bool start();
    QString why() const { return m_why.isEmpty() ? m_server.why() : m_why; }
    PulseServer &server() { return m_server; }

    //! Returns an environment for an Islet window: its own home, these devices, no audio processing.
    QProcessEnvironment windowWith(const QString &name, const QString &microphone, const QString &loudspeaker);
    QString homeOf(const QString &name) const { return m_server.path(name); }

    //! Returns the path of a recorded sentence of about three seconds.
    QString sentence() const { return m_server.path(QStringLiteral("sentence.wav")); }
    //! Plays the sentence into the mouth, and returns when it has ended.
    bool say();
    //! Returns the current position in the recording, to be passed to heardSince().
    qint64 now() const { return m_recording->size(); }
    //! Waits until the recording is that much longer.
    bool waitFor(qint64 more) const { return m_recording->waitForSize(now() + more, std::chrono::seconds(10)); }
    //! Finds the delay from mouth to ear in the recording since `begin`, and how similar the two are.
    Delay heardSince(qint64 begin) const;
    //! Returns the RMS of the loudest 20 ms at the ear since `begin`, 0 to 1.
    double loudnessSince(qint64 begin) const;

private:
    PulseServer m_server;
    std::unique_ptr<SoundRecording> m_recording;
    QString m_why;
};

} // namespace islet::test
