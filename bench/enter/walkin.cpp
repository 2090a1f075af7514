// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "walkin.h"

#include "app/protocols.h"

#include "bench/support/child.h"
#include "comms/closesentences.h"
#include "server/roomserver.h"

#include <QEventLoop>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::bench {

namespace {

constexpr auto patience = 20s;
constexpr auto betweenJoins = 10ms; // as in enter_client.mjs

void pause(std::chrono::milliseconds howLong)
{
    QEventLoop loop;
    QTimer::singleShot(howLong, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

double nanosecondsSince(std::chrono::nanoseconds begin)
{
    return static_cast<double>((monotonicTime() - begin).count());
}

std::unique_ptr<RoomServer> serve(quint16 port)
{
    RoomOptions options;
    options.port = port;
    auto server = std::make_unique<RoomServer>(options);
    if (const auto listening = server->listen(); !listening)
        fail(listening.error().detail);
    return server;
}

} // namespace

WalkIn::WalkIn()
    : m_identity(Identity::create(PrivateKey::generate()))
    , m_client(allProtocols(), m_identity, {CommsSession::Retry::WhenLost})
{
    QObject::connect(&m_client.session(), &CommsSession::ended, &m_client.session(), [](const CloseReason &reason) {
        if (reason.kind != CloseReason::Kind::Requested)
            fail(sentenceOf(reason));
    });
}

std::vector<double> WalkIn::join(const QString &url, int count)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const auto begin = monotonicTime();
        enter(url);
        times.push_back(nanosecondsSince(begin));
        m_client.leave();
        pause(betweenJoins);
    }
    return times;
}

std::vector<double> WalkIn::reconnect(std::chrono::milliseconds gone, int count)
{
    std::vector<double> times;
    auto server = serve(0);
    const quint16 port = server->port();
    enter(server->connectionString());
    for (int i = 0; i < count; ++i) {
        server.reset();
        waitFor(CommsSession::State::Waiting);
        pause(gone);
        server = serve(port);
        const auto begin = monotonicTime();
        waitFor(CommsSession::State::Joined);
        times.push_back(nanosecondsSince(begin));
    }
    m_client.leave();
    return times;
}

void WalkIn::enter(const QString &url)
{
    if (const auto begun = ConnectionString::fromTyped(url).and_then(
            [this](const ConnectionString &where) { return m_client.join(where); });
        !begun)
        fail(begun.error().detail);
    waitFor(CommsSession::State::Joined);
}

void WalkIn::waitFor(CommsSession::State state)
{
    if (m_client.session().state() == state)
        return;
    QEventLoop loop;
    const auto look = [&loop, state](CommsSession::State now) {
        if (now == state)
            loop.quit();
    };
    QObject::connect(&m_client.session(), &CommsSession::stateChanged, &loop, look);
    QTimer::singleShot(patience, &loop, [] { fail(u"Islet is not where it should be after 20 s."_s); });
    loop.exec();
}

} // namespace islet::bench
