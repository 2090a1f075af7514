// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/platform/settingsfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr qint64 maxSize = 4 * 1024 * 1024; // bytes; all sections together are bounded far below
constexpr int maxAside = 100;

//! Whether the path holds something other than a settings file. Checked first, because QSettings accepts anything.
bool isBroken(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return info.isSymLink(); // a dangling link: nothing could be saved
    if (!info.isFile() || info.size() > maxSize)
        return true;
    QFile file(path);
    // Text contains no NUL bytes; a file cut off by a power failure often does.
    if (!file.open(QIODevice::ReadOnly) || file.readAll().contains('\0'))
        return true;
    file.close();
    const QSettings settings(path, QSettings::IniFormat);
    static_cast<void>(settings.allKeys()); // sections are parsed on first access
    return settings.status() != QSettings::NoError;
}

//! Returns the new name, or empty on failure.
QString moveAside(const QString &path, const QDateTime &now)
{
    const QString stamp = path + u".broken-"_s + now.toString(u"yyyyMMdd-HHmmss"_s);
    for (int n = 1; n <= maxAside; ++n) {
        const QString name = n == 1 ? stamp : stamp + u'-' + QString::number(n);
        const QFileInfo there(name);
        if (!there.exists() && !there.isSymLink())
            return QDir().rename(path, name) ? name : QString();
    }
    return {};
}

} // namespace

SettingsFile::SettingsFile(const QString &path, const WallClock &now)
{
    if (path.isEmpty())
        m_settings = std::make_unique<QSettings>(u"Islet"_s, u"Islet"_s);
    else
        open(path, now);
}

SettingsFile::~SettingsFile() = default;

QString SettingsFile::usualPath()
{
#if defined(Q_OS_WIN) || defined(Q_OS_DARWIN)
    return {};
#else
    // The same path as QSettings uses, which would read the file before it could be checked.
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/Islet/Islet.conf"_s;
#endif
}

void SettingsFile::open(const QString &path, const WallClock &now)
{
    const QFileInfo info(path);
    if (!QDir().mkpath(info.absolutePath()))
        return openTemporary(tr("Settings can't be saved: %1 isn't a writable folder.")
                                 .arg(QDir::toNativeSeparators(info.absolutePath())));
    if (isBroken(path)) {
        const QString aside = moveAside(path, now());
        if (aside.isEmpty())
            return openTemporary(
                tr("The settings file %1 can't be read. Changes won't be saved until you move or delete it.")
                    .arg(QDir::toNativeSeparators(path)));
        m_problem = tr("The settings couldn't be read and were reset. The old ones are in %1.")
                        .arg(QDir::toNativeSeparators(aside));
    }
    m_settings = std::make_unique<QSettings>(path, QSettings::IniFormat);
}

void SettingsFile::openTemporary(const QString &problem)
{
    m_problem = problem;
    m_temporaryFolder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_temporaryFolder->filePath(u"Islet.conf"_s), QSettings::IniFormat);
}

} // namespace islet
