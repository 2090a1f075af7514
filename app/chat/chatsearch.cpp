// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/chatsearch.h"

#include <algorithm>
#include <limits>

namespace islet {

ChatSearch::ChatSearch(QObject *parent)
    : QObject(parent)
{
    m_typingTimer.setSingleShot(true);
    m_typingTimer.setInterval(typingPause);
    connect(&m_typingTimer, &QTimer::timeout, this, &ChatSearch::search);
    m_sliceTimer.setSingleShot(true);
    m_sliceTimer.setInterval(0);
    connect(&m_sliceTimer, &QTimer::timeout, this, &ChatSearch::searchNext);
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
        // Rows have moved or were removed, or older lines were loaded.
        connect(chat->history(), &ChatHistory::firstChanged, this, &ChatSearch::searchNext);
        connect(chat, &QAbstractItemModel::modelReset, this, &ChatSearch::end);
        connect(chat, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                    if (m_hasSearched && (roles.isEmpty() || roles.contains(ChatModel::HiddenRole)))
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
    m_hasSearched = false;
    m_sliceTimer.stop();
    m_typingTimer.start();
    emit wantedChanged();
}

QString ChatSearch::stateText() const
{
    if (!m_chat || !m_hasSearched || m_wanted.trimmed().isEmpty())
        return {};
    const auto isCounted = [this](const ChatHit &hit) { return isShown(hit); };
    const auto shown = std::ranges::count_if(m_hits, isCounted);
    if (shown == 0)
        return m_sliceTimer.isActive() ? QString() : tr("No matches");
    const auto at = std::ranges::count_if(m_hits.first(std::min(m_current + 1, m_hits.size())), isCounted);
    return m_hits.size() < maxHits ? tr("%1 of %2").arg(at).arg(shown) : tr("%1 of %2+").arg(at).arg(shown);
}

int ChatSearch::row() const
{
    return m_chat && m_current < m_hits.size() && isShown(m_hits[m_current]) ? m_chat->rowOf(m_hits[m_current].number)
                                                                             : -1;
}

void ChatSearch::search()
{
    m_typingTimer.stop();
    m_hits.clear();
    m_before = std::numeric_limits<qint64>::max();
    m_current = 0;
    m_hasSearched = true;
    searchNext();
}

void ChatSearch::searchNext()
{
    m_sliceTimer.stop();
    if (m_chat && m_hasSearched && m_hits.size() < maxHits && m_before > m_chat->history()->first()) {
        const ChatSlice slice = m_chat->history()->find(m_wanted, m_before, maxHits - static_cast<int>(m_hits.size()));
        m_hits += slice.hits;
        m_before = slice.before;
        if (m_hits.size() < maxHits && m_before > m_chat->history()->first())
            m_sliceTimer.start();
    }
    while (m_chat && m_current < m_hits.size() && !isShown(m_hits[m_current]))
        ++m_current;
    emit found();
}

void ChatSearch::step(qsizetype by)
{
    if (!m_chat || !m_hasSearched) {
        search();
        return;
    }
    for (qsizetype tried = 0; tried < m_hits.size(); ++tried) {
        m_current = (m_current + by + m_hits.size()) % m_hits.size();
        if (isShown(m_hits[m_current]))
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
    m_typingTimer.stop();
    m_sliceTimer.stop();
    m_wanted.clear();
    m_hits.clear();
    m_current = 0;
    m_hasSearched = false;
    emit wantedChanged();
    emit found();
}

} // namespace islet
