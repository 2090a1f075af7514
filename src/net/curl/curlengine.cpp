// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/curl/curlengine.h"

#include "net/curl/curltransfer.h"

#include <QDir>
#include <QSocketNotifier>
#include <QTemporaryFile>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/ioctl.h>
#endif

namespace islet {

namespace {

//! How many bytes wait to be read.
qint64 bytesReadable(curl_socket_t socket)
{
#ifdef Q_OS_WIN
    u_long bytes = 0;
    return ioctlsocket(socket, FIONREAD, &bytes) == 0 ? static_cast<qint64>(bytes) : 0;
#else
    int bytes = 0;
    return ioctl(socket, FIONREAD, &bytes) == 0 ? bytes : 0;
#endif
}

} // namespace

CurlEngine::CurlEngine()
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    m_multi.reset(curl_multi_init());
    curl_multi_setopt(m_multi.get(), CURLMOPT_SOCKETFUNCTION, &CurlEngine::onWatch);
    curl_multi_setopt(m_multi.get(), CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi.get(), CURLMOPT_TIMERFUNCTION, &CurlEngine::onTimeout);
    curl_multi_setopt(m_multi.get(), CURLMOPT_TIMERDATA, this);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CurlEngine::onTimer);
}

CurlEngine::~CurlEngine()
{
    const auto transfers = m_transfers;
    for (CurlTransfer *transfer : transfers)
        transfer->abort();
    m_multi.reset();
}

std::unique_ptr<HttpTransfer> CurlEngine::start(const HttpTransfer::Request &request, HttpObserver &observer)
{
    auto transfer = std::make_unique<CurlTransfer>(*this, request, observer);
    if (!transfer->isComplete() || curl_multi_add_handle(m_multi.get(), transfer->handle()) != CURLM_OK)
        return nullptr;
    m_transfers.insert(transfer.get());
    return transfer;
}

int CurlEngine::onWatch(CURL *easy, curl_socket_t socket, int events, void *engine, void * /*unused*/)
{
    static_cast<CurlEngine *>(engine)->watch(CurlTransfer::of(easy), socket, events);
    return 0;
}

int CurlEngine::onTimeout(CURLM * /*multi*/, long milliseconds, void *engine)
{
    QTimer &timer = static_cast<CurlEngine *>(engine)->m_timer;
    if (milliseconds < 0)
        timer.stop();
    else
        timer.start(std::chrono::milliseconds(milliseconds)); // never acts from within: libcurl must not be re-entered
    return 0;
}

void CurlEngine::watch(CurlTransfer *transfer, curl_socket_t socket, int events)
{
    Watch &watch = m_watches[socket];
    watch.transfer = transfer;
    const auto apply = [this, socket](QSocketNotifier *&notifier, bool isWanted, bool isRead) {
        if (isWanted == (notifier != nullptr))
            return;
        if (isWanted) {
            notifier = makeNotifier(socket, isRead);
        } else {
            notifier->setEnabled(false);
            std::exchange(notifier, nullptr)->deleteLater(); // this may be its own signal
        }
    };
    apply(watch.readable, events == CURL_POLL_IN || events == CURL_POLL_INOUT, true);
    apply(watch.writable, events == CURL_POLL_OUT || events == CURL_POLL_INOUT, false);
    if (events == CURL_POLL_REMOVE)
        m_watches.remove(socket);
}

QSocketNotifier *CurlEngine::makeNotifier(curl_socket_t socket, bool isRead)
{
    auto *const notifier = new QSocketNotifier(static_cast<qintptr>(socket),
                                               isRead ? QSocketNotifier::Read : QSocketNotifier::Write, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, socket, isRead] {
        if (isRead)
            onReadable(socket);
        else
            act(socket, CURL_CSELECT_OUT);
    });
    return notifier;
}

void CurlEngine::onReadable(curl_socket_t socket)
{
    CurlTransfer *const transfer = m_watches.value(socket).transfer;
    if (transfer == nullptr || transfer->mayRead(bytesReadable(socket))) {
        act(socket, CURL_CSELECT_IN);
        return;
    }
    remove(*transfer);
    transfer->observer().ended({HttpEnd::TooLarge, {}});
}

void CurlEngine::onTimer()
{
    for (auto watch = m_watches.cbegin(); watch != m_watches.cend(); ++watch) { // may be read now
        if (watch->transfer != nullptr)
            watch->transfer->noteReadable(bytesReadable(watch.key()));
    }
    act(CURL_SOCKET_TIMEOUT, 0);
}

void CurlEngine::act(curl_socket_t socket, int events)
{
    int running = 0;
    curl_multi_socket_action(m_multi.get(), socket, events, &running);
    int left = 0;
    while (const CURLMsg *const message = curl_multi_info_read(m_multi.get(), &left)) {
        CurlTransfer *const transfer = CurlTransfer::of(message->easy_handle);
        const HttpOutcome outcome = transfer->outcomeOf(message->data.result);
        remove(*transfer);
        transfer->observer().ended(outcome); // may destroy any transfer, and start others
    }
}

QByteArray CurlEngine::fileOf(const QByteArray &authorities)
{
    if (!m_authoritiesFile || authorities != m_authorities) {
        // A new name, by which libcurl knows what it has parsed. Without a file, nothing is trusted.
        auto file = std::make_unique<QTemporaryFile>(QDir::tempPath() + QStringLiteral("/islet-XXXXXX.pem"));
        const bool isWritten = file->open() && file->write(authorities) == authorities.size() && file->flush();
        file->close();
        m_authorities = isWritten ? authorities : QByteArray();
        m_authoritiesFile = std::move(file);
    }
    return QFile::encodeName(m_authoritiesFile->fileName());
}

void CurlEngine::remove(CurlTransfer &transfer)
{
    if (!m_transfers.remove(&transfer))
        return;
    curl_multi_remove_handle(m_multi.get(), transfer.handle());
    for (Watch &watch : m_watches) { // libcurl may be shutting down the connection still
        if (watch.transfer == &transfer)
            watch.transfer = nullptr;
    }
}

} // namespace islet
