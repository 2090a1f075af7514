// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/chat/chatentry.h"
#include "app/chat/chatfile.h"

#include <QCache>
#include <QHash>
#include <QSettings>
#include <QTimer>

#include <chrono>
#include <limits>

namespace islet {

//! Limits per identity; beyond them the oldest lines are deleted.
struct ChatBounds {
    qint64 lines = 200'000;
    qint64 bytes = 128'000'000;
};

//! The result of searching some of the lines.
struct ChatSlice {
    QList<ChatHit> hits; //!< newest first
    qint64 before; //!< lines before this number have not been searched
};

//! The stored chat of one identity: lines by number, without gaps. Lines of this run start at 0, those of earlier runs
//! are below 0. The file is opened on the first write, a moment after the first line; older lines are read on demand.
//!
//! If the file fails, chat continues without history and failed() reports it.
class ChatHistory : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! Off: nothing more is written. What was stored stays; switched on again, it is shown again, and the lines still
    //! shown are stored too.
    Q_PROPERTY(bool kept READ isKept WRITE setKept NOTIFY keptChanged)

public:
    static constexpr qsizetype mostFresh = 5'000; //!< lines in memory when not stored
    static constexpr std::chrono::milliseconds writePause{500}; //!< writes are batched this long

    //! Stores nothing until keepIn(). `settings` must outlive this object.
    explicit ChatHistory(QSettings &settings, QObject *parent = nullptr);
    ~ChatHistory() override;
    Q_DISABLE_COPY_MOVE(ChatHistory)

    static QString usualFolder();
    //! Stores one file per identity in `folder`.
    void keepIn(const QString &folder, const ChatBounds &bounds = {});
    //! Switches to this identity's lines. A temporary guest never returns, so nothing is stored for one.
    void setOwner(const Address &owner, bool isGuest);
    bool isKept() const { return m_isKept; }
    void setKept(bool kept);

    //! The available lines are numbered [first(), end()).
    qint64 first() const { return m_first; }
    qint64 end() const { return m_written + m_unwritten.size(); }
    ChatEntry at(qint64 number) const;
    //! Returns the line's number.
    qint64 append(ChatEntry entry);
    void setDelivery(qint64 number, chat::Delivery delivery);
    //! Finds at most `most` lines before `before` that contain `wanted`, ignoring case and accents. Each call searches
    //! a bounded number of lines, so that it returns quickly.
    ChatSlice find(const QString &wanted, qint64 before, int most) const;

    //! Writes pending lines; called by a timer.
    void write();
    //! Deletes the lines of all identities, in memory and in the folder.
    Q_INVOKABLE void deleteAll();

signals:
    void keptChanged();
    //! Older lines were loaded, or the oldest were removed.
    void firstChanged();
    //! All lines were replaced.
    void replaced();
    //! `problem` is one sentence.
    void failed(const QString &problem);
    //! Internal: the file could not be read.
    void unreadable(const islet::Error &error, QPrivateSignal) const;

private:
    using Page = QList<ChatEntry>;
    static constexpr qint64 pageSize = 128;
    static constexpr qsizetype maxPages = 40;
    static constexpr qint64 noLine = std::numeric_limits<qint64>::min();
    static constexpr qint64 unwrittenSearchedAtOnce = 1'000; // per find()
    static constexpr qint64 writtenSearchedAtOnce = 10'000;
    static constexpr qint64 deletedAtOnce = 250;
    static constexpr std::chrono::milliseconds forgetPause{20};
    static constexpr std::chrono::seconds idleBeforeCheckpoint{5}; // without new lines
    static constexpr qint64 checkpointWhenIdle = 4'000'000; // bytes
    static constexpr qint64 checkpointAnyway = 64'000'000;

    bool mayWrite() const { return m_isKept && !m_isGuest && !m_hasFailed && !m_folder.isEmpty(); }
    QString path() const;
    void open();
    void close();
    void fail(const Error &error);
    QString setAside() const;
    void dropOldest();
    //! Deletes lines over the limits and checkpoints, as far as needed.
    void enforceBounds();
    void deleteOldest();
    void checkpoint();
    ChatEntry written(qint64 number) const;

    QSettings &m_settings;
    QString m_folder;
    Address m_owner;
    bool m_isGuest = true;
    bool m_isKept;
    bool m_hasFailed = false;
    std::unique_ptr<ChatFile> m_file; //!< nullptr until needed
    qint64 m_offset = 0; //!< file number = our number + m_offset
    qint64 m_first = 0;
    qint64 m_written = 0; //!< first number not in the file
    QList<ChatEntry> m_unwritten; //!< lines from m_written on
    QHash<qint64, chat::Delivery> m_deliveries; //!< changes not yet in the file
    mutable QCache<qint64, Page> m_pages{maxPages}; //!< pages of the file, by the file's numbers
    QTimer m_writeTimer;
    ChatBounds m_bounds;
    qint64 m_wantedFirst = noLine; //!< lines before it are being deleted
    QTimer m_forgetTimer;
    QTimer m_idleTimer;
};

} // namespace islet
