// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/chat/namecompletion.h"
#include "app/look/appearance.h"
#include "app/look/language.h"
#include "app/map/maptiles.h"
#include "app/me/myidentities.h"
#include "app/me/myprofile.h"
#include "app/platform/desktopnotifications.h"
#include "app/protocols.h"
#include "app/session/handshakelog.h"
#include "app/session/realmlist.h"
#include "app/session/roomconnection.h"
#include "app/window/soundcues.h"
#include "app/window/windowstate.h"
#include "identity/filestore.h"
#include "server/roomserver.h"
#include "tests/app/people/peoplefixture.h"
#include "tests/app/voice/voicefixture.h"
#include "tests/support/httpserver.h"

namespace islet::test {

//! The models, wired as in the window.
struct ViewModels {
    ViewModels();
    ~ViewModels() { machine->release(); } // before VoiceController joins its thread
    Q_DISABLE_COPY_MOVE(ViewModels)

    PeopleFixture others;
    FakeMachinePtr machine = std::make_shared<FakeMachine>();
    QSettings &settings = others.settings;
    CommsAdapter &adapter = others.room.adapter;
    const Clock clock = others.room.time.clock();
    QDateTime now{QDate(2025, 8, 5), QTime(12, 0)};

    FileStore noKeychain{others.folder.filePath(QStringLiteral("keychain"))};
    FileStore files{others.folder.filePath(QStringLiteral("identities"))};
    IdentityVault vault{settings, noKeychain, files};
    ActiveIdentity activeIdentity{vault, Identity::create(PrivateKey::generate())};
    MyIdentities identities{vault, activeIdentity};
    MyProfile profile{others.profiles, others.me, settings};

    TransportFactory factory{allProtocols(), activeIdentity.identity()};
    CommsSession session{factory, adapter, CommsSession::Retry::WhenLost};
    RecentPlaces places{settings, factory.protocols()};
    RoomConnection entry{session, factory, others.me, places,
                         [] { return ConnectionString::parse(QStringLiteral("offline:embedded")); }};
    HandshakeLog handshake{session, clock};
    RealmList realms{settings};

    ChatHistory history{settings};
    ChatModel chat{adapter, others.me, others.profiles, history, clock, [this] { return now; }};
    NameCompletion completion{others.room.directory, others.profiles};
    VoiceController voice{adapter, session, others.room.directory, others.room.reporter, settings, [fake = machine] {
                              return std::make_unique<FakeSoundSystem>(fake);
                          }};
    SoundCues cues{{adapter, others.room.directory, chat, voice, clock}, settings};
    DesktopNotifications notes{settings};
    MapTiles tiles{settings, others.folder.filePath(QStringLiteral("tiles"))};
    WindowState memory{settings};
    Appearance appearance{settings};
    Language language;
};

} // namespace islet::test
