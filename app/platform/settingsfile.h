// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/wallclock.h"

#include <QCoreApplication>
#include <QSettings>

#include <memory>

class QTemporaryDir;

namespace islet {

//! The settings; they open whatever the state of their file.
//!
//! A broken file is renamed and left beside the new one, and all settings start from their defaults. If that fails too,
//! settings last until the program ends.
class SettingsFile {
    Q_DECLARE_TR_FUNCTIONS(SettingsFile)

public:
    //! The platform's default path; empty where settings are not in a file of ours (Windows registry, macOS defaults).
    static QString usualPath();
    static QDateTime now() { return QDateTime::currentDateTimeUtc(); }

    //! `path`: see usualPath().
    explicit SettingsFile(const QString &path, const WallClock &now = &SettingsFile::now);
    ~SettingsFile();
    SettingsFile(const SettingsFile &) = delete;
    SettingsFile &operator=(const SettingsFile &) = delete;

    QSettings &settings() { return *m_settings; }
    //! One sentence that says what was wrong with the file and where it is now; empty if nothing was.
    const QString &problem() const { return m_problem; }

private:
    void open(const QString &path, const WallClock &now);
    void openTemporary(const QString &problem);

    std::unique_ptr<QTemporaryDir> m_temporaryFolder;
    std::unique_ptr<QSettings> m_settings;
    QString m_problem;
};

} // namespace islet
