// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/commandlist.h"

namespace islet {

int CommandList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_commands.size());
}

QVariant CommandList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    Command *command = m_commands[index.row()];
    switch (role) {
    case CommandRole: return QVariant::fromValue(command);
    case TextRole: return command->text();
    case HeadRole: {
        const bool begins = index.row() == 0 || m_commands[index.row() - 1]->section() != command->section();
        return begins ? command->section() : QString();
    }
    case KeysTextRole: return command->keysText();
    case RunnableRole: return command->isRunnable();
    default: return {};
    }
}

QHash<int, QByteArray> CommandList::roleNames() const
{
    return {{CommandRole, "command"},
            {TextRole, "words"},
            {HeadRole, "head"},
            {KeysTextRole, "keysText"},
            {RunnableRole, "runnable"}};
}

QQmlListProperty<QObject> CommandList::commands()
{
    const auto append = [](QQmlListProperty<QObject> *list, QObject *object) {
        static_cast<CommandList *>(list->object)->add(object);
    };
    const auto count = [](QQmlListProperty<QObject> *list) {
        return static_cast<CommandList *>(list->object)->m_parts.size();
    };
    const auto at = [](QQmlListProperty<QObject> *list, qsizetype index) {
        return static_cast<CommandList *>(list->object)->m_parts[index];
    };
    return {this, nullptr, append, count, at, nullptr};
}

void CommandList::add(QObject *object)
{
    m_parts.append(object);
    if (auto *command = qobject_cast<Command *>(object))
        addCommand(command);
    if (const auto *nested = qobject_cast<CommandList *>(object)) {
        for (Command *command : nested->all())
            addCommand(command);
    }
}

void CommandList::addCommand(Command *command)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_commands.append(command);
    endInsertRows();
    connect(command, &Command::changed, this, [this, row] { emit dataChanged(index(row), index(row)); });
}

} // namespace islet
