// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "servers.h"

#include "bench/support/numbers.h"
#include "bench/support/websocket.h"

#include <QUrl>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::bench {

namespace {

constexpr auto startPatience = 20s;

quint16 freePort()
{
    const Listener listener = listenOnLoopback();
    ::close(listener.descriptor);
    return listener.port;
}

bool answers(quint16 port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int status = ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    ::close(descriptor);
    return status == 0;
}

} // namespace

ServerUnderTest::ServerUnderTest(Kind kind)
    : m_port(freePort())
    , m_process(command(kind, m_port))
{
    const auto deadline = monotonicTime() + startPatience;
    while (!answers(m_port)) {
        if (monotonicTime() > deadline)
            fail(u"The server did not open its port in time."_s);
        std::this_thread::sleep_for(20ms);
    }
}

Child::Command ServerUnderTest::command(Kind kind, quint16 port)
{
    switch (kind) {
    case Kind::Islet:
        return {neighbour(u"isletctl"_s),
                {u"serve"_s, u"--port"_s, QString::number(port), u"--max-peers"_s, u"300"_s},
                {},
                Child::Listen::Nothing};
    case Kind::MiniComms:
        return {u"node"_s,
                {peersFolder() + u"/node_modules/@dcl/mini-comms/dist/index.js"_s},
                {{u"HTTP_SERVER_HOST"_s, u"127.0.0.1"_s}, {u"HTTP_SERVER_PORT"_s, QString::number(port)}},
                Child::Listen::Nothing};
    }
    Q_UNREACHABLE();
}

} // namespace islet::bench
