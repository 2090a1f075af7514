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

//! Identities that last: any number of them by name, up to IdentityIndex::maxEntries.
//!
//! Their secrets are in the keychain, or in a file where no keychain answered when they were made; each is looked for
//! where it was put, and a keychain that fails later loses or replaces nothing. All that takes a store calls back:
//! once, never before the operation has returned, and not at all when `context` died meanwhile. The first identity
//! becomes the current one.
class IdentityVault : public QObject {
    Q_OBJECT

public:
    template<typename T> using Then = std::function<void(Expected<T>)>;

    //! All must outlive this.
    IdentityVault(QSettings &settings, SecretStore &keychain, SecretStore &files,
                  WallClock now = &QDateTime::currentDateTimeUtc);

    //! By name.
    const QList<IdentityEntry> &entries() const { return m_index.all(); }
    Expected<IdentityEntry> find(QStringView name) const { return m_index.find(name); }
    std::optional<IdentityEntry> withId(QStringView id) const { return m_index.withId(id); }
    //! The one to use next time; nothing when there are no identities.
    std::optional<IdentityEntry> current() const { return m_index.current(); }

    //! Where new secrets go from now on: to the keychain if it answers, otherwise to a file. Others ask by themselves.
    void open(QObject *context, Then<IdentityEntry::Place> done);
    //! Why the keychain is not used; nothing before open(), or when it is.
    const std::optional<Error> &keychainTrouble() const { return m_trouble; }

    //! A fresh key.
    void create(const QString &name, QObject *context, Then<IdentityEntry> done);
    //! A private key, 64 hexadecimal digits.
    void importKey(const QString &name, Secret text, QObject *context, Then<IdentityEntry> done);
    //! The AuthIdentity JSON of somebody who signed in elsewhere.
    void importChain(const QString &name, Secret json, QObject *context, Then<IdentityEntry> done);
    //! Either, as exportTo() writes them.
    void import(const QString &name, Secret text, QObject *context, Then<IdentityEntry> done);
    //! A backup: a new file that only its owner may read. FileUnwritable also when there is such a file.
    void exportTo(const QString &name, const QString &path, QObject *context, Then<void> done);
    //! Forgets the secret too.
    void remove(const QString &name, QObject *context, Then<void> done);

    //! Ready to sign; a key lends its right to a fresh ephemeral key for Identity::defaultLifetime. Expired for a
    //! chain whose time is over.
    void load(const QString &name, QObject *context, Then<Identity> done);
    //! The current one; at the first start of all, a guest of this name.
    void loadCurrentOrCreate(QObject *context, Then<Identity> done);
    static inline const QString guestName = QStringLiteral("guest");

    Expected<void> rename(const QString &name, const QString &newName);
    Expected<void> setCurrent(const QString &name);
    //! Sees what another program changed.
    void reload();

signals:
    //! entries() or current()
    void changed();

private:
    SecretStore &storeOf(IdentityEntry::Place place);
    Expected<IdentityEntry> newEntry(const QString &name) const;
    void keep(IdentityEntry entry, Secret secret, Then<IdentityEntry> done);
    void keepIn(IdentityEntry entry, std::shared_ptr<const Secret> secret, Then<IdentityEntry> done);
    void enter(const IdentityEntry &entry, const Then<IdentityEntry> &done);
    void readSecret(const IdentityEntry &entry, Then<Secret> done);
    Expected<Identity> identityOf(const IdentityEntry &entry, const Secret &secret) const;

    IdentityIndex m_index;
    SecretStore &m_keychain;
    SecretStore &m_files;
    WallClock m_now;
    std::optional<IdentityEntry::Place> m_place; //!< of new ones
    std::optional<Error> m_trouble;
    QSet<QString> m_onTheWay; //!< names whose secrets are being kept, in lower case
};

} // namespace islet
