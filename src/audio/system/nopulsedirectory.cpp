// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// For systems without PulseAudio, in place of pulsedirectory.cpp.
#include "audio/system/pulsedirectory.h"

namespace islet {

std::unique_ptr<PulseDirectory> PulseDirectory::ofThisSystem()
{
    return nullptr;
}

PulseDirectory::~PulseDirectory() { } // there is nothing to disconnect from

std::optional<PulseDirectory::View> PulseDirectory::look()
{
    return std::nullopt;
}

} // namespace islet
