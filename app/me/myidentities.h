// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/activeidentity.h"

#include <QtQml/qqmlregistration.h>
#include <QUrl>

namespace islet {

//! The user's identities, for the window: the active one, the others, and their problems.
class MyIdentities : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! "guest 0x12ab…9f3c", sorted by name.
    Q_PROPERTY(QStringList names READ names NOTIFY changed)
    //! Index in `names`; -1 for a temporary guest, which is not saved.
    Q_PROPERTY(int current READ current NOTIFY changed)
    //! My full address, for copying.
    Q_PROPERTY(QString address READ address NOTIFY changed)
    //! When my ephemeral key expires, and where the identity is saved.
    Q_PROPERTY(QString keptText READ keptText NOTIFY changed)
    //! Why the last action failed, or empty.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    //! That my key has expired or expires soon, or that I am a temporary guest; or empty.
    Q_PROPERTY(QString warning READ warning NOTIFY changed)

public:
    //! Both must outlive this object.
    MyIdentities(IdentityVault &vault, ActiveIdentity &active, QObject *parent = nullptr);

    //! Loads the active identity. Always calls `done`, at the latest after the keychain's timeout.
    void start(const std::function<void()> &done);

    QStringList names() const;
    int current() const;
    QString address() const;
    QString keptText() const;
    const QString &problem() const { return m_problem; }
    QString warning() const;
    //! Announces all texts again: the language has changed.
    void retranslate() { emit changed(); }
    const Identity &identity() const { return m_active.identity(); }

    //! Switches to this identity, which leaves the room.
    Q_INVOKABLE void choose(int index);
    Q_INVOKABLE void create(const QString &name);
    //! Imports a private key or an auth chain from a file.
    Q_INVOKABLE void importFrom(const QString &name, const QUrl &file);
    //! Writes a backup of the identity at `index`. Never overwrites a file.
    Q_INVOKABLE void exportTo(int index, const QUrl &file);

signals:
    void changed();
    //! The active identity has changed, and with it the address.
    void identityChanged();

private:
    QString nameAt(int index) const;
    void setProblem(const QString &problem);
    template<typename T> void report(const Expected<T> &result);

    IdentityVault &m_vault;
    ActiveIdentity &m_active;
    QString m_problem; // not retranslated
    QString m_fallbackReason; // why the identity is a temporary guest, not retranslated
    QDateTime m_expiresAt; // valid if the key expires soon and cannot be renewed
};

} // namespace islet
