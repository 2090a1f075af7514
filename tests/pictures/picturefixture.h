// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/roomserver.h"
#include "tests/support/fakeroom.h"
#include "tests/window/voicewindowfixture.h"

#include <QTcpServer>

#include <functional>

namespace islet::test {

//! The window, the same each time that it is made: who one is, who is there and where, and nothing moves by itself.
class PictureStage : public VoiceWindow {
public:
    PictureStage();

    //! Into the room, among so many people; those of the lowest numbers stand near and have names.
    bool enterAmong(int people);
    void introduce(int who, const QString &name, const QString &description = {});
    void say(int who, const QString &text);
    //! Into a room of a real server, which is the stage's and may end.
    bool enterServer();
    //! On the way to a server that never answers, this far.
    void beJoining(HandshakeStep::Kind step);
    //! Clicks on `button` and waits for `item`.
    bool open(const QString &button, const QString &item);
    bool press(Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &item);
    bool sees(const QString &item);
    bool says(const QString &item, const QString &words);

    //! The window as it is now. People who stand still say so first, as they do once a second.
    QImage picture();

    std::unique_ptr<RoomServer> server;

private:
    static Vec3 placeOfPerson(int who);
    void refresh();

    QTcpServer m_deaf;
    std::function<void()> m_again; //!< what keeps the state as it is to be
    int m_people = 0;
    std::uint32_t m_index = 0;
    std::uint32_t m_version = 0;
};

//! What a window may come into; see docs/pictures.md.
struct PictureState {
    const char *name;
    bool (*enter)(PictureStage &stage); //!< false when it cannot
};

const std::vector<PictureState> &pictureStates();

} // namespace islet::test
