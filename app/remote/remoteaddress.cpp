// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/remote/remoteaddress.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace islet {

QString remoteAddress()
{
#ifdef Q_OS_WIN
    return u"islet-remote-"_s + qEnvironmentVariable("USERNAME");
#else
    // Qt makes it, and refuses one that others may enter.
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return folder.isEmpty() ? QString() : QDir(folder).filePath(u"islet-remote"_s);
#endif
}

} // namespace islet
