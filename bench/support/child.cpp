// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "child.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace islet::bench {

namespace {

std::chrono::nanoseconds read(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

void fail(const QString &sentence)
{
    std::fflush(stdout);
    std::fputs(qPrintable(sentence + u'\n'), stderr);
    std::exit(1); // children are killed with us, see the Child constructor
}

std::chrono::nanoseconds monotonicTime()
{
    return read(CLOCK_MONOTONIC);
}

std::chrono::nanoseconds ownCpuTime()
{
    return read(CLOCK_PROCESS_CPUTIME_ID);
}

Child::Child(const Command &command)
    : m_name(QFileInfo(command.program).fileName())
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (auto variable = command.environment.cbegin(); variable != command.environment.cend(); ++variable) {
        if (variable->isEmpty())
            environment.remove(variable.key());
        else
            environment.insert(variable.key(), *variable);
    }
    m_process.setProcessEnvironment(environment);
    m_process.setProgram(command.program);
    m_process.setArguments(command.arguments);
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    if (command.listen != Listen::Errors)
        m_process.setStandardErrorFile(QProcess::nullDevice());
    if (command.listen != Listen::Output)
        m_process.setStandardOutputFile(QProcess::nullDevice());
    if (command.listen == Listen::Errors)
        m_process.setReadChannel(QProcess::StandardError);

    m_startedAt = monotonicTime();
    m_process.start();
    if (!m_process.waitForStarted())
        fail(u"%1 cannot be started: %2."_s.arg(command.program, m_process.errorString()));
}

Child::~Child()
{
    constexpr int timeout = 3'000; // ms
    m_process.terminate();
    if (!m_process.waitForFinished(timeout)) {
        m_process.kill();
        m_process.waitForFinished(timeout);
    }
}

QByteArray Child::readLine(QByteArrayView prefix, std::chrono::milliseconds timeout)
{
    const QDeadlineTimer deadline(timeout);
    for (;;) {
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine().trimmed();
            if (line.startsWith(prefix))
                return line.sliced(prefix.size()).trimmed();
        }
        if (!isRunning())
            fail(u"%1 exited before it printed \"%2\"."_s.arg(m_name, QString::fromUtf8(prefix)));
        if (deadline.hasExpired())
            fail(u"%1 did not print \"%2\" in time."_s.arg(m_name, QString::fromUtf8(prefix)));
        m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
    }
}

void Child::writeLine(const QString &line)
{
    m_process.write(line.toUtf8() + '\n');
    m_process.waitForBytesWritten();
}

std::chrono::nanoseconds Child::cpuTime() const
{
    clockid_t clock{};
    if (clock_getcpuclockid(static_cast<pid_t>(pid()), &clock) != 0)
        fail(u"The CPU time of %1 cannot be read; has it crashed?"_s.arg(m_name));
    return read(clock);
}

double Child::memory(QByteArrayView line) const
{
    constexpr double kibibytesInMebibyte = 1024;
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid()));
    if (!file.open(QIODevice::ReadOnly))
        fail(u"%1 cannot be read: %2."_s.arg(file.fileName(), file.errorString()));
    for (QByteArray text = file.readLine(); !text.isEmpty(); text = file.readLine()) {
        if (text.startsWith(line))
            return text.simplified().split(' ').value(1).toDouble() / kibibytesInMebibyte;
    }
    fail(u"There is no %1 in %2."_s.arg(QString::fromLatin1(line), file.fileName()));
}

QString neighbour(const QString &name)
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(name);
}

QString script(const QString &name)
{
    return QDir(QStringLiteral(ISLET_BENCH_SCRIPTS)).filePath(name);
}

QString peersFolder()
{
    const QString folder = qEnvironmentVariable("ISLET_PEERS", QStringLiteral(ISLET_BENCH_PEERS));
    if (!QFileInfo::exists(folder + u"/node_modules"_s)) {
        fail(u"There is no node_modules in %1. Run ./dev bench, which installs the peers, or set ISLET_PEERS."_s.arg(
            folder));
    }
    return folder;
}

} // namespace islet::bench
