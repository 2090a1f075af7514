// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/audiopipeline.h"

#include <QStringList>

namespace islet {

enum class DeviceUse { Microphone, Loudspeaker };

//! What is wrong with a device and what to do about it, in a sentence; empty when nothing is.
QString problemOf(const DeviceState &state, DeviceUse use);
//! For a list to choose from; the first is the system's own choice, by name.
QStringList namesOf(const QList<SoundDevice> &devices);

} // namespace islet
