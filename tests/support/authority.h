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
    struct CertificateFiles {
        QString certificate;
        QString key;
    };

    enum class KeyKind { Ec, Rsa };

    //! Returns the message that a test fails with if openssl is not installed; empty if it is.
    static QString missing();

    //! Creates the authority. Returns false on failure; see why().
    bool create();
    QSslCertificate certificate() const;

    //! Issues a certificate for `names` (`DNS:localhost,IP:127.0.0.1`): valid from an hour ago until an hour from now,
    //! or for an hour from `from`. On failure the paths are empty; see why().
    CertificateFiles issue(const QString &names, const QDateTime &from = {}, KeyKind kind = KeyKind::Ec);
    //! Issues a self-signed certificate.
    CertificateFiles selfSigned(const QString &names);

    QString why() const { return m_why; }

private:
    bool run(const QStringList &arguments);
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    int m_issued = 0;
    QString m_why;
};

} // namespace islet::test
