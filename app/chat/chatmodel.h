// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/chat/chatdraft.h"
#include "app/chat/chathistory.h"
#include "app/chat/linepace.h"
#include "base/wallclock.h"
#include "comms/commsadapter.h"
#include "comms/profileexchange.h"

#include <QAbstractListModel>
#include <QMap>

#include <functional>
#include <optional>

namespace islet {

//! The chat of the room and its history, oldest first. Texts are made safe to display; views must still show them as
//! plain text.
class ChatModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! Counts all lines ever added.
    Q_PROPERTY(int linesEver READ linesEver NOTIFY linesEverChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    //! Lines from others received while the newest line was not on screen.
    Q_PROPERTY(int unread READ unread NOTIFY unreadChanged)
    //! Whether the newest line is on screen; set by the view.
    Q_PROPERTY(bool beingRead READ isBeingRead WRITE setBeingRead NOTIFY beingReadChanged)
    Q_PROPERTY(islet::ChatHistory *history READ history CONSTANT)
    Q_PROPERTY(islet::ChatDraft *draft READ draft CONSTANT)

public:
    enum Role {
        AuthorRole = Qt::UserRole + 1,
        ColorRole,
        TextRole,
        TimeRole,
        KindRole,
        DeliveryRole,
        DayRole, //!< name of the day on its first line, otherwise empty
        GroupedRole, //!< same author as the line above, soon after it: needs no header
        UnreadRole, //!< the first unread line
        HiddenRole, //!< its author is blocked
        LinksRole, //!< see linksIn()
    };
    using enum chat::Kind;
    using enum chat::Delivery;
    static constexpr int maxWaiting = 50; //!< queued lines
    static constexpr std::chrono::minutes groupedFor{5}; //!< longest time between two lines of a group

    //! All references must outlive the model.
    ChatModel(CommsAdapter &adapter, const Address &me, const ProfileExchange &profiles, ChatHistory &history,
              Clock clock = monotonicNow, WallClock now = &QDateTime::currentDateTimeUtc, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    //! Sends `typed`, or queues it while reconnecting. If neither is possible, returns false, sets `problem` and keeps
    //! the draft.
    Q_INVOKABLE bool send(const QString &typed);
    //! Whether the connection was lost and is being re-established. Lines written meanwhile are queued, marked as
    //! Waiting, and sent in order on reconnection.
    void setReconnecting(bool reconnecting);
    //! Does not switch the history; see ChatHistory::setOwner().
    void setMe(const Address &me) { m_me = me; }
    //! The address of the room recorded with new lines, without secrets.
    void setPlace(const QString &place) { m_place = place; }
    int linesEver() const { return m_linesEver; }
    const QString &problem() const { return m_problem; }
    //! Adds a line from Islet itself, such as the name of the room joined.
    void addNote(const QString &text);

    int unread() const { return m_unread; }
    bool isBeingRead() const { return m_isBeingRead; }
    void setBeingRead(bool read);
    ChatHistory *history() const { return &m_history; }
    ChatDraft *draft() { return &m_draft; }

    //! Drops new lines of blocked authors and hides earlier ones.
    void setIgnored(std::function<bool(const Address &)> isIgnored);
    //! Re-evaluates who is blocked.
    void renewIgnored() { refresh({HiddenRole, LinksRole}); }
    //! Announces all texts again: the language has changed.
    void retranslate()
    {
        refresh({});
        m_draft.retranslate();
    }

    //! Copies to the clipboard; does nothing if the row does not exist.
    Q_INVOKABLE void copyLine(int row) const;
    Q_INVOKABLE void copyAddress(int row) const;
    //! The author's full address; empty for notes and my own lines.
    Q_INVOKABLE QString addressAt(int row) const;
    //! A mention of the author, such as "@Ana "; empty for notes and my own lines.
    Q_INVOKABLE QString mentionAt(int row) const;
    //! All details of the line, as text.
    Q_INVOKABLE QString details(int row) const;
    //! Emits ignoreWanted() for the author; does nothing for notes and my own lines.
    Q_INVOKABLE void wantIgnored(int row);

    //! The row of a line, or -1. A line keeps its number when older lines are loaded.
    int rowOf(qint64 number) const;
    //! Whether a line of this kind and author is hidden because the author is blocked.
    bool isHidden(chat::Kind kind, const Address &author) const;

signals:
    void problemChanged();
    void linesEverChanged();
    void unreadChanged();
    void beingReadChanged();
    //! A peer or I sent this line. The text is safe to display on a few lines, within the rate limit, and not from a
    //! blocked author.
    void lineSaid(const islet::Address &author, const QString &text);
    //! Requests to block this author, or to unblock them.
    void ignoreWanted(const islet::Address &author);

private:
    ChatEntry entryAt(int row) const { return m_history.at(m_first + row); }
    bool isTheirs(int row) const { return row >= 0 && row < rowCount() && entryAt(row).kind == Theirs; }
    QString authorOf(const ChatEntry &entry) const;
    bool isHidden(const ChatEntry &entry) const { return isHidden(entry.kind, entry.author); }
    bool isGrouped(int row, const ChatEntry &entry) const;
    QString dayOf(int row, const ChatEntry &entry) const;
    void refresh(const QList<int> &roles);
    void refreshLine(qint64 number, const QList<int> &roles);
    void onFirstChanged();
    void onReplaced();
    void markRecentUnsure();
    void sendWaiting();
    void markWaitingUnsent();
    void setDelivery(qint64 number, chat::Delivery delivery);
    void onChat(const Address &from, const QString &text, double claimedTime);
    qint64 append(ChatEntry entry);
    void countUnread(qint64 number);
    void setUnreadFrom(std::optional<qint64> number);
    void setProblem(const QString &problem);

    struct Recent {
        qint64 number;
        std::chrono::microseconds at;
    };

    CommsAdapter &m_adapter;
    Address m_me;
    const ProfileExchange &m_profiles;
    ChatHistory &m_history;
    Clock m_clock;
    WallClock m_now;
    LinePace m_pace;
    ChatDraft m_draft;
    std::function<bool(const Address &)> m_isIgnored;
    QString m_place;
    qint64 m_first; //!< the history's number of row 0
    qint64 m_end;
    bool m_isReconnecting = false;
    QMap<qint64, QString> m_waiting; //!< texts to send, by line number
    QList<Recent> m_recent; //!< my own lines, just sent
    QDate m_today;
    int m_linesEver = 0;
    int m_unread = 0;
    bool m_isBeingRead = false;
    std::optional<qint64> m_unreadFrom;
    int m_timesReturned = 0; //!< times the newest line came on screen since m_unreadFrom was set
    QString m_problem; //!< not retranslated
};

} // namespace islet
