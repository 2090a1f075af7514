// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "chatmodel.h"

#include "comms/peertext.h"
#include "people/personlook.h"

#include <algorithm>

namespace islet {

namespace {

//! What was sent so shortly before the loss was noticed may have been sent into nothing.
constexpr std::chrono::seconds doubtful{3};

} // namespace

ChatModel::ChatModel(CommsAdapter &adapter, const Address &me, const ProfileExchange &profiles, Clock clock,
                     QObject *parent)
    : QAbstractListModel(parent)
    , m_adapter(adapter)
    , m_me(me)
    , m_profiles(profiles)
    , m_clock(std::move(clock))
{
    connect(&adapter, &CommsAdapter::chatReceived, this, &ChatModel::onChat);
    connect(&adapter, &CommsAdapter::peerLeft, this, [this](const Address &peer) { m_allowances.remove(peer); });
    connect(&adapter, &CommsAdapter::detached, this, [this] { m_allowances.clear(); });
    connect(&profiles, &ProfileExchange::profileChanged, this, [this] {
        if (!m_lines.isEmpty())
            emit dataChanged(index(0), index(rowCount() - 1), {AuthorRole, ColorRole});
    });
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
    case ColorRole: return colorOf(line.author, m_profiles.find(line.author));
    case TextRole: return line.text;
    case TimeRole: return line.time.toString(QStringLiteral("HH:mm"));
    case KindRole: return line.kind;
    case DeliveryRole: return line.delivery;
    default: return {};
    }
}

QString ChatModel::authorOf(const Line &line) const
{
    switch (line.kind) {
    case Theirs: return nameOf(line.author, m_profiles.find(line.author));
    case Mine: return tr("Me");
    case Note: return {};
    }
    Q_UNREACHABLE();
}

QHash<int, QByteArray> ChatModel::roleNames() const
{
    return {{AuthorRole, "author"}, {ColorRole, "color"}, {TextRole, "line"},
            {TimeRole, "time"},     {KindRole, "kind"},   {DeliveryRole, "delivery"}};
}

void ChatModel::addNote(const QString &text)
{
    append({Note, {}, displayText(text), QTime::currentTime()}); // a place may come from a link
}

bool ChatModel::send(const QString &typed)
{
    const auto text = outgoingChat(typed);
    const bool waits = m_isReturning && !m_adapter.isOpen() && countWaiting() < maxWaiting;
    const auto sent =
        text.and_then([&](const QString &line) { return waits ? Expected<void>() : m_adapter.sendChat(line); });
    setProblem(sent ? QString() : sent.error().detail);
    if (!sent)
        return false;
    append({Mine, m_me, displayText(*text), QTime::currentTime(), waits ? Waiting : Sent, m_clock(),
            waits ? *text : QString()});
    return true;
}

void ChatModel::setReturning(bool returning)
{
    if (returning && !m_isReturning)
        doubtRecent();
    else if (!returning && m_isReturning && m_adapter.isOpen())
        sendWaiting();
    else if (!returning)
        giveUpWaiting(); // it was meant for the people of that room
    m_isReturning = returning;
}

void ChatModel::doubtRecent()
{
    const auto since = m_clock() - doubtful;
    for (int row = rowCount() - 1; row >= 0 && m_lines[row].at >= since; --row) {
        if (m_lines[row].kind == Mine && m_lines[row].delivery == Sent)
            setDelivery(row, Unsure);
    }
}

void ChatModel::sendWaiting()
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_lines[row].delivery != Waiting)
            continue;
        if (!m_adapter.sendChat(m_lines[row].typed))
            return; // lost again; the rest waits on
        setDelivery(row, Sent);
    }
}

void ChatModel::giveUpWaiting()
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_lines[row].delivery == Waiting)
            setDelivery(row, Unsent);
    }
}

void ChatModel::setDelivery(int row, Delivery delivery)
{
    m_lines[row].delivery = delivery;
    if (delivery != Waiting)
        m_lines[row].typed.clear();
    emit dataChanged(index(row), index(row), {DeliveryRole});
}

qsizetype ChatModel::countWaiting() const
{
    return std::ranges::count(m_lines, Waiting, &Line::delivery);
}

void ChatModel::onChat(const Address &from, const QString &text)
{
    const QString shown = displayText(text);
    if (!shown.trimmed().isEmpty() && isAllowed(from))
        append({Theirs, from, shown, QTime::currentTime(), Sent, m_clock()});
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

void ChatModel::append(Line line)
{
    if (m_lines.size() >= maxLines) {
        beginRemoveRows({}, 0, 0);
        m_lines.removeFirst();
        endRemoveRows();
    }
    const int row = static_cast<int>(m_lines.size());
    beginInsertRows({}, row, row);
    m_lines.append(std::move(line));
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
