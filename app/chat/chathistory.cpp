// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/chathistory.h"

#include "base/quoted.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr auto keepKey = "chat/keep"_L1;
constexpr qint64 slack = 2'000; // lines over the limit before any are deleted, to delete in batches

} // namespace

ChatHistory::ChatHistory(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_isKept(settings.value(keepKey, true).toBool())
{
    m_writeTimer.setSingleShot(true);
    m_writeTimer.setInterval(writePause);
    connect(&m_writeTimer, &QTimer::timeout, this, &ChatHistory::write);
    m_forgetTimer.setSingleShot(true);
    m_forgetTimer.setInterval(forgetPause);
    connect(&m_forgetTimer, &QTimer::timeout, this, &ChatHistory::deleteOldest);
    m_idleTimer.setSingleShot(true);
    m_idleTimer.setInterval(idleBeforeCheckpoint);
    connect(&m_idleTimer, &QTimer::timeout, this, &ChatHistory::checkpoint);
    // Queued: views call at(), and rows must not be removed during that call.
    connect(this, &ChatHistory::unreadable, this, &ChatHistory::fail, Qt::QueuedConnection);
}

ChatHistory::~ChatHistory()
{
    const QSignalBlocker blocker(this);
    write();
}

QString ChatHistory::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/Islet/chat"_s;
}

void ChatHistory::keepIn(const QString &folder, const ChatBounds &bounds)
{
    m_folder = folder;
    m_bounds = bounds;
    if (mayWrite() && !m_unwritten.isEmpty())
        m_writeTimer.start();
}

void ChatHistory::setOwner(const Address &owner, bool isGuest)
{
    if (owner == m_owner) { // a guest may have become a saved identity
        m_isGuest = isGuest;
        return;
    }
    write();
    close();
    m_owner = owner;
    m_isGuest = isGuest;
    m_hasFailed = false;
    m_unwritten.clear();
    m_first = m_written = 0;
    emit replaced();
}

void ChatHistory::setKept(bool kept)
{
    if (kept == m_isKept)
        return;
    write(); // lines received while it was on
    m_isKept = kept;
    m_hasFailed = m_hasFailed && !kept; // switched on again: retry
    m_settings.setValue(keepKey, kept);
    if (mayWrite() && !m_file)
        open();
    write();
    emit keptChanged();
}

ChatEntry ChatHistory::written(qint64 number) const
{
    const qint64 page = (number + m_offset) / pageSize;
    const qsizetype at = (number + m_offset) % pageSize;
    if (const Page *known = m_pages.object(page))
        return known->value(at);
    if (!m_file)
        return {};
    const auto read = m_file->read(page * pageSize, pageSize);
    if (!read) {
        emit unreadable(read.error(), QPrivateSignal());
        return {};
    }
    m_pages.insert(page, new Page(*read)); // m_pages takes ownership
    return read->value(at);
}

ChatEntry ChatHistory::at(qint64 number) const
{
    if (number >= m_written)
        return m_unwritten.value(number - m_written);
    ChatEntry entry = written(number);
    entry.delivery = m_deliveries.value(number, entry.delivery);
    return entry;
}

qint64 ChatHistory::append(ChatEntry entry)
{
    m_unwritten.append(std::move(entry));
    if (mayWrite() && !m_writeTimer.isActive())
        m_writeTimer.start();
    else if (!mayWrite())
        dropOldest();
    return end() - 1;
}

void ChatHistory::setDelivery(qint64 number, chat::Delivery delivery)
{
    if (number >= m_written && number < end())
        m_unwritten[number - m_written].delivery = delivery;
    else if (number >= m_first && number < m_written)
        m_deliveries.insert(number, delivery);
    if (mayWrite() && !m_writeTimer.isActive())
        m_writeTimer.start();
}

ChatSlice ChatHistory::find(const QString &wanted, qint64 before, int most) const
{
    const QString folded = foldedForSearch(wanted);
    ChatSlice slice{{}, m_first};
    if (folded.trimmed().isEmpty())
        return slice;
    slice.before = std::clamp(before, m_first, end());
    const qint64 fresh = std::max(m_written, slice.before - unwrittenSearchedAtOnce);
    while (slice.before > fresh && slice.hits.size() < most) {
        const ChatEntry &entry = m_unwritten[--slice.before - m_written];
        if (foldedForSearch(entry.text).contains(folded))
            slice.hits.append({slice.before, entry.kind, entry.author});
    }
    if (slice.before > m_written || !m_file || slice.hits.size() >= most)
        return slice;
    const qint64 from = std::max(m_first, slice.before - writtenSearchedAtOnce);
    const auto older =
        m_file->find(folded, from + m_offset, slice.before + m_offset, most - static_cast<int>(slice.hits.size()));
    for (ChatHit hit : older.value_or(QList<ChatHit>())) {
        hit.number -= m_offset;
        slice.hits.append(hit);
    }
    slice.before = from;
    return slice;
}

