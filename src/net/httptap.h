// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "net/networkcontext.h"

class QUrl;

// Private to this folder.
namespace islet {

//! Reports one HTTP exchange to a PacketTap, redacted: the request as one frame, the response as another.
class HttpTap {
public:
    HttpTap(PacketTap &tap, const Clock &clock);

    //! `head` as sent, with line ends.
    void request(const QByteArray &method, const QUrl &url, const QByteArray &head);
    //! A line of a response's head. A new head replaces that of an interim response.
    void head(QByteArrayView line);
    void response(const QByteArray &body);
    //! `code` is empty if the request was answered, or stopped by us.
    void closed(const QString &code);

private:
    void frame(Direction direction, const QByteArray &bytes);

    PacketTap &m_tap;
    Clock m_clock;
    ConnectionId m_id;
    std::uint64_t m_frameCount = 0;
    QByteArray m_head;
};

} // namespace islet
