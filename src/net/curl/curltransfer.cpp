// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/curl/curltransfer.h"

#include <QHostAddress>

#include <algorithm>
#include <cerrno>

#ifndef Q_OS_WIN
#include <sys/socket.h>
#endif

namespace islet {

namespace {

//! What libcurl reads at least at once, of what is there: its buffer's size, or the head of a TLS record.
constexpr qint64 leastRead = CURL_MAX_WRITE_SIZE;
constexpr qint64 leastReadEncrypted = 6;
//! More than any header line that is accepted, and than the certificates of a server.
constexpr qint64 maxUnexplained = 64 * 1024;

#ifdef Q_OS_WIN
constexpr long connectionRefused = 10'061; // WSAECONNREFUSED
#else
constexpr long connectionRefused = ECONNREFUSED;
#endif

} // namespace

CurlTransfer::CurlTransfer(CurlEngine &engine, const Request &request, HttpObserver &observer)
    : m_engine(&engine)
    , m_observer(observer)
    , m_easy(curl_easy_init())
    , m_isEncrypted(request.url.startsWith("https:"))
    , m_isProxied(!request.proxy.isEmpty())
{
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_ERRORBUFFER, m_message.data());
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &CurlTransfer::onProgress);
    set(CURLOPT_XFERINFODATA, this);
    if (!m_isProxied) {
        set(CURLOPT_OPENSOCKETFUNCTION, &CurlTransfer::onAddress);
        set(CURLOPT_OPENSOCKETDATA, this);
    }
    set(CURLOPT_SOCKOPTFUNCTION, &CurlTransfer::onSocket);
    set(CURLOPT_SOCKOPTDATA, this);
    set(CURLOPT_HEADERFUNCTION, &CurlTransfer::onHead);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &CurlTransfer::onBody);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_FRESH_CONNECT, 1L);
    set(CURLOPT_FORBID_REUSE, 1L); // a reused connection may have been closed, and libcurl would send a request again
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L); // aborting does not wait for the thread that looks up the host
    setRequest(request);
    setProxy(request);
    if (m_isEncrypted)
        setTls(request.authorities);
}

CurlTransfer::~CurlTransfer()
{
    abort();
}

void CurlTransfer::abort()
{
    if (m_engine)
        m_engine->remove(*this);
    m_engine = nullptr;
}

CurlTransfer *CurlTransfer::of(CURL *easy)
{
    char *transfer = nullptr;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &transfer);
    return reinterpret_cast<CurlTransfer *>(transfer);
}

void CurlTransfer::setRequest(const Request &request)
{
    set(CURLOPT_URL, request.url.constData());
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    if (request.isPost) {
        set(CURLOPT_POST, 1L);
        set(CURLOPT_POSTFIELDSIZE, 0L);
        set(CURLOPT_POSTFIELDS, "");
    }
    for (const QByteArray &header : request.headers) {
        curl_slist *const all = curl_slist_append(m_headers.get(), header.constData());
        m_isComplete = m_isComplete && all != nullptr;
        if (all != nullptr) {
            static_cast<void>(m_headers.release());
            m_headers.reset(all);
        }
    }
    set(CURLOPT_HTTPHEADER, m_headers.get());
}

void CurlTransfer::setProxy(const Request &request)
{
    set(CURLOPT_PROXY, request.proxy.constData()); // an empty string also keeps libcurl from reading the environment
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_SOCKS5_AUTH, long(CURLAUTH_BASIC)); // Kerberos would block
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (!request.proxyUser.isEmpty()) {
        set(CURLOPT_PROXYAUTH, long(CURLAUTH_BASIC));
        set(CURLOPT_PROXYUSERNAME, request.proxyUser.constData());
        set(CURLOPT_PROXYPASSWORD, request.proxyPassword.constData());
    }
}

void CurlTransfer::setTls(const QByteArray &authorities)
{
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    // Like Qt for WebSockets: an intermediate certificate is not accepted as a trust anchor.
    set(CURLOPT_SSL_OPTIONS, long(CURLSSLOPT_NO_PARTIALCHAIN));
    // Only these authorities: libcurl would add its own default folder.
    set(CURLOPT_CAINFO, m_engine->fileOf(authorities).constData());
    set<const char *>(CURLOPT_CAPATH, nullptr);
    set(CURLOPT_CA_CACHE_TIMEOUT, -1L);
}

curl_socket_t CurlTransfer::onAddress(void *transfer, curlsocktype /*purpose*/, curl_sockaddr *address)
{
    const auto &self = *static_cast<CurlTransfer *>(transfer);
    if (!self.m_observer.addressChosen(QHostAddress(&address->addr)))
        return CURL_SOCKET_BAD;
    return ::socket(address->family, address->socktype, address->protocol);
}

//! libcurl calls it for each byte of a proxy's answer, which it reads as long as there is more, and rarely otherwise.
int CurlTransfer::onProgress(void *transfer, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    auto &self = *static_cast<CurlTransfer *>(transfer);
    return ++self.m_progressCalls > maxUnexplained ? 1 : 0;
}

