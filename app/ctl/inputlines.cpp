// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/inputlines.h"

#include <QSocketNotifier>
#include <QThread>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace islet::ctl {

namespace {

constexpr qsizetype maxLine = 64 * 1024;

} // namespace

InputLines::InputLines(QObject *parent)
    : QObject(parent)
{ }

InputLines::~InputLines()
{
    // A thread that blocks in a read cannot be woken; the process is ending anyway.
    if (m_thread && m_thread->isRunning()) {
        m_thread->terminate();
        m_thread->wait();
    }
}

#ifdef Q_OS_UNIX

void InputLines::start()
{
    m_notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &InputLines::readSome);
}

void InputLines::readSome()
{
    char chunk[4096];
    const ssize_t size = ::read(STDIN_FILENO, chunk, sizeof chunk);
    if (size > 0) {
        m_buffer.append(chunk, size);
        emitLines();
        return;
    }
    m_notifier->setEnabled(false);
    if (!m_buffer.isEmpty()) {
        m_buffer += '\n'; // the last line has no newline
        emitLines();
    }
    emit ended();
}

#else

void InputLines::start()
{
    m_thread.reset(QThread::create([this] {
        char line[4096];
        while (std::fgets(line, sizeof line, stdin)) {
            QMetaObject::invokeMethod(this, [this, text = QByteArray(line)] {
                m_buffer += text;
                emitLines();
            });
        }
        QMetaObject::invokeMethod(this, [this] { emit ended(); });
    }));
    m_thread->start();
}

void InputLines::readSome() { }

#endif

void InputLines::emitLines()
{
    for (qsizetype end = m_buffer.indexOf('\n'); end >= 0; end = m_buffer.indexOf('\n')) {
        const QString line = QString::fromUtf8(m_buffer.first(qMin(end, maxLine))).trimmed();
        m_buffer.remove(0, end + 1);
        if (!line.isEmpty())
            emit lineRead(line);
    }
    m_buffer.truncate(maxLine);
}

} // namespace islet::ctl
