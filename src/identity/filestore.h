// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/secretstore.h"

namespace islet {

//! Stores each secret in its own file, in a folder that only the owner can read.
//!
//! On Unix the folder has mode 0700, and a file mode 0600 before the secret is written to it; a file that others can
//! read, or a folder that others can write to, is refused. On Windows Qt neither reads nor writes access control lists:
//! the folder is as private as the user profile that contains it, and nothing is checked.
class FileStore final : public SecretStore {
public:
    //! `folder` is created at the first write.
    explicit FileStore(QString folder);
    //! The default folder, in the user's data; shared by the window and the command line.
    static QString usualFolder();

    void probe(QObject *context, Done done) override;
    void read(const QString &key, QObject *context, Read done) override;
    void write(const QString &key, const Secret &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;

private:
    Expected<QString> pathOf(const QString &key) const;
    Expected<void> prepareFolder() const;
    Expected<Secret> readNow(const QString &key) const;
    Expected<void> writeNow(const QString &key, const Secret &secret) const;
    Expected<void> removeNow(const QString &key) const;

    QString m_folder;
};

} // namespace islet
