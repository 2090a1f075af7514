// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/wallclock.h"

#include <QCoreApplication>
#include <QSettings>

#include <memory>

class QTemporaryDir;

namespace islet {

//! The settings, which open whatever became of their file.
//!
//! One that is no settings file any more is put aside under another name beside it, and all begins as usual. Where that
//! cannot be done either, the settings hold until the program ends.
class SettingsFile {
    Q_DECLARE_TR_FUNCTIONS(SettingsFile)

public:
    //! Where the platform keeps them; empty where it does so in no file of ours (the registry, the defaults of macOS).
    static QString usualPath();
    static QDateTime now() { return QDateTime::currentDateTimeUtc(); }

    //! `path`: see usualPath().
    explicit SettingsFile(const QString &path, const WallClock &now = &SettingsFile::now);
    ~SettingsFile();
    SettingsFile(const SettingsFile &) = delete;
    SettingsFile &operator=(const SettingsFile &) = delete;

    QSettings &settings() { return *m_settings; }
    //! One sentence: what was wrong with the file, and where it is now; empty when nothing was.
    const QString &problem() const { return m_problem; }

private:
    void open(const QString &path, const WallClock &now);
    void openForNow(const QString &problem);

    std::unique_ptr<QTemporaryDir> m_forNow;
    std::unique_ptr<QSettings> m_settings;
    QString m_problem;
};

} // namespace islet
