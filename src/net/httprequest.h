// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/deletelater.h"
#include "base/error.h"

#include <QDateTime>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>
#include <utility>

class QSslSocket;

namespace islet {

class HttpResponseParser;

//! What a server that nobody trusts answered to one request.
struct HttpResponse {
    int status = 0;
    QByteArray body;
    QDateTime serverTime; //!< of its Date header; invalid without one

    bool isWebPage() const { return body.trimmed().startsWith('<'); }
};

//! One HTTP request on a connection of its own, bounded in time and size. Follows no redirect, keeps no cookie, takes
//! no compression (which could hide any size), asks once, and ignores no TLS error. Whether the URL may be asked at all
//! is for checkEncrypted() to say.
//!
//! Not QNetworkAccessManager, which asks up to four times, keeps the whole body of a 401 however large, and reads
//! headers without end.
class HttpRequest : public QObject {
    Q_OBJECT

public:
    struct Limits {
        qsizetype bytes = 64 * 1024; //!< of the body
        std::chrono::milliseconds patience{10'000}; //!< in all
    };
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    explicit HttpRequest(Limits limits, QObject *parent = nullptr);
    explicit HttpRequest(QObject *parent = nullptr)
        : HttpRequest(Limits(), parent)
    { }
    ~HttpRequest() override; //!< stops

    //! Once. `method` is GET or POST, without a body; header values hold no line break.
    void start(const QByteArray &method, const QUrl &url, const Headers &headers = {});
    //! Gives up without a word.
    void stop();

signals:
    //! Either of the two, once. Any status but a redirect is an answer.
    void answered(const islet::HttpResponse &answer);
    //! NotConnected, TooLarge, InvalidPacket (no HTTP), InsecureConnection (a certificate that is not good) or
    //! InvalidInput (a redirect), with a sentence.
    void failed(const islet::Error &error);

private:
    void onConnected();
    void onReadyRead();
    void onLost();
    void conclude();
    void fail(ErrorCode code, const QString &sentence);

    Limits m_limits;
    QUrl m_url;
    QByteArray m_request; // until it is sent
    std::unique_ptr<QSslSocket, DeleteLater> m_socket;
    std::unique_ptr<HttpResponseParser> m_reader;
    QTimer m_timer;
    QString m_certificateProblem;
};

} // namespace islet
