// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/crosscorrelation.h"
#include "tests/support/pulseserver.h"

namespace islet::test {

//! A sound server with a mouth, a microphone that hears it, and an ear, all on one clock; and something to say.
class VoiceStage {
public:
    static constexpr int rate = 8'000; //!< of what is heard, Hz

    //! False with why().
    bool start();
    QString why() const { return m_why.isEmpty() ? m_server.why() : m_why; }
    PulseServer &server() { return m_server; }

    //! For a window of Islet: settings that use these devices with all processing off, in a home of its own.
    QProcessEnvironment windowWith(const QString &name, const QString &microphone, const QString &loudspeaker);
    QString homeOf(const QString &name) const { return m_server.path(name); }

    //! The sentence, about three seconds, as a file.
    QString sentence() const { return m_server.path(QStringLiteral("sentence.wav")); }
    //! Says it into the mouth and returns when it was said.
    bool say();
    //! How far the recording has come; the beginning of what heardSince() looks at.
    qint64 now() const { return m_recording->size(); }
    //! Whether it has come so much further.
    bool waitFor(qint64 more) const { return m_recording->waitForSize(now() + more, std::chrono::seconds(10)); }
    //! How what was heard at the ear since then is what was said.
    Delay heardSince(qint64 begin) const;
    //! The loudest 20 ms at the ear since then, 0 to 1, as root mean square.
    double loudnessSince(qint64 begin) const;

private:
    PulseServer m_server;
    std::unique_ptr<SoundRecording> m_recording;
    QString m_why;
};

} // namespace islet::test
