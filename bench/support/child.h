// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMap>
#include <QProcess>

#include <chrono>

namespace islet::bench {

//! Says why nothing can be measured, and exits with 1.
[[noreturn]] void fail(const QString &sentence);

//! CLOCK_MONOTONIC, which all processes of a machine share.
std::chrono::nanoseconds monotonicTime();

//! A process to be measured. It dies with us.
class Child {
public:
    enum class Listen { Output, Errors, Nothing };

    struct Command {
        QString program;
        QStringList arguments;
        QMap<QString, QString> environment = {}; //!< added to ours; an empty value takes the variable away
        Listen listen = Listen::Output; //!< what readLine() reads; the rest is thrown away
    };

    //! Starts it at once.
    explicit Child(const Command &command);
    //! Asks it to end, then insists.
    ~Child();

    //! What follows `prefix` in the next line that begins so; other lines are skipped. fail()s when it does not come.
    QByteArray readLine(QByteArrayView prefix, std::chrono::milliseconds patience);
    //! To its standard input.
    void writeLine(const QString &line);
    //! Closes its standard input, at which our clients end.
    void release() { m_process.closeWriteChannel(); }

    qint64 pid() const { return m_process.processId(); }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    //! monotonicTime() just before it was started.
    std::chrono::nanoseconds startedAt() const { return m_startedAt; }
    //! User and system time of all its threads until now.
    std::chrono::nanoseconds cpuTime() const;
    //! MiB of a line of /proc/PID/smaps_rollup: "Pss:" is its own memory and its share of what others map too.
    double memory(QByteArrayView line) const;

private:
    QString m_name;
    QProcess m_process;
    std::chrono::nanoseconds m_startedAt{0};
};

//! Our own user and system time until now.
std::chrono::nanoseconds ownCpuTime();

//! Path of a program that was built beside this one.
QString neighbour(const QString &name);
//! Path of a script of this folder.
QString script(const QString &name);
//! The folder that holds the node_modules of the real peers: $ISLET_PEERS, else the one in the source tree.
QString peersFolder();

} // namespace islet::bench
