// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "nodeprocess.h"

#include <QDir>
#include <QJsonDocument>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

const auto peersFolder = QStringLiteral(ISLET_PEERS);

} // namespace

NodeProcess::NodeProcess()
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &NodeProcess::readLines);
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { m_noise += m_process.readAllStandardError(); });
}

NodeProcess::~NodeProcess()
{
    kill();
}

QString NodeProcess::missing()
{
    const auto advice = u"run ./dev test, it installs them"_s;
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        return u"node is missing: "_s + advice;
    if (!QDir(peersFolder + u"/node_modules/@dcl"_s).exists())
        return u"the pinned npm packages are missing in %1: "_s.arg(peersFolder) + advice;
    return {};
}

bool NodeProcess::start(const QString &script, const QStringList &arguments, const QProcessEnvironment &environment)
{
    m_process.setProcessEnvironment(environment.isEmpty() ? QProcessEnvironment::systemEnvironment() : environment);
    m_process.setWorkingDirectory(peersFolder);
    m_process.start(u"node"_s, QStringList{script} + arguments);
    return m_process.waitForStarted();
}

void NodeProcess::kill()
{
    if (!isRunning())
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void NodeProcess::send(const QJsonObject &line)
{
    m_process.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

QList<QJsonObject> NodeProcess::events(QStringView event) const
{
    QList<QJsonObject> found;
    for (const QJsonObject &line : m_lines) {
        if (line.value("event"_L1).toString() == event)
            found.append(line);
    }
    return found;
}

void NodeProcess::readLines()
{
    m_buffer += m_process.readAllStandardOutput();
    for (qsizetype end = m_buffer.indexOf('\n'); end >= 0; end = m_buffer.indexOf('\n')) {
        const QByteArray line = m_buffer.first(end);
        m_buffer.remove(0, end + 1);
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (document.isObject()) {
            m_lines.append(document.object());
            emit lineRead(m_lines.constLast());
        } else {
            m_noise += line + '\n';
        }
    }
}

} // namespace islet::test
