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

//! The people of the room, in the order they came. Distances and silences are renewed four times a second; who is told
//! of is who looks different then.
class PeersModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    //! Who said nothing for so long is shown to be silent.
    static constexpr std::chrono::seconds silentFrom{5};
    //! Who spoke within it still counts as talking where one sorts by it: people breathe.
    static constexpr std::chrono::seconds talkedLately{5};

    enum Role {
        AddressRole = Qt::UserRole + 1, //!< short, for people
        NameRole, //!< that they say they have, or empty; never shown without the address
        FullAddressRole,
        ColorRole,
        InkRole, //!< black or white, for the initials
        InitialsRole,
        DistanceRole, //!< metres; infinite before the first position
        DistanceTextRole, //!< empty before the first position
        TalkingRole,
        MutedRole, //!< by me
        IgnoredRole, //!< by me
        StaleTextRole, //!< "12 s" since the last sign of life, from silentFrom on; or empty
        HasProfileRole,
        BotRole, //!< says of itself that it is a program
        EmoteTextRole, //!< "waves", while they do; or empty
        BadgesRole, //!< all of these but talking, in words, or empty
        SummaryRole, //!< distance and all badges, for who cannot see them
    };

    //! What the model shows; all must outlive it.
    struct Sources {
        const PeerDirectory &directory;
        const AvatarController &me;
        const PeerAudioSettings &voices;
        const ProfileExchange &profiles;
        const IgnoredPeople &ignored;
        const EmoteFeed &emotes;
        Clock clock = monotonicNow; //!< the directory's own
    };
    //! Somebody, as far as it must be known for an order.
    struct Person {
        Address address;
        std::optional<float> distance; //!< metres
        std::optional<std::chrono::microseconds> lastTalked;
        int shownDistance = -1; //!< whole metres, or -1
        int silentSeconds = 0; //!< 0 below silentFrom
    };

    explicit PeersModel(Sources sources, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return static_cast<int>(m_rows.size()); }

    const Person &at(int row) const { return m_rows[row]; }
    //! -1 for nobody.
    int rowOf(const Address &person) const;
    QString nameOf(const Address &person) const;
    bool hasTalkedLately(const Person &person) const;
    //! Each badge of somebody in words, talking among them.
    QStringList badgesOf(const Person &person) const;

    //! Measures all distances and silences anew; a timer does it.
    void measure();

signals:
    void countChanged();

private:
    void connectSources();
    void add(const Address &address);
    void remove(const Address &address);
    void renew(const Address &address, const QList<int> &roles);
    void onTalking(const QSet<Address> &people);
    //! Whether the person looks different now.
    bool measure(Person &person, std::chrono::microseconds now) const;
    QString summaryOf(const Person &person) const;
    QStringList quietBadgesOf(const Person &person) const;
    const Profile *profileOf(const Address &person) const { return m_sources.profiles.find(person); }
    std::optional<float> distanceTo(const Address &address) const;

    Sources m_sources;
    QList<Person> m_rows;
    QTimer m_timer;
};

} // namespace islet
