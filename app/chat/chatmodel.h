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

//! What is said in the room and what was said before, oldest first. Texts are made fit to be shown; a view shows them
//! as plain text all the same.
class ChatModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! Grows with each line that is said.
    Q_PROPERTY(int linesEver READ linesEver NOTIFY linesEverChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    //! Lines by others that came while nobody looked.
    Q_PROPERTY(int unread READ unread NOTIFY unreadChanged)
    //! Whether somebody looks at the newest line; the view says so.
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
        DayRole, //!< the day's name on its first line, or empty
        GroupedRole, //!< by whom the line above is by, soon after: it needs no head of its own
        UnreadRole, //!< the first that came while nobody looked
        HiddenRole, //!< by somebody who is ignored
        LinksRole, //!< see linksIn()
    };
    using enum chat::Kind;
    using enum chat::Delivery;
    static constexpr int maxWaiting = 50;
    static constexpr std::chrono::minutes groupedFor{5};

    //! All must outlive the model.
    ChatModel(CommsAdapter &adapter, const Address &me, const ProfileExchange &profiles, ChatHistory &history,
              Clock clock = monotonicNow, WallClock now = &QDateTime::currentDateTimeUtc, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    //! Says `typed`, or keeps it until the way is back; false, with a sentence in `problem`, when neither can be.
    //! Nothing typed is lost then.
    Q_INVOKABLE bool send(const QString &typed);
    //! Whether the way was lost and is being looked for. What is written meanwhile waits, marked, and goes out in its
    //! order as soon as the way is back.
    void setReconnecting(bool reconnecting);
    //! The history becomes theirs by itself.
    void setMe(const Address &me) { m_me = me; }
    //! Where the next lines are said, without secrets.
    void setPlace(const QString &place) { m_place = place; }
    int linesEver() const { return m_linesEver; }
    const QString &problem() const { return m_problem; }
    //! A line of Islet itself between the others, such as which room one came into.
    void addNote(const QString &text);

    int unread() const { return m_unread; }
    bool isBeingRead() const { return m_isBeingRead; }
    void setBeingRead(bool read);
    ChatHistory *history() const { return &m_history; }
    ChatDraft *draft() { return &m_draft; }

    //! What they say is dropped; what they said is hidden.
    void setIgnored(std::function<bool(const Address &)> isIgnored);
    //! Asks anew who is ignored.
    void renewIgnored();

    //! Copies to the clipboard; a row that is not there copies nothing.
    Q_INVOKABLE void copyLine(int row) const;
    Q_INVOKABLE void copyAddress(int row) const;
    //! Of who said it, in full; empty for Islet's own lines and mine.
    Q_INVOKABLE QString addressAt(int row) const;
    //! "@Ana ", as one writes to them; empty likewise.
    Q_INVOKABLE QString mentionAt(int row) const;
    //! All that is known of the line.
    Q_INVOKABLE QString details(int row) const;
    Q_INVOKABLE void wantIgnored(int row);

    //! Lines keep their number when older ones are found; -1 is the row of one that is not there.
    int rowOf(qint64 number) const;
    //! Whether a line of this kind is by somebody who is ignored.
    bool isHidden(chat::Kind kind, const Address &author) const;

signals:
    void problemChanged();
    void linesEverChanged();
    void unreadChanged();
    void beingReadChanged();
    //! Somebody said this, or I did; fit to be shown on a few lines, within the pace that is allowed, by nobody who is
    //! ignored.
    void lineSaid(const islet::Address &author, const QString &text);
    //! To be ignored, or if they are, not any more.
    void ignoreWanted(const islet::Address &author);

private:
    ChatEntry entryAt(int row) const { return m_history.at(m_first + row); }
    bool isTheirs(int row) const { return row >= 0 && row < rowCount() && entryAt(row).kind == Theirs; }
    QString authorOf(const ChatEntry &entry) const;
    bool isHidden(const ChatEntry &entry) const { return isHidden(entry.kind, entry.author); }
    bool isGrouped(int row, const ChatEntry &entry) const;
    QString dayOf(int row, const ChatEntry &entry) const;
    void renew(const QList<int> &roles);
    void renewLine(qint64 number, const QList<int> &roles);
    void onFirstChanged();
    void onReplaced();
    void doubtRecent();
    void sendWaiting();
    void giveUpWaiting();
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
    qint64 m_first; //!< of the history's numbers, the first row
    qint64 m_end;
    bool m_isReconnecting = false;
    QMap<qint64, QString> m_waiting; //!< as they are to be sent
    QList<Recent> m_recent; //!< of my own that were sent
    QDate m_today;
    int m_linesEver = 0;
    int m_unread = 0;
    bool m_isBeingRead = false;
    std::optional<qint64> m_unreadFrom;
    int m_returns = 0; //!< to the newest line, since then
    QString m_problem;
};

} // namespace islet