int CurlTransfer::onSocket(void *transfer, curl_socket_t /*socket*/, curlsocktype /*type*/)
{
    auto &self = *static_cast<CurlTransfer *>(transfer);
    self.m_progressCalls = 0;
    self.m_unexplained = 0; // the lookup had a socket, too
    self.m_hasReceived = false;
    return CURL_SOCKOPT_OK;
}

std::size_t CurlTransfer::onHead(char *bytes, std::size_t /*one*/, std::size_t count, void *transfer)
{
    auto &self = *static_cast<CurlTransfer *>(transfer);
    self.m_unexplained = 0;
    self.m_progressCalls = 0;
    self.m_hasHead = true;
    return self.m_observer.headReceived({bytes, static_cast<qsizetype>(count)}) ? count : count + 1;
}

std::size_t CurlTransfer::onBody(char *bytes, std::size_t /*one*/, std::size_t count, void *transfer)
{
    auto &self = *static_cast<CurlTransfer *>(transfer);
    self.m_unexplained = 0;
    self.m_progressCalls = 0;
    return self.m_observer.bodyReceived({bytes, static_cast<qsizetype>(count)}) ? count : count + 1;
}

bool CurlTransfer::mayRead(qint64 bytes)
{
    noteReadable(bytes);
    m_unexplained += std::min(bytes, m_isEncrypted ? leastReadEncrypted : leastRead);
    return m_unexplained <= maxUnexplained;
}

template<typename Value> Value CurlTransfer::info(CURLINFO info) const
{
    Value value{};
    curl_easy_getinfo(handle(), info, &value);
    return value;
}

HttpOutcome CurlTransfer::outcomeOf(CURLcode code) const
{
    const char *const message = m_message.front() == '\0' ? curl_easy_strerror(code) : m_message.data();
    // 1 is "not verified yet": libcurl compares the host name before it stores the result, which is valid by then.
    const auto certificateError = info<long>(CURLINFO_SSL_VERIFYRESULT);
    return {endOf(code), QString::fromUtf8(message), certificateError == 1 ? 0 : certificateError};
}

HttpEnd CurlTransfer::endOf(CURLcode code) const
{
    switch (code) {
    case CURLE_OK: return HttpEnd::Complete;
    case CURLE_WRITE_ERROR: return HttpEnd::Stopped;
    case CURLE_COULDNT_RESOLVE_HOST: return HttpEnd::HostNotFound;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY: return HttpEnd::ProxyFailed;
    case CURLE_COULDNT_CONNECT: return endOfConnecting();
    case CURLE_ABORTED_BY_CALLBACK: return m_isProxied ? HttpEnd::ProxyFailed : HttpEnd::TooLarge; // onProgress()
    case CURLE_SSL_CONNECT_ERROR: return endOfTls();
    case CURLE_PEER_FAILED_VERIFICATION: return HttpEnd::BadCertificate;
    case CURLE_GOT_NOTHING: return !m_isEncrypted && m_hasReceived ? HttpEnd::CutOff : HttpEnd::Closed;
    case CURLE_PARTIAL_FILE: return HttpEnd::CutOff;
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR: return endOfReceiving();
    case CURLE_UNSUPPORTED_PROTOCOL: // a first line that is not HTTP/1
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING: return HttpEnd::NotHttp;
#if LIBCURL_VERSION_NUM >= 0x080600
    case CURLE_TOO_LARGE:
#endif
    case CURLE_OUT_OF_MEMORY: return HttpEnd::TooLarge; // a header line of more than 100 KB, in any version
    default: return HttpEnd::Unreachable;
    }
}

HttpEnd CurlTransfer::endOfConnecting() const
{
    if (m_isProxied)
        return HttpEnd::ProxyFailed;
    return info<long>(CURLINFO_OS_ERRNO) == connectionRefused ? HttpEnd::Refused : HttpEnd::Unreachable;
}

HttpEnd CurlTransfer::endOfTls() const
{
    // libcurl has no code of its own for a closed connection.
    const QByteArrayView message = m_message.data();
    const bool isClosed = message.contains("SSL_connect: ") || message.contains("unexpected eof");
    return isClosed ? HttpEnd::TlsClosed : HttpEnd::TlsFailed;
}

HttpEnd CurlTransfer::endOfReceiving() const
{
    const bool isBeforeTls = info<curl_off_t>(CURLINFO_APPCONNECT_TIME_T) == 0; // a TLS handshake has a code of its own
    if (m_isProxied && m_isEncrypted && isBeforeTls)
        return HttpEnd::ProxyFailed;
    // libcurl has no code of its own for a malformed chunk.
    if (QByteArrayView(m_message.data()).contains("chunked-encoding"))
        return HttpEnd::NotHttp;
    return m_hasHead ? HttpEnd::CutOff : HttpEnd::Closed;
}

} // namespace islet
