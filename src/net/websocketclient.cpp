// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/websocketclient.h"

#include "base/logging.h"
#include "base/quoted.h"
#include "net/connecterror.h"
#include "net/httpredaction.h"
#include "net/proxyanswer.h"
#include "net/tls.h"
#include "net/upgraderefusal.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QSslCipher>
#include <QSslSocket>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr auto keepAliveInterval = 500ms;
constexpr qsizetype maxRoundTrips = 5; // enough for the median to ignore one delayed by our own load
constexpr int minBusyPackets = 9; // per tick: walking sends 10, talking 25; at rest positions and profiles make up to 8
constexpr qint64 blockedBytes = 2 * 1024; // of unsent data; less may just have been written
//! Voice in the operating system's send buffer can no longer be dropped, so that buffer is kept small.
constexpr int sendBufferBytes = 32 * 1024;

//! The signal was renamed in Qt 6.5.
constexpr auto connectionError()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return &QWebSocket::errorOccurred;
#else
    return qOverload<QAbstractSocket::SocketError>(&QWebSocket::error);
#endif
}

} // namespace

WebSocketClient::WebSocketClient(const QUrl &url, const QStringList &subprotocols, const NetworkContext &network,
                                 DescribeFrame describe, QObject *parent)
    : QObject(parent)
    , m_url(url)
    , m_subprotocols(subprotocols)
    , m_network(network)
    , m_path(network, describe)
    , m_socket(new QWebSocket)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        fail({CloseReason::Kind::Network, CloseCode::NoAnswer, {hostName()}});
    });
    m_keepAliveTimer.setInterval(keepAliveInterval);
    connect(&m_keepAliveTimer, &QTimer::timeout, this, &WebSocketClient::keepAlive);
    m_socket->setMaxAllowedIncomingFrameSize(maxIncomingBytes);
    m_socket->setMaxAllowedIncomingMessageSize(maxIncomingBytes);
    m_socket->setSslConfiguration(strictTls());
    connect(m_socket.get(), &QWebSocket::connected, this, &WebSocketClient::onConnected);
    // Queued: a TLS socket emits disconnected() while still closing, before errorOccurred(); don't touch it then.
    connect(m_socket.get(), &QWebSocket::disconnected, this, &WebSocketClient::onDisconnected, Qt::QueuedConnection);
    connect(m_socket.get(), connectionError(), this, &WebSocketClient::onError, Qt::QueuedConnection);
    connect(m_socket.get(), &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_certificateProblem = certificateProblem(m_url, errors); // no error is ignored: the connection closes now
    });
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this, &WebSocketClient::receive);
    connect(&m_path, &FramePath::passed, this, &WebSocketClient::onPassed);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, [this] {
        if (!m_isClosed)
            emit textReceived();
    });
    connect(m_socket.get(), &QWebSocket::pong, this,
            [this](quint64, const QByteArray &payload) { onPong(payload); }); // Qt's own time is the latest ping's
}

WebSocketClient::~WebSocketClient()
{
    drop();
}

QString WebSocketClient::hostName() const
{
    return hostNameOf(m_url);
}

void WebSocketClient::open(std::chrono::milliseconds timeout)
{
    qCDebug(lcSocket).noquote() << "connecting to" << hostName();
    m_patience = std::min(timeout, m_network.patience);
    m_timer.start(m_patience);
    m_path.open(redactedUrl(m_url));
    m_socket->setProxy(proxyFor(m_url, m_network.policy));
    QWebSocketHandshakeOptions options;
    options.setSubprotocols(m_subprotocols);
    m_socket->open(m_url, options);
    // Bounds what a server can make us buffer instead of a response. A whole message must fit.
    m_socket->setReadBufferSize(2 * maxIncomingBytes);
    watchTcp();
}

