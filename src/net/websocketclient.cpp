// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/websocketclient.h"

#include "base/clock.h"
#include "base/quoted.h"
#include "base/sentence.h"
#include "net/connecterror.h"
#include "net/tls.h"

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

using Kind = HandshakeStep::Kind;

constexpr auto beat = 500ms;
constexpr qsizetype measuredPings = 5; // one that met us busy counts for nothing
constexpr int busyPackets = 3; // in one beat; who stands still and says nothing sends less
constexpr qint64 blockedBytes = 2 * 1024; // unsent ones; fewer may just have been written
//! Unsent voice in the system's own buffer is out of our reach; a small one holds little of it.
constexpr int sendBufferBytes = 32 * 1024;

//! The signal has another name since Qt 6.5.
constexpr auto connectionError()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return &QWebSocket::errorOccurred;
#else
    return qOverload<QAbstractSocket::SocketError>(&QWebSocket::error);
#endif
}

} // namespace

WebSocketClient::WebSocketClient(const QUrl &url, const QStringList &subprotocols, QObject *parent)
    : QObject(parent)
    , m_url(url)
    , m_subprotocols(subprotocols)
    , m_socket(new QWebSocket)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        lose(CloseReason::Kind::Network,
             Sentence::tr("%1 did not answer. Check the address and the network.").arg(hostName()));
    });
    m_beat.setInterval(beat);
    connect(&m_beat, &QTimer::timeout, this, &WebSocketClient::onBeat);
    m_socket->setMaxAllowedIncomingFrameSize(maxIncomingBytes);
    m_socket->setMaxAllowedIncomingMessageSize(maxIncomingBytes);
    m_socket->setSslConfiguration(strictTls());
    connect(m_socket.get(), &QWebSocket::connected, this, &WebSocketClient::onConnected);
    // Queued: a TLS socket says that it is closed while it closes, before it says why, and must be left alone then.
    connect(m_socket.get(), &QWebSocket::disconnected, this, &WebSocketClient::onDisconnected, Qt::QueuedConnection);
    connect(m_socket.get(), connectionError(), this, &WebSocketClient::onError, Qt::QueuedConnection);
    connect(m_socket.get(), &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_certificateProblem = certificateProblem(m_url, errors); // nothing is ignored: the connection ends now
    });
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &frame) {
        m_lastLife = monotonicNow();
        if (!m_isOver)
            emit frameReceived(frame);
    });
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, [this] {
        m_lastLife = monotonicNow();
        if (!m_isOver)
            emit textReceived();
    });
    connect(m_socket.get(), &QWebSocket::pong, this,
            [this](quint64, const QByteArray &payload) { onPong(payload); }); // its own time is the latest ping's
}

WebSocketClient::~WebSocketClient()
{
    drop();
}

QString WebSocketClient::hostName() const
{
    return hostNameOf(m_url);
}

void WebSocketClient::open(std::chrono::milliseconds patience)
{
    m_timer.start(patience);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols(m_subprotocols);
    m_socket->open(m_url, options);
    // A server may pour without end where an answer is due. A whole message must fit.
    m_socket->setReadBufferSize(2 * maxIncomingBytes);
    watchSteps();
}

//! QWebSocket itself tells only of the end. Its TCP socket is its child; without it there are fewer steps, no more.
void WebSocketClient::watchSteps()
{
    auto *const tcp = m_socket->findChild<QTcpSocket *>();
    if (!tcp)
        return;
    const auto tell = [this](Kind kind, const QString &detail) {
        if (!m_isOver)
            emit stepCompleted({kind, detail});
    };
    connect(tcp, &QTcpSocket::hostFound, this,
            [this, tell] { tell(Kind::Resolved, Sentence::tr("%1 has an address.").arg(m_url.host())); });
    connect(tcp, &QTcpSocket::connected, this, [tcp, tell] {
        tcp->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, sendBufferBytes);
        tell(Kind::Connected,
             Sentence::tr("%1 port %2 took the connection.").arg(tcp->peerAddress().toString()).arg(tcp->peerPort()));
    });
    if (auto *const tls = qobject_cast<QSslSocket *>(tcp)) {
        connect(tls, &QSslSocket::encrypted, this, [tls, tell] {
            const QSslCipher cipher = tls->sessionCipher();
            tell(Kind::Encrypted,
                 Sentence::tr("%1 with %2; the certificate is good.").arg(cipher.protocolString(), cipher.name()));
        });
    }
}

