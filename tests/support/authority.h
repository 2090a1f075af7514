// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QSslCertificate>
#include <QTemporaryDir>

namespace islet::test {

//! A certificate authority of the test's own, made by `openssl` when asked for, with what it vouches for. All of it
//! goes away with this.
class Authority {
public:
    //! A certificate and its key, as files in PEM.
    struct Paper {
        QString certificate;
        QString key;
    };

    enum class KeyKind { Ec, Rsa };

    //! What to install when there is no openssl; empty when there is. A test fails with it.
    static QString missing();

    //! False with why().
    bool found();
    QSslCertificate certificate() const;

    //! For these names and numbers (`DNS:localhost,IP:127.0.0.1`), valid from an hour ago or from `from`, for an hour.
    //! Empty paths with why() when that fails.
    Paper issue(const QString &names, const QDateTime &from = {}, KeyKind kind = KeyKind::Ec);
    //! The same, vouched for by itself alone.
    Paper selfSigned(const QString &names);

    QString why() const { return m_why; }

private:
    bool run(const QStringList &arguments);
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    int m_issued = 0;
    QString m_why;
};

} // namespace islet::test
