// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/backup.h"

#include "base/quoted.h"
#include "base/sentence.h"

#include <QFile>

namespace islet {

Expected<void> writeBackup(const QString &path, const Secret &secret)
{
    QFile file(path);
    // Creates the file for its owner only, atomically, and fails if it exists.
    if (path.isEmpty() || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
        return failure(
            ErrorCode::FileUnwritable,
            Sentence::tr("Couldn't create the backup %1: %2. Choose a file name that doesn't exist yet.")
                .arg(quotedWithoutKeys(path), path.isEmpty() ? Sentence::tr("it has no name") : file.errorString()));
    }
    const bool endsLine = secret.bytes().endsWith('\n');
    if (file.write(secret.bytes()) != secret.bytes().size() || (!endsLine && file.write("\n") != 1) || !file.flush()) {
        const QString why = file.errorString();
        file.remove();
        return failure(ErrorCode::FileUnwritable,
                       Sentence::tr("Couldn't write the backup %1: %2.").arg(quotedWithoutKeys(path), why));
    }
    return {};
}

} // namespace islet
