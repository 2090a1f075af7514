// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/peerdirectory.h"
#include "comms/profileexchange.h"
#include "voice/voicepeople.h"
#include "walker.h"

#include <QAbstractListModel>
#include <QColor>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace islet {

//! The people of the room, in the order they came. Distances are renewed four times a second.
class PeersModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        AddressRole = Qt::UserRole + 1, //!< short, for people
        NameRole, //!< that they say they have, or empty; never shown without the address
        FullAddressRole,
        ColorRole,
        InitialsRole,
        DistanceRole, //!< metres; infinite before the first position
        DistanceTextRole, //!< empty before the first position
        TalkingRole,
        MutedRole, //!< by me
        VolumeRole, //!< 0 to 2; 1 as they speak
        VoiceTextRole, //!< how their packets fare, or empty
    };

    //! All must outlive the model.
    PeersModel(const PeerDirectory &directory, const Walker &me, const VoicePeople &voices,
               const ProfileExchange &profiles, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return static_cast<int>(m_rows.size()); }

    //! Measures all distances anew; a timer does it.
    void measure();

signals:
    void countChanged();

private:
    struct Row {
        Address address;
        std::optional<float> distance;
    };

    void add(const Address &address);
    void remove(const Address &address);
    void renew(const Address &address, const QList<int> &roles);
    QString nameIn(const Address &address) const;
    QString voiceText(const Address &address) const;
    std::optional<float> distanceTo(const Address &address) const;

    const PeerDirectory &m_directory;
    const Walker &m_me;
    const VoicePeople &m_voices;
    const ProfileExchange &m_profiles;
    QList<Row> m_rows;
    QTimer m_timer;
};

} // namespace islet
