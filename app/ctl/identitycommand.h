// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/ctl/commandline.h"
#include "identity/activeidentity.h"
#include "identity/filestore.h"
#include "identity/keychainstore.h"

#include <QSettings>

namespace islet::ctl {

//! The identities of this user: those of the window too.
struct Identities {
    QSettings settings{QStringLiteral("Islet"), QStringLiteral("Islet")};
    KeychainStore keychain;
    FileStore files{FileStore::usualFolder()};
    IdentityVault vault{settings, keychain, files};
};

//! Waits until `keeper` is this one of its vault.
Expected<void> takeIdentity(ActiveIdentity &keeper, const QString &name);

//! exitRefused when it is the keychain's doing; exitUsage otherwise.
int exitStatusOf(ErrorCode code);

//! `isletctl identity`. Says addresses, never secrets.
class IdentityCommand {
public:
    struct Answer {
        int status; //!< one of the exit statuses
        QString text; //!< for standard output; of a failure, one sentence for standard error
    };

    //! `vault` must outlive the command.
    IdentityCommand(IdentityOptions options, IdentityVault &vault);

    //! Waits for the keychain.
    Answer run();

private:
    Expected<QString> list() const;
    Expected<QString> make();
    Expected<QString> import();
    Expected<QString> exportIt();
    Expected<QString> remove();
    Expected<QString> use();
    Expected<QString> obey();
    QString described(const IdentityEntry &entry) const;

    IdentityOptions m_options;
    IdentityVault &m_vault;
};

} // namespace islet::ctl
