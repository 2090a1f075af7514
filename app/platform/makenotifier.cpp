// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#ifdef ISLET_HAS_DBUS
#include "app/platform/dbusnotifier.h"
#else
#include "app/platform/notifier.h"
#endif

namespace islet {

std::unique_ptr<Notifier> makeNotifier()
{
#ifdef ISLET_HAS_DBUS
    return std::make_unique<DBusNotifier>();
#else
    return nullptr; // the window requests attention in the task bar instead (untested on Windows and macOS)
#endif
}

} // namespace islet
