// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/deletelater.h"
#include "net/closereason.h"

#include <QDateTime>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

class QSslSocket;

namespace islet {

class HttpResponseParser;

//! An untrusted server's response to one request.
struct HttpResponse {
    int status = 0;
    QByteArray body;
    QDateTime serverTime; //!< from the Date header; invalid without one

    bool isWebPage() const { return body.trimmed().startsWith('<'); }
};

//! One HTTP request on its own connection, bounded in time and size. Follows no redirects, keeps no cookies, accepts no
//! compression (which could hide any size), never retries, and ignores no TLS error. The caller must first check the
//! URL with checkEncrypted().
//!
//! Not QNetworkAccessManager, which sends a request up to four times, keeps the whole body of a 401 however large, and
//! does not limit the size of headers.
class HttpRequest : public QObject {
    Q_OBJECT

public:
    struct Limits {
        qsizetype bytes = 64 * 1024; //!< of the body
        std::chrono::milliseconds timeout{10'000}; //!< for the whole request
    };
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    explicit HttpRequest(Limits limits, QObject *parent = nullptr);
    explicit HttpRequest(QObject *parent = nullptr)
        : HttpRequest(Limits(), parent)
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
    void onConnected();
    void onReadyRead();
    void onDisconnected();
    void finish();
    void fail(const CloseReason &reason);

    Limits m_limits;
    QUrl m_url;
    QByteArray m_request; // emptied once sent
    std::unique_ptr<QSslSocket, DeleteLater> m_socket;
    std::unique_ptr<HttpResponseParser> m_parser;
    QTimer m_timer;
    std::optional<CloseReason> m_certificateProblem;
};

} // namespace islet
