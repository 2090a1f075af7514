// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QProcess>

#include <chrono>

namespace islet::test {

//! A child process that runs during this object's lifetime, and dies with this process however that ends. Its output
//! goes to a file, so that no one has to drain a pipe.
class Background {
public:
    struct Command {
        QString program;
        QStringList arguments;
        QProcessEnvironment environment;
        QString output = {}; //!< file for its standard output; empty: discarded
        QString errors = {}; //!< file for its standard error; empty: discarded
        QString input = {}; //!< file for its standard input; empty: no input
    };

    Background() = default;
    //! Terminates the process, then kills it.
    ~Background();
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    //! Returns false if the program cannot be started; see why().
    bool start(const Command &command);
    void stop();
    bool isRunning() const;
    //! Suspends the process until thaw().
    void freeze() const;
    void thaw() const;
    //! Waits for the process to end; returns true if it exited normally with status 0.
    bool waitForEnd(std::chrono::milliseconds patience);

    //! Returns why it could not be started, or its standard error so far.
    QString why() const;
    QString errors() const;

private:
    // QProcess may notice the exit when asked for its state.
    mutable QProcess m_process;
    QString m_errorFile;
    QString m_why;
};

} // namespace islet::test
