// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/audiostate.h"
#include "audio/soundsystem.h"

#include <QSet>

#include <chrono>

namespace islet {

//! Which microphone, or which loudspeaker, is to be used, and when it is worth a try. Knows no stream.
class DeviceSlot {
public:
    enum class Act {
        Nothing,
        Close, //!< if one is open
        Open, //!< target(), in place of what is open
    };

    DeviceSlot(QByteArray wanted, QSet<QByteArray> hung);

    //! An empty id follows the system.
    void want(const QByteArray &id);
    void setOn(bool on);
    //! What is open must be opened anew.
    void demandReopening() { m_mustReopen = true; }

    //! The devices as they are now; they mean nothing while no server is reachable.
    Act look(const QList<SoundDevice> &devices, bool isReachable, std::chrono::microseconds now);
    const SoundDevice &target() const { return m_target; }

    //! What became of an Act::Open.
    void opened(std::chrono::microseconds now);
    void refused(std::chrono::microseconds now);
    //! What was open came to its end by itself.
    void lost(std::chrono::microseconds now);
    //! What is open does something; a silent microphone gives zeros.
    void moves(bool isSilent);

    //! Not before this.
    std::chrono::microseconds nextTry() const { return m_nextTry; }
    const DeviceState &state() const { return m_state; }

private:
    const SoundDevice *choose(const QList<SoundDevice> &devices) const;
    bool wasMovedAway(const QByteArray &oldDefault) const;
    Act close(DeviceState::Kind why);

    QByteArray m_wanted;
    QSet<QByteArray> m_hung;
    QByteArray m_default; // the system's, when last seen
    SoundDevice m_target;
    QByteArray m_open; // id; empty when nothing is open
    DeviceState m_state;
    std::chrono::microseconds m_nextTry{0};
    std::chrono::microseconds m_openedAt{0};
    int m_failures = 0; // in a row
    bool m_isOn = false;
    bool m_mustReopen = false;
};

} // namespace islet
