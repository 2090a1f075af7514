// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/connecterror.h"

#include "base/quoted.h"
#include "net/httpengine.h"
#include "net/networkpolicy.h"

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
    static const QRegularExpression status(u"http status code: (\\d{3})(?!\\d)"_s);
    const QString host = hostNameOf(url);
    if (const auto match = status.match(qtMessage); match.hasMatch()) {
        const int number = match.captured(1).toInt();
        return CloseReason{.kind = isTemporary(number) ? CloseReason::Kind::Network : CloseReason::Kind::Rejected,
                           .code = CloseCode::HttpStatus,
                           .arguments = {host, match.captured(1)},
                           .httpStatus = number};
    }
    const bool isUpgrade = qtMessage.startsWith("QWebSocket"_L1) || qtMessage.startsWith("Invalid "_L1)
        || qtMessage.startsWith("WebSocket server"_L1) || qtMessage.startsWith("Header is too large"_L1);
    if (!isUpgrade)
        return std::nullopt;
    return CloseReason{CloseReason::Kind::Rejected, CloseCode::NotWebSocket, {host}};
}

bool isProxyError(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError: return true;
    default: return false;
    }
}

CloseReason network(CloseCode code, const QStringList &arguments)
{
    return {CloseReason::Kind::Network, code, arguments};
}

CloseReason rejected(CloseCode code, const QUrl &url)
{
    return {CloseReason::Kind::Rejected, code, {hostNameOf(url)}};
}

//! Why the TLS handshake failed, for reasons other than the certificate.
CloseReason encryptionProblem(const QUrl &url, const QString &qtMessage)
{
    const QString plain = url.scheme() == "wss"_L1 ? u"ws://"_s : u"http://"_s;
    return {CloseReason::Kind::Network, CloseCode::TlsHandshake, {hostNameOf(url), quoted(qtMessage), plain}};
}

//! From OpenSSL's X509_V_ERR_ codes.
CloseReason certificateProblem(const QUrl &url, const HttpOutcome &outcome)
{
    constexpr long valid = 0;
    constexpr long notYetValid = 9;
    constexpr long expired = 10;
    switch (outcome.certificateError) {
    case valid: return rejected(CloseCode::TlsHostname, url);
    case notYetValid: return rejected(CloseCode::TlsNotYetValid, url);
    case expired: return rejected(CloseCode::TlsExpired, url);
    case 2: // no issuer certificate
    case 18: // self-signed
    case 19: // self-signed in the chain
    case 20: // no local issuer certificate
    case 21: // leaf signature cannot be verified
    case 27: // untrusted
        return rejected(CloseCode::TlsUntrusted, url);
    default: return {CloseReason::Kind::Rejected, CloseCode::TlsInvalid, {hostNameOf(url), quoted(outcome.message)}};
    }
}

} // namespace

QString hostNameOf(const QUrl &url)
{
    const int port = url.port();
    return port < 0 ? url.host() : u"%1:%2"_s.arg(url.host(), QString::number(port));
}

CloseReason certificateProblem(const QUrl &url, const QList<QSslError> &errors)
{
    const auto has = [&errors](QSslError::SslError wanted) {
        return std::ranges::any_of(errors, [wanted](const QSslError &error) { return error.error() == wanted; });
    };
    if (has(QSslError::HostNameMismatch))
        return rejected(CloseCode::TlsHostname, url);
    if (has(QSslError::CertificateExpired))
        return rejected(CloseCode::TlsExpired, url);
    if (has(QSslError::CertificateNotYetValid))
        return rejected(CloseCode::TlsNotYetValid, url);
    if (has(QSslError::SelfSignedCertificate) || has(QSslError::SelfSignedCertificateInChain)
        || has(QSslError::UnableToGetLocalIssuerCertificate) || has(QSslError::UnableToVerifyFirstCertificate)
        || has(QSslError::CertificateUntrusted)) {
        return rejected(CloseCode::TlsUntrusted, url);
    }
    if (errors.isEmpty())
        return rejected(CloseCode::TlsUnexplained, url);
    return {CloseReason::Kind::Rejected,
            CloseCode::TlsInvalid,
            {hostNameOf(url), quoted(errors.constFirst().errorString())}};
}

CloseReason connectError(const QUrl &url, const QNetworkProxy &proxy, QAbstractSocket::SocketError error,
                         const QString &qtMessage)
{
    const QString host = hostNameOf(url);
    if (isProxyError(error))
        return network(CloseCode::ProxyFailed, {host, nameOf(proxy)});
    if (const auto reason = upgradeFailure(url, qtMessage))
        return *reason;
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError: return network(CloseCode::NothingListening, {host});
    case QAbstractSocket::HostNotFoundError: return network(CloseCode::HostNotFound, {quoted(url.host())});
    case QAbstractSocket::RemoteHostClosedError:
        return network(url.scheme() == "wss"_L1 ? CloseCode::TlsClosedAtOnce : CloseCode::ClosedAtOnce, {host});
    case QAbstractSocket::SslHandshakeFailedError: return encryptionProblem(url, qtMessage);
    default: return network(CloseCode::Unreachable, {host, quoted(qtMessage)});
    }
}

CloseReason requestError(const QUrl &url, const QNetworkProxy &proxy, const HttpOutcome &outcome)
{
    const QString host = hostNameOf(url);
    switch (outcome.end) {
    case HttpEnd::HostNotFound: return network(CloseCode::HostNotFound, {quoted(url.host())});
    case HttpEnd::Refused: return network(CloseCode::RequestNotListening, {host});
    case HttpEnd::ProxyFailed: return network(CloseCode::ProxyFailed, {host, nameOf(proxy)});
    case HttpEnd::TlsFailed: return encryptionProblem(url, outcome.message);
    case HttpEnd::TlsClosed: return network(CloseCode::RequestTlsClosed, {host});
    case HttpEnd::BadCertificate: return certificateProblem(url, outcome);
    case HttpEnd::Closed:
        return network(url.scheme() == "https"_L1 ? CloseCode::RequestTlsClosed : CloseCode::RequestClosed, {host});
    case HttpEnd::CutOff: return network(CloseCode::RequestCutOff, {host});
    case HttpEnd::Stopped: // not by us: bytes after a compressed body
    case HttpEnd::NotHttp: return {CloseReason::Kind::Rejected, CloseCode::RequestNotHttp, {host}};
    case HttpEnd::Complete:
    case HttpEnd::TooLarge:
    case HttpEnd::Unreachable: break;
    }
    return network(CloseCode::Unreachable, {host, quoted(outcome.message)});
}

} // namespace islet
