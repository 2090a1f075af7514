// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

#include <QHash>
#include <QLocalServer>

#include <functional>

class QLocalSocket;

namespace islet {

//! Listens for what the same user says to this window from elsewhere, such as `isletctl ptt down`: a line in, a line
//! back, which begins with "ok" or with "no".
class RemoteControl : public QObject {
    Q_OBJECT

public:
    static constexpr int maxConnections = 8;
    static constexpr qint64 maxLine = 16 * 1024; //!< bytes; a link may be long
    static constexpr std::chrono::seconds patience{5}; //!< for a whole line

    //! Gives what to answer, or why not.
    using Command = std::function<Expected<QString>(const QStringList &words)>;

    explicit RemoteControl(QObject *parent = nullptr);

    //! Takes the commands that begin with `verb`.
    void add(const QString &verb, const Command &command);
    //! CannotListen when another window has the address, or it cannot be had. Only the same user may connect.
    Expected<void> listen(const QString &address);

private:
    void accept();
    void answer(QLocalSocket *socket);

    QLocalServer m_server;
    QHash<QString, Command> m_commands;
    int m_connections = 0;
};

} // namespace islet
