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

//! The two devices that are in use, and the care that they need: looks every second which there are, opens the right
//! ones, and opens them anew when they fail.
class AudioDevices : public QObject {
    Q_OBJECT

public:
    //! What may take long.
    enum class Call { Listing, Microphone, Loudspeaker };

    AudioDevices(LoudspeakerFeed::Render render, const AudioSettings &settings, QObject *parent = nullptr);
    ~AudioDevices() override;

    void begin(std::unique_ptr<SoundSystem> system) { m_system = std::move(system); }
    //! Closes everything for good.
    void end();
    void setOn(bool on);
    void useMicrophone(const QByteArray &id);
    void useLoudspeaker(const QByteArray &id);

    MicrophoneFeed &microphone() { return m_microphone; }
    LoudspeakerFeed &loudspeaker() { return m_loudspeaker; }

    //! Does what is due. Often, not only every second.
    void look(std::chrono::microseconds now);
    //! Qt's streams process events when they are destroyed; whoever is called in the middle of that has to wait.
    bool isBusy() const { return m_isBusy; }
    AudioState state(std::chrono::microseconds now);

signals:
    //! About to do what may never come back; `name` is the device's.
    void calling(islet::AudioDevices::Call call, const QByteArray &id, const QString &name);
    void cameBack();
    void listed(const QList<islet::SoundDevice> &microphones, const QList<islet::SoundDevice> &loudspeakers);
    //! state() may be another.
    void moved();

private:
    void letGoOfLost(std::chrono::microseconds now);
    void care(std::chrono::microseconds now);
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
    std::chrono::microseconds m_nextCare{0};
    bool m_isBusy = false;
    bool m_hasListed = false;
};

} // namespace islet
