// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTcpSocket>

#include <optional>

namespace islet::test {

//! A WebSocket client implemented on a TCP socket, for what QWebSocket would not do: break the rules, stop reading,
//! leave pings unanswered.
class RawWsClient : public QObject {
    Q_OBJECT

public:
    enum class Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

    explicit RawWsClient(QObject *parent = nullptr);

    //! Connects by TCP only, to loopback.
    void connectTo(quint16 port);
    //! Connects by TCP, then requests a WebSocket at this path.
    void connectTo(quint16 port, const QByteArray &path);
    static QByteArray upgradeRequest(const QByteArray &path);

    void sendBytes(const QByteArray &bytes);
    void sendFrame(Opcode opcode, const QByteArray &payload, bool isFinal = true);
    void abort();
    //! Shuts down sending, and continues reading.
    void halfClose();
    //! Stops reading from the socket; the kernel's buffers at both ends then fill up, some megabytes.
    void stopReading();
    void resumeReading();

    bool isConnected() const { return m_tcp.state() == QAbstractSocket::ConnectedState; }
    bool isUpgraded() const { return m_isUpgraded; }
    //! True if the connection was established and has ended.
    bool isGone() const { return m_isGone; }
    //! 0 before an answer.
    int httpStatus() const;
    //! Everything received before the first frame.
    const QByteArray &httpAnswer() const { return m_httpAnswer; }
    std::optional<quint16> closeCode() const { return m_closeCode; }
    const QString &closeReason() const { return m_closeReason; }
    int pings() const { return m_pings; }
    int pongs() const { return m_pongs; }
    qint64 bytesToWrite() const { return m_tcp.bytesToWrite(); }
    void setAnswersPings(bool answers) { m_answersPings = answers; }

signals:
    void upgraded();
    void frameReceived(const QByteArray &payload);
    void gone();

private:
    void readSome();
    void readAnswer();
    bool readFrame();
    void onFrame(Opcode opcode, const QByteArray &payload);

    QTcpSocket m_tcp;
    QByteArray m_path;
    QByteArray m_buffer;
    QByteArray m_httpAnswer;
    std::optional<quint16> m_closeCode;
    QString m_closeReason;
    int m_pings = 0;
    int m_pongs = 0;
    bool m_isUpgraded = false;
    bool m_isGone = false;
    bool m_answersPings = true;
    bool m_reads = true;
};

} // namespace islet::test