//! QWebSocket reports no intermediate steps, and no bytes before a message is complete, so this observes its child TCP
//! socket. Without one, the connection would seem to be silent and be given up.
void WebSocketClient::watchTcp()
{
    auto *const tcp = m_socket->findChild<QTcpSocket *>();
    if (!tcp)
        return;
    boundProxyAnswer(*tcp, this, [this] {
        fail({CloseReason::Kind::Network, CloseCode::ProxyFailed, {hostName(), nameOf(m_socket->proxy())}});
    });
    connect(tcp, &QTcpSocket::readyRead, this, [this] { m_lastReceived = m_network.clock(); });
    const auto report = [this](StepCode code, const QStringList &arguments) {
        if (m_isClosed)
            return;
        m_timer.start(m_patience);
        emit stepCompleted({code, arguments});
    };
    connect(tcp, &QTcpSocket::hostFound, this, [this, report] { report(StepCode::Resolved, {m_url.host()}); });
    connect(tcp, &QTcpSocket::connected, this, [this, tcp, report] {
        tcp->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, sendBufferBytes);
        const QNetworkProxy proxy = m_socket->proxy();
        const bool isDirect = proxy.type() == QNetworkProxy::NoProxy;
        if (isDirect && !m_network.policy.mayReachThisMachine && leadsHere(tcp->peerAddress())) // nothing was sent yet
            fail({CloseReason::Kind::Rejected, CloseCode::LeadsHere, {hostName()}});
        else if (isDirect)
            report(StepCode::Connected, {tcp->peerAddress().toString(), QString::number(tcp->peerPort())});
        else
            report(StepCode::Connected, {proxy.hostName(), QString::number(proxy.port())});
    });
    if (auto *const tls = qobject_cast<QSslSocket *>(tcp)) {
        connect(tls, &QSslSocket::encrypted, this, [tls, report] {
            const QSslCipher cipher = tls->sessionCipher();
            report(StepCode::Encrypted, {cipher.protocolString(), cipher.name()});
        });
    }
}

void WebSocketClient::onConnected()
{
    if (m_isClosed)
        return;
    m_timer.stop();
    m_isOpen = true;
    qCDebug(lcSocket).noquote() << "connected to" << hostName();
    const QString chosen = m_socket->subprotocol();
    if (chosen.isEmpty())
        emit stepCompleted({StepCode::UpgradedPlain});
    else
        emit stepCompleted({StepCode::Upgraded, {quoted(chosen)}});
    if (!m_isClosed)
        emit opened();
}

void WebSocketClient::receive(const QByteArray &frame)
{
    if (m_isClosed)
        return;
    if (m_path.isFiltered()) {
        m_path.filter(Direction::In, frame);
        return;
    }
    m_path.tap(Direction::In, frame);
    emit frameReceived(frame);
}

WebSocketClient::SendResult WebSocketClient::send(const QByteArray &frame, qint64 dropAbove)
{
    if (m_isClosed)
        return SendResult::Closed;
    const qint64 unsent = queued();
    if (unsent > maxQueuedBytes) {
        fail({CloseReason::Kind::Network, CloseCode::StoppedReading, {hostName()}});
        return SendResult::Closed;
    }
    if (unsent > dropAbove) {
        m_path.tap(Direction::Out, frame, FrameOutcome::Dropped);
        return SendResult::Dropped;
    }
    ++m_sentSinceTick;
    if (m_path.isFiltered()) {
        m_path.filter(Direction::Out, frame);
        return SendResult::Sent;
    }
    m_path.tap(Direction::Out, frame);
    m_socket->sendBinaryMessage(frame);
    return SendResult::Sent;
}

void WebSocketClient::onPassed(Direction direction, const QByteArray &frame)
{
    if (m_isClosed)
        return;
    if (direction == Direction::In)
        emit frameReceived(frame);
    else
        m_socket->sendBinaryMessage(frame);
}

qint64 WebSocketClient::queued() const
{
    return m_socket->bytesToWrite();
}

void WebSocketClient::startKeepAlive()
{
    m_lastReceived = m_lastTick = m_network.clock();
    m_keepAliveTimer.start();
}

void WebSocketClient::keepAlive()
{
    const auto now = m_network.clock();
    // After a suspend or a blocked event loop nothing was read; whatever arrived meanwhile must be read first.
    if (now - std::exchange(m_lastTick, now) > 2 * keepAliveInterval)
        m_lastReceived = std::max(m_lastReceived, now - keepAliveInterval);
    // On a congested connection all voice is dropped, so sending nothing does not mean idle.
    if (std::exchange(m_sentSinceTick, 0) >= minBusyPackets || queued() > blockedBytes)
        m_busyTicks = busyTickCount;
    const auto timeout = m_busyTicks > 0 ? busyTimeout : idleTimeout;
    m_busyTicks = std::max(0, m_busyTicks - 1);
    if (now - m_lastReceived >= timeout)
        fail({CloseReason::Kind::Network, CloseCode::StoppedResponding, {hostName()}});
    else
        ping();
}

