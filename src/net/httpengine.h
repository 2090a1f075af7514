// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

class QHostAddress;

namespace islet {

//! Why an HTTP transfer ended.
enum class HttpEnd {
    Complete, //!< or closed within the head, which the observer knows
    Stopped, //!< the observer returned false
    HostNotFound,
    Refused, //!< nothing is listening
    Unreachable,
    ProxyFailed, //!< not reachable, or it refused to connect us
    TlsFailed,
    TlsClosed, //!< during the TLS handshake
    BadCertificate,
    Closed, //!< before any of the response
    CutOff, //!< within the response
    TooLarge, //!< a header line, or what is neither header nor body
    NotHttp,
};

struct HttpOutcome {
    HttpEnd end = HttpEnd::Complete;
    QString message; //!< the library's, in English; may contain text of the server
    //! OpenSSL's X509_V_ERR_… of BadCertificate; 0 if the certificate itself is valid, but for another host.
    long certificateError = 0;
};

//! Receives a response while it arrives. Only ended() may destroy the transfer.
class HttpObserver {
public:
    HttpObserver() = default;
    virtual ~HttpObserver() = default;
    Q_DISABLE_COPY_MOVE(HttpObserver)

    //! The address that will be connected to, unless there is a proxy. Returning false stops.
    virtual bool addressChosen(const QHostAddress &address) = 0;
    //! A line of a head or of the trailers, with its line end; an empty line ends a head. Returning false stops.
    virtual bool headReceived(QByteArrayView line) = 0;
    //! Part of the body, decoded. Returning false stops.
    virtual bool bodyReceived(QByteArrayView bytes) = 0;
    virtual void ended(const HttpOutcome &outcome) = 0;
};

//! A running request. Destroying it aborts the request.
class HttpTransfer {
public:
    struct Request {
        bool isPost = false; //!< otherwise a GET; neither has a body
        QByteArray url; //!< encoded; http or https; without user information and fragment
        QList<QByteArray> headers; //!< "name: value"
        QByteArray authorities; //!< certificate authorities to trust, PEM
        QByteArray proxy; //!< http://host:port or socks5h://host:port; empty without one
        QByteArray proxyUser;
        QByteArray proxyPassword;
    };

    HttpTransfer() = default;
    virtual ~HttpTransfer() = default;
    Q_DISABLE_COPY_MOVE(HttpTransfer)
};

//! Makes HTTP/1.1 requests, each on its own connection: no redirects, retries, cookies or authentication; TLS 1.2 or
//! newer. Single-threaded; needs the event loop.
class HttpEngine {
public:
    HttpEngine() = default;
    virtual ~HttpEngine() = default; //!< aborts all transfers, without a call to their observers
    Q_DISABLE_COPY_MOVE(HttpEngine)

    //! `observer` must outlive the transfer, and is not called before this returns. nullptr if out of memory, or
    //! if the library lacks what this needs.
    virtual std::unique_ptr<HttpTransfer> start(const HttpTransfer::Request &request, HttpObserver &observer) = 0;
};

} // namespace islet
