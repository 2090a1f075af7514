// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSslConfiguration>

// Private to this folder.
namespace islet {

//! TLS 1.2 or newer; the certificate is checked against the system's store and the host name; no error is ignored.
inline QSslConfiguration strictTls()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return tls;
}

} // namespace islet
