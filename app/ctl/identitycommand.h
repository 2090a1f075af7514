// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/ctl/commandline.h"
#include "identity/activeidentity.h"
#include "identity/filestore.h"
#include "identity/keychainstore.h"

#include <QSettings>

namespace islet::ctl {

//! This user's identities, shared with the window.
struct Identities {
    QSettings settings{QStringLiteral("Islet"), QStringLiteral("Islet")};
    KeychainStore keychain;
    FileStore files{FileStore::usualFolder()};
    IdentityVault vault{settings, keychain, files};
};

//! Waits until `active` has switched to the identity called `name` in its vault.
Expected<void> useIdentity(ActiveIdentity &active, const QString &name);

//! Returns exitRefused for keychain errors, exitUsage otherwise.
int exitStatusOf(ErrorCode code);

//! `isletctl identity`. Prints addresses, never secrets.
class IdentityCommand {
public:
    struct Answer {
        int status; //!< one of the exit statuses
        QString text; //!< for standard output, or one sentence for standard error on failure
    };

    //! `vault` must outlive the command.
    IdentityCommand(IdentityOptions options, IdentityVault &vault);

    //! Waits for the keychain.
    Answer run();

private:
    Expected<QString> list() const;
    Expected<QString> make();
    Expected<QString> import();
    Expected<QString> exportToFile();
    Expected<QString> remove();
    Expected<QString> use();
    Expected<QString> execute();
    QString described(const IdentityEntry &entry) const;

    IdentityOptions m_options;
    IdentityVault &m_vault;
};

} // namespace islet::ctl
