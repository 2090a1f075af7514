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

    CURL *handle() const { return m_easy.get(); }
    HttpObserver &observer() const { return m_observer; }

    //! Call when `bytes` can be read.
    void see(qint64 bytes) { m_hasReceived = m_hasReceived || bytes > 0; }
    //! Call before `bytes` are read. Returns false if too much was read that was neither header nor body: libcurl
    //! bounds neither the extensions of a chunk nor what a compressed body begins with.
    bool accept(qint64 bytes);
    HttpOutcome outcomeOf(CURLcode code) const;
    //! Removes it from the engine.
    void abort();

private:
    struct CleanUp {
        void operator()(CURL *easy) const { curl_easy_cleanup(easy); }
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };

    static int onSocket(void *transfer, curl_socket_t socket, curlsocktype type);
    static std::size_t onHead(char *bytes, std::size_t one, std::size_t count, void *transfer);
    static std::size_t onBody(char *bytes, std::size_t one, std::size_t count, void *transfer);

    template<typename Value> void set(CURLoption option, Value value) { curl_easy_setopt(handle(), option, value); }
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
    bool m_isEncrypted;
    bool m_isProxied;
    bool m_hasReceived = false; // anything, since connecting
    bool m_hasHead = false;
    qint64 m_unexplained = 0; // bytes read since connecting, the last header or part of the body; a lower bound
};

} // namespace islet
