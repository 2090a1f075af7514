// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/chat/chatmodel.h"

#include <QPointer>
#include <QTimer>

namespace islet {

//! Which lines hold some words, from the newest to the oldest and round again. Lines of people who are ignored are left
//! out. Looks through some lines at a time, so that the window goes on meanwhile, and knows the newest ones first.
class ChatSearch : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(islet::ChatModel *chat READ chat WRITE setChat NOTIFY chatChanged)
    //! Case and accents do not matter. Looked for when nothing was typed for a moment.
    Q_PROPERTY(QString wanted READ wanted WRITE setWanted NOTIFY wantedChanged)
    //! "3 of 17", that there are none, or empty.
    Q_PROPERTY(QString stateText READ stateText NOTIFY found)
    //! Of the line to be shown; -1 for none.
    Q_PROPERTY(int row READ row NOTIFY found)

public:
    static constexpr int mostFound = 1'000;
    static constexpr std::chrono::milliseconds typingPause{200};

    explicit ChatSearch(QObject *parent = nullptr);

    ChatModel *chat() const { return m_chat; }
    void setChat(ChatModel *chat);
    const QString &wanted() const { return m_wanted; }
    void setWanted(const QString &wanted);
    QString stateText() const;
    int row() const;

    //! The next older line; looks first if it has not yet.
    Q_INVOKABLE void older();
    //! The next newer line.
    Q_INVOKABLE void newer();
    //! Forgets what was found.
    Q_INVOKABLE void end();

signals:
    void chatChanged();
    void wantedChanged();
    //! Also when another line is to be shown.
    void found();

private:
    void look();
    //! Looks through the next lines, if there are some.
    void lookOn();
    void step(qsizetype by);
    bool isShown(const ChatHit &hit) const { return !m_chat->isHidden(hit.kind, hit.author); }

    QPointer<ChatModel> m_chat;
    QString m_wanted;
    QList<ChatHit> m_hits; //!< the newest first
    qint64 m_before = 0; //!< the lines before this one were not looked at yet
    qsizetype m_at = 0;
    bool m_hasLooked = false;
    QTimer m_pause;
    QTimer m_turn;
};

} // namespace islet
