// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/networkpolicy.h"

#include "base/sentence.h"
#include "net/connecterror.h"

#include <QHostAddress>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace islet {

bool isLoopback(const QUrl &url)
{
    QString host = url.host();
    if (host.endsWith(u'.'))
        host.chop(1);
    if (host == "localhost"_L1 || host.endsWith(".localhost"_L1))
        return true;
    QHostAddress address;
    return address.setAddress(host) && address.isLoopback();
}

bool leadsHere(const QUrl &url)
{
    QHostAddress address;
    if (isLoopback(url))
        return true;
    if (!address.setAddress(url.host()))
        return false;
    bool isV4 = false; // also as [::ffff:0.0.0.0]
    const bool isAnyV4 = address.toIPv4Address(&isV4) == 0 && isV4;
    return isAnyV4 || address == QHostAddress(QHostAddress::AnyIPv6);
}

Expected<void> checkEncrypted(const QUrl &url, const NetworkPolicy &policy)
{
    const QString scheme = url.scheme();
    if (scheme == "https"_L1 || scheme == "wss"_L1 || policy.allowsPlain || isLoopback(url))
        return {};
    return failure(
        ErrorCode::InsecureConnection,
        Sentence::tr("The connection to %1 isn't encrypted: anyone along the way could read or change it. Use "
                     "%2, or allow unencrypted connections.")
            .arg(hostNameOf(url), scheme == "ws"_L1 ? u"wss://"_s : u"https://"_s));
}

} // namespace islet
