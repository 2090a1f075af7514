// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTcpSocket>

#include <optional>

namespace islet::test {

//! A WebSocket client made by hand on a TCP socket, for what QWebSocket would not do: break the rules, stop reading,
//! leave pings without answer.
class RawWsClient : public QObject {
    Q_OBJECT

public:
    enum class Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

    explicit RawWsClient(QObject *parent = nullptr);

    //! TCP alone, to loopback.
    void connectTo(quint16 port);
    //! TCP, and then a request for a WebSocket at this path.
    void connectTo(quint16 port, const QByteArray &path);
    static QByteArray upgradeRequest(const QByteArray &path);

    void sendBytes(const QByteArray &bytes);
    void sendFrame(Opcode opcode, const QByteArray &payload, bool isFinal = true);
    void abort();
    //! Says that nothing more will be sent, and goes on reading.
    void halfClose();
    //! Takes nothing more off the wire; what the kernel holds for both ends fills up, some megabytes.
    void stopReading();
    void resumeReading();

    bool isConnected() const { return m_tcp.state() == QAbstractSocket::ConnectedState; }
    bool isUpgraded() const { return m_isUpgraded; }
    //! Was connected, and is no more.
    bool isGone() const { return m_isGone; }
    //! 0 before any answer.
    int httpStatus() const;
    //! All that came before the frames.
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
