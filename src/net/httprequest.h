// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/deletelater.h"
#include "net/closereason.h"
#include "net/httpengine.h"
#include "net/networkcontext.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

namespace islet {

class HttpResponseHead;
class HttpTap;

//! An untrusted server's response to one request.
struct HttpResponse {
    int status = 0;
    QByteArray body;
    QDateTime serverTime; //!< from the Date header; invalid without one
    std::optional<std::chrono::seconds> retryAfter; //!< from the Retry-After header

    bool isWebPage() const { return body.trimmed().startsWith('<'); }
};

//! One HTTP request on its own connection, bounded in time and size. Follows no redirects, keeps no cookies, never
//! retries, and ignores no TLS error. The caller must first check the URL with checkEncrypted().
//!
//! Not QNetworkAccessManager, which sends a request up to four times, keeps the whole body of a 401 however large, and
//! does not limit the size of headers.
class HttpRequest : public QObject, private HttpObserver {
    Q_OBJECT

public:
    struct Limits {
        qsizetype bytes = 64 * 1024; //!< of the body, decoded
        std::chrono::milliseconds timeout{10'000}; //!< for the whole request
    };
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    HttpRequest(const NetworkContext &network, Limits limits, QObject *parent = nullptr);
    explicit HttpRequest(const NetworkContext &network, QObject *parent = nullptr)
        : HttpRequest(network, Limits(), parent)
    { }
    ~HttpRequest() override; //!< aborts

    //! Call once. `method` is GET or POST, without a body; header values must not contain line breaks.
    void start(const QByteArray &method, const QUrl &url, const Headers &headers = {});
    //! Aborts without emitting a signal.
    void stop();

signals:
    //! Exactly one of these two signals is emitted, once. Any status but a redirect counts as answered.
    void answered(const islet::HttpResponse &response);
    //! Network, or Rejected: an invalid certificate, a response that is too large or not HTTP, a redirect.
    void failed(const islet::CloseReason &reason);

private:
    bool addressChosen(const QHostAddress &address) override;
    bool headReceived(QByteArrayView line) override;
    bool bodyReceived(QByteArrayView bytes) override;
    void ended(const HttpOutcome &outcome) override;
    bool fitsBody(qint64 bytes);
    std::optional<CloseReason> problemOf(const HttpOutcome &outcome) const;
    CloseReason tooLarge() const;
    void awaitMore();
    void fail(const CloseReason &reason);
    void end(const QString &code);

    NetworkContext m_network;
    Limits m_limits;
    QUrl m_url;
    QNetworkProxy m_proxy;
    std::unique_ptr<HttpTap> m_tap;
    std::unique_ptr<HttpResponseHead> m_head;
    QByteArray m_body;
    std::unique_ptr<HttpTransfer> m_transfer;
    QDeadlineTimer m_deadline;
    QTimer m_timer; // until the deadline, or until the server was silent for too long
    std::optional<CloseReason> m_problem; // found by us
};

} // namespace islet
