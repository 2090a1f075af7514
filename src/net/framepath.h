// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/networkcontext.h"

#include <QObject>

namespace islet {

//! The path of frames between a socket and the protocol above it: through the filter, and past the tap.
class FramePath : public QObject {
    Q_OBJECT

public:
    FramePath(const NetworkContext &network, DescribeFrame describe);

    //! `label` is the URL without secrets.
    void open(const QString &label);
    //! `code` as for PacketTap::closed(). Nothing passes after that.
    void close(const QString &code);

    bool isFiltered() const { return m_network.filter; }
    //! Emits passed() with `frame`; or, as the filter wants it, later, changed, several times or never.
    void filter(Direction direction, const QByteArray &frame);
    //! Shows a frame to the tap.
    void tap(Direction direction, const QByteArray &frame, FrameOutcome outcome = FrameOutcome::Passed)
    {
        if (!m_network.tap || !m_isOpen)
            return;
        ++m_lastNumber;
        if (direction == Direction::In)
            m_lastReceived = m_lastNumber;
        m_network.tap->frame({{m_id, m_lastNumber, direction, outcome}, m_network.clock, frame, m_describe});
    }
    //! Corrects the outcome of the frame that was received last.
    void setOutcome(FrameOutcome outcome);

signals:
    void passed(islet::Direction direction, const QByteArray &frame);

private:
    NetworkContext m_network;
    DescribeFrame m_describe;
    ConnectionId m_id{};
    std::uint64_t m_lastNumber = 0;
    std::uint64_t m_lastReceived = 0; // the number of the frame
    bool m_isOpen = false;
};

} // namespace islet
