// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/audiosettings.h"
#include "audio/audiostate.h"
#include "audio/deviceslot.h"
#include "audio/loudspeakerfeed.h"
#include "audio/microphonefeed.h"

#include <QObject>

namespace islet {

//! Manages the microphone and loudspeaker in use: lists the devices every second, opens the right ones, and reopens
//! them when they fail.
class AudioDevices : public QObject {
    Q_OBJECT

public:
    //! Operations that may block.
    enum class Call { Listing, Microphone, Loudspeaker };

    AudioDevices(LoudspeakerFeed::Render render, const AudioSettings &settings, QObject *parent = nullptr);
    ~AudioDevices() override;

    void begin(std::unique_ptr<SoundSystem> system) { m_system = std::move(system); }
    //! Closes everything permanently.
    void end();
    void setOn(bool on);
    void useMicrophone(const QByteArray &id);
    void useLoudspeaker(const QByteArray &id);

    MicrophoneFeed &microphone() { return m_microphone; }
    LoudspeakerFeed &loudspeaker() { return m_loudspeaker; }

    //! Does what is due. Call it every few milliseconds, not just once a second.
    void update(std::chrono::microseconds now);
    //! Guards against re-entrancy: Qt's streams process events while they are destroyed.
    bool isBusy() const { return m_isBusy; }
    AudioState state(std::chrono::microseconds now);

signals:
    //! Emitted before an operation that may never return; `name` is the device's.
    void calling(islet::AudioDevices::Call call, const QByteArray &id, const QString &name);
    void returned();
    void listed(const QList<islet::SoundDevice> &microphones, const QList<islet::SoundDevice> &loudspeakers);
    //! state() may have changed.
    void stateChanged();

private:
    void closeLost(std::chrono::microseconds now);
    void maintain(std::chrono::microseconds now);
    bool list();
    void openMicrophone();
    void openLoudspeaker();

    std::unique_ptr<SoundSystem> m_system;
    MicrophoneFeed m_microphone;
    LoudspeakerFeed m_loudspeaker;
    DeviceSlot m_microphoneSlot;
    DeviceSlot m_loudspeakerSlot;
    QList<SoundDevice> m_microphones;
    QList<SoundDevice> m_loudspeakers;
    std::chrono::microseconds m_nextCheck{0};
    bool m_isBusy = false;
    bool m_hasListed = false;
};

} // namespace islet
