// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/me/avatarcontroller.h"
#include "app/people/emotefeed.h"
#include "app/people/ignoredpeople.h"
#include "app/people/peeraudiosettings.h"
#include "comms/peerdirectory.h"
#include "comms/profileexchange.h"

#include <QAbstractListModel>
#include <QColor>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace islet {

//! The people of the room, in the order they joined. Measures distances and silences four times a second and emits
//! dataChanged only for rows whose displayed values change.
class PeersModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    //! A peer that sends nothing for this long is shown as silent.
    static constexpr std::chrono::seconds silenceThreshold{5};
    //! How long a person still counts as talking for sorting, so that breaths do not reorder the list.
    static constexpr std::chrono::seconds talkingHold{5};

    enum Role {
        AddressRole = Qt::UserRole + 1, //!< short, for display
        NameRole, //!< self-declared, or empty; never shown without the address
        FullAddressRole,
        ColorRole,
        InkRole, //!< black or white, for the initials
        InitialsRole,
        DistanceRole, //!< metres; infinity before the first position
        DistanceTextRole, //!< empty before the first position
        TalkingRole,
        MutedRole, //!< by me
        IgnoredRole, //!< by me
        StaleTextRole, //!< "12 s" since the last packet, from silenceThreshold on; or empty
        HasProfileRole,
        BotRole, //!< declares itself a bot
        EmoteTextRole, //!< "waves" while the emote is shown; or empty
        BadgesRole, //!< all of these but talking, as text; or empty
        SummaryRole, //!< distance and all badges, for screen readers
    };

    //! The data sources; all must outlive this object.
    struct Sources {
        const PeerDirectory &directory;
        const AvatarController &me;
        const PeerAudioSettings &voices;
        const ProfileExchange &profiles;
        const IgnoredPeople &ignored;
        const EmoteFeed &emotes;
        Clock clock = monotonicNow; //!< the same as the directory's
    };
    //! What sorting needs to know about a person.
    struct Person {
        Address address;
        std::optional<float> distance; //!< metres
        std::optional<std::chrono::microseconds> lastTalked;
        int shownDistance = -1; //!< whole metres, or -1
        int silentSeconds = 0; //!< 0 below silenceThreshold
    };

    explicit PeersModel(Sources sources, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return static_cast<int>(m_rows.size()); }
    //! Announces all texts again: the language has changed.
    void retranslate();

    const Person &at(int row) const { return m_rows[row]; }
    //! -1 if the person is not in the room.
    int rowOf(const Address &person) const;
    QString nameOf(const Address &person) const;
    bool hasTalkedRecently(const Person &person) const;
    //! All badges of a person as text, including talking.
    QStringList badgesOf(const Person &person) const;

    //! Updates all distances and silences. Called by a timer.
    void measure();

signals:
    void countChanged();

private:
    void connectSources();
    void add(const Address &address);
    void remove(const Address &address);
    void notify(const Address &address, const QList<int> &roles);
    void onTalking(const QSet<Address> &people);
    //! Returns whether a displayed value has changed.
    bool measure(Person &person, std::chrono::microseconds now) const;
    QString summaryOf(const Person &person) const;
    QStringList badgesExceptTalking(const Person &person) const;
    const Profile *profileOf(const Address &person) const { return m_sources.profiles.find(person); }
    std::optional<float> distanceTo(const Address &address) const;

    Sources m_sources;
    QList<Person> m_rows;
    QTimer m_timer;
};

} // namespace islet
