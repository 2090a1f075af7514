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

constexpr qsizetype remembered = 64;
//! An answer goes to everybody: a peer that asks without end must not make us flood the room.
constexpr auto betweenAnswers = 100ms;

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
        return sent;
    m_asked.enqueue({nonce, m_clock()});
    if (m_asked.size() > remembered)
        m_asked.dequeue();
    return {};
}

void Pinger::onPing(const Address &from, const QString &nonce)
{
    const std::pair question{from, nonce};
    const auto now = m_clock();
    const bool isNumber =
        !nonce.isEmpty() && std::ranges::all_of(nonce, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isNumber || m_answered.contains(question) || now - m_lastAnswer < betweenAnswers)
        return;
    m_answered.enqueue(question);
    if (m_answered.size() > remembered)
        m_answered.dequeue();
    m_lastAnswer = now;
    static_cast<void>(m_adapter.sendChat(pongText(nonce, m_ownAddress.toLower())));
}

void Pinger::onPong(const Address &from, const QString &nonce)
{
    const auto asked = std::ranges::find(std::as_const(m_asked), nonce, &Asked::nonce);
    if (asked != m_asked.cend())
        emit answered(from, m_clock() - asked->at);
}

} // namespace islet
