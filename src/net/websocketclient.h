// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/deletelater.h"
#include "net/closereason.h"
#include "net/handshakestep.h"

#include <QTimer>
#include <QUrl>

#include <array>
#include <chrono>

class QTcpSocket;
class QWebSocket;

namespace islet {

//! A WebSocket that carries binary frames to and from a server that nobody trusts: says how connecting goes, bounds
//! what comes and what waits to go, and notices when the other side is gone.
//!
//! Ends with at most one lost(), which close() prevents; nothing is emitted after either.
class WebSocketClient : public QObject {
    Q_OBJECT

public:
    //! A room's welcome of 10,000 peers has 520 kB; more than this is no message.
    static constexpr quint64 maxIncomingBytes = 1024 * 1024;
    //! A server that leaves this much unread reads no more.
    static constexpr qint64 maxQueuedBytes = 4 * 1024 * 1024;
    //! How long the other side may be silent, pings and all, before it counts as gone.
    static constexpr std::chrono::milliseconds busyTimeout{2'250}; //!< while we talk or move; 3 s with a late beat
    static constexpr std::chrono::milliseconds idleTimeout{10'000};

    WebSocketClient(const QUrl &url, const QStringList &subprotocols, QObject *parent = nullptr);
    ~WebSocketClient() override;

    //! For TCP, TLS and the upgrade together.
    void open(std::chrono::milliseconds patience);
    //! False when the other side has stopped reading, which was told by lost() then.
    bool send(const QByteArray &frame);
    //! Bytes that wait to go.
    qint64 queued() const;
    //! From now on silence is noticed, and the way measured.
    void startKeepAlive();
    //! To the server and back, the median of the last pings; nothing before the first is answered.
    std::optional<std::chrono::microseconds> roundTrip() const;
    //! Something on the same way was lost: for a moment the short patience counts, whatever we send.
    void shortenTimeout() { m_busyBeats = beatsBusy; }
    void close();
    //! Closes after the server had time to finish what it does, and whoever holds this may be gone then.
    void closeLater(std::chrono::milliseconds delay);

    const QUrl &url() const { return m_url; }
    //! `host` or `host:port`, as sentences name it.
    QString hostName() const;

signals:
    void stepCompleted(const islet::HandshakeStep &step);
    void opened();
    void frameReceived(const QByteArray &frame);
    void textReceived();
    //! Before opened(): why no connection came about. After: Network, or Protocol when what came was too large; a close
    //! code of the server's own is in `code`, 0 without one.
    void lost(const islet::CloseReason &reason, int code);

private:
    static constexpr int beatsBusy = 4; // that one counts as busy after

    void watchSteps();
    void onConnected();
    void onError();
    void onDisconnected();
    void onBeat();
    void ping();
    void onPong(const QByteArray &payload);
    void lose(CloseReason::Kind kind, const QString &detail);
    void drop();

    QUrl m_url;
    QStringList m_subprotocols;
    std::unique_ptr<QWebSocket, DeleteLater> m_socket;
    QTimer m_timer; // until the connection stands
    QTimer m_beat;
    std::chrono::microseconds m_lastLife{0};
    std::chrono::microseconds m_lastBeat{0};
    std::array<std::chrono::microseconds, 32> m_pingedAt{}; // by the number in each; 0 once answered
    std::uint8_t m_nextPing = 0;
    QList<std::chrono::microseconds> m_roundTrips; // the latest last
    int m_sentSinceBeat = 0;
    int m_busyBeats = 0; // beats until it counts as idle
    bool m_isOpen = false;
    bool m_isOver = false;
    QString m_certificateProblem;
};

} // namespace islet
