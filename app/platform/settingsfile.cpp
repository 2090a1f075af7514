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

constexpr qint64 largest = 4 * 1024 * 1024; // bytes; all our sections together have bounds far below
constexpr int mostAside = 100;

//! Whether something is there that is no settings file: it is looked at before QSettings, which reads whatever it is.
bool isBroken(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return info.isSymLink(); // to nowhere: nothing could be kept
    if (!info.isFile() || info.size() > largest)
        return true;
    QFile file(path);
    // Text has no zeros; a file that was not written to its end when the power went has many.
    if (!file.open(QIODevice::ReadOnly) || file.readAll().contains('\0'))
        return true;
    file.close();
    const QSettings settings(path, QSettings::IniFormat);
    static_cast<void>(settings.allKeys()); // sections are not read before somebody asks
    return settings.status() != QSettings::NoError;
}

//! Gives the new name; empty when it could not be had.
QString putAside(const QString &path, const QDateTime &now)
{
    const QString stamp = path + u".broken-"_s + now.toString(u"yyyyMMdd-HHmmss"_s);
    for (int n = 1; n <= mostAside; ++n) {
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
    // As QSettings has it, which reads whatever is there as soon as it is asked.
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/Islet/Islet.conf"_s;
#endif
}

void SettingsFile::open(const QString &path, const WallClock &now)
{
    const QFileInfo info(path);
    if (!QDir().mkpath(info.absolutePath()))
        return openForNow(tr("Settings cannot be kept: %1 is no folder that can be written to.")
                              .arg(QDir::toNativeSeparators(info.absolutePath())));
    if (isBroken(path)) {
        const QString aside = putAside(path, now());
        if (aside.isEmpty())
            return openForNow(tr("The settings in %1 cannot be read, and none are kept until that file is gone.")
                                  .arg(QDir::toNativeSeparators(path)));
        m_problem = tr("The settings could not be read and begin anew; the old ones are in %1.")
                        .arg(QDir::toNativeSeparators(aside));
    }
    m_settings = std::make_unique<QSettings>(path, QSettings::IniFormat);
}

void SettingsFile::openForNow(const QString &problem)
{
    m_problem = problem;
    m_forNow = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_forNow->filePath(u"Islet.conf"_s), QSettings::IniFormat);
}

} // namespace islet
