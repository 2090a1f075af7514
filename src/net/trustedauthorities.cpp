// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/trustedauthorities.h"

#include <QSet>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <optional>

namespace islet {

QByteArray trustedAuthorities()
{
    struct Cache {
        QList<QSslCertificate> configured;
        QByteArray pem;
    };
    static std::optional<Cache> cache;
    const auto configured = QSslConfiguration::defaultConfiguration().caCertificates();
    if (cache && cache->configured == configured)
        return cache->pem;
    cache = Cache{configured, {}};
    // Qt's list is empty where it loads the system's authorities on demand.
    const auto certificates = configured.isEmpty() ? QSslConfiguration::systemCaCertificates() : configured;
    QSet<QByteArray> pems; // Qt lists a certificate twice that is both in a bundle and in a folder
    for (const QSslCertificate &certificate : certificates)
        pems.insert(certificate.toPem());
    cache->pem = pems.values().join();
    return cache->pem;
}

} // namespace islet
