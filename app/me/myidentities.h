// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/activeidentity.h"

#include <QtQml/qqmlregistration.h>
#include <QUrl>

namespace islet {

//! The identities of this user, for the window: who I am, who else I may be, and what is wrong with that.
class MyIdentities : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! "guest 0x12ab…9f3c", by name.
    Q_PROPERTY(QStringList names READ names NOTIFY changed)
    //! Among the names; -1 for a guest of the moment, whom nobody keeps.
    Q_PROPERTY(int current READ current NOTIFY changed)
    //! My address in full, to be copied.
    Q_PROPERTY(QString address READ address NOTIFY changed)
    //! Until when my ephemeral key is good, and where the identity is kept.
    Q_PROPERTY(QString keptText READ keptText NOTIFY changed)
    //! What went wrong with what was asked for last, or empty.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    //! That my key ends soon or has ended, or that I am a guest of the moment; or empty.
    Q_PROPERTY(QString warning READ warning NOTIFY changed)

public:
    //! All must outlive this.
    MyIdentities(IdentityVault &vault, ActiveIdentity &keeper, QObject *parent = nullptr);

    //! Finds out who I am; `done` comes in any case, at the latest when the keychain's patience is over.
    void start(const std::function<void()> &done);

    QStringList names() const;
    int current() const;
    QString address() const;
    QString keptText() const;
    const QString &problem() const { return m_problem; }
    QString warning() const;
    const Identity &identity() const { return m_keeper.identity(); }

    //! Is this one from now on, which leaves the room.
    Q_INVOKABLE void choose(int index);
    Q_INVOKABLE void create(const QString &name);
    //! A private key or an auth chain from a file.
    Q_INVOKABLE void importFrom(const QString &name, const QUrl &file);
    //! A backup of the one at `index`; never overwrites.
    Q_INVOKABLE void exportTo(int index, const QUrl &file);

signals:
    void changed();
    //! Another address from now on.
    void becameAnother();

private:
    QString nameAt(int index) const;
    void setProblem(const QString &problem);
    template<typename T> void report(const Expected<T> &result);

    IdentityVault &m_vault;
    ActiveIdentity &m_keeper;
    QString m_problem;
    QString m_whyNotKept; // of a guest of the moment
    QDateTime m_endsAt; // valid: soon, and it cannot be renewed
};

} // namespace islet
