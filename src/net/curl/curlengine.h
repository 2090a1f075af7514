// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/httpengine.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <curl/curl.h>

class QSocketNotifier;
class QTemporaryFile;

// Private to this folder.
namespace islet {

class CurlTransfer;

//! Drives libcurl's multi interface from Qt's event loop.
class CurlEngine : public QObject, public HttpEngine {
    Q_OBJECT

public:
    CurlEngine();
    ~CurlEngine() override;

    std::unique_ptr<HttpTransfer> start(const HttpTransfer::Request &request, HttpObserver &observer) override;

private:
    friend class CurlTransfer;

    struct CleanUp {
        void operator()(CURLM *multi) const { curl_multi_cleanup(multi); }
    };
    struct Watch {
        CurlTransfer *transfer = nullptr;
        QSocketNotifier *readable = nullptr;
        QSocketNotifier *writable = nullptr;
    };

    static int onWatch(CURL *easy, curl_socket_t socket, int events, void *engine, void *unused);
    static int onTimeout(CURLM *multi, long milliseconds, void *engine);
    void watch(CurlTransfer *transfer, curl_socket_t socket, int events);
    QSocketNotifier *makeNotifier(curl_socket_t socket, bool isRead);
    void onReadable(curl_socket_t socket);
    void onTimer();
    void act(curl_socket_t socket, int events);
    void remove(CurlTransfer &transfer);
    //! The name of a file with these authorities. libcurl keeps what it has parsed of a file, but not of
    //! CURLOPT_CAINFO_BLOB, which would take 20 ms for each connection.
    QByteArray fileOf(const QByteArray &authorities);

    std::unique_ptr<CURLM, CleanUp> m_multi;
    QHash<curl_socket_t, Watch> m_watches;
    QSet<CurlTransfer *> m_transfers;
    QTimer m_timer;
    QByteArray m_authorities;
    std::unique_ptr<QTemporaryFile> m_authoritiesFile;
};

} // namespace islet
