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

//! All text files of the repository except those that git ignores.
QList<SourceFile> readTree(const QString &root);

//! Rule 1: a library that can be replaced by editing one .cpp appears in no public header and nowhere in app/.
QStringList exposedLibraries(const QList<SourceFile> &files);
//! A header marked as private to its folder is included only from that folder, and by no public header.
QStringList borrowedPrivateHeaders(const QList<SourceFile> &files);
//! Rule 2: neither src/ nor the sources of isletctl include Qt Gui, QML or Quick.
QStringList guiBelowWindow(const QList<SourceFile> &files);
//! Rule 3: a view has at most 200 lines; no script files.
QStringList oversizedViews(const QList<SourceFile> &files);
//! Rule 4: no singleton except Theme, no context property, no qApp property.
QStringList hiddenGlobals(const QList<SourceFile> &files);
//! Rule 5: at most 350 lines per C++ file.
QStringList longFiles(const QList<SourceFile> &files);
//! At most 40 classes per folder; a header and its source count once.
QStringList crowdedFolders(const QList<SourceFile> &files);
//! Every source file begins with the SPDX lines.
QStringList missingLicences(const QList<SourceFile> &files);
//! No file names a path outside the repository.
QStringList externalPaths(const QList<SourceFile> &files);

} // namespace islet::architecture
