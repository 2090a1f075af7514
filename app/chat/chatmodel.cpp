// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/chatmodel.h"

#include "app/chat/chatlinks.h"
#include "app/chat/chatwords.h"
#include "app/look/personlook.h"
#include "base/displaytext.h"
#include "protocol/chattext.h"
#include "protocol/chattime.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace islet {

namespace {

//! A line sent this shortly before the loss was noticed may not have arrived.
constexpr std::chrono::seconds unsureFor{3};

} // namespace

ChatModel::ChatModel(CommsAdapter &adapter, const Address &me, const ProfileExchange &profiles, ChatHistory &history,
                     Clock clock, WallClock now, QObject *parent)
    : QAbstractListModel(parent)
    , m_adapter(adapter)
    , m_me(me)
    , m_profiles(profiles)
    , m_history(history)
    , m_clock(clock)
    , m_now(std::move(now))
    , m_pace(std::move(clock))
    , m_first(history.first())
    , m_end(history.end())
{
    connect(&adapter, &CommsAdapter::chatReceived, this, &ChatModel::onChat);
    connect(&adapter, &CommsAdapter::peerLeft, this, [this](const Address &peer) { m_pace.forget(peer); });
    connect(&adapter, &CommsAdapter::detached, this, [this] { m_pace.forgetAll(); });
    connect(&profiles, &ProfileExchange::profileChanged, this, [this] { refresh({AuthorRole, ColorRole}); });
    connect(&history, &ChatHistory::firstChanged, this, &ChatModel::onFirstChanged);
    connect(&history, &ChatHistory::replaced, this, &ChatModel::onReplaced);
    connect(&history, &ChatHistory::failed, this, &ChatModel::addNote);
}

int ChatModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_end - m_first);
}

QVariant ChatModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChatEntry entry = entryAt(index.row());
    switch (role) {
    case AuthorRole: return authorOf(entry);
    case ColorRole: return colorOf(entry.author, m_profiles.find(entry.author));
    case TextRole: return entry.text;
    case TimeRole: return chatWords::time(entry.received);
    case KindRole: return entry.kind;
    case DeliveryRole: return entry.delivery;
    case DayRole: return dayOf(index.row(), entry);
    case GroupedRole: return isGrouped(index.row(), entry);
    case UnreadRole: return m_unreadFrom == m_first + index.row();
    case HiddenRole: return isHidden(entry);
    case LinksRole: return entry.kind == Note || isHidden(entry) ? QStringList() : linksIn(entry.text);
    default: return {};
    }
}

QHash<int, QByteArray> ChatModel::roleNames() const
{
    return {{AuthorRole, "author"},   {ColorRole, "color"},   {TextRole, "line"},         {TimeRole, "time"},
            {KindRole, "kind"},       {DayRole, "day"},       {DeliveryRole, "delivery"}, {GroupedRole, "grouped"},
            {UnreadRole, "isUnread"}, {HiddenRole, "hidden"}, {LinksRole, "links"}};
}

QString ChatModel::authorOf(const ChatEntry &entry) const
{
    switch (entry.kind) {
    case Theirs: {
        const Profile *profile = m_profiles.find(entry.author);
        return profile || entry.name.isEmpty() ? nameOf(entry.author, profile)
                                               : entry.name + u' ' + entry.author.toShort();
    }
    case Mine: return tr("Me");
    case Note: return {};
    }
    Q_UNREACHABLE();
}

bool ChatModel::isHidden(chat::Kind kind, const Address &author) const
{
    return kind == Theirs && m_isIgnored && m_isIgnored(author);
}

QString ChatModel::dayOf(int row, const ChatEntry &entry) const
{
    const QDate date = entry.received.toLocalTime().date();
    return row > 0 && entryAt(row - 1).received.toLocalTime().date() == date
        ? QString()
        : chatWords::day(date, m_now().toLocalTime().date());
}

bool ChatModel::isGrouped(int row, const ChatEntry &entry) const
{
    if (row == 0 || entry.kind == Note || m_unreadFrom == m_first + row)
        return false;
    const ChatEntry above = entryAt(row - 1);
    const auto later = std::chrono::milliseconds(above.received.msecsTo(entry.received));
    return above.kind == entry.kind && above.author == entry.author && later >= std::chrono::milliseconds(0)
        && later < groupedFor && dayOf(row, entry).isEmpty();
}

void ChatModel::refresh(const QList<int> &roles)
{
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1), roles);
}

void ChatModel::refreshLine(qint64 number, const QList<int> &roles)
{
    if (const int row = rowOf(number); row >= 0)
        emit dataChanged(index(row), index(row), roles);
}

int ChatModel::rowOf(qint64 number) const
{
    return number >= m_first && number < m_end ? static_cast<int>(number - m_first) : -1;
}

void ChatModel::onFirstChanged()
{
    const qint64 first = std::min(m_history.first(), m_end);
    if (first < m_first) {
        beginInsertRows({}, 0, static_cast<int>(m_first - first - 1));
        m_first = first;
        endInsertRows();
    } else if (first > m_first) {
        beginRemoveRows({}, 0, static_cast<int>(first - m_first - 1));
        m_first = first;
        endRemoveRows();
    }
    refresh({DayRole, GroupedRole}); // of the line whose predecessor changed
}

void ChatModel::onReplaced()
{
    beginResetModel();
    m_first = m_history.first();
    m_end = m_history.end();
    m_waiting.clear();
    m_recent.clear();
    m_unreadFrom.reset();
    m_unread = 0;
    endResetModel();
    emit unreadChanged();
}

void ChatModel::addNote(const QString &text)
{
    ChatEntry entry; // the place in it may come from a link
    entry.text = displayText(text);
    append(std::move(entry));
}

