// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/people/peerdelays.h"
#include "app/people/peoplekeys.h"

namespace islet {

//! Everything the window knows about the other people in the room, and my settings for them.
class People : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(islet::PeersModel *peers READ peers CONSTANT)
    Q_PROPERTY(islet::PeopleOrder *order READ order CONSTANT)
    Q_PROPERTY(islet::PeopleKeys *keys READ keys CONSTANT)
    Q_PROPERTY(islet::EmoteFeed *emotes READ emotes CONSTANT)
    Q_PROPERTY(islet::IgnoredPeople *ignored READ ignored CONSTANT)

public:
    //! The data sources; all must outlive this object.
    struct PeopleDependencies {
        CommsAdapter &adapter;
        const PeerDirectory &directory;
        const AvatarController &me;
        PeerAudioSettings &voices;
        const ProfileExchange &profiles;
        Pinger &pinger;
        Clock clock = monotonicNow; //!< the same as the directory's
    };

    //! `me` is the identity whose settings apply. `settings` must outlive this object.
    People(PeopleDependencies dependencies, const Address &me, QSettings &settings, QObject *parent = nullptr);

    void setMe(const Address &me) { m_ignored.setMe(me); }
    //! Announces all texts again: the language has changed.
    void retranslate();

    const PeopleDependencies &dependencies() const { return m_dependencies; }
    PeersModel *peers() { return &m_peers; }
    PeopleOrder *order() { return &m_order; }
    PeopleKeys *keys() { return &m_keys; }
    EmoteFeed *emotes() { return &m_emotes; }
    IgnoredPeople *ignored() { return &m_ignored; }
    PeerDelays &delays() { return m_delays; }
    //! Whether the person with this address is in the room.
    Q_INVOKABLE bool isHere(const QString &address) const;

signals:
    //! See PeopleOrder::reordered().
    void reordered();

private:
    void applyIgnored(const Address &person);

    PeopleDependencies m_dependencies;
    IgnoredPeople m_ignored;
    EmoteFeed m_emotes;
    PeerDelays m_delays;
    PeersModel m_peers;
    PeopleOrder m_order;
    PeopleKeys m_keys;
};

} // namespace islet
