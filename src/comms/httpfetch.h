// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/error.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>
#include <utility>

class QNetworkAccessManager;
class QNetworkReply;

namespace islet {

//! What a server that nobody trusts answered to one request.
struct HttpAnswer {
    int status = 0;
    QByteArray body;
    QDateTime serverTime; //!< of its Date header; invalid without one

    bool isWebPage() const { return body.trimmed().startsWith('<'); }
};

//! One HTTP request, bounded in time and size. Follows no redirect, keeps no cookie, asks for no compression (which
//! could hide any size), and ignores no TLS error. Whether the URL may be asked at all is for checkEncrypted() to say.
class HttpFetch : public QObject {
    Q_OBJECT

public:
    struct Limits {
        qsizetype bytes = 64 * 1024;
        std::chrono::milliseconds patience{10'000}; //!< in all
    };
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    explicit HttpFetch(Limits limits, QObject *parent = nullptr);
    explicit HttpFetch(QObject *parent = nullptr)
        : HttpFetch(Limits(), parent)
    { }
    ~HttpFetch() override; //!< gives up without a word

    //! Once. `method` is GET or POST, without a body.
    void start(const QByteArray &method, const QUrl &url, const Headers &headers = {});

signals:
    //! Either of the two, once. Any status but a redirect is an answer.
    void answered(const islet::HttpAnswer &answer);
    //! NotConnected, TooLarge, InsecureConnection (a certificate that is not good) or InvalidInput (a redirect), with a
    //! sentence.
    void failed(const islet::Error &error);

private:
    void onReadyRead();
    void onFinished();
    void end();
    void fail(ErrorCode code, const QString &sentence);

    Limits m_limits;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QNetworkReply *m_reply = nullptr; // m_network's
    QByteArray m_body;
    QString m_certificateProblem;
};

} // namespace islet