bool ChatModel::send(const QString &typed)
{
    const auto text = outgoingChat(typed);
    const bool isQueued = m_isReconnecting && !m_adapter.isOpen() && m_waiting.size() < maxWaiting;
    const auto sent = isQueued ? text.map([](const QString &) { return islet::Sent::Yes; })
                               : text.and_then([this](const QString &line) { return m_adapter.sendChat(line); });
    setProblem(sent ? QString() : sent.error().detail);
    if (!sent)
        return false;
    setUnreadFrom(std::nullopt);
    const QString shown = displayLines(*text);
    const qint64 number = append({Mine, isQueued ? Waiting : Sent, m_me, {}, shown, {}, {}, {}});
    if (isQueued)
        m_waiting.insert(number, *text);
    else
        m_recent.append({number, m_clock()});
    m_draft.remember(typed);
    m_draft.keep({});
    emit lineSaid(m_me, shown);
    return true;
}

void ChatModel::setReconnecting(bool reconnecting)
{
    if (reconnecting && !m_isReconnecting)
        markRecentUnsure();
    else if (!reconnecting && m_isReconnecting && m_adapter.isOpen())
        sendWaiting();
    else if (!reconnecting)
        markWaitingUnsent(); // meant for the people in that room
    m_isReconnecting = reconnecting;
}

void ChatModel::markRecentUnsure()
{
    const auto since = m_clock() - unsureFor;
    for (const Recent &line : std::exchange(m_recent, {})) {
        if (line.at >= since)
            setDelivery(line.number, Unsure);
    }
}

void ChatModel::sendWaiting()
{
    while (!m_waiting.isEmpty()) {
        if (!m_adapter.sendChat(m_waiting.first()))
            return; // lost again; the rest stays queued
        setDelivery(m_waiting.firstKey(), Sent);
        m_waiting.remove(m_waiting.firstKey());
    }
}

void ChatModel::markWaitingUnsent()
{
    for (const qint64 number : std::exchange(m_waiting, {}).keys())
        setDelivery(number, Unsent);
}

void ChatModel::setDelivery(qint64 number, chat::Delivery delivery)
{
    m_history.setDelivery(number, delivery);
    refreshLine(number, {DeliveryRole});
}

void ChatModel::onChat(const Address &from, const QString &text, double claimedTime)
{
    const bool isWanted = !(m_isIgnored && m_isIgnored(from)) && m_pace.allowsFrom(from);
    const QString shown = isWanted ? displayLines(text) : QString();
    if (shown.isEmpty() || !m_pace.allowsInRoom(from))
        return;
    ChatEntry entry{Theirs, Sent, from, {}, shown, {}, {}, claimedChatTime(claimedTime).value_or(QDateTime())};
    if (const Profile *profile = m_profiles.find(from))
        entry.name = profile->name;
    countUnread(append(std::move(entry)));
    emit lineSaid(from, shown);
}

qint64 ChatModel::append(ChatEntry entry)
{
    entry.received = m_now();
    if (entry.kind != Note)
        entry.place = m_place;
    const QDate today = entry.received.toLocalTime().date();
    if (std::exchange(m_today, today) != today)
        refresh({DayRole}); // "Today" is now "Yesterday"
    m_recent.removeIf([since = m_clock() - unsureFor](const Recent &line) { return line.at < since; });
    const qint64 number = m_history.append(std::move(entry));
    beginInsertRows({}, rowCount(), rowCount());
    m_end = number + 1;
    endInsertRows();
    ++m_linesEver;
    emit linesEverChanged();
    return number;
}

void ChatModel::setBeingRead(bool read)
{
    if (std::exchange(m_isBeingRead, read) == read)
        return;
    if (read && m_unreadFrom && ++m_timesReturned > 1) // shown once before
        setUnreadFrom(std::nullopt);
    if (read && std::exchange(m_unread, 0) > 0)
        emit unreadChanged();
    emit beingReadChanged();
}

void ChatModel::countUnread(qint64 number)
{
    if (m_isBeingRead)
        return;
    if (m_unread == 0)
        setUnreadFrom(number);
    ++m_unread;
    emit unreadChanged();
}

void ChatModel::setUnreadFrom(std::optional<qint64> number)
{
    const auto before = std::exchange(m_unreadFrom, number);
    m_timesReturned = 0;
    for (const auto &line : {before, number}) {
        if (line)
            refreshLine(*line, {UnreadRole, GroupedRole});
    }
}

void ChatModel::setIgnored(std::function<bool(const Address &)> isIgnored)
{
    m_isIgnored = std::move(isIgnored);
    renewIgnored();
}

void ChatModel::copyLine(int row) const
{
    if (row >= 0 && row < rowCount())
        QGuiApplication::clipboard()->setText(entryAt(row).text);
}

void ChatModel::copyAddress(int row) const
{
    if (row >= 0 && row < rowCount() && entryAt(row).kind != Note)
        QGuiApplication::clipboard()->setText(entryAt(row).author.toChecksummed());
}

QString ChatModel::addressAt(int row) const
{
    return isTheirs(row) ? entryAt(row).author.toChecksummed() : QString();
}

QString ChatModel::mentionAt(int row) const
{
    if (!isTheirs(row))
        return {};
    const ChatEntry entry = entryAt(row);
    const Profile *profile = m_profiles.find(entry.author);
    const QString name = profile ? profile->name : entry.name;
    return u'@' + (name.isEmpty() ? entry.author.toShort() : name) + u' ';
}

QString ChatModel::details(int row) const
{
    return row >= 0 && row < rowCount() ? chatWords::details(entryAt(row)) : QString();
}

void ChatModel::wantIgnored(int row)
{
    if (isTheirs(row))
        emit ignoreWanted(entryAt(row).author);
}

void ChatModel::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    emit problemChanged();
}

} // namespace islet
