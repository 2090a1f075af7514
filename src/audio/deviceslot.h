// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/audiostate.h"
#include "audio/soundsystem.h"

#include <QSet>

#include <chrono>

namespace islet {

//! Decides which microphone or loudspeaker to use and when to try to open it. Has no access to streams.
class DeviceSlot {
public:
    enum class Action {
        Nothing,
        Close, //!< if one is open
        Open, //!< target(), replacing the open one
    };

    DeviceSlot(QByteArray wanted, QSet<QByteArray> hung);

    //! An empty id follows the system default.
    void select(const QByteArray &id);
    void setOn(bool on);
    //! The open device must be reopened.
    void requestReopen() { m_mustReopen = true; }

    //! `devices` as they are now; ignored while the server is unreachable.
    Action update(const QList<SoundDevice> &devices, bool isReachable, std::chrono::microseconds now);
    const SoundDevice &target() const { return m_target; }

    //! Outcome of Action::Open.
    void opened(std::chrono::microseconds now);
    void refused(std::chrono::microseconds now);
    //! The open stream ended by itself.
    void lost(std::chrono::microseconds now);
    //! The open stream moves samples; a silent microphone delivers zeros.
    void reportRunning(bool isSilent);

    //! No attempt is made before this.
    std::chrono::microseconds nextTry() const { return m_nextTry; }
    const DeviceState &state() const { return m_state; }

private:
    const SoundDevice *choose(const QList<SoundDevice> &devices) const;
    bool wasMovedAway(const QByteArray &oldDefault) const;
    Action close(DeviceState::Kind why);

    QByteArray m_wanted;
    QSet<QByteArray> m_hung;
    QByteArray m_default; // the system's, when last listed
    SoundDevice m_target;
    QByteArray m_open; // id; empty if nothing is open
    DeviceState m_state;
    std::chrono::microseconds m_nextTry{0};
    std::chrono::microseconds m_openedAt{0};
    int m_failures = 0; // in a row
    bool m_isOn = false;
    bool m_mustReopen = false;
};

} // namespace islet