QString ChatHistory::path() const
{
    return m_folder + u'/' + m_owner.toLower() + u".sqlite"_s;
}

void ChatHistory::open()
{
    auto file = ChatFile::open(path());
    if (!file && file.error().code == ErrorCode::FileUnreadable) {
        emit failed(tr("The chat history can't be read. The file was renamed to %1.").arg(quoted(setAside(), 200)));
        file = ChatFile::open(path());
    }
    if (!file) {
        fail(file.error());
        return;
    }
    m_file = *std::move(file);
    if (m_file->end() - m_file->oldest() > m_bounds.lines + slack) // only if the file was edited
        static_cast<void>(m_file->deleteBefore(m_file->end() - m_bounds.lines));
    m_offset = m_file->end() - m_written;
    m_first = m_file->oldest() - m_offset;
    emit firstChanged();
    enforceBounds();
}

void ChatHistory::close()
{
    m_writeTimer.stop();
    m_forgetTimer.stop();
    m_idleTimer.stop();
    m_file.reset();
    m_pages.clear();
    m_deliveries.clear();
    m_first = m_written;
    m_wantedFirst = noLine;
}

void ChatHistory::write()
{
    m_writeTimer.stop();
    if (!mayWrite() || (m_unwritten.isEmpty() && m_deliveries.isEmpty()))
        return;
    if (!m_file)
        open();
    if (!m_file)
        return;
    QHash<qint64, chat::Delivery> deliveries;
    for (auto delivery = m_deliveries.cbegin(); delivery != m_deliveries.cend(); ++delivery)
        deliveries.insert(delivery.key() + m_offset, delivery.value());
    if (const auto written = m_file->append(m_unwritten, deliveries); !written) {
        fail(written.error());
        return;
    }
    for (qint64 page : m_pages.keys()) { // drop the changed pages
        if ((page + 1) * pageSize > m_written + m_offset || !deliveries.isEmpty())
            m_pages.remove(page);
    }
    m_written += m_unwritten.size();
    m_unwritten.clear();
    m_deliveries.clear();
    enforceBounds();
}

void ChatHistory::enforceBounds()
{
    const qint64 lines = m_written - m_first;
    if (m_wantedFirst <= m_first && lines > m_bounds.lines + slack)
        m_wantedFirst = m_written - m_bounds.lines;
    else if (m_wantedFirst <= m_first && m_file->size() > m_bounds.bytes)
        m_wantedFirst = m_first + (lines + 3) / 4;
    if (m_wantedFirst > m_first && !m_forgetTimer.isActive())
        m_forgetTimer.start();
    if (const qint64 bytesToCheckpoint = m_file->bytesToCheckpoint(); bytesToCheckpoint > checkpointAnyway)
        checkpoint();
    else if (bytesToCheckpoint > checkpointWhenIdle)
        m_idleTimer.start();
}

void ChatHistory::deleteOldest()
{
    const qint64 first = std::min(m_wantedFirst, m_first + deletedAtOnce);
    if (!m_file || first <= m_first || !m_file->deleteBefore(first + m_offset))
        return; // retried after the next write
    m_first = first;
    emit firstChanged();
    enforceBounds();
}

void ChatHistory::checkpoint()
{
    m_idleTimer.stop();
    if (m_file)
        static_cast<void>(m_file->checkpoint()); // on failure, retried after the next write
}

void ChatHistory::dropOldest()
{
    const qsizetype tooMany = m_unwritten.size() - mostFresh;
    if (tooMany <= 0)
        return;
    if (m_file)
        close();
    m_unwritten.remove(0, tooMany);
    m_written += tooMany;
    m_first = m_written;
    emit firstChanged();
}

void ChatHistory::fail(const Error &error)
{
    if (std::exchange(m_hasFailed, true))
        return;
    close();
    const bool isCorrupt = error.code == ErrorCode::FileUnreadable;
    emit firstChanged();
    emit failed(isCorrupt
                    ? tr("The chat history can't be read. The file was renamed to %1.").arg(quoted(setAside(), 200))
                    : error.detail);
}

QString ChatHistory::setAside() const
{
    const QString aside = path() + u".broken"_s;
    for (const auto &part : {QString(), u"-wal"_s, u"-shm"_s}) {
        QFile::remove(aside + part);
        QFile::rename(path() + part, aside + part);
    }
    return aside;
}

void ChatHistory::deleteAll()
{
    const qint64 all = end();
    close();
    m_unwritten.clear();
    m_first = m_written = all;
    m_hasFailed = false;
    QDir folder(m_folder);
    bool areAllRemoved = true;
    if (!m_folder.isEmpty()) {
        for (const QString &name : folder.entryList({u"0x*.sqlite*"_s}, QDir::Files))
            areAllRemoved = folder.remove(name) && areAllRemoved;
    }
    emit replaced();
    if (!areAllRemoved)
        emit failed(tr("Couldn't delete all of the chat history. Check the folder %1.").arg(quoted(m_folder, 200)));
}

} // namespace islet
