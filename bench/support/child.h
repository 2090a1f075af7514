// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMap>
#include <QProcess>

#include <chrono>

namespace islet::bench {

//! Prints why the measurement is impossible, and exits with 1.
[[noreturn]] void fail(const QString &sentence);

//! CLOCK_MONOTONIC, which is the same for all processes of a machine.
std::chrono::nanoseconds monotonicTime();

//! A process to be measured. It is killed when this process ends.
class Child {
public:
    enum class Listen { Output, Errors, Nothing };

    struct Command {
        QString program;
        QStringList arguments;
        QMap<QString, QString> environment = {}; //!< added to our environment; an empty value removes the variable
        Listen listen = Listen::Output; //!< what readLine() reads; everything else is discarded
    };

    //! Starts the process immediately.
    explicit Child(const Command &command);
    //! Terminates it, and kills it if it does not end.
    ~Child();

    //! Returns what follows `prefix` in the next line that begins with it; skips other lines. Calls fail() on timeout.
    QByteArray readLine(QByteArrayView prefix, std::chrono::milliseconds timeout);
    //! Writes to its standard input.
    void writeLine(const QString &line);
    //! Closes its standard input, which makes our clients exit.
    void release() { m_process.closeWriteChannel(); }

    qint64 pid() const { return m_process.processId(); }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    //! monotonicTime() just before the start.
    std::chrono::nanoseconds startedAt() const { return m_startedAt; }
    //! User and system time of all its threads so far.
    std::chrono::nanoseconds cpuTime() const;
    //! MiB from a line of /proc/PID/smaps_rollup: "Pss:" is its own memory and its share of shared pages.
    double memory(QByteArrayView line) const;

private:
    QString m_name;
    QProcess m_process;
    std::chrono::nanoseconds m_startedAt{0};
};

//! User and system time of this process so far.
std::chrono::nanoseconds ownCpuTime();

//! Path of a program built next to this one.
QString neighbour(const QString &name);
//! Path of a script in the bench folder.
QString script(const QString &name);
//! Folder with the node_modules of the reference peers: $ISLET_PEERS, else the one in the source tree.
QString peersFolder();

} // namespace islet::bench
