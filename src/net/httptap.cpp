// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/httptap.h"

#include "net/httpredaction.h"

using namespace Qt::StringLiterals;

namespace islet {

HttpTap::HttpTap(PacketTap &tap, const Clock &clock)
    : m_tap(tap)
    , m_clock(clock)
    , m_id(newConnectionId())
{ }

void HttpTap::request(const QByteArray &method, const QUrl &url, const QByteArray &head)
{
    m_tap.opened(m_id, u"%1 %2"_s.arg(QString::fromLatin1(method), redactedUrl(url)), m_clock());
    frame(Direction::Out, head);
}

void HttpTap::head(QByteArrayView line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (m_head.endsWith("\r\n\r\n"))
        m_head.clear();
    m_head += line;
    m_head += "\r\n";
}

void HttpTap::response(const QByteArray &body)
{
    frame(Direction::In, m_head + body);
}

void HttpTap::closed(const QString &code)
{
    m_tap.closed(m_id, code, m_clock());
}

void HttpTap::frame(Direction direction, const QByteArray &bytes)
{
    const FrameInfo info{
        .connection = m_id, .number = ++m_frameCount, .direction = direction, .outcome = FrameOutcome::Passed};
    m_tap.frame(TappedFrame(info, m_clock, bytes, &describeHttp));
}

} // namespace islet
