// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QProcessEnvironment>

namespace islet::test {

//! Gives a program its own settings and identities below `home`, and no keychain, so that it cannot touch the user's.
inline void giveOwnHome(QProcessEnvironment &environment, const QString &home)
{
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home);
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home + QStringLiteral("/data"));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                       QStringLiteral("unix:path=") + home + QStringLiteral("/no-bus"));
}

} // namespace islet::test
