// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/chatsearch.h"

#include <algorithm>
#include <limits>

namespace islet {

ChatSearch::ChatSearch(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &ChatSearch::look);
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &ChatSearch::lookOn);
}

void ChatSearch::setChat(ChatModel *chat)
{
    if (chat == m_chat)
        return;
    if (m_chat) {
        m_chat->disconnect(this);
        m_chat->history()->disconnect(this);
    }
    m_chat = chat;
    if (chat) {
        // What was found has another row, or is gone; or there are older lines.
        connect(chat->history(), &ChatHistory::firstChanged, this, &ChatSearch::lookOn);
        connect(chat, &QAbstractItemModel::modelReset, this, &ChatSearch::end);
        connect(chat, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                    if (m_hasLooked && roles.contains(ChatModel::HiddenRole))
                        emit found();
                });
    }
    emit chatChanged();
}

void ChatSearch::setWanted(const QString &wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    m_hasLooked = false;
    m_turn.stop();
    m_pause.start();
    emit wantedChanged();
}

QString ChatSearch::stateText() const
{
    if (!m_chat || !m_hasLooked || m_wanted.trimmed().isEmpty())
        return {};
    const auto isCounted = [this](const ChatHit &hit) { return isShown(hit); };
    const auto shown = std::ranges::count_if(m_hits, isCounted);
    if (shown == 0)
        return m_turn.isActive() ? QString() : tr("nothing found");
    const auto at = std::ranges::count_if(m_hits.first(std::min(m_at + 1, m_hits.size())), isCounted);
    return m_hits.size() < mostFound ? tr("%1 of %2").arg(at).arg(shown) : tr("%1 of %2 or more").arg(at).arg(shown);
}

int ChatSearch::row() const
{
    return m_chat && m_at < m_hits.size() && isShown(m_hits[m_at]) ? m_chat->rowOf(m_hits[m_at].number) : -1;
}

void ChatSearch::look()
{
    m_pause.stop();
    m_hits.clear();
    m_before = std::numeric_limits<qint64>::max();
    m_at = 0;
    m_hasLooked = true;
    lookOn();
}

void ChatSearch::lookOn()
{
    m_turn.stop();
    if (m_chat && m_hasLooked && m_hits.size() < mostFound && m_before > m_chat->history()->first()) {
        const ChatSlice slice =
            m_chat->history()->find(m_wanted, m_before, mostFound - static_cast<int>(m_hits.size()));
        m_hits += slice.hits;
        m_before = slice.before;
        if (m_hits.size() < mostFound && m_before > m_chat->history()->first())
            m_turn.start();
    }
    while (m_chat && m_at < m_hits.size() && !isShown(m_hits[m_at]))
        ++m_at;
    emit found();
}

void ChatSearch::step(qsizetype by)
{
    if (!m_chat || !m_hasLooked) {
        look();
        return;
    }
    for (qsizetype tried = 0; tried < m_hits.size(); ++tried) {
        m_at = (m_at + by + m_hits.size()) % m_hits.size();
        if (isShown(m_hits[m_at]))
            break;
    }
    emit found();
}

void ChatSearch::older()
{
    step(1);
}

void ChatSearch::newer()
{
    step(-1);
}

void ChatSearch::end()
{
    m_pause.stop();
    m_turn.stop();
    m_wanted.clear();
    m_hits.clear();
    m_at = 0;
    m_hasLooked = false;
    emit wantedChanged();
    emit found();
}

} // namespace islet
