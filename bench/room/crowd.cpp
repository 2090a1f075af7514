// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "crowd.h"

#include "bench/support/child.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::bench {

namespace {

constexpr std::size_t bufferSize = 256 * 1024;
//! Granularity of sending: of 200 members at 10 Hz, two are due in each tick.
constexpr auto tick = 1ms;
constexpr auto quietTime = 400ms;
constexpr auto drainTimeout = 15s;
constexpr std::size_t noMember = ~std::size_t{0};

} // namespace

struct Crowd::Member {
    Guest guest;
    QByteArray unread; //!< the beginning of an incomplete frame
    QByteArray unsent; //!< not yet accepted by the server's socket
    std::vector<std::uint32_t> expectedLines; //!< per other member
    std::vector<std::chrono::microseconds> latestPositions; //!< when the latest of each was sent
};

Crowd::Crowd(quint16 port, const QByteArray &path, int size)
    : m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_epoch(monotonicTime())
    , m_buffer(bufferSize)
{
    for (int i = 0; i < size; ++i) {
        m_members.push_back(std::make_unique<Member>(Member{enter(port, path), {}, {}, {}, {}}));
        Member &member = *m_members.back();
        const std::uint32_t alias = member.guest.alias;
        m_memberOfAlias.resize(std::max<std::size_t>(m_memberOfAlias.size(), alias + 1), noMember);
        m_memberOfAlias[alias] = m_members.size() - 1;
        member.unread = member.guest.socket.takeUnread();
        member.expectedLines.resize(static_cast<std::size_t>(size));
        member.latestPositions.resize(static_cast<std::size_t>(size));

        const int descriptor = member.guest.socket.descriptor();
        fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = m_members.size() - 1;
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
    }
    Report joins; // earlier members are told about later ones
    while (listen(quietTime, joins)) { }
}

Crowd::~Crowd()
{
    ::close(m_epoll);
}

std::chrono::microseconds Crowd::now() const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(monotonicTime() - m_epoch);
}

Crowd::Report Crowd::run(const Behaviour &behaviour)
{
    Report report;
    const std::size_t size = m_members.size();
    const auto rounds = static_cast<std::size_t>(behaviour.duration * behaviour.positionsPerSecond / 1s);
    const auto perSecond = static_cast<std::size_t>(behaviour.positionsPerSecond);
    const auto interval = std::chrono::nanoseconds(1s) / (size * perSecond);
    m_runBegan = now();
    m_firstLine = m_nextLine;
    const auto cpuBefore = ownCpuTime();
    const auto begin = monotonicTime();

    for (std::size_t turn = 0; turn < rounds * size;) {
        const std::size_t round = turn / size;
        const std::size_t who = turn % size;
        if (monotonicTime() < begin + interval * turn) {
            listen(tick, report);
            continue;
        }
        enqueue(*m_members[who], packets::positionFrame(now(), static_cast<std::uint32_t>(round)));
        report.positionsExpected += size - 1;
        if (behaviour.isChatting && round % perSecond == who % perSecond) {
            const auto line = m_firstLine + static_cast<std::uint32_t>(round / perSecond);
            enqueue(*m_members[who], packets::chatFrame(line));
            report.chatsExpected += size - 1;
            m_nextLine = line + 1;
        }
        ++turn;
    }
    const auto over = monotonicTime();
    auto lastHeard = over;
    while (monotonicTime() - lastHeard < quietTime && monotonicTime() - over < drainTimeout) {
        if (listen(tick, report))
            lastHeard = monotonicTime();
        for (auto &member : m_members)
            flush(*member);
    }
    report.elapsed = lastHeard - begin;
    report.generatorCpu = ownCpuTime() - cpuBefore;
    return report;
}

void Crowd::enqueue(Member &member, const QByteArray &frame)
{
    member.unsent.append(frame);
    flush(member);
}

void Crowd::flush(Member &member)
{
    if (member.unsent.isEmpty())
        return;
    const ssize_t count = send(member.guest.socket.descriptor(), member.unsent.constData(),
                               static_cast<std::size_t>(member.unsent.size()), MSG_NOSIGNAL);
    if (count < 0 && errno != EAGAIN)
        fail(u"The server closed a connection: %1."_s.arg(QString::fromLocal8Bit(std::strerror(errno))));
    if (count > 0)
        member.unsent.remove(0, count);
}

bool Crowd::listen(std::chrono::milliseconds patience, Report &report)
{
    std::array<epoll_event, 256> events; // filled by epoll_wait
    const int count =
        epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), static_cast<int>(patience.count()));
    for (const epoll_event &event : std::span(events).first(static_cast<std::size_t>(std::max(count, 0)))) {
        Member &member = *m_members[event.data.u64];
        read(member, report);
        flush(member);
    }
    return count > 0;
}

void Crowd::read(Member &member, Report &report)
{
    const auto kept = static_cast<std::size_t>(member.unread.size());
    std::memcpy(m_buffer.data(), member.unread.constData(), kept);
    const ssize_t count = recv(member.guest.socket.descriptor(), m_buffer.data() + kept, m_buffer.size() - kept, 0);
    if (count == 0)
        fail(u"The server closed a connection."_s);
    if (count < 0)
        return;
    const auto time = now();
    auto bytes = std::span<const std::uint8_t>(m_buffer).first(kept + static_cast<std::size_t>(count));
    for (auto frame = frameAt(bytes); frame && frame->size() <= bytes.size(); frame = frameAt(bytes)) {
        if (frame->opcode == Opcode::Close)
            fail(u"The server closed a connection."_s);
        if (frame->opcode == Opcode::Binary) {
            if (const auto update = packets::read(bytes.subspan(frame->headSize, frame->payloadSize)))
                receive(member, *update, time, report);
        }
        bytes = bytes.subspan(frame->size());
    }
    member.unread.resize(static_cast<qsizetype>(bytes.size()));
    std::memcpy(member.unread.data(), bytes.data(), bytes.size());
}

void Crowd::receive(Member &member, const packets::Update &update, std::chrono::microseconds now, Report &report)
{
    if (update.alias >= m_memberOfAlias.size() || m_memberOfAlias[update.alias] == noMember)
        fail(u"The server relayed a packet from an unknown alias."_s);
    const std::size_t sender = m_memberOfAlias[update.alias];
    switch (update.kind) {
    case packets::Update::Kind::Position:
        if (update.sentAt <= member.latestPositions[sender])
            return;
        member.latestPositions[sender] = update.sentAt;
        if (update.sentAt >= m_runBegan) { // ignore late packets of the previous run
            ++report.positionsDelivered;
            report.latency.add(now - update.sentAt);
        }
        return;
    case packets::Update::Kind::Chat:
        if (update.number != member.expectedLines[sender])
            return;
        ++member.expectedLines[sender];
        if (update.number >= m_firstLine)
            ++report.chatsDelivered;
        return;
    case packets::Update::Kind::Other: fail(u"The server relayed a packet that no member sent."_s);
    }
}

} // namespace islet::bench
