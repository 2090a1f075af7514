// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"

#include <QDateTime>
#include <QList>
#include <QSettings>

#include <optional>

namespace islet {

//! The public data of a saved identity: everything but its secret.
struct IdentityEntry {
    enum class Kind {
        Key, //!< the owner's private key is stored, so it can always be renewed
        Chain, //!< signed in elsewhere; valid until its expiration
    };
    enum class Place { Keychain, File };

    QString id; //!< unchanged by renaming; the key of its secret in the store
    QString name;
    Address address;
    Kind kind = Kind::Key;
    Place place = Place::Keychain;
    std::optional<QDateTime> expiration = {}; //!< only for a chain

    friend bool operator==(const IdentityEntry &, const IdentityEntry &) = default;
};

//! The list of saved identities and the current one, in the group "identities" of the settings, which several programs
//! may share. Contains no secrets. Invalid entries are ignored.
class IdentityIndex {
public:
    static constexpr qsizetype maxEntries = 64;
    static constexpr qsizetype maxNameLength = 32; //!< characters

    //! `settings` must outlive this object.
    explicit IdentityIndex(QSettings &settings);

    //! Trims `text`, which must then have 1 to maxNameLength visible characters (spaces are allowed).
    static Expected<QString> checkName(QStringView text);

    //! Reads the changes of other programs. Returns whether anything changed.
    bool reload();
    //! Sorted by name.
    const QList<IdentityEntry> &all() const { return m_entries; }
    //! Ignores case, as no two names differ only by case. NotFound if there is none.
    Expected<IdentityEntry> find(QStringView name) const;
    std::optional<IdentityEntry> findById(QStringView id) const;
    //! The identity to use; the first entry if none was chosen or it was removed. nullopt if there are no entries.
    std::optional<IdentityEntry> current() const;

    // Each writes at once; FileUnwritable if the settings cannot be written, and nothing changes.
    Expected<void> put(const IdentityEntry &entry);
    Expected<void> remove(const QString &id);
    Expected<void> setCurrent(const QString &id);

private:
    void read();
    Expected<void> save();

    QSettings &m_settings;
    QList<IdentityEntry> m_entries;
    QString m_currentId;
};

} // namespace islet
