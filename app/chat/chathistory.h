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

//! How much of one identity's chat is kept: the oldest lines go.
struct ChatBounds {
    qint64 lines = 200'000;
    qint64 bytes = 128'000'000;
};

//! What a search found in some of the lines.
struct ChatSlice {
    QList<ChatHit> hits; //!< the newest first
    qint64 before; //!< the lines before this one were not looked at
};

//! All that was ever said to one identity, as far as it is kept: lines by number, without gaps, those of this run from
//! 0 on, those of earlier runs below 0. Files are opened when the first line is written, a moment after it was said;
//! lines of before are read when they are looked at.
//!
//! Whatever is wrong with a file, chat goes on: without what was before, and with a sentence.
class ChatHistory : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! Off: nothing is written any more. What was kept stays, and is shown again when it is switched on; so is, then,
    //! what was said meanwhile and is still shown.
    Q_PROPERTY(bool kept READ isKept WRITE setKept NOTIFY keptChanged)

public:
    static constexpr qsizetype mostFresh = 5'000; //!< lines in memory when nothing is kept
    static constexpr std::chrono::milliseconds writePause{500}; //!< what is said in it is written at once

    //! Keeps nothing until it is told where. `settings` must outlive this.
    explicit ChatHistory(QSettings &settings, QObject *parent = nullptr);
    ~ChatHistory() override;
    Q_DISABLE_COPY_MOVE(ChatHistory)

    static QString usualFolder();
    //! One file an identity, in this folder.
    void keepIn(const QString &folder, const ChatBounds &bounds = {});
    //! Whose lines these are from now on. A guest of the moment comes back never: nothing of theirs is kept.
    void setOwner(const Address &owner, bool isGuest);
    bool isKept() const { return m_isKept; }
    void setKept(bool kept);

    //! The lines that are there: from the first to before the second.
    qint64 first() const { return m_first; }
    qint64 end() const { return m_written + m_fresh.size(); }
    ChatEntry at(qint64 number) const;
    //! Its number.
    qint64 append(ChatEntry entry);
    void setDelivery(qint64 number, chat::Delivery delivery);
    //! Which lines before this one hold `wanted`, whatever its case and accents, at most `most`: as many lines are
    //! looked at as take no time to speak of.
    ChatSlice find(const QString &wanted, qint64 before, int most) const;

    //! Writes what is due; a timer does it.
    void write();
    //! Deletes every line of every identity, here and in the folder.
    Q_INVOKABLE void deleteAll();

signals:
    void keptChanged();
    //! Lines of before were found, or the oldest ones are there no more.
    void firstChanged();
    //! All is different from now on.
    void replaced();
    //! One sentence.
    void failed(const QString &problem);
    //! Of the history itself.
    void unreadable(const islet::Error &error, QPrivateSignal) const;

private:
    using Page = QList<ChatEntry>;
    static constexpr qint64 pageSize = 128;
    static constexpr qsizetype mostPages = 40;
    static constexpr qint64 nobodysLine = std::numeric_limits<qint64>::min();
    static constexpr qint64 freshAtOnce = 1'000; // looked at by one find()
    static constexpr qint64 writtenAtOnce = 10'000;
    static constexpr qint64 forgottenAtOnce = 250;
    static constexpr std::chrono::milliseconds forgetPause{20};
    static constexpr std::chrono::seconds idle{5}; // without a line, before one waits for the disk
    static constexpr qint64 settledWhenIdle = 4'000'000; // bytes
    static constexpr qint64 settledAnyhow = 64'000'000;

    bool mayWrite() const { return m_isKept && !m_isGuest && !m_isGivenUp && !m_folder.isEmpty(); }
    QString path() const;
    void open();
    void close();
    void fail(const Error &error);
    QString setAside() const;
    void trim();
    //! Sees whether the file is as it should be after a change.
    void tidy();
    void forget();
    void settle();
    ChatEntry written(qint64 number) const;

    QSettings &m_settings;
    QString m_folder;
    Address m_owner;
    bool m_isGuest = true;
    bool m_isKept;
    bool m_isGivenUp = false;
    std::unique_ptr<ChatFile> m_file; //!< null until it is needed
    qint64 m_offset = 0; //!< to our numbers, for those of the file
    qint64 m_first = 0;
    qint64 m_written = 0; //!< the first that is not in the file
    QList<ChatEntry> m_fresh; //!< from m_written on
    QHash<qint64, chat::Delivery> m_deliveries; //!< changed since they were written
    mutable QCache<qint64, Page> m_pages{mostPages}; //!< of the file, by its numbers
    QTimer m_timer;
    ChatBounds m_bounds;
    qint64 m_wantedFirst = nobodysLine; //!< lines before it are being forgotten
    QTimer m_forgetting;
    QTimer m_idle;
};

} // namespace islet
