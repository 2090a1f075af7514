// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/chat/chatmodel.h"

#include <QPointer>
#include <QTimer>

namespace islet {

//! Finds the chat lines that contain a text, from the newest to the oldest, wrapping around. Skips lines of blocked
//! authors. Searches a slice at a time to keep the window responsive, newest lines first.
class ChatSearch : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(islet::ChatModel *chat READ chat WRITE setChat NOTIFY chatChanged)
    //! Case and accents do not matter. Searched after a pause in typing.
    Q_PROPERTY(QString wanted READ wanted WRITE setWanted NOTIFY wantedChanged)
    //! "3 of 17", "nothing found" or empty.
    Q_PROPERTY(QString stateText READ stateText NOTIFY found)
    //! Row of the current hit, or -1.
    Q_PROPERTY(int row READ row NOTIFY found)

public:
    static constexpr int maxHits = 1'000;
    static constexpr std::chrono::milliseconds typingPause{200};

    explicit ChatSearch(QObject *parent = nullptr);

    ChatModel *chat() const { return m_chat; }
    void setChat(ChatModel *chat);
    const QString &wanted() const { return m_wanted; }
    void setWanted(const QString &wanted);
    QString stateText() const;
    int row() const;

    //! Goes to the next older hit; starts the search if there was none yet.
    Q_INVOKABLE void older();
    //! Goes to the next newer hit.
    Q_INVOKABLE void newer();
    //! Ends the search and clears the hits.
    Q_INVOKABLE void end();

signals:
    void chatChanged();
    void wantedChanged();
    //! Also emitted when the current hit changes.
    void found();

private:
    void search();
    //! Searches the next slice, if any.
    void searchNext();
    void step(qsizetype by);
    bool isShown(const ChatHit &hit) const { return !m_chat->isHidden(hit.kind, hit.author); }

    QPointer<ChatModel> m_chat;
    QString m_wanted;
    QList<ChatHit> m_hits; //!< newest first
    qint64 m_before = 0; //!< lines before this number have not been searched
    qsizetype m_current = 0;
    bool m_hasSearched = false;
    QTimer m_typingTimer;
    QTimer m_sliceTimer;
};

} // namespace islet
