// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/chat/chatentry.h"

#include <QHash>
#include <QList>

#include <memory>

namespace islet {

//! The lines of one identity in one SQLite file, numbered without gaps, the oldest lowest. It is this process's alone
//! for as long as it is open, and its owner's alone for ever.
class ChatFile {
public:
    //! Makes the file and its folder where they are missing. FileUnwritable (locked by another process, of a newer
    //! version, or no folder) leaves it as it is; FileUnreadable says that it is
    //! broken.
    static Expected<std::unique_ptr<ChatFile>> open(const QString &path);
    ~ChatFile();
    Q_DISABLE_COPY_MOVE(ChatFile)

    //! The lines that are there: from the first to before the second.
    qint64 oldest() const { return m_oldest; }
    qint64 end() const { return m_end; }

    //! All of it or, with FileUnwritable, nothing. `deliveries` are changes of lines written before, by number.
    Expected<void> append(const QList<ChatEntry> &entries, const QHash<qint64, chat::Delivery> &deliveries);
    //! The lines from this one on, as many as are there, at most `most`. FileUnreadable when the file broke.
    Expected<QList<ChatEntry>> read(qint64 from, int most) const;
    //! Which of the lines from `from` to before `end` hold `folded` (see foldedForSearch()), the newest first, at most
    //! `most`.
    Expected<QList<ChatHit>> find(const QString &folded, qint64 from, qint64 end, int most) const;
    //! Deletes all before this one.
    Expected<void> forgetBefore(qint64 number);
    //! How much of the file is in use, in bytes.
    qint64 size() const;

    //! What was written goes to the system at once, and so outlives this program, but to the disk itself only here and
    //! at the end: it takes as long as the disk does. How much has not gone there, in bytes:
    qint64 unsettled() const;
    Expected<void> settle();

private:
    explicit ChatFile(QString connection);
    Expected<void> begin(const QString &path);
    Expected<void> prepare();
    Expected<void> measure();

    QString m_connection; // of QtSql, which knows it by name
    qint64 m_oldest = 1;
    qint64 m_end = 1;
};

} // namespace islet
