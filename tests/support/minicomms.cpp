// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "minicomms.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace islet::test {

bool MiniComms::start()
{
    m_why = NodeProcess::missing();
    if (!m_why.isEmpty())
        return false;
    if (m_port == 0) {
        QTcpServer probe;
        if (!probe.listen(QHostAddress::LocalHost)) {
            m_why = u"no free port on loopback: "_s + probe.errorString();
            return false;
        }
        m_port = probe.serverPort();
    }
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HTTP_SERVER_HOST"_s, u"127.0.0.1"_s);
    environment.insert(u"HTTP_SERVER_PORT"_s, QString::number(m_port));
    m_process = std::make_unique<NodeProcess>();
    if (!m_process->start(u"node_modules/@dcl/mini-comms/dist/index.js"_s, {}, environment)) {
        m_why = u"node does not start"_s;
        return false;
    }
    constexpr int patience = 30'000; // ms; a busy machine takes seconds to load 150 packages
    if (QTest::qWaitFor([this] { return answers() || !isRunning(); }, patience) && isRunning())
        return true;
    m_why = u"mini-comms did not come up on port %1: %2"_s.arg(m_port).arg(m_process->noise());
    return false;
}

void MiniComms::kill()
{
    m_process.reset();
}

QString MiniComms::url(const QString &room) const
{
    return u"ws://127.0.0.1:%1/rooms/%2"_s.arg(m_port).arg(room);
}

QString MiniComms::connectionString(const QString &room) const
{
    return u"ws-room:"_s + url(room);
}

bool MiniComms::answers() const
{
    constexpr int shortly = 100; // ms; loopback accepts or refuses at once
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    return socket.waitForConnected(shortly);
}

} // namespace islet::test
