// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "shell/commandfinder.h"

#include <algorithm>

namespace islet {

CommandFinder::CommandFinder(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    sort(0);
}

void CommandFinder::setCommands(CommandList *commands)
{
    if (sourceModel() == commands)
        return;
    setSourceModel(commands);
    emit commandsChanged();
}

void CommandFinder::setWanted(const QString &wanted)
{
    if (m_wanted == wanted)
        return;
    m_wanted = wanted;
    invalidate();
    emit wantedChanged();
}

void CommandFinder::run(int row)
{
    auto *command = index(row, 0).data(CommandList::CommandRole).value<Command *>();
    if (command)
        command->trigger();
}

bool CommandFinder::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!index.data(CommandList::RunnableRole).toBool())
        return false;
    const QString text = index.data(CommandList::TextRole).toString();
    const QStringList words = m_wanted.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool CommandFinder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto begins = [this](const QModelIndex &index) {
        return index.data(CommandList::TextRole).toString().startsWith(m_wanted.trimmed(), Qt::CaseInsensitive);
    };
    const bool leftBegins = begins(left);
    return leftBegins == begins(right) ? left.row() < right.row() : leftBegins;
}

} // namespace islet
