// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/deletelater.h"
#include "net/closereason.h"
#include "net/framepath.h"
#include "net/handshakestep.h"

#include <QTimer>
#include <QUrl>

#include <array>
#include <chrono>
#include <limits>
#include <optional>

class QTcpSocket;
class QWebSocket;

namespace islet {

class UpgradeRefusal;

//! A WebSocket that carries binary frames to and from an untrusted server: reports the steps of connecting, bounds the
//! incoming messages and the send queue, and detects a dead connection.
//!
//! Emits lost() at most once, and not after close(); nothing is emitted after either.
class WebSocketClient : public QObject {
    Q_OBJECT

public:
    //! A room's welcome message for 10,000 peers has 520 kB; anything larger than this is invalid.
    static constexpr quint64 maxIncomingBytes = 1024 * 1024;
    //! A server that leaves this much unread is considered dead.
    static constexpr qint64 maxQueuedBytes = 4 * 1024 * 1024;
    //! How long nothing, not even a pong, may arrive before the connection counts as lost.
    static constexpr std::chrono::milliseconds busyTimeout{2'250}; //!< while we talk or move; 3 s with a late tick
    static constexpr std::chrono::milliseconds idleTimeout{10'000};

    //! What became of a frame. Closed: the connection is over, or ends now, since the other side has stopped reading.
    enum class SendResult { Sent, Dropped, Closed };

    //! `describe` tells a tap and a filter what is in a frame; without it they know its size alone.
    WebSocketClient(const QUrl &url, const QStringList &subprotocols, const NetworkContext &network,
                    DescribeFrame describe = nullptr, QObject *parent = nullptr);
    ~WebSocketClient() override;

    //! `timeout` and the patience of the context are for each of: looking up the name, TCP, TLS and the upgrade.
    void open(std::chrono::milliseconds timeout);
    //! Drops the frame if more than `dropAbove` bytes are in the send queue.
    SendResult send(const QByteArray &frame, qint64 dropAbove = std::numeric_limits<qint64>::max());
    //! Bytes in the send queue.
    qint64 queued() const;
    //! Tells a tap that the frame that is being received was not what it should be.
    void setOutcome(FrameOutcome outcome) { m_path.setOutcome(outcome); }
    //! Starts sending pings, detecting a dead connection and measuring the round trip.
    void startKeepAlive();
    //! Pings, or drops the connection if the server was silent for too long. After startKeepAlive() a timer calls it
    //! every 500 ms.
    void keepAlive();
    //! The median round-trip time of the last pings; nullopt before the first pong.
    std::optional<std::chrono::microseconds> roundTrip() const;
    //! Applies busyTimeout for a moment, whatever we send: another connection on the same path was lost.
    void shortenTimeout() { m_busyTicks = busyTickCount; }
    void close();
    //! Closes after `delay`, so that the server can finish its work. This object may be destroyed in the meantime.
    void closeLater(std::chrono::milliseconds delay);

    const QUrl &url() const { return m_url; }
    //! `host` or `host:port`, for use in messages.
    QString hostName() const;

signals:
    void stepCompleted(const islet::HandshakeStep &step);
    void opened();
    void frameReceived(const QByteArray &frame);
    void textReceived();
    //! Before opened(): why connecting failed. After: Network, or Protocol if a message was too large; `code` is the
    //! server's close code, 0 without one.
    void lost(const islet::CloseReason &reason, int code);

private:
    static constexpr int busyTickCount = 4; // how long activity counts as busy

    void receive(const QByteArray &frame);
    void onPassed(Direction direction, const QByteArray &frame);
    void watchTcp();
    void onConnected();
    void onError();
    void onDisconnected();
    void onNotConnected();
    void ping();
    void onPong(const QByteArray &payload);
    void fail(const CloseReason &reason);
    //! `code` as for PacketTap::closed().
    void drop(const QString &code = {});

    QUrl m_url;
    QStringList m_subprotocols;
    NetworkContext m_network;
    FramePath m_path;
    std::unique_ptr<QWebSocket, DeleteLater> m_socket;
    QTimer m_timer; // connect timeout
    std::chrono::milliseconds m_patience{0}; // between two steps of connecting
    std::unique_ptr<UpgradeRefusal, DeleteLater> m_refusal; // asks why the upgrade was refused
    QTimer m_keepAliveTimer;
    std::chrono::microseconds m_lastReceived{0};
    std::chrono::microseconds m_lastTick{0};
    std::array<std::chrono::microseconds, 32> m_pingedAt{}; // by ping number; 0 once answered
    std::uint8_t m_nextPing = 0;
    QList<std::chrono::microseconds> m_roundTrips; // newest last
    int m_sentSinceTick = 0;
    int m_busyTicks = 0; // ticks left until the connection counts as idle
    bool m_isOpen = false;
    bool m_isClosed = false;
    std::optional<CloseReason> m_certificateProblem;
};

} // namespace islet
