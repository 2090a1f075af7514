// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/protocols.h"
#include "app/window/appmodels.h"
#include "app/window/roommodels.h"
#include "identity/filestore.h"
#include "identity/identity.h"

#include <QTemporaryDir>

namespace islet::test {

//! What a program has before anyone is in a room, in a folder of its own.
struct ProgramFixture {
    explicit ProgramFixture(Identity identity)
        : activeIdentity(vault, std::move(identity))
    { }

    //! For RoomModels of `client`, which acts as `active`.
    RoomModels::Dependencies dependenciesOf(Client &client, const ActiveIdentity &active,
                                            AudioPipeline::MakeSoundSystem sound)
    {
        return {.client = client,
                .identity = active,
                .settings = settings,
                .places = app.places(),
                .notifications = *app.notifications(),
                .language = language,
                .embedded = [] { return ConnectionString::parse(QStringLiteral("offline:embedded")); },
                .sound = std::move(sound)};
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("islet.ini")), QSettings::IniFormat};
    FileStore noKeychain{folder.filePath(QStringLiteral("keychain"))};
    FileStore files{folder.filePath(QStringLiteral("identities"))};
    IdentityVault vault{settings, noKeychain, files};
    ActiveIdentity activeIdentity;
    Language language;
    AppModels app{{settings, language, vault, activeIdentity, allProtocols(), folder.path()}};
};

} // namespace islet::test
