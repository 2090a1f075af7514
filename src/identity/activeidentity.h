// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/identityvault.h"

#include <QTimer>

namespace islet {

//! Who we are for as long as the program runs: one identity in one place, renewed or replaced there.
//!
//! A key's identity is loaded anew one day before its ephemeral key ends, as often as it takes; so a program may run
//! for weeks. What cannot be renewed is announced instead. The time of day is looked at every minute, so that it does
//! not matter for how long the machine slept.
class ActiveIdentity : public QObject {
    Q_OBJECT

public:
    using Done = IdentityVault::Then<void>;

    static constexpr std::chrono::minutes lookInterval{1};
    static constexpr std::chrono::hours renewalLead{24}; //!< before the end
    static constexpr std::chrono::hours renewalPause{1}; //!< after a store refused; it may have asked a person

    //! Begins with `first`, which nobody keeps: a guest for the moment. `vault` must outlive this.
    ActiveIdentity(IdentityVault &vault, Identity first, WallClock now = &QDateTime::currentDateTimeUtc);

    //! Stays where it is, and changes there.
    const Identity &identity() const { return m_identity; }
    //! Whose it is in the vault; nothing for one that nobody keeps.
    std::optional<IdentityEntry> entry() const { return m_vault.withId(m_id); }
    bool isExpired() const;

    //! The current one of the vault, made if there is none. After an error all is as before.
    void start(QObject *context, Done done);
    //! This one from now on, and the next time too.
    void choose(const QString &name, QObject *context, Done done);
    //! This one from now on, without a word to the vault about the next time.
    void useWithoutSaving(const QString &name, QObject *context, Done done);

    //! Looks at the time of day; happens by itself every minute.
    void look();

signals:
    //! Another identity, with another address maybe.
    void changed();
    //! The same identity with a new ephemeral key.
    void renewed();
    //! Its time is over soon, and it is a chain, or nobody keeps it, or the store refuses. Once for each end.
    void expiresSoon(const QDateTime &when);
    //! Its time is over. Once; a key is tried again even then.
    void expired();

private:
    void adopt(const QString &id, Identity identity);
    void takeFrom(const QString &name, QObject *context, Done done);
    void renew();
    void announce();

    IdentityVault &m_vault;
    Identity m_identity;
    WallClock m_now;
    QString m_id;
    QTimer m_timer;
    QDateTime m_nextTry; //!< invalid: at once
    quint64 m_generation = 0; //!< of answers, the latest question's counts
    bool m_isRenewing = false;
    bool m_hasWarned = false;
    bool m_hasExpired = false;
};

} // namespace islet
