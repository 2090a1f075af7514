// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/identityvault.h"

#include <QTimer>

namespace islet {

//! The identity in use while the program runs; renewed or replaced in place.
//!
//! An identity with a private key is reloaded one day before its ephemeral key expires, with retries, so a program can
//! run for weeks. For one that cannot be renewed, a signal announces the end instead. The expiration is checked every
//! minute, so a suspend of any length does not matter.
class ActiveIdentity : public QObject {
    Q_OBJECT

public:
    using Done = IdentityVault::Then<void>;

    static constexpr std::chrono::minutes checkInterval{1};
    static constexpr std::chrono::hours renewalLead{24}; //!< before expiration
    static constexpr std::chrono::hours retryDelay{1}; //!< after the store refused; each attempt may prompt the user

    //! Starts with `first`, an unsaved temporary guest. `vault` must outlive this object.
    ActiveIdentity(IdentityVault &vault, Identity first, WallClock now = &QDateTime::currentDateTimeUtc);

    //! The reference stays valid; the object changes in place.
    const Identity &identity() const { return m_identity; }
    //! Its entry in the vault; nullopt if it isn't saved.
    std::optional<IdentityEntry> entry() const { return m_vault.findById(m_id); }
    bool isExpired() const;

    //! Uses the vault's current identity, created if there is none. Changes nothing on error.
    void start(QObject *context, Done done);
    //! Uses this identity from now on and makes it the vault's current one.
    void choose(const QString &name, QObject *context, Done done);
    //! Uses this identity from now on without changing the vault's current one.
    void useWithoutSaving(const QString &name, QObject *context, Done done);

    //! Renews the identity or announces its end if due; called every minute.
    void checkExpiration();

signals:
    //! A different identity is in use; its address may differ.
    void changed();
    //! The same identity with a new ephemeral key.
    void renewed();
    //! The identity expires soon and wasn't renewed (a chain, unsaved, or the store refused). Once per expiration.
    void expiresSoon(const QDateTime &when);
    //! The identity has expired. Emitted once; renewal of a key is still retried.
    void expired();

private:
    void adopt(const QString &id, Identity identity);
    void loadAndAdopt(const QString &name, QObject *context, Done done);
    void renew();
    void announceExpiration();

    IdentityVault &m_vault;
    Identity m_identity;
    WallClock m_now;
    QString m_id;
    QTimer m_timer;
    QDateTime m_retryAt; //!< not before this time; invalid: at once
    quint64 m_generation = 0; //!< number of the latest request; results of older ones are ignored
    bool m_isRenewing = false;
    bool m_hasWarned = false;
    bool m_hasExpired = false;
};

} // namespace islet
