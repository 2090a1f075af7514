// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/peoplehouse.h"
#include "app/voicehouse.h"
#include "chat/namecompletion.h"
#include "cues.h"
#include "handshakelog.h"
#include "identity/filestore.h"
#include "look/appearance.h"
#include "look/language.h"
#include "map/maptiles.h"
#include "myidentities.h"
#include "myprofile.h"
#include "protocols.h"
#include "realmlist.h"
#include "roomentry.h"
#include "server/roomserver.h"
#include "shell/desktopnotes.h"
#include "shell/windowmemory.h"
#include "support/httpserver.h"

namespace islet::test {

//! The models, wired as the window has them.
struct HouseModels {
    HouseModels();
    ~HouseModels() { machine->letGo(); } // before the voice waits for its thread
    Q_DISABLE_COPY_MOVE(HouseModels)

    PeopleHouse others;
    FakeMachinePtr machine = std::make_shared<FakeMachine>();
    QSettings &settings = others.settings;
    CommsAdapter &adapter = others.room.adapter;
    const Clock clock = others.room.time.clock();
    QDateTime now{QDate(2025, 8, 5), QTime(12, 0)};

    FileStore noKeychain{others.folder.filePath(QStringLiteral("keychain"))};
    FileStore files{others.folder.filePath(QStringLiteral("identities"))};
    IdentityVault vault{settings, noKeychain, files};
    IdentityKeeper keeper{vault, Identity::create(PrivateKey::generate())};
    MyIdentities identities{vault, keeper};
    MyProfile profile{others.profiles, others.me, settings};

    TransportFactory factory{allProtocols(), keeper.identity()};
    CommsSession session{factory, adapter, CommsSession::Retry::WhenLost};
    Places places{settings};
    RoomEntry entry{session, factory, others.me, places,
                    [] { return ConnectionString::parse(QStringLiteral("offline:embedded")); }};
    HandshakeLog handshake{session, clock};
    RealmList realms{settings};

    ChatHistory history{settings};
    ChatModel chat{adapter, others.me, others.profiles, history, clock, [this] { return now; }};
    NameCompletion completion{others.room.directory, others.profiles};
    VoiceController voice{adapter, session, others.room.directory, others.room.reporter, settings, [fake = machine] {
                              return std::make_unique<FakeSoundSystem>(fake);
                          }};
    Cues cues{{adapter, others.room.directory, chat, voice, clock}, settings};
    DesktopNotes notes{settings};
    MapTiles tiles{settings, others.folder.filePath(QStringLiteral("tiles"))};
    WindowMemory memory{settings};
    Appearance appearance{settings};
    Language language;
};

} // namespace islet::test
