// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

#include <QHash>
#include <QLocalServer>

#include <functional>

class QLocalSocket;

namespace islet {

//! The server that other programs of the same user send commands to, such as `isletctl ptt down`. A connection carries
//! one line with the command and one with the answer, which begins with "ok " or "no ".
class RemoteControl : public QObject {
    Q_OBJECT

public:
    static constexpr int maxConnections = 8;
    static constexpr qint64 maxLine = 16 * 1024; //!< bytes; links may be long
    static constexpr std::chrono::seconds lineTimeout{5}; //!< until the whole line has arrived

    //! Returns the answer; an error's detail is sent after "no ".
    using Command = std::function<Expected<QString>(const QStringList &words)>;

    explicit RemoteControl(QObject *parent = nullptr);

    //! Registers the handler for commands whose first word is `verb`.
    void add(const QString &verb, const Command &command);
    //! Only the same user may connect. CannotListen if another window listens at `address`, or it is unavailable.
    Expected<void> listen(const QString &address);

private:
    void accept();
    void answer(QLocalSocket *socket);

    QLocalServer m_server;
    QHash<QString, Command> m_commands;
    int m_connections = 0;
};

} // namespace islet
