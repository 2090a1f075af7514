// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"
#include "identity/secret.h"

// Private to this folder.
namespace islet {

//! Writes a secret into a new file that only its owner may read. Fails with FileUnwritable when the file exists or
//! cannot be written; nothing is left behind then.
Expected<void> writeBackup(const QString &path, const Secret &secret);

} // namespace islet
