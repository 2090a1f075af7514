// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "base/framefilter.h"
#include "comms/transports/wsroomtransport.h"
#include "identity/identity.h"
#include "protocol/rfc4codec.h"
#include "tests/support/fakeclock.h"
#include "tests/support/recordingtap.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/support/transportprobe.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Moment = ScriptedServer::Moment;

namespace {

QByteArray position(std::uint32_t index)
{
    return rfc4::Codec().encode(rfc4::Position{index, {8, 1, 8}, {0, 0, 0, 1}});
}

QByteArray chat(const QString &text)
{
    return rfc4::Codec().encode(rfc4::Chat{text, 0});
}

//! Drops positions that come in, holds chat back until release(), and repeats what goes out.
class Disturbance : public FrameFilter {
public:
    void filter(ConnectionId, Direction direction, QLatin1StringView kind, const QByteArray &frame,
                const Pass &pass) override
    {
        if (direction == Direction::In && kind == "position"_L1)
            return;
        if (direction == Direction::In && kind == "chat"_L1) {
            m_held.append([pass, frame] { pass(frame); });
            return;
        }
        pass(frame);
        if (kind == "voice"_L1)
            pass(frame);
    }
    qsizetype held() const { return m_held.size(); }
    void release()
    {
        for (const auto &pass : std::exchange(m_held, {}))
            pass();
    }

private:
    QList<std::function<void()>> m_held;
};

//! A client in the room of a scripted server, with peer 2 in it.
struct Visit {
    explicit Visit(NetworkContext network)
        : transport((server.welcomeWith(welcome(1, {{2, addressOf(2)}})), server.url()), {identity, std::move(network)})
        , probe(transport)
    {
        transport.open();
    }
    bool isOpen()
    {
        return waitUntil([this] { return transport.state() == Transport::State::Open; });
    }
    QList<QByteArray> bodies() const
    {
        QList<QByteArray> bodies;
        for (const auto &[from, body] : probe.packets)
            bodies.append(body);
        return bodies;
    }

    Identity identity = Identity::create(PrivateKey::generate());
    ScriptedServer server;
    WsRoomTransport transport;
    TransportProbe probe;
};

} // namespace

//! A PacketTap and a FrameFilter on a connection to a room.
class TestTapAndFilter : public QObject {
    Q_OBJECT

private slots:
    void tapSeesWholeHandshakeRedacted()
    {
        RecordingTap tap;
        FakeClock time;
        Visit visit({.clock = time.clock(), .tap = &tap});
        QVERIFY(visit.isOpen());
        QCOMPARE(tap.labels, QStringList{visit.server.url().toString()});
        QCOMPARE(tap.story(),
                 (QStringList{u"out identification"_s, u"in challenge"_s, u"out signature"_s, u"in welcome"_s}));
        const auto sent = std::get<rfc5::SignedChallenge>(visit.server.received().at(1)).authChain;
        const auto &signature = tap.frames.at(2);
        QVERIFY(signature.size > sent.size());
        QVERIFY(signature.summary.redacted.contains(QByteArray::number(sent.size()) + " bytes"));
        for (const auto &seen : tap.frames) {
            QVERIFY(!seen.summary.redacted.contains("signature"));
            QCOMPARE(seen.time, time.clock()());
            QCOMPARE(static_cast<int>(seen.info.outcome), static_cast<int>(FrameOutcome::Passed));
        }
        QVERIFY(tap.closes.isEmpty());
        visit.transport.close();
        QCOMPARE(tap.closes, QStringList{QString()});
    }

    void tapLearnsWhatBecameOfFrames()
    {
        RecordingTap tap;
        Visit visit({.tap = &tap});
        QVERIFY(visit.isOpen());
        tap.frames.clear();
        visit.server.send(peerUpdate(2, position(1)));
        visit.server.send(peerUpdate(99, position(2)));
        visit.server.sendBytes("\xff\xff");
        visit.server.send(peerLeave(2));
        QVERIFY(waitUntil([&tap] { return tap.frames.size() == 4; }));
        QList<FrameOutcome> outcomes;
        for (const auto &seen : tap.frames)
            outcomes.append(seen.info.outcome);
        using enum FrameOutcome;
        QCOMPARE(outcomes, (QList{Passed, UnknownSender, Malformed, Passed}));
        QVERIFY(tap.frames.at(2).summary.redacted.isEmpty());
        QCOMPARE(tap.frames.at(2).size, 2);
        visit.server.abort();
        QVERIFY(waitUntil([&tap] { return !tap.closes.isEmpty(); }));
        QCOMPARE(tap.closes, QStringList{u"net.lost"_s});
    }

    void filterDropsAndDelaysByKind()
    {
        RecordingTap tap;
        Disturbance filter;
        Visit visit({.tap = &tap, .filter = &filter});
        QVERIFY(visit.isOpen());
        tap.frames.clear();
        visit.server.send(peerUpdate(2, position(1)));
        visit.server.send(peerUpdate(2, chat(u"late"_s)));
        visit.server.send(peerUpdate(2, rfc4::Codec().encode(rfc4::Voice{"opus", 1})));
        QVERIFY(waitUntil([&visit] { return visit.probe.packets.size() == 2; })); // the voice, twice
        QCOMPARE(filter.held(), 1);
        filter.release();
        QCOMPARE(visit.bodies().constLast(), chat(u"late"_s));
        QVERIFY(!visit.bodies().contains(position(1)));
        QCOMPARE(tap.story(),
                 (QStringList{u"in position"_s, u"in chat"_s, u"in voice"_s, u"in voice"_s, u"in chat"_s}));
        QCOMPARE(static_cast<int>(tap.frames.at(0).info.outcome), static_cast<int>(FrameOutcome::Withheld));
        QCOMPARE(static_cast<int>(tap.frames.at(1).info.outcome), static_cast<int>(FrameOutcome::Withheld));
        QCOMPARE(static_cast<int>(tap.frames.at(4).info.outcome), static_cast<int>(FrameOutcome::Passed));
    }

    void filterRepeatsWhatIsSent()
    {
        Disturbance filter;
        Visit visit({.filter = &filter});
        QVERIFY(visit.isOpen());
        QVERIFY(visit.transport.sendVoice({"opus", 1}));
        QTRY_COMPARE(visit.server.count<rfc5::PeerUpdate>(), 2);
    }

    void delayedFrameIsForgottenWithItsConnection()
    {
        Disturbance filter;
        {
            Visit visit({.filter = &filter});
            QVERIFY(visit.isOpen());
            visit.server.send(peerUpdate(2, chat(u"too late"_s)));
            QVERIFY(waitUntil([&filter] { return filter.held() == 1; }));
            visit.transport.close();
            filter.release();
            QVERIFY(visit.probe.packets.isEmpty());
            visit.server.send(peerUpdate(2, chat(u"never read"_s)));
        }
        filter.release(); // the connection is gone
    }
};

ISLET_TEST(TestTapAndFilter);
#include "tst_tapandfilter.moc"
