// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QProcess>

#include <chrono>

namespace islet::test {

//! Another program that runs while this lives, and dies with this process however it ends. Its words go to a file, so
//! that nobody has to read a pipe in time.
class Background {
public:
    struct Command {
        QString program;
        QStringList arguments;
        QProcessEnvironment environment;
        QString output = {}; //!< the file that takes its standard output; without one it is thrown away
        QString errors = {}; //!< the same for its errors
        QString input = {}; //!< the file that it reads; without one there is nothing to read
    };

    Background() = default;
    //! Asks it to end, then insists.
    ~Background();
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    //! False with why() when there is no such program.
    bool start(const Command &command);
    void stop();
    bool isRunning() const;
    //! It does nothing any more, until it goes on.
    void freeze() const;
    void thaw() const;
    //! Whether it has ended by itself, and well.
    bool waitForEnd(std::chrono::milliseconds patience);

    //! Why it could not be started, or what it has written to its errors so far.
    QString why() const;
    QString errors() const;

private:
    // Asked for its state, QProcess may notice that the program has ended.
    mutable QProcess m_process;
    QString m_errorFile;
    QString m_why;
};

} // namespace islet::test
