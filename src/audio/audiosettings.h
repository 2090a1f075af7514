// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/activation.h"
#include "audio/processing.h"
#include "audio/sound.h"
#include "audio/spatialgain.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

namespace islet {

//! All settings of the AudioEngine, so that its successor starts in the same state if its thread is abandoned.
struct AudioSettings {
    bool isOn = false;
    QByteArray microphone; //!< empty: the system's default
    QByteArray loudspeaker;
    QSet<QByteArray> hungMicrophones; //!< not opened again before they have been unplugged
    QSet<QByteArray> hungLoudspeakers;
    Processing processing;
    Activation activation;
    bool isTalking = false;
    bool isMuted = false;
    bool isDeafened = false;
    QHash<SpeakerId, SpatialGain> places;
    std::uint32_t nextIndex = 0;
};

} // namespace islet
