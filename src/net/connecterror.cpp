// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/connecterror.h"

#include "base/quoted.h"
#include "base/sentence.h"

#include <QRegularExpression>
#include <QSslError>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

//! QWebSocket reports a response other than 101 only by its error text: there is no error code for it.
std::optional<CloseReason> upgradeFailure(const QUrl &url, const QString &qtMessage)
{
    static const QRegularExpression status(u"http status code: (\\d+)"_s);
    const QString host = hostNameOf(url);
    if (const auto match = status.match(qtMessage); match.hasMatch()) {
        return CloseReason{CloseReason::Kind::Rejected,
                           Sentence::tr("%1 answered with HTTP %2: there is no room at this address. Check the path.")
                               .arg(host, match.captured(1))};
    }
    const bool isUpgrade = qtMessage.startsWith("QWebSocket"_L1) || qtMessage.startsWith("Invalid "_L1)
        || qtMessage.startsWith("WebSocket server"_L1) || qtMessage.startsWith("Header is too large"_L1);
    if (!isUpgrade)
        return std::nullopt;
    return CloseReason{CloseReason::Kind::Rejected,
                       Sentence::tr("%1 answered, but it isn't a WebSocket server. Check the address.").arg(host)};
}

} // namespace

QString hostNameOf(const QUrl &url)
{
    const int port = url.port();
    return port < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(port);
}

QString certificateProblem(const QUrl &url, const QList<QSslError> &errors)
{
    const QString host = hostNameOf(url);
    const auto has = [&errors](QSslError::SslError wanted) {
        return std::ranges::any_of(errors, [wanted](const QSslError &error) { return error.error() == wanted; });
    };
    if (has(QSslError::HostNameMismatch)) {
        return Sentence::tr("The certificate of %1 was issued for another name; someone else may be answering. Check "
                            "the address; nothing was sent.")
            .arg(host);
    }
    if (has(QSslError::CertificateExpired)) {
        return Sentence::tr("The certificate of %1 has expired. Its owner must renew it, or this computer's clock is "
                            "wrong; nothing was sent.")
            .arg(host);
    }
    if (has(QSslError::CertificateNotYetValid)) {
        return Sentence::tr("The certificate of %1 isn't valid yet. Check this computer's clock; nothing was sent.")
            .arg(host);
    }
    if (has(QSslError::SelfSignedCertificate) || has(QSslError::SelfSignedCertificateInChain)
        || has(QSslError::UnableToGetLocalIssuerCertificate) || has(QSslError::UnableToVerifyFirstCertificate)
        || has(QSslError::CertificateUntrusted)) {
        return Sentence::tr("The certificate of %1 isn't trusted by this system. If it is your own, add its "
                            "authority to the system's store; nothing was sent.")
            .arg(host);
    }
    return Sentence::tr("The certificate of %1 isn't valid (%2); nothing was sent.")
        .arg(host, errors.isEmpty() ? Sentence::tr("no reason given") : quoted(errors.constFirst().errorString()));
}

QString encryptionProblem(const QUrl &url, const QString &qtMessage)
{
    const QString plain = url.scheme() == "wss"_L1 ? u"ws://"_s : u"http://"_s;
    return Sentence::tr("Couldn't establish a secure connection to %1: %2. Unencrypted addresses begin with %3.")
        .arg(hostNameOf(url), quoted(qtMessage), plain);
}

CloseReason connectError(const QUrl &url, QAbstractSocket::SocketError error, const QString &qtMessage)
{
    if (const auto reason = upgradeFailure(url, qtMessage))
        return *reason;
    const QString host = hostNameOf(url);
    const auto network = [](const QString &detail) { return CloseReason{CloseReason::Kind::Network, detail}; };
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return network(Sentence::tr("Nothing is listening at %1. Check the address, or start the server.").arg(host));
    case QAbstractSocket::HostNotFoundError:
        return network(Sentence::tr("Couldn't find the host %1. Check the address.").arg(quoted(url.host())));
    case QAbstractSocket::RemoteHostClosedError:
        return network(Sentence::tr("%1 accepted the connection and closed it at once. It may not be a room server%2.")
                           .arg(host,
                                url.scheme() == "wss"_L1
                                    ? Sentence::tr(", or may accept only unencrypted connections (ws://)")
                                    : QString()));
    case QAbstractSocket::SslHandshakeFailedError: return network(encryptionProblem(url, qtMessage));
    default: return network(Sentence::tr("Couldn't reach %1: %2.").arg(host, quoted(qtMessage)));
    }
}

} // namespace islet
