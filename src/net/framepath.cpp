// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/framepath.h"

#include "base/framefilter.h"

#include <QPointer>

#include <memory>

namespace islet {

FramePath::FramePath(const NetworkContext &network, DescribeFrame describe)
    : m_network(network)
    , m_describe(describe)
{ }

void FramePath::open(const QString &label)
{
    m_isOpen = true;
    m_id = newConnectionId();
    if (m_network.tap)
        m_network.tap->opened(m_id, label, m_network.clock());
}

void FramePath::close(const QString &code)
{
    if (std::exchange(m_isOpen, false) && m_network.tap)
        m_network.tap->closed(m_id, code, m_network.clock());
}

void FramePath::filter(Direction direction, const QByteArray &frame)
{
    const QLatin1StringView kind = m_describe ? m_describe(direction, frame).kind : QLatin1StringView();
    const auto isPassed = std::make_shared<bool>(false);
    m_network.filter->filter(m_id, direction, kind, frame,
                             [path = QPointer(this), direction, isPassed](const QByteArray &changed) {
                                 *isPassed = true;
                                 if (!path || !path->m_isOpen)
                                     return;
                                 path->tap(direction, changed);
                                 emit path->passed(direction, changed);
                             });
    if (!*isPassed)
        tap(direction, frame, FrameOutcome::Withheld);
}

void FramePath::setOutcome(FrameOutcome outcome)
{
    if (m_network.tap && m_isOpen)
        m_network.tap->outcome(m_id, m_lastReceived, outcome);
}

} // namespace islet
