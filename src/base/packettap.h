// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace islet {

//! One WebSocket connection or HTTP request, unique within the process.
enum class ConnectionId : std::uint32_t {};

enum class Direction : std::uint8_t { In, Out };

//! What became of a frame.
enum class FrameOutcome : std::uint8_t {
    Passed, //!< to the socket, or to the protocol above it
    Withheld, //!< by a FrameFilter; if it is only delayed, it is seen again as Passed
    Dropped, //!< unreliable, and the send buffer was full
    Malformed, //!< received, but could not be decoded
    UnknownSender, //!< received from an alias that the server has not announced
};

//! What a protocol says of one of its frames.
struct FrameSummary {
    QLatin1StringView kind; //!< the message in it: `welcome`, `position`; empty if it could not be decoded
    QByteArray redacted; //!< without signatures, auth chains and tokens; empty if it cannot be shown
};
using DescribeFrame = FrameSummary (*)(Direction direction, const QByteArray &frame);

//! Which frame was seen, and what became of it.
struct FrameInfo {
    ConnectionId connection;
    std::uint64_t number; //!< within the connection, from 1
    Direction direction;
    FrameOutcome outcome;
};

//! A WebSocket message, or the head and body of an HTTP request or response, as a PacketTap sees it: gives its bytes
//! only after redaction. Valid during the call alone; everything that takes time is done on request.
class TappedFrame {
public:
    //! Without `describe`, only its size is known.
    TappedFrame(const FrameInfo &info, const Clock &clock, const QByteArray &frame, DescribeFrame describe)
        : m_info(info)
        , m_clock(clock)
        , m_frame(frame)
        , m_describe(describe)
    { }

    const FrameInfo &info() const { return m_info; }
    std::chrono::microseconds time() const { return m_clock(); } //!< now, by the connection's monotonic clock
    qsizetype size() const { return m_frame.size(); } //!< before redaction, in bytes
    FrameSummary summary() const { return m_describe ? m_describe(m_info.direction, m_frame) : FrameSummary(); }

private:
    FrameInfo m_info;
    const Clock &m_clock;
    const QByteArray &m_frame;
    DescribeFrame m_describe;
};

//! Observes the traffic of sockets and HTTP requests, on the thread they belong to. It must not close what it
//! observes.
class PacketTap {
public:
    PacketTap() = default;
    virtual ~PacketTap() = default;
    Q_DISABLE_COPY_MOVE(PacketTap)

    //! `label` is the URL without secrets.
    virtual void opened(ConnectionId connection, const QString &label, std::chrono::microseconds time) = 0;
    virtual void frame(const TappedFrame &frame) = 0;
    //! Corrects the outcome of a frame that was reported as Passed.
    virtual void outcome(ConnectionId connection, std::uint64_t number, FrameOutcome outcome) = 0;
    //! `code` is the name of a close code; empty if we closed it, or an HTTP request was answered.
    virtual void closed(ConnectionId connection, const QString &code, std::chrono::microseconds time) = 0;
};

} // namespace islet
