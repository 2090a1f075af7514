// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/crosscorrelation.h"
#include "tests/support/pulseserver.h"

#include <optional>

namespace islet::bench {

//! Where mouth-to-ear delay is measured: a PulseAudio daemon with one sound card, a null sink, whose left channel is a
//! mouth and whose right channel is an ear.
//!
//! One card, so that mouth and ear share a clock: both are heard in one recording, sample beside sample, and nothing
//! has to be aligned. The recorder stays and asks for blocks of 5 ms, so the card works in blocks of 5 ms (or less)
//! whatever a program asks for; without that, a program that asks for long blocks would be handed what is said up to
//! a block before it is heard at the mouth. So what a program would have the output device itself hold beyond 5 ms is
//! not counted: a program that asks for much of it, as Mumble with its defaults, looks better here than on a real card.
class Ground {
public:
    //! Names that programs take.
    struct Devices {
        QString microphone = QStringLiteral("microphone"); //!< hears the mouth: for who talks
        QString ear = QStringLiteral("ear"); //!< what is played here is heard: for who listens
        QString silence = QStringLiteral("silence"); //!< a microphone where nothing is said: for who listens
        QString nowhere = QStringLiteral("nowhere"); //!< a sink that nobody hears: for who talks
    };

    //! False with why().
    bool start();
    QString why() const { return m_why; }

    static Devices devices() { return {}; }
    test::PulseServer &server() { return m_server; }
    //! Whether a program plays into the ear, or reads from the microphone.
    bool isEarInUse() { return isRunning(QStringLiteral("sinks"), devices().ear); }
    bool isMicrophoneInUse() { return isRunning(QStringLiteral("sources"), devices().microphone); }

    //! One of a few sentences, as a file.
    QString sentence() const;
    //! Says one of a few sentences into the mouth, and finds it in the ear. Nothing with why() when that is impossible;
    //! a low correlation when something else was heard, or nothing.
    std::optional<test::Delay> say(int number);
    //! The same sentence into mouth and ear at once, which must come out as 0 ms.
    std::optional<test::Delay> sayToBoth(int number);

private:
    bool isRunning(const QString &kind, const QString &name);
    bool prepareSpeech();
    std::optional<test::Delay> measure(int number, const QString &sink);

    test::PulseServer m_server;
    std::unique_ptr<test::SoundRecording> m_recording;
    QString m_why;
};

} // namespace islet::bench
