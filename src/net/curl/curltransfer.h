// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/curl/curlengine.h"

#include <QPointer>

#include <array>

// Private to this folder.
namespace islet {

//! One request with libcurl.
class CurlTransfer : public HttpTransfer {
public:
    CurlTransfer(CurlEngine &engine, const Request &request, HttpObserver &observer);
    ~CurlTransfer() override;

    static CurlTransfer *of(CURL *easy);

    //! Whether all options were set; otherwise the transfer must not start.
    bool isComplete() const { return m_isComplete; }
    CURL *handle() const { return m_easy.get(); }
    HttpObserver &observer() const { return m_observer; }

    //! Call when `bytes` can be read.
    void noteReadable(qint64 bytes) { m_hasReceived = m_hasReceived || bytes > 0; }
    //! Call before `bytes` are read. Returns false if too much was read that was neither header nor body: libcurl
    //! bounds neither the extensions of a chunk nor what a compressed body begins with.
    bool mayRead(qint64 bytes);
    HttpOutcome outcomeOf(CURLcode code) const;
    //! Removes it from the engine.
    void abort();

private:
    struct CleanUp {
        void operator()(CURL *easy) const { curl_easy_cleanup(easy); }
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };

    static curl_socket_t onAddress(void *transfer, curlsocktype purpose, curl_sockaddr *address);
    static int onSocket(void *transfer, curl_socket_t socket, curlsocktype type);
    static int onProgress(void *transfer, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
    static std::size_t onHead(char *bytes, std::size_t one, std::size_t count, void *transfer);
    static std::size_t onBody(char *bytes, std::size_t one, std::size_t count, void *transfer);

    template<typename Value> void set(CURLoption option, Value value)
    {
        m_isComplete = curl_easy_setopt(handle(), option, value) == CURLE_OK && m_isComplete;
    }
    void setRequest(const Request &request);
    void setProxy(const Request &request);
    void setTls(const QByteArray &authorities);
    HttpEnd endOf(CURLcode code) const;
    HttpEnd endOfConnecting() const;
    HttpEnd endOfTls() const;
    HttpEnd endOfReceiving() const;
    template<typename Value> Value info(CURLINFO info) const;

    QPointer<CurlEngine> m_engine;
    HttpObserver &m_observer;
    std::unique_ptr<curl_slist, CleanUp> m_headers;
    std::unique_ptr<CURL, CleanUp> m_easy;
    std::array<char, CURL_ERROR_SIZE> m_message{};
    bool m_isComplete = true;
    bool m_isEncrypted;
    bool m_isProxied;
    bool m_hasReceived = false; // anything, since connecting
    bool m_hasHead = false;
    int m_progressCalls = 0; // since connecting, the last header or part of the body
    qint64 m_unexplained = 0; // bytes read since connecting, the last header or part of the body; a lower bound
};

} // namespace islet
