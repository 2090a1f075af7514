// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QStringList>

//! The rules of the house (README, "The house"), as functions of files. Each gives one line for each fault, with path
//! and line number; no line means that the rule is kept.
namespace islet::architecture {

struct SourceFile {
    QString path; //!< from the root of the repository, with slashes
    QString content;
};

//! All text files of the repository; what git ignores is left out.
QList<SourceFile> readTree(const QString &root);

//! Rule 1: what can be replaced by editing one .cpp is seen in no public header, and nowhere in app/.
QStringList exposedLibraries(const QList<SourceFile> &files);
//! A header marked as private to its folder is included from there alone, and by no public header.
QStringList borrowedPrivateHeaders(const QList<SourceFile> &files);
//! Rule 2: folders know only those below them.
QStringList forbiddenNeighbours(const QList<SourceFile> &files);
//! Rule 2: nothing in src/ nor in app/ctl/, nor what isletctl shares with the window, knows that there is a window.
QStringList windowsBelow(const QList<SourceFile> &files);
//! Rule 3: small views, no scripts.
QStringList heavyViews(const QList<SourceFile> &files);
//! Rule 4: no singleton but the Theme, no context property, no property of qApp.
QStringList hiddenGlobals(const QList<SourceFile> &files);
//! Rule 5: no long files.
QStringList longFiles(const QList<SourceFile> &files);
//! Every source file says whose it is.
QStringList missingLicences(const QList<SourceFile> &files);
//! Nothing needs what lies outside the repository.
QStringList outsidePaths(const QList<SourceFile> &files);

} // namespace islet::architecture
