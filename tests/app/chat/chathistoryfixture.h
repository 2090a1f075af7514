// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/chat/chathistory.h"
#include "tests/support/fakeroom.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace islet::test {

//! A user's settings and chat folder.
struct Home {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("islet.ini")), QSettings::IniFormat};
    QString chats = folder.filePath(QStringLiteral("chat"));

    QString file(const Address &owner) const { return chats + u'/' + owner.toLower() + QStringLiteral(".sqlite"); }
    QStringList files() const { return QDir(chats).entryList(QDir::Files); }
};

//! One run of the program; say() adds lines by Ana.
struct Run {
    explicit Run(Home &home, const Address &owner = numberedAddress(7), bool isGuest = false)
        : history(home.settings)
    {
        history.keepIn(home.chats);
        history.setOwner(owner, isGuest);
        QObject::connect(&history, &ChatHistory::failed, &history,
                         [this](const QString &text) { problems.append(text); });
    }
    qint64 say(const QString &text, chat::Delivery delivery = chat::Sent)
    {
        ChatEntry entry{chat::Theirs,
                        delivery,
                        numberedAddress(1),
                        QStringLiteral("Ana"),
                        text,
                        QStringLiteral("offline:"),
                        QDateTime(QDate(2025, 8, 5), QTime(12, 0)),
                        {}};
        return history.append(entry);
    }
    void sayMany(int lines)
    {
        for (int i = 0; i < lines; ++i)
            say(QStringLiteral("line %1").arg(i));
    }
    QStringList texts() const
    {
        QStringList all;
        for (qint64 number = history.first(); number < history.end(); ++number)
            all.append(history.at(number).text);
        return all;
    }
    //! Adds a line and writes at once, as the timer would.
    void sayAndWrite()
    {
        say(QStringLiteral("back"));
        history.write();
    }

    ChatHistory history;
    QStringList problems;
};

} // namespace islet::test
