// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/wallclock.h"
#include "identity/identity.h"
#include "identity/identityindex.h"
#include "identity/secretstore.h"

#include <QSet>

#include <memory>

namespace islet {

//! Saved identities by name, up to IdentityIndex::maxEntries.
//!
//! Their secrets are in the keychain, or in a file if no keychain responded when they were created. Each secret is read
//! from where it was stored, so a keychain that fails later loses or replaces nothing. Every operation on a store calls
//! back once, never before it has returned, and not if `context` was destroyed meanwhile. The first identity becomes
//! the current one.
class IdentityVault : public QObject {
    Q_OBJECT

public:
    template<typename T> using Then = std::function<void(Expected<T>)>;

    //! All of them must outlive this object.
    IdentityVault(QSettings &settings, SecretStore &keychain, SecretStore &files,
                  WallClock now = &QDateTime::currentDateTimeUtc);

    //! Sorted by name.
    const QList<IdentityEntry> &entries() const { return m_index.all(); }
    Expected<IdentityEntry> find(QStringView name) const { return m_index.find(name); }
    std::optional<IdentityEntry> findById(QStringView id) const { return m_index.findById(id); }
    //! The identity to use next time; nullopt if there are none.
    std::optional<IdentityEntry> current() const { return m_index.current(); }

    //! Chooses the store for new secrets: the keychain if it responds, otherwise a file. Called implicitly if needed.
    void open(QObject *context, Then<IdentityEntry::Place> done);
    //! Why the keychain is not used; nullopt if it is used, or before open().
    const std::optional<Error> &keychainError() const { return m_keychainError; }

    //! A new random key.
    void create(const QString &name, QObject *context, Then<IdentityEntry> done);
    //! A private key, 64 hexadecimal digits.
    void importKey(const QString &name, Secret text, QObject *context, Then<IdentityEntry> done);
    //! The AuthIdentity JSON of an identity that was signed in elsewhere.
    void importChain(const QString &name, Secret json, QObject *context, Then<IdentityEntry> done);
    //! Either of the two, as exportTo() writes them.
    void import(const QString &name, Secret text, QObject *context, Then<IdentityEntry> done);
    //! Writes a backup: a new file that only its owner can read. FileUnwritable also if the file exists.
    void exportTo(const QString &name, const QString &path, QObject *context, Then<void> done);
    //! Deletes the secret too.
    void remove(const QString &name, QObject *context, Then<void> done);

    //! Loads an identity that can sign; a key authorizes a new ephemeral key for Identity::defaultLifetime. Expired if
    //! it is a chain that has expired.
    void load(const QString &name, QObject *context, Then<Identity> done);
    //! Loads the current identity; if there are none, creates one named guestName.
    void loadCurrentOrCreate(QObject *context, Then<Identity> done);
    static inline const QString guestName = QStringLiteral("guest");

    Expected<void> rename(const QString &name, const QString &newName);
    Expected<void> setCurrent(const QString &name);
    //! Reads the changes of other programs.
    void reload();

signals:
    //! entries() or current() changed.
    void changed();

private:
    SecretStore &storeOf(IdentityEntry::Place place);
    Expected<IdentityEntry> newEntry(const QString &name) const;
    void save(IdentityEntry entry, Secret secret, Then<IdentityEntry> done);
    void saveIn(IdentityEntry entry, std::shared_ptr<const Secret> secret, Then<IdentityEntry> done);
    void addToIndex(const IdentityEntry &entry, const Then<IdentityEntry> &done);
    void readSecret(const IdentityEntry &entry, Then<Secret> done);
    Expected<Identity> identityOf(const IdentityEntry &entry, const Secret &secret) const;

    IdentityIndex m_index;
    SecretStore &m_keychain;
    SecretStore &m_files;
    WallClock m_now;
    std::optional<IdentityEntry::Place> m_place; //!< where new secrets are stored
    std::optional<Error> m_keychainError;
    QSet<QString> m_pendingNames; //!< lower-case names whose secrets are being written
};

} // namespace islet
