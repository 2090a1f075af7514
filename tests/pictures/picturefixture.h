// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/roomserver.h"
#include "tests/support/fakeroom.h"
#include "tests/window/voicewindowfixture.h"

#include <QTcpServer>

#include <functional>

namespace islet::test {

//! A reproducible window: a fixed identity, fixed peers and positions, no animations.
class PictureStage : public VoiceWindow {
public:
    PictureStage();

    //! Joins the room with so many peers; those with the lowest numbers are nearest and have names.
    bool enterWithPeers(int people);
    void introduce(int who, const QString &name, const QString &description = {});
    void say(int who, const QString &text);
    //! Joins a room of a real server, `server`, which may be reset.
    bool enterServer();
    //! Joins a server that never answers and stays at this handshake step.
    void stopJoiningAt(StepCode step);
    //! Clicks `button` and waits until `item` is seen.
    bool open(const QString &button, const QString &item);
    bool press(Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &item);
    bool waitUntilSeen(const QString &item);
    bool waitUntilText(const QString &item, const QString &part);

    //! The window as it is now. Repeats the peers' positions first, as peers do once a second.
    QImage picture();

    std::unique_ptr<RoomServer> server;

private:
    static Vec3 peerPosition(int who);
    void refresh();

    QTcpServer m_silentServer;
    std::function<void()> m_reapply; //!< keeps the window in its state
    int m_people = 0;
    std::uint32_t m_index = 0;
    std::uint32_t m_version = 0;
};

//! A state of the window; see docs/pictures.md.
struct PictureState {
    const char *name;
    bool (*enter)(PictureStage &stage); //!< false if the state cannot be reached
};

const std::vector<PictureState> &pictureStates();

} // namespace islet::test
