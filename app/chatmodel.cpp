// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "chatmodel.h"

#include "comms/peertext.h"
#include "personlook.h"

namespace islet {

ChatModel::ChatModel(CommsAdapter &adapter, const Address &me, Clock clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_adapter(adapter)
    , m_me(me)
    , m_clock(std::move(clock))
{
    connect(&adapter, &CommsAdapter::chatReceived, this, &ChatModel::onChat);
    connect(&adapter, &CommsAdapter::peerLeft, this, [this](const Address &peer) { m_allowances.remove(peer); });
    connect(&adapter, &CommsAdapter::detached, this, [this] { m_allowances.clear(); });
}

int ChatModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant ChatModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[index.row()];
    switch (role) {
    case AuthorRole: return authorOf(line);
    case ColorRole: return colorOf(line.author);
    case TextRole: return line.text;
    case TimeRole: return line.time.toString(QStringLiteral("HH:mm"));
    case KindRole: return line.kind;
    default: return {};
    }
}

QString ChatModel::authorOf(const Line &line)
{
    switch (line.kind) {
    case Theirs: return line.author.toShort();
    case Mine: return tr("Me");
    case Note: return {};
    }
    Q_UNREACHABLE();
}

QHash<int, QByteArray> ChatModel::roleNames() const
{
    return {{AuthorRole, "author"}, {ColorRole, "color"}, {TextRole, "line"}, {TimeRole, "time"}, {KindRole, "kind"}};
}

void ChatModel::addNote(const QString &text)
{
    append(Note, {}, displayText(text)); // a place may come from a link
}

bool ChatModel::send(const QString &typed)
{
    const auto text = outgoingChat(typed);
    const auto sent = text.and_then([this](const QString &line) { return m_adapter.sendChat(line); });
    setProblem(sent ? QString() : sent.error().detail);
    if (!sent)
        return false;
    append(Mine, m_me, displayText(*text));
    return true;
}

void ChatModel::onChat(const Address &from, const QString &text)
{
    const QString shown = displayText(text);
    if (!shown.trimmed().isEmpty() && isAllowed(from))
        append(Theirs, from, shown);
}

bool ChatModel::isAllowed(const Address &from)
{
    Allowance &allowance = m_allowances[from];
    const auto now = m_clock();
    const double seconds = std::chrono::duration<double>(now - allowance.since).count();
    allowance.lines = std::min<double>(burst, allowance.lines + seconds);
    allowance.since = now;
    if (allowance.lines < 1)
        return false;
    allowance.lines -= 1;
    return true;
}

void ChatModel::append(Kind kind, const Address &author, const QString &text)
{
    if (m_lines.size() >= maxLines) {
        beginRemoveRows({}, 0, 0);
        m_lines.removeFirst();
        endRemoveRows();
    }
    const int row = static_cast<int>(m_lines.size());
    beginInsertRows({}, row, row);
    m_lines.append({kind, author, text, QTime::currentTime()});
    endInsertRows();
    ++m_linesEver;
    emit linesEverChanged();
}

void ChatModel::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    emit problemChanged();
}

} // namespace islet
