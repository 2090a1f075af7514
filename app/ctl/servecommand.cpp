// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/servecommand.h"

#include "base/quoted.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace islet::ctl {

namespace {

void writeLine(std::FILE *where, const QString &line)
{
    std::fputs((line + u'\n').toUtf8().constData(), where);
    std::fflush(where);
}

} // namespace

ServeCommand::ServeCommand(const RoomOptions &options)
    : m_options(options)
    , m_server(options)
{
    connect(&m_server, &RoomServer::peerJoined, this, [](const Address &address, const QString &room) {
        writeLine(stderr, u"%1 joined %2"_s.arg(address.toLower(), quoted(room)));
    });
    connect(&m_server, &RoomServer::peerLeft, this, [](const Address &address, const QString &room) {
        writeLine(stderr, u"%1 left %2"_s.arg(address.toLower(), quoted(room)));
    });
}

Expected<void> ServeCommand::start()
{
    if (const auto listening = m_server.listen(); !listening)
        return listening;
    writeLine(stdout, m_server.connectionString());
    if (!m_options.host.isLoopback())
        writeLine(stderr,
                  u"Anyone who can reach %1 can join, and nothing is encrypted."_s.arg(m_options.host.toString()));
    return {};
}

} // namespace islet::ctl
