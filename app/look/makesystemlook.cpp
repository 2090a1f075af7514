// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#ifdef ISLET_HAS_DBUS
#include "look/portallook.h"
#else
#include "look/palettelook.h"
#endif

namespace islet {

std::unique_ptr<SystemLook> makeSystemLook()
{
#ifdef ISLET_HAS_DBUS
    return std::make_unique<PortalLook>();
#else
    // Windows and macOS give their palette to programs (untested); high contrast and reduced motion are chosen by hand.
    return std::make_unique<PaletteLook>();
#endif
}

} // namespace islet
