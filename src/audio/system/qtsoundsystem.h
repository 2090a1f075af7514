// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/soundsystem.h"

namespace islet {

class PulseDirectory;
class PulseReconnect;

//! The system's devices through Qt Multimedia. All calls come from one thread, which has an event loop.
//!
//! Qt's PulseAudio client lives as long as the process and belongs to the thread that used it first: it reconnects only
//! there after the sound server was away. A QtSoundSystem in a later thread works until the server goes away.
class QtSoundSystem : public SoundSystem {
public:
    QtSoundSystem();
    ~QtSoundSystem() override;

    bool isReachable() override;
    QList<SoundDevice> microphones() override { return m_microphones; }
    QList<SoundDevice> loudspeakers() override { return m_loudspeakers; }
    std::unique_ptr<CaptureStream> openMicrophone(const QByteArray &id) override;
    std::unique_ptr<PlaybackStream> openLoudspeaker(const QByteArray &id, std::size_t capacity) override;

private:
    bool queryPulse();
    void queryQt();

    std::unique_ptr<PulseDirectory> m_pulse; // nullptr where Qt does not use PulseAudio
    std::unique_ptr<PulseReconnect> m_reconnect;
    QList<SoundDevice> m_microphones;
    QList<SoundDevice> m_loudspeakers;
    bool m_isQtTried = false;
};

} // namespace islet
