// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "chat/chatsearch.h"

namespace islet {

ChatSearch::ChatSearch(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &ChatSearch::look);
}

void ChatSearch::setChat(ChatModel *chat)
{
    if (chat == m_chat)
        return;
    if (m_chat)
        m_chat->disconnect(this);
    m_chat = chat;
    if (chat) // what was found has another row, or is gone
        connect(chat->history(), &ChatHistory::firstChanged, this, &ChatSearch::found);
    if (chat)
        connect(chat, &QAbstractItemModel::modelReset, this, &ChatSearch::end);
    emit chatChanged();
}

void ChatSearch::setWanted(const QString &wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    m_hasLooked = false;
    m_pause.start();
    emit wantedChanged();
}

QString ChatSearch::stateText() const
{
    if (!m_hasLooked || m_wanted.trimmed().isEmpty())
        return {};
    if (m_numbers.isEmpty())
        return tr("nothing found");
    return m_numbers.size() < mostFound ? tr("%1 of %2").arg(m_at + 1).arg(m_numbers.size())
                                        : tr("%1 of %2 or more").arg(m_at + 1).arg(mostFound);
}

int ChatSearch::row() const
{
    return m_chat && m_at < m_numbers.size() ? m_chat->rowOf(m_numbers[m_at]) : -1;
}

void ChatSearch::look()
{
    m_pause.stop();
    m_numbers = m_chat ? m_chat->find(m_wanted, mostFound) : QList<qint64>();
    m_at = 0;
    m_hasLooked = true;
    emit found();
}

void ChatSearch::step(qsizetype by)
{
    if (!m_hasLooked) {
        look();
        return;
    }
    if (m_numbers.isEmpty())
        return;
    m_at = (m_at + by + m_numbers.size()) % m_numbers.size();
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
    m_wanted.clear();
    m_numbers.clear();
    m_at = 0;
    m_hasLooked = false;
    emit wantedChanged();
    emit found();
}

} // namespace islet
