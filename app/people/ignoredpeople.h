// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QSettings>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace islet {

//! Whom I do not want to hear or read, kept in the settings for each of my identities. They stay in the list and on
//! the map, and learn nothing of it.
class IgnoredPeople : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! In full, in the order of their spelling.
    Q_PROPERTY(QStringList addresses READ addresses NOTIFY addressesChanged)

public:
    static constexpr qsizetype mostKept = 1'000; //!< of one identity
    //! Of all my identities: guests of the moment leave theirs behind, and who was ignored longest ago goes first.
    static constexpr qsizetype mostKeptInAll = 4'000;

    //! `settings` must outlive this; `me` is whose list it is.
    IgnoredPeople(QSettings &settings, const Address &me, QObject *parent = nullptr);

    //! Whose list it is from now on.
    void setMe(const Address &me);

    bool isIgnored(const Address &person) const { return m_mine.contains(person); }
    //! False, and nothing changes, for myself and when the list is full.
    bool setIgnored(const Address &person, bool ignored);
    //! The same by a spelling; false also for what is no address.
    Q_INVOKABLE bool setIgnored(const QString &address, bool ignored);

    QStringList addresses() const;
    const QSet<Address> &people() const { return m_mine; }

signals:
    //! Of one person.
    void changed(const islet::Address &person);
    void addressesChanged();

private:
    struct Kept {
        Address me;
        Address person;

        friend bool operator==(const Kept &, const Kept &) = default;
    };

    void read();
    void save();
    void gather();

    QSettings &m_settings;
    Address m_me;
    QList<Kept> m_kept; //!< of all identities, the oldest first
    QSet<Address> m_mine;
};

} // namespace islet
