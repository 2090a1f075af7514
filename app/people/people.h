// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/people/peerdelays.h"
#include "app/people/peoplekeys.h"

namespace islet {

//! All that the window knows of the others in the room, and what I wish of them.
class People : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(islet::PeersModel *everybody READ everybody CONSTANT)
    Q_PROPERTY(islet::PeopleOrder *order READ order CONSTANT)
    Q_PROPERTY(islet::PeopleKeys *keys READ keys CONSTANT)
    Q_PROPERTY(islet::EmoteFeed *emotes READ emotes CONSTANT)
    Q_PROPERTY(islet::IgnoredPeople *ignored READ ignored CONSTANT)

public:
    //! Where all of it comes from; all must outlive this.
    struct PeopleDependencies {
        CommsAdapter &adapter;
        const PeerDirectory &directory;
        const AvatarController &me;
        PeerAudioSettings &voices;
        const ProfileExchange &profiles;
        Pinger &pinger;
        Clock clock = monotonicNow; //!< the directory's own
    };

    //! `me` is whose wishes they are; `settings` must outlive this.
    People(PeopleDependencies room, const Address &me, QSettings &settings, QObject *parent = nullptr);

    void setMe(const Address &me) { m_ignored.setMe(me); }

    const PeopleDependencies &dependencies() const { return m_dependencies; }
    PeersModel *everybody() { return &m_everybody; }
    PeopleOrder *order() { return &m_order; }
    PeopleKeys *keys() { return &m_keys; }
    EmoteFeed *emotes() { return &m_emotes; }
    IgnoredPeople *ignored() { return &m_ignored; }
    PeerDelays &delays() { return m_delays; }
    //! Whether somebody of this address is in the room.
    Q_INVOKABLE bool isHere(const QString &address) const;

signals:
    //! As PeopleOrder has it.
    void reordered();

private:
    void silence(const Address &person);

    PeopleDependencies m_dependencies;
    IgnoredPeople m_ignored;
    EmoteFeed m_emotes;
    PeerDelays m_delays;
    PeersModel m_everybody;
    PeopleOrder m_order;
    PeopleKeys m_keys;
};

} // namespace islet
