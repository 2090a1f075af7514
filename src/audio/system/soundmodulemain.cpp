// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Everything in the module that soundmodule.cpp loads.

#include "audio/system/qtsoundsystem.h"

extern "C" Q_DECL_EXPORT islet::SoundSystem *isletMakeSoundSystem()
{
    return std::make_unique<islet::QtSoundSystem>().release();
}
