// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/crosscorrelation.h"
#include "tests/support/pulseserver.h"

#include <optional>

namespace islet::bench {

//! The test setup for mouth-to-ear delay: a PulseAudio daemon with one sound card, a null sink, whose left channel is a
//! mouth and whose right channel is an ear.
//!
//! One card, so that mouth and ear share a clock: both are in one recording, sample by sample, and nothing has to be
//! aligned. The recorder runs all the time and asks for blocks of 5 ms, so the card works in blocks of 5 ms (or less)
//! whatever a program asks for. Otherwise a program that asks for long blocks would get sound up to one block before it
//! is recorded at the mouth. The consequence: delay beyond 5 ms in the output device itself is not counted, so a
//! program that asks for much of it, like Mumble with its defaults, does better here than on a real card.
class Ground {
public:
    //! Device names for the programs.
    struct Devices {
        QString microphone = QStringLiteral("microphone"); //!< records the mouth: for the talker
        QString ear = QStringLiteral("ear"); //!< playback here is recorded: for the listener
        QString silence = QStringLiteral("silence"); //!< a silent microphone: for the listener
        QString nowhere = QStringLiteral("nowhere"); //!< a sink that is not recorded: for the talker
    };

    //! On failure, returns false and sets why().
    bool start();
    QString why() const { return m_why; }

    static Devices devices() { return {}; }
    test::PulseServer &server() { return m_server; }
    //! Whether a program plays into the ear, or reads from the microphone.
    bool isEarInUse() { return isRunning(QStringLiteral("sinks"), devices().ear); }
    bool isMicrophoneInUse() { return isRunning(QStringLiteral("sources"), devices().microphone); }

    //! Path of the first sentence's WAV file.
    QString sentence() const;
    //! Plays a sentence into the mouth, and finds it in the ear. On failure, returns nullopt and sets why(); the
    //! correlation is low if something else or nothing was heard.
    std::optional<test::Delay> playSentence(int number);
    //! Plays the same sentence into mouth and ear at once; the delay must be 0 ms.
    std::optional<test::Delay> playToBoth(int number);

private:
    bool isRunning(const QString &kind, const QString &name);
    bool prepareSpeech();
    std::optional<test::Delay> measure(int number, const QString &sink);

    test::PulseServer m_server;
    std::unique_ptr<test::SoundRecording> m_recording;
    QString m_why;
};

} // namespace islet::bench
