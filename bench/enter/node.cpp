// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "node.h"

#include <QList>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::bench {

namespace {

constexpr auto patience = 60s;

} // namespace

NodeClient::NodeClient()
    : m_process({u"node"_s, {script(u"enter_client.mjs"_s)}, {{u"ISLET_PEERS"_s, peersFolder()}}})
{
    m_process.readLine("ready", patience);
}

std::vector<double> NodeClient::join(const QString &url, int count)
{
    std::vector<double> times;
    const QList<QByteArray> words = tell(u"join %1 %2"_s.arg(url).arg(count), "joined").split(' ');
    for (const QByteArray &word : words)
        times.push_back(word.toDouble());
    return times;
}

double NodeClient::sign(const QString &text, int count)
{
    return tell(u"sign %1 %2"_s.arg(text).arg(count), "signed").toDouble();
}

double NodeClient::validate(const QString &text, int count)
{
    return tell(u"validate %1 %2"_s.arg(text).arg(count), "validated").toDouble();
}

QByteArray NodeClient::tell(const QString &line, QByteArrayView answer)
{
    m_process.writeLine(line);
    return m_process.readLine(answer, patience);
}

} // namespace islet::bench
