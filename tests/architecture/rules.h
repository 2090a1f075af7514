// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QStringList>

//! The rules of the architecture (README, "Architecture") as functions of the files. Each returns one line for each
//! violation, with path and line number.
namespace islet::architecture {

struct SourceFile {
    QString path; //!< from the root of the repository, with slashes
    QString content;
};

struct Include {
    QString name;
    bool isQuoted;
    qsizetype line;
};
QList<Include> includesOf(const SourceFile &file);

//! All text files of the repository; what git ignores is left out.
QList<SourceFile> readTree(const QString &root);

//! Rule 1: what can be replaced by editing one .cpp is seen in no public header, and nowhere in app/.
QStringList exposedLibraries(const QList<SourceFile> &files);
//! A header marked as private to its folder is included from there alone, and by no public header.
QStringList borrowedPrivateHeaders(const QList<SourceFile> &files);
//! Rule 2: neither src/ nor what isletctl is made of includes Qt Gui, QML or Quick.
QStringList windowsBelow(const QList<SourceFile> &files);
//! Rule 3: small views, no scripts.
QStringList heavyViews(const QList<SourceFile> &files);
//! Rule 4: no singleton but the Theme, no context property, no property of qApp.
QStringList hiddenGlobals(const QList<SourceFile> &files);
//! Rule 5: at most 350 lines a file.
QStringList longFiles(const QList<SourceFile> &files);
//! At most 40 classes a folder; a header and its source count once.
QStringList crowdedFolders(const QList<SourceFile> &files);
//! Every source file says whose it is.
QStringList missingLicences(const QList<SourceFile> &files);
//! Nothing needs what lies outside the repository.
QStringList outsidePaths(const QList<SourceFile> &files);

} // namespace islet::architecture
