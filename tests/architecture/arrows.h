// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "rules.h"

//! Which folder may include which (README, "Architecture").
namespace islet::architecture {

//! One line for each include that no arrow allows, each folder of src/ or app/ that is not in the table, and each
//! include that hides its folder: by "..", or by leaving the folder out.
QStringList forbiddenArrows(const QList<SourceFile> &files);

//! The folders of the table, those included that are still to come.
QStringList plannedFolders();

//! Whether a folder may include another, by an arrow or by several in a row.
bool mayInclude(const QString &folder, const QString &other);

} // namespace islet::architecture