void WebSocketClient::ping()
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return; // the server is closing it, and QWebSocket would write to a closed device
    m_pingedAt[m_nextPing] = m_network.clock();
    m_socket->ping(QByteArray(1, static_cast<char>(m_nextPing)));
    m_nextPing = static_cast<std::uint8_t>((m_nextPing + 1) % m_pingedAt.size());
}

void WebSocketClient::onPong(const QByteArray &payload)
{
    const std::size_t number = payload.size() == 1 ? static_cast<std::uint8_t>(payload.front()) : m_pingedAt.size();
    if (number >= m_pingedAt.size() || m_pingedAt[number] == 0us)
        return; // not one of our pings, or a duplicate pong
    m_roundTrips.append(m_network.clock() - std::exchange(m_pingedAt[number], 0us));
    if (m_roundTrips.size() > maxRoundTrips)
        m_roundTrips.removeFirst();
}

std::optional<std::chrono::microseconds> WebSocketClient::roundTrip() const
{
    if (m_roundTrips.isEmpty())
        return std::nullopt;
    auto sorted = m_roundTrips;
    std::ranges::sort(sorted);
    return sorted[sorted.size() / 2];
}

void WebSocketClient::onError()
{
    // Errors after opening are followed by disconnected(); a refused upgrade may not be.
    if (!m_isOpen)
        onDisconnected();
}

void WebSocketClient::onDisconnected()
{
    if (m_isClosed)
        return;
    // The code that Qt itself uses to close.
    if (m_socket->closeCode() == QWebSocketProtocol::CloseCodeTooMuchData) {
        fail(
            {CloseReason::Kind::Protocol, CloseCode::MessageTooLarge, {hostName(), QString::number(maxIncomingBytes)}});
    } else if (m_isOpen) {
        fail({CloseReason::Kind::Network, CloseCode::ConnectionLost, {hostName()}});
    } else if (!m_refusal) {
        onNotConnected();
    }
}

void WebSocketClient::onNotConnected()
{
    const CloseReason reason = m_certificateProblem.value_or(
        connectError(m_url, m_socket->proxy(), m_socket->error(), m_socket->errorString()));
    if (reason.code != CloseCode::HttpStatus) {
        fail(reason);
        return;
    }
    m_timer.stop();
    m_refusal.reset(new UpgradeRefusal(m_url, m_network, reason));
    connect(m_refusal.get(), &UpgradeRefusal::explained, this, &WebSocketClient::fail);
}

void WebSocketClient::fail(const CloseReason &reason)
{
    if (m_isClosed)
        return;
    const int code = m_isOpen ? static_cast<int>(m_socket->closeCode()) : 0;
    qCDebug(lcSocket).noquote() << "lost" << hostName() << nameOf(reason) << "close code" << code;
    drop(nameOf(reason));
    emit lost(reason, code);
}

void WebSocketClient::close()
{
    drop();
}

void WebSocketClient::closeLater(std::chrono::milliseconds delay)
{
    if (m_isClosed)
        return;
    QWebSocket *const socket = m_socket.get();
    socket->disconnect(this);
    socket->setParent(QCoreApplication::instance()); // if the program ends before `delay` is over
    QTimer::singleShot(delay, socket, [socket] { socket->deleteLater(); });
    static_cast<void>(m_socket.release());
    m_isClosed = true;
    m_path.close({});
    m_timer.stop();
    m_keepAliveTimer.stop();
}

void WebSocketClient::drop(const QString &code)
{
    if (std::exchange(m_isClosed, true))
        return;
    m_path.close(code);
    m_timer.stop();
    m_keepAliveTimer.stop();
    if (m_refusal)
        m_refusal->disconnect(this);
    m_refusal.reset();
    m_socket->disconnect(this);
    if (m_socket->isValid())
        m_socket->close();
    else
        m_socket->abort();
}

} // namespace islet
