// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include <QtGlobal>

#if defined(ISLET_HAS_DBUS)
#include "app/platform/portalappearance.h"
#elif defined(Q_OS_WIN)
#include "app/platform/windowsappearance.h"
#elif defined(Q_OS_MACOS)
#include "app/platform/macosappearance.h"
#else
#include "app/platform/paletteappearance.h"
#endif

namespace islet {

std::unique_ptr<DesktopAppearance> makeDesktopAppearance()
{
#if defined(ISLET_HAS_DBUS)
    return std::make_unique<PortalAppearance>();
#elif defined(Q_OS_WIN)
    return std::make_unique<WindowsAppearance>();
#elif defined(Q_OS_MACOS)
    return std::make_unique<MacosAppearance>();
#else
    return std::make_unique<PaletteAppearance>(); // high contrast and reduced motion are set by hand
#endif
}

} // namespace islet
