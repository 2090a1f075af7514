// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/activation.h"
#include "audio/hearing.h"
#include "audio/processing.h"
#include "audio/soundsystem.h"
#include "audio/speakerstats.h"

#include <QObject>

#include <functional>

namespace islet {

class AudioEngine;

//! How a microphone or a loudspeaker does.
struct DeviceState {
    enum class Kind {
        Off, //!< not asked for
        Opening,
        Running,
        NoServer, //!< no sound server answers
        NoDevice, //!< there is none
        Refused, //!< it cannot be opened: taken, or not allowed
        Hung, //!< it never answered; it was given up
        Silent, //!< a microphone that gives nothing but zeros
    };
    Kind kind = Kind::Off;
    QString device; //!< name of what is or was used

    friend bool operator==(const DeviceState &, const DeviceState &) = default;
};

struct AudioState {
    DeviceState microphone;
    DeviceState loudspeaker;
    int loudspeakerBuffer = 0; //!< ms; grows when it ran dry
    std::uint64_t underruns = 0; //!< times that it ran dry

    friend bool operator==(const AudioState &, const AudioState &) = default;
};

//! Microphone to packets, packets to loudspeaker: the front of the audio thread, for the thread that made it.
//!
//! Nothing here blocks. Devices come and go by themselves: the one that was asked for is used while it is there, the
//! system's default otherwise.
class AudioPipeline : public QObject {
    Q_OBJECT

public:
    //! Called on the audio thread, again after a thread had to be given up.
    using MakeSoundSystem = std::function<std::unique_ptr<SoundSystem>()>;

    //! `firstIndex`: see firstVoiceIndex().
    AudioPipeline(MakeSoundSystem make, std::uint32_t firstIndex, QObject *parent = nullptr);
    ~AudioPipeline() override;

    //! Opens both devices, and keeps them open.
    void start();
    void stop();

    //! An empty id follows the system.
    void useMicrophone(const QByteArray &id);
    void useLoudspeaker(const QByteArray &id);
    void set(const Processing &processing);
    void set(const Activation &activation);
    void setTalking(bool talking);
    void setMuted(bool muted);
    void setDeafened(bool deafened);
    void playChime();

    void receive(SpeakerId speaker, std::uint32_t index, const QByteArray &packet);
    void place(SpeakerId speaker, const Hearing &hearing);
    void forget(SpeakerId speaker);
    void forgetEverybody();

    const AudioState &state() const { return m_state; }
    const QList<SoundDevice> &microphones() const { return m_microphones; }
    const QList<SoundDevice> &loudspeakers() const { return m_loudspeakers; }
    //! Of the last 20 ms after processing, dBFS, -100 when there is none.
    float microphoneLevel() const;

signals:
    //! One Opus packet of 20 ms, to be sent now or never.
    void frameEncoded(std::uint32_t index, const QByteArray &packet);
    //! The way out of the microphone opened or closed, by the key or by voice.
    void openChanged(bool open);
    void speakingMutedChanged(bool speaking);
    //! Who is heard; ten times a second while anybody is, and once when that ends.
    void heard(const QList<islet::SpeakerStats> &speakers);
    void stateChanged();
    void devicesChanged();
    //! A thread was given up with its hung device: this process should not end by the usual way (see hasAbandoned()).
    void abandoned();

public:
    //! Destructors of the sound server's client may wait for ever for a thread that never comes back.
    bool hasAbandoned() const { return m_hasAbandoned; }

private:
    MakeSoundSystem m_make;
    AudioState m_state;
    QList<SoundDevice> m_microphones;
    QList<SoundDevice> m_loudspeakers;
    bool m_hasAbandoned = false;
};

} // namespace islet
