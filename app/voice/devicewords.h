// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/audiopipeline.h"

#include <QStringList>

namespace islet {

enum class DeviceUse { Microphone, Loudspeaker };

//! Says in one sentence what is wrong with a device and what to do about it; empty if nothing is.
QString problemOf(const DeviceState &state, DeviceUse use);
//! The names for a device list; the first entry is the system default, with its name.
QStringList namesOf(const QList<SoundDevice> &devices);

} // namespace islet