void WebSocketClient::onConnected()
{
    if (m_isOver)
        return;
    m_timer.stop();
    m_isOpen = true;
    const QString chosen = m_socket->subprotocol();
    emit stepCompleted({Kind::Upgraded,
                        chosen.isEmpty() ? Sentence::tr("It is a WebSocket; the server chose no sub-protocol.")
                                         : Sentence::tr("It is a WebSocket that speaks %1.").arg(quoted(chosen))});
    if (!m_isOver)
        emit opened();
}

bool WebSocketClient::send(const QByteArray &frame)
{
    if (m_isOver)
        return false;
    if (queued() > maxQueuedBytes) {
        lose(CloseReason::Kind::Network,
             Sentence::tr("%1 does not read what is sent to it; the connection was given up.").arg(hostName()));
        return false;
    }
    m_socket->sendBinaryMessage(frame);
    ++m_sentSinceBeat;
    return true;
}

qint64 WebSocketClient::queued() const
{
    return m_socket->bytesToWrite();
}

void WebSocketClient::startKeepAlive()
{
    m_lastLife = m_lastBeat = monotonicNow();
    m_beat.start();
}

void WebSocketClient::onBeat()
{
    const auto now = monotonicNow();
    // Who was asleep or busy elsewhere has not listened; what came meanwhile is read first.
    if (now - std::exchange(m_lastBeat, now) > 2 * beat)
        m_lastLife = std::max(m_lastLife, now - beat);
    // Who talks into a blocked way sends nothing in the end: it is all dropped.
    if (std::exchange(m_sentSinceBeat, 0) >= busyPackets || queued() > blockedBytes)
        m_busyBeats = beatsBusy;
    const auto patience = m_busyBeats > 0 ? busyTimeout : idleTimeout;
    m_busyBeats = std::max(0, m_busyBeats - 1);
    if (now - m_lastLife >= patience)
        lose(CloseReason::Kind::Network,
             Sentence::tr("Nothing comes from %1 any more; the connection was lost.").arg(hostName()));
    else
        ping();
}

void WebSocketClient::ping()
{
    m_pingedAt[m_nextPing] = monotonicNow();
    m_socket->ping(QByteArray(1, static_cast<char>(m_nextPing)));
    m_nextPing = static_cast<std::uint8_t>((m_nextPing + 1) % m_pingedAt.size());
}

void WebSocketClient::onPong(const QByteArray &payload)
{
    m_lastLife = monotonicNow();
    const std::size_t number = payload.size() == 1 ? static_cast<std::uint8_t>(payload.front()) : m_pingedAt.size();
    if (number >= m_pingedAt.size() || m_pingedAt[number] == 0us)
        return; // none of ours, or a second answer
    m_roundTrips.append(m_lastLife - std::exchange(m_pingedAt[number], 0us));
    if (m_roundTrips.size() > measuredPings)
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
    // Later errors are followed by the end of the connection; an upgrade that was refused need not be.
    if (!m_isOpen)
        onDisconnected();
}

void WebSocketClient::onDisconnected()
{
    if (m_isOver)
        return;
    // The code that Qt itself closes with.
    if (m_socket->closeCode() == QWebSocketProtocol::CloseCodeTooMuchData) {
        lose(CloseReason::Kind::Protocol,
             Sentence::tr("%1 sent a message larger than %2 bytes, which no room does.")
                 .arg(hostName())
                 .arg(maxIncomingBytes));
    } else if (m_isOpen) {
        lose(CloseReason::Kind::Network, Sentence::tr("The connection to %1 was lost.").arg(hostName()));
    } else if (!m_certificateProblem.isEmpty()) {
        lose(CloseReason::Kind::Rejected, m_certificateProblem);
    } else {
        const CloseReason reason = connectError(m_url, m_socket->error(), m_socket->errorString());
        lose(reason.kind, reason.detail);
    }
}

void WebSocketClient::lose(CloseReason::Kind kind, const QString &detail)
{
    if (m_isOver)
        return;
    const int code = m_isOpen ? static_cast<int>(m_socket->closeCode()) : 0;
    drop();
    emit lost({kind, detail}, code);
}

void WebSocketClient::close()
{
    drop();
}

void WebSocketClient::closeLater(std::chrono::milliseconds delay)
{
    if (m_isOver)
        return;
    QWebSocket *const socket = m_socket.get();
    socket->disconnect(this);
    QTimer::singleShot(delay, socket, [socket] { socket->deleteLater(); });
    static_cast<void>(m_socket.release());
    m_isOver = true;
    m_timer.stop();
    m_beat.stop();
}

void WebSocketClient::drop()
{
    if (std::exchange(m_isOver, true))
        return;
    m_timer.stop();
    m_beat.stop();
    m_socket->disconnect(this);
    if (m_socket->isValid())
        m_socket->close();
    else
        m_socket->abort();
}

} // namespace islet
