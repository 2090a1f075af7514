// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/commandfinder.h"

#include "app/chat/chatentry.h"
#include "base/displaytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

bool containsAll(const QString &text, const QStringList &words)
{
    const QString folded = foldedForSearch(text);
    return std::ranges::all_of(words, [&folded](const QString &word) { return folded.contains(word); });
}

//! Lower ranks come first; nullopt if it does not match.
std::optional<int> rankOf(const Command &command, const QStringList &words)
{
    if (foldedForSearch(command.text()).startsWith(words.join(u' ')))
        return 0;
    if (containsAll(command.text(), words))
        return 1;
    return containsAll(command.text() + u' ' + command.also(), words) ? std::optional(2) : std::nullopt;
}

} // namespace

int CommandFinder::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CommandFinder::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case WordsRole: return row.words;
    case KeysTextRole: return row.command ? row.command->keysText() : QString();
    case AddressRole: return row.address;
    case InitialsRole: return row.initials;
    case ColorRole: return row.color;
    case InkRole: return row.ink;
    case IgnoredRole: return row.isIgnored;
    default: return {};
    }
}

QHash<int, QByteArray> CommandFinder::roleNames() const
{
    return {{WordsRole, "words"}, {KeysTextRole, "keysText"}, {AddressRole, "address"}, {InitialsRole, "initials"},
            {ColorRole, "tint"},  {InkRole, "ink"},           {IgnoredRole, "ignored"}};
}

void CommandFinder::setCommands(CommandList *commands)
{
    if (m_commands == commands)
        return;
    for (CommandList *list = m_commands; list; list = list->more())
        list->disconnect(this);
    m_commands = commands;
    for (CommandList *list = commands; list; list = list->more())
        connect(list, &QAbstractItemModel::dataChanged, this, &CommandFinder::find);
    find();
    emit commandsChanged();
}

template<typename Source> void CommandFinder::setSource(QPointer<Source> &source, Source *wanted)
{
    if (source == wanted)
        return;
    source = wanted;
    find();
    emit sourcesChanged();
}

void CommandFinder::setConnection(RoomConnection *connection)
{
    setSource(m_connection, connection);
}

void CommandFinder::setPeople(People *people)
{
    setSource(m_people, people);
}

void CommandFinder::setWanted(const QString &wanted)
{
    if (m_wanted == wanted)
        return;
    m_wanted = wanted;
    find();
    emit wantedChanged();
}

void CommandFinder::run(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    const Row chosen = m_rows[row]; // a copy: running it may change m_rows
    if (chosen.command)
        chosen.command->trigger();
    else if (!chosen.place.isEmpty() && m_connection)
        m_connection->enter(chosen.place);
    else if (!chosen.person.isEmpty() && m_commands)
        emit m_commands->personChosen(chosen.person);
}

void CommandFinder::find()
{
    const QStringList words = foldedForSearch(m_wanted).split(u' ', Qt::SkipEmptyParts);
    beginResetModel();
    m_rows = commandsFor(words) + placesFor(words) + peopleFor(words);
    endResetModel();
}

QList<CommandFinder::Row> CommandFinder::commandsFor(const QStringList &words) const
{
    QList<std::pair<int, Command *>> found;
    for (CommandList *list = m_commands; list; list = list->more()) {
        for (Command *command : list->all()) {
            const auto rank = command->isRunnable() ? rankOf(*command, words) : std::nullopt;
            if (rank)
                found.append({*rank, command});
        }
    }
    std::ranges::stable_sort(found, {}, [](const auto &ranked) { return ranked.first; });
    QList<Row> rows;
    for (const auto &[rank, command] : found)
        rows.append({command->text(), command, {}, {}, {}, {}, {}, {}});
    return rows;
}

QList<CommandFinder::Row> CommandFinder::placesFor(const QStringList &words) const
{
    QList<Row> rows;
    const QStringList places = m_connection && !words.isEmpty() ? m_connection->places() : QStringList();
    for (const QString &place : places) {
        if (containsAll(place, words))
            rows.append({tr("Go to %1").arg(displayText(place)), {}, place, {}, {}, {}, {}, {}});
    }
    return rows;
}

QList<CommandFinder::Row> CommandFinder::peopleFor(const QStringList &words) const
{
    if (!m_people || words.isEmpty())
        return {};
    const PeersModel &peers = *m_people->peers();
    const QString beginning = words.join(u' ');
    QList<std::pair<bool, int>> found; // matches at the start of the name come first
    for (int row = 0; row < peers.rowCount(); ++row) {
        const Address &address = peers.at(row).address;
        const QString name = peers.nameOf(address);
        if (containsAll(name, words) || (beginning.startsWith("0x"_L1) && address.toLower().startsWith(beginning)))
            found.append({!foldedForSearch(name).startsWith(beginning), row});
    }
    const auto most = std::min(found.size(), mostPeople);
    std::ranges::partial_sort(found, found.begin() + most);
    QList<Row> rows;
    for (const auto &[isInnerMatch, row] : found.first(most)) {
        const QModelIndex index = peers.index(row);
        const auto shown = [&index](PeersModel::Role role) { return index.data(role); };
        rows.append({shown(PeersModel::NameRole).toString(),
                     {},
                     {},
                     shown(PeersModel::FullAddressRole).toString(),
                     shown(PeersModel::AddressRole).toString(),
                     shown(PeersModel::InitialsRole).toString(),
                     shown(PeersModel::ColorRole).value<QColor>(),
                     shown(PeersModel::InkRole).value<QColor>(),
                     shown(PeersModel::IgnoredRole).toBool()});
    }
    return rows;
}

} // namespace islet
