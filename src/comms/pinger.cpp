// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/pinger.h"

#include "protocol/chattext.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr qsizetype maxRemembered = 64;
//! Answers are broadcast: a peer that pings endlessly must not make us flood the room.
constexpr auto minAnswerInterval = 100ms;

} // namespace

Pinger::Pinger(CommsAdapter &adapter, const Address &ownAddress, Clock clock, QObject *parent)
    : QObject(parent)
    , m_adapter(adapter)
    , m_ownAddress(ownAddress)
    , m_clock(std::move(clock))
{
    connect(&adapter, &CommsAdapter::pingReceived, this, &Pinger::onPing);
    connect(&adapter, &CommsAdapter::pongReceived, this, &Pinger::onPong);
}

Expected<void> Pinger::ping()
{
    const QString nonce = QString::number(QRandomGenerator::global()->bounded(1u, 1'000'000'000u));
    if (const auto sent = m_adapter.sendChat(pingText(nonce)); !sent)
        return tl::unexpected(sent.error());
    m_pings.enqueue({nonce, m_clock()});
    if (m_pings.size() > maxRemembered)
        m_pings.dequeue();
    return {};
}

void Pinger::onPing(const Address &from, const QString &nonce)
{
    const std::pair received{from, nonce};
    const auto now = m_clock();
    const bool isNumber =
        !nonce.isEmpty() && std::ranges::all_of(nonce, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isNumber || m_answeredPings.contains(received) || now - m_lastAnswer < minAnswerInterval)
        return;
    m_answeredPings.enqueue(received);
    if (m_answeredPings.size() > maxRemembered)
        m_answeredPings.dequeue();
    m_lastAnswer = now;
    static_cast<void>(m_adapter.sendChat(pongText(nonce, m_ownAddress.toLower())));
}

void Pinger::onPong(const Address &from, const QString &nonce)
{
    const auto sent = std::ranges::find(std::as_const(m_pings), nonce, &SentPing::nonce);
    if (sent != m_pings.cend())
        emit answered(from, m_clock() - sent->at);
}

} // namespace islet
