// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/chatdraft.h"

#include "base/displaytext.h"

#include <algorithm>

namespace islet {

QString ChatDraft::warning() const
{
    const qsizetype bytes = m_text.size() * 3 > seenByAll ? m_text.trimmed().toUtf8().size() : 0;
    if (bytes > seenByAll)
        return tr("Some explorers cut a line after %1 bytes: this one has %2.").arg(seenByAll).arg(bytes);
    const auto isWritten = [](QStringView line) { return !line.trimmed().isEmpty(); };
    const bool isHigh = std::ranges::count_if(m_text.split(u'\n'), isWritten) > maxChatLines;
    return isHigh ? tr("After %1 lines the rest goes on in the last of them.").arg(maxChatLines) : QString();
}

void ChatDraft::keep(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text.left(longest);
    if (!isBrowsing())
        m_at = m_lines.size();
    emit textChanged();
}

bool ChatDraft::older()
{
    if (m_lines.isEmpty() || !(m_text.isEmpty() || isBrowsing()))
        return false;
    show(isBrowsing() ? qMax<qsizetype>(0, m_at - 1) : m_lines.size() - 1);
    return true;
}

bool ChatDraft::newer()
{
    if (!isBrowsing())
        return false;
    show(m_at + 1);
    return true;
}

void ChatDraft::show(qsizetype at)
{
    m_at = at;
    m_text = m_lines.value(at);
    emit textChanged();
    emit recalled();
    m_at = at; // while the field took it over it was empty for a moment, see keep()
}

void ChatDraft::remember(const QString &text)
{
    m_lines.removeAll(text);
    m_lines.append(text.left(longest));
    if (m_lines.size() > mostLines)
        m_lines.removeFirst();
    m_at = m_lines.size();
}

} // namespace islet
