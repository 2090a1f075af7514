// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/people/people.h"
#include "tests/support/fakeroom.h"

#include <QTemporaryDir>

namespace islet::test {

//! The window's models of the other people, in a room on a fake transport, with a clock that the test advances.
struct PeopleFixture {
    PeopleFixture() = default;
    //! Uses the settings file of an earlier fixture.
    explicit PeopleFixture(const QString &file)
        : settings(file, QSettings::IniFormat)
    { }

    void advance(std::chrono::microseconds time)
    {
        room.wait(time);
        all.emotes()->tick();
        all.peers()->measure();
        all.order()->renew();
    }
    //! A person's data in the list.
    QVariant shown(const Address &who, int role) { return all.peers()->index(all.peers()->rowOf(who)).data(role); }

    FakeRoom room;
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("islet.ini")), QSettings::IniFormat};
    PeerAudioSettings voices{settings};
    Address me = room.client.address();
    People all{{room.adapter, room.directory, room.avatar, voices, room.client.profiles(), room.client.pinger(),
                room.time.clock()},
               me,
               settings};
};

} // namespace islet::test
