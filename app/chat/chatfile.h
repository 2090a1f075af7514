// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/chat/chatentry.h"

#include <QHash>
#include <QList>

#include <memory>

namespace islet {

//! The chat lines of one identity in an SQLite file, numbered without gaps, oldest first. Only the owner can read the
//! file, and only this process can use it while it is open.
class ChatFile {
public:
    //! Creates the file and its folder if missing. FileUnwritable (locked by another process, written by a newer
    //! version, or no folder) leaves the file unchanged; FileUnreadable means that it is damaged.
    static Expected<std::unique_ptr<ChatFile>> open(const QString &path);
    ~ChatFile();
    Q_DISABLE_COPY_MOVE(ChatFile)

    //! The stored lines are numbered [oldest(), end()).
    qint64 oldest() const { return m_oldest; }
    qint64 end() const { return m_end; }

    //! Appends all or, with FileUnwritable, nothing. `deliveries` holds changes to lines already stored, by number.
    Expected<void> append(const QList<ChatEntry> &entries, const QHash<qint64, chat::Delivery> &deliveries);
    //! Returns at most `most` lines starting at `from`. FileUnreadable if the file is damaged.
    Expected<QList<ChatEntry>> read(qint64 from, int most) const;
    //! Returns at most `most` lines in [from, end) that contain `folded` (see foldedForSearch()), newest first.
    Expected<QList<ChatHit>> find(const QString &folded, qint64 from, qint64 end, int most) const;
    //! Deletes all lines before `number`.
    Expected<void> deleteBefore(qint64 number);
    //! Bytes of the file in use.
    qint64 size() const;

    //! Appended lines reach the operating system at once and so survive a crash of Islet, but reach the disk only on
    //! checkpoint() and on closing, which wait for it. bytesToCheckpoint() counts what has not reached the disk.
    qint64 bytesToCheckpoint() const;
    Expected<void> checkpoint();

private:
    explicit ChatFile(QString connection);
    Expected<void> openDatabase(const QString &path);
    Expected<void> prepare();
    Expected<void> readBounds();

    QString m_connection; // QtSql's connection name
    qint64 m_oldest = 1;
    qint64 m_end = 1;
};

} // namespace islet
