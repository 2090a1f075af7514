// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/secretstore.h"

namespace islet {

//! Secrets in a folder of their owner's, a file each, that nobody else may read.
//!
//! On Unix the folder has mode 0700 and a file 0600 before the secret is in it; a file that others may read, or a
//! folder where others may write, is refused. On Windows Qt neither reads nor writes access lists: there the folder is
//! as private as the profile of the user that it lies in, and nothing is checked.
class FileStore final : public SecretStore {
public:
    //! Made at the first write.
    explicit FileStore(QString folder);
    //! The same for the window and the terminal, in the user's own data.
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
