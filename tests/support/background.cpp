// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "background.h"

#include <QFile>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace islet::test {

Background::~Background()
{
    stop();
}

bool Background::start(const Command &command)
{
    stop();
    m_errorFile = command.errors;
    m_process.setProgram(command.program);
    m_process.setArguments(command.arguments);
    m_process.setProcessEnvironment(command.environment);
    m_process.setStandardInputFile(command.input.isEmpty() ? QProcess::nullDevice() : command.input);
    m_process.setStandardOutputFile(command.output.isEmpty() ? QProcess::nullDevice() : command.output);
    m_process.setStandardErrorFile(command.errors.isEmpty() ? QProcess::nullDevice() : command.errors);
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
    m_process.start();
    if (m_process.waitForStarted())
        return true;
    m_why = u"%1 does not start: %2"_s.arg(command.program, m_process.errorString());
    return false;
}

void Background::stop()
{
    if (!isRunning())
        return;
    constexpr int patience = 3'000; // ms
    m_process.terminate();
    if (!m_process.waitForFinished(patience)) {
        m_process.kill();
        m_process.waitForFinished(patience);
    }
}

bool Background::isRunning() const
{
    if (m_process.state() == QProcess::NotRunning)
        return false;
    m_process.waitForFinished(0); // lets QProcess notice the exit without an event loop
    return m_process.state() != QProcess::NotRunning;
}

void Background::freeze() const
{
#ifdef Q_OS_LINUX
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
#endif
}

void Background::thaw() const
{
#ifdef Q_OS_LINUX
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
#endif
}

bool Background::waitForEnd(std::chrono::milliseconds patience)
{
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(static_cast<int>(patience.count())))
        return false;
    return m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

QString Background::why() const
{
    return m_why.isEmpty() ? u"%1: %2"_s.arg(m_process.program(), errors()) : m_why;
}

QString Background::errors() const
{
    QFile file(m_errorFile);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

} // namespace islet::test
