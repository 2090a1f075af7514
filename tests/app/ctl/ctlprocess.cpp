// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "ctlprocess.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrl>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;

namespace islet::test {

CtlProcess::CtlProcess(const QStringList &arguments)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &CtlProcess::readLines);
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { m_errors += m_process.readAllStandardError(); });
    m_process.start(QStringLiteral(ISLET_BIN "/isletctl"), arguments);
    if (!m_process.waitForStarted())
        qFatal("isletctl does not start: build it first");
}

CtlProcess::~CtlProcess()
{
    if (isOver())
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void CtlProcess::sendSignal(int number)
{
#ifdef Q_OS_UNIX
    ::kill(static_cast<pid_t>(m_process.processId()), number);
#else
    Q_UNUSED(number);
    m_process.terminate();
#endif
}

int CtlProcess::status()
{
    constexpr int patience = 10'000; // ms
    if (!QTest::qWaitFor([this] { return isOver(); }, patience) || m_process.exitStatus() != QProcess::NormalExit)
        return -1;
    readLines();
    m_errors += m_process.readAllStandardError();
    return m_process.exitCode();
}

QList<QJsonObject> CtlProcess::events(QStringView name) const
{
    QList<QJsonObject> found;
    for (const QByteArray &line : m_lines) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        if (event["event"_L1].toString() == name)
            found.append(event);
    }
    return found;
}

bool CtlProcess::has(QStringView name, QStringView key, const QJsonValue &value) const
{
    const auto all = events(name);
    return std::ranges::any_of(all, [&](const QJsonObject &event) { return event.value(key) == value; });
}

QString CtlProcess::flaw() const
{
    double last = 0;
    for (const QByteArray &line : m_lines) {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(line, &error);
        if (error.error != QJsonParseError::NoError || !document.isObject())
            return u"no JSON object: "_s + QString::fromUtf8(line);
        const QJsonValue t = document["t"_L1];
        if (!document["event"_L1].isString() || !t.isDouble())
            return u"event or t is missing: "_s + QString::fromUtf8(line);
        if (t.toDouble() < last)
            return u"t goes back: "_s + QString::fromUtf8(line);
        last = t.toDouble();
    }
    return m_buffer.isEmpty() ? QString() : u"a line without end: "_s + QString::fromUtf8(m_buffer);
}

void CtlProcess::readLines()
{
    m_buffer += m_process.readAllStandardOutput();
    for (qsizetype end = m_buffer.indexOf('\n'); end >= 0; end = m_buffer.indexOf('\n')) {
        m_lines.append(m_buffer.first(end));
        m_buffer.remove(0, end + 1);
    }
}

QString Host::where()
{
    static_cast<void>(QTest::qWaitFor([this] { return !process.lines().isEmpty(); }));
    return QString::fromUtf8(process.lines().value(0));
}

quint16 Host::port()
{
    const QString text = where();
    return static_cast<quint16>(QUrl(text.mid(text.indexOf(u':') + 1)).port(0));
}

} // namespace islet::test
