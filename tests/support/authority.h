// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QSslCertificate>
#include <QTemporaryDir>

namespace islet::test {

//! A certificate authority for one test, created by `openssl` on demand. Its files are removed by the destructor.
class Authority {
public:
    //! Paths of a certificate and its key, in PEM.
    struct Paper {
        QString certificate;
        QString key;
    };

    enum class KeyKind { Ec, Rsa };

    //! Returns how to install openssl; empty if it is there. A test fails with this message.
    static QString missing();

    //! Creates the authority. Returns false on failure; see why().
    bool found();
    QSslCertificate certificate() const;

    //! Issues a certificate for `names` (`DNS:localhost,IP:127.0.0.1`), valid for an hour that began an hour ago or
    //! begins at `from`. On failure the paths are empty; see why().
    Paper issue(const QString &names, const QDateTime &from = {}, KeyKind kind = KeyKind::Ec);
    //! Issues a self-signed certificate.
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
