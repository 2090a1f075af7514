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

//! All that an AudioEngine was told: what the next one has to be told when a thread had to be given up.
struct AudioSettings {
    bool isOn = false;
    QByteArray microphone; //!< empty: the system's default
    QByteArray loudspeaker;
    QSet<QByteArray> hungMicrophones; //!< not to be opened before they have been away
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
