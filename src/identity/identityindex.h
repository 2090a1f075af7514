// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"

#include <QDateTime>
#include <QList>
#include <QSettings>

#include <optional>

namespace islet {

//! What may be known of a kept identity: all but its secret.
struct IdentityEntry {
    enum class Kind {
        Key, //!< its owner's private key is kept, so it is renewed for ever
        Chain, //!< signed in to elsewhere, until its expiration
    };
    enum class Place { Keychain, File };

    QString id; //!< stays when it is renamed; its secret's key in the store
    QString name;
    Address address;
    Kind kind = Kind::Key;
    Place place = Place::Keychain;
    std::optional<QDateTime> expiration = {}; //!< of a chain

    friend bool operator==(const IdentityEntry &, const IdentityEntry &) = default;
};

//! The list of kept identities and which of them is the current one, in the group "identities" of the settings, which
//! several programs may share. Nothing in it is a secret. What makes no sense there is passed over.
class IdentityIndex {
public:
    static constexpr qsizetype maxEntries = 64;
    static constexpr qsizetype maxNameLength = 32; //!< characters

    //! `settings` must outlive this.
    explicit IdentityIndex(QSettings &settings);

    //! 1 to maxNameLength characters that can be seen (spaces within are), white space around them removed.
    static Expected<QString> checkName(QStringView text);

    //! What other programs changed since. Whether anything is different now.
    bool reload();
    //! By name.
    const QList<IdentityEntry> &all() const { return m_entries; }
    //! Names differ by more than case; NotFound.
    Expected<IdentityEntry> find(QStringView name) const;
    std::optional<IdentityEntry> withId(QStringView id) const;
    //! The one to use; of none was chosen, or it is gone, the first. Nothing when there are no entries.
    std::optional<IdentityEntry> current() const;

    // Each writes at once; FileUnwritable when the settings cannot be written, and all is as before.
    Expected<void> put(const IdentityEntry &entry);
    Expected<void> remove(const QString &id);
    Expected<void> setCurrent(const QString &id);

private:
    void read();
    Expected<void> written();

    QSettings &m_settings;
    QList<IdentityEntry> m_entries;
    QString m_currentId;
};

} // namespace islet
