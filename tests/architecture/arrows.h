// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "rules.h"

//! Which folder may include which (README, "Architecture").
namespace islet::architecture {

//! One line for each include that no arrow allows, each folder of src/ or app/ that is not in the table, and each
//! include that hides its folder, by ".." or by omitting the folder.
QStringList forbiddenArrows(const QList<SourceFile> &files);

//! All folders of the table, including planned ones that do not exist yet.
QStringList plannedFolders();

//! Whether one folder may include another, directly or transitively.
bool mayInclude(const QString &folder, const QString &other);

} // namespace islet::architecture
