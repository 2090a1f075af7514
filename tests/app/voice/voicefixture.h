// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/protocols.h"
#include "app/voice/voicecontroller.h"
#include "comms/client.h"
#include "identity/identity.h"
#include "tests/audio/fakesoundsystem.h"
#include "tests/support/blockabletransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeroom.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>

namespace islet::test {

inline const QList<SoundDevice> twoMicrophones{{"a", QStringLiteral("Mic A"), true},
                                               {"b", QStringLiteral("Mic B"), false}};
inline const QList<SoundDevice> twoLoudspeakers{{"x", QStringLiteral("Speakers X"), true},
                                                {"y", QStringLiteral("Speakers Y"), false}};

//! Waits until `frames` more frames have been played: then the audio thread has processed all earlier calls.
inline bool listenOn(const FakeMachine &machine, int frames = sampleRate / 5)
{
    const int until = machine.played + frames;
    return waitUntil([&] { return machine.played >= until; }, std::chrono::seconds(20));
}

//! A VoiceController without a window, on a fake machine with two microphones and two loudspeakers.
struct VoiceFixture {
    static constexpr std::chrono::seconds patience{20};

    VoiceFixture() { machine->set(twoMicrophones, twoLoudspeakers); }
    ~VoiceFixture() { machine->release(); } // before the pipeline joins its thread

    //! Turns all processing off, so that the fake microphone's tone passes unchanged.
    static void takeAllProcessingOff(VoiceSettings &wanted)
    {
        wanted.setEchoCancellation(false);
        wanted.setNoiseSuppression(false);
        wanted.setGainControl(false);
    }

    //! Joins an offline room, then replaces its transport by `room`.
    bool enter()
    {
        const auto where = ConnectionString::parse(QStringLiteral("offline:"));
        if (!where || !client.join(*where))
            return false;
        client.adapter().setTransport(&room);
        room.open();
        return client.session().state() == CommsSession::State::Joined;
    }
    //! Also waits until both devices run.
    bool enterAndRun() { return enter() && isRunning(); }
    bool isRunning()
    {
        return waitUntil(
            [this] {
                const AudioState &state = voice.pipeline().state();
                return state.microphone.kind == DeviceState::Kind::Running
                    && state.loudspeaker.kind == DeviceState::Kind::Running;
            },
            patience);
    }
    std::size_t frames() const { return room.sentOf<rfc4::Voice>().size(); }
    //! Waits until `more` frames have been sent.
    bool sends(std::size_t more)
    {
        const std::size_t until = frames() + more;
        return waitUntil([&] { return frames() >= until; }, patience);
    }
    //! After a release, waits until the last frames were sent and played.
    bool stopsTalking()
    {
        restAfterTap();
        return waitUntil([this] { return !voice.isTalking(); }, patience) && listenOn(*machine);
    }
    //! Makes the next press no second tap, which would latch.
    void restAfterTap() { keyTime.advance(TalkKey::betweenTaps + std::chrono::milliseconds(1)); }
    //! Records packets of a tone, 20 ms each; leaves the key released.
    QList<QByteArray> record(std::size_t packets)
    {
        takeAllProcessingOff(*voice.settings());
        QList<QByteArray> recorded;
        voice.press();
        if (!sends(packets))
            return {};
        voice.release();
        if (!stopsTalking())
            return {};
        for (const rfc4::Voice &frame : room.sentOf<rfc4::Voice>())
            recorded.append(frame.samples);
        room.sent.clear();
        return recorded;
    }
    //! Plays the packets as a peer beside me.
    void hear(const Address &who, const QList<QByteArray> &packets)
    {
        emit room.peerJoined(who);
        room.hear(who, rfc4::positionOf({{1, 0, 1}, 0, {}}, ++m_index));
        for (const QByteArray &packet : packets)
            room.hear(who, rfc4::Voice{packet, ++m_index});
    }

    FakeMachinePtr machine = std::make_shared<FakeMachine>();
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("islet.ini")), QSettings::IniFormat};
    Identity identity = Identity::create(PrivateKey::generate());
    BlockableRoom room; // outlives the client
    Client client{allProtocols(), identity, {}};
    ForwardClock keyTime;
    VoiceController voice{client.adapter(),   client.session(),
                          client.directory(), client.reporter(),
                          settings,           [fake = machine] { return std::make_unique<FakeSoundSystem>(fake); },
                          keyTime.clock()};

private:
    std::uint32_t m_index = 0;
};

} // namespace islet::test
