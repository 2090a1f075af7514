// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Replaces pulsedirectory.cpp on systems without PulseAudio.
#include "audio/system/pulsedirectory.h"

namespace islet {

std::unique_ptr<PulseDirectory> PulseDirectory::ofThisSystem()
{
    return nullptr;
}

PulseDirectory::~PulseDirectory() { } // nothing to disconnect

std::optional<PulseDirectory::View> PulseDirectory::query()
{
    return std::nullopt;
}

} // namespace islet
