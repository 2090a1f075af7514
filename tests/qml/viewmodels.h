// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/roomserver.h"
#include "tests/app/voice/voicefixture.h"
#include "tests/app/window/programfixture.h"
#include "tests/support/fakeroom.h"
#include "tests/support/httpserver.h"

namespace islet::test {

//! The window's models, at a time that only the test advances.
struct ViewModels : ProgramFixture {
    ViewModels();
    ~ViewModels() { machine->release(); } // before VoiceController joins its thread
    Q_DISABLE_COPY_MOVE(ViewModels)

    FakeMachinePtr machine = std::make_shared<FakeMachine>();
    FakeClock time;
    QDateTime now{QDate(2025, 8, 5), QTime(12, 0)};
    FakePeers peers; // outlive the client
    Client client{allProtocols(),
                  activeIdentity.identity(),
                  {.retry = CommsSession::Retry::WhenLost, .network = {.clock = time.clock()}}};
    RoomModels room;

private:
    RoomModels::Dependencies dependencies();
};

} // namespace islet::test
