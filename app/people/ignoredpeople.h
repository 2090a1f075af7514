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

//! The people whose voice and chat are hidden, saved in the settings per identity. They stay in the list and on the
//! map, and are not notified.
class IgnoredPeople : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! Full addresses in alphabetical order.
    Q_PROPERTY(QStringList addresses READ addresses NOTIFY addressesChanged)

public:
    static constexpr qsizetype maxPerIdentity = 1'000; //!< people
    //! People of all identities together; temporary guests leave theirs behind. The oldest entries are removed first.
    static constexpr qsizetype maxTotal = 4'000;

    //! `settings` must outlive this object. `me` is the identity whose list it is.
    IgnoredPeople(QSettings &settings, const Address &me, QObject *parent = nullptr);

    //! Switches to another identity's list.
    void setMe(const Address &me);

    bool isIgnored(const Address &person) const { return m_mine.contains(person); }
    //! Returns false, without a change, for myself and if the list is full.
    bool setIgnored(const Address &person, bool ignored);
    //! Also returns false if `address` is not an address.
    Q_INVOKABLE bool setIgnored(const QString &address, bool ignored);

    QStringList addresses() const;
    const QSet<Address> &people() const { return m_mine; }

signals:
    //! This person was added to the list or removed from it.
    void changed(const islet::Address &person);
    void addressesChanged();

private:
    struct Entry {
        Address me;
        Address person;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    void read();
    void save();
    void collectMine();

    QSettings &m_settings;
    Address m_me;
    QList<Entry> m_entries; //!< of all identities, oldest first
    QSet<Address> m_mine;
};

} // namespace islet
