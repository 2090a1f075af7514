// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "holdingproxy.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace islet::test {

HoldingProxy::HoldingProxy(quint16 target)
    : m_target(target)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *near = m_server.nextPendingConnection())
            onConnection(near);
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
}

HoldingProxy::~HoldingProxy()
{
    cut();
}

QString HoldingProxy::instead(QString connectionString) const
{
    return connectionString.replace(u":%1/"_s.arg(m_target), u":%1/"_s.arg(port()));
}

void HoldingProxy::hold()
{
    m_isHeld = true;
}

void HoldingProxy::release()
{
    m_isHeld = false;
    forwardAll();
}

void HoldingProxy::cut()
{
    const auto pairs = m_pairs;
    for (const auto &[near, far] : pairs)
        end(near);
}

void HoldingProxy::onConnection(QTcpSocket *near)
{
    near->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_pairs.emplace(near, nullptr);
    connect(near, &QTcpSocket::readyRead, this, &HoldingProxy::forwardAll);
    connect(near, &QTcpSocket::disconnected, this, &HoldingProxy::forwardAll);
    forwardAll();
}

void HoldingProxy::connectOnward(QTcpSocket *near)
{
    auto *const far = new QTcpSocket(near);
    m_pairs[near] = far;
    connect(far, &QTcpSocket::connected, this, [this, far] {
        far->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        forwardAll();
    });
    connect(far, &QTcpSocket::readyRead, this, &HoldingProxy::forwardAll);
    connect(far, &QTcpSocket::disconnected, this, &HoldingProxy::forwardAll);
    connect(far, &QTcpSocket::errorOccurred, this, &HoldingProxy::forwardAll);
    far->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
}

void HoldingProxy::forward(QTcpSocket *from, QTcpSocket *to)
{
    if (to->state() == QAbstractSocket::ConnectedState && from->bytesAvailable() > 0)
        to->write(from->readAll());
}

//! While held, disconnections are not forwarded either.
void HoldingProxy::forwardAll()
{
    if (m_isHeld)
        return;
    const auto pairs = m_pairs;
    for (const auto &[near, far] : pairs) {
        const bool isNearGone = near->state() == QAbstractSocket::UnconnectedState;
        if (!far && !isNearGone) {
            connectOnward(near);
            continue;
        }
        if (!far || isNearGone) {
            if (far)
                forward(near, far);
            end(near);
            continue;
        }
        forward(near, far);
        forward(far, near);
        if (far->state() == QAbstractSocket::UnconnectedState)
            end(near);
    }
}

void HoldingProxy::end(QTcpSocket *near)
{
    const auto found = m_pairs.find(near);
    if (found == m_pairs.end())
        return;
    QTcpSocket *const far = found->second;
    m_pairs.erase(found);
    for (QTcpSocket *const socket : {near, far}) {
        if (!socket)
            continue;
        socket->disconnect(this);
        socket->disconnectFromHost(); // after all pending data is written
    }
    connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
    if (near->state() == QAbstractSocket::UnconnectedState
        && (!far || far->state() == QAbstractSocket::UnconnectedState))
        near->deleteLater();
}

} // namespace islet::test
