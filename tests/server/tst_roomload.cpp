// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "roomfixture.h"
#include "tests/support/memory.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTimer>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

RoomOptions strict()
{
    RoomOptions options;
    options.packetsPerSecond = 1'000'000;
    options.dropUnreliableAbove = 64 * 1024;
    options.closeAbove = 256 * 1024;
    return options;
}

//! Packets sent at a time: few enough that nothing is dropped for a receiver that reads.
constexpr int batch = 5;
constexpr qsizetype bodyBytes = 12'000;

} // namespace

//! Receivers that do not read, and idle peers.
class TestRoomLoad : public QObject {
    Q_OBJECT

private:
    //! Sends a batch from `speaker` and waits until `listener` has all of it; false after 2 s.
    static bool speak(RoomClient &speaker, const RoomClient &listener, bool isUnreliable)
    {
        const qsizetype due = listener.updates.size() + batch;
        for (int i = 0; i < batch; ++i)
            speaker.say(QByteArray::number(listener.updates.size() + i).leftJustified(bodyBytes, ' '), isUnreliable);
        return waitUntil([&] { return listener.updates.size() >= due; }, 2s);
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"QIODevice|QAbstractSocket|QNativeSocket"_s)); }

    void dropsOnlyUnreliablePacketsForSlowReceiver()
    {
        RoomFixture fixture(strict());
        RoomClient speaker;
        RoomClient listener;
        RoomClient sleeper;
        QVERIFY(fixture.admit(speaker) && fixture.admit(listener) && fixture.admit(sleeper));
        sleeper.socket().stopReading();
        const auto before = peakMemory();
        // More than the kernel buffers for a socket: 150 batches are 9 MB.
        for (int i = 0; i < 150; ++i)
            QVERIFY2(speak(speaker, listener, true), "a receiver that does not read slowed down one that does");
        if (const auto after = peakMemory(); before && after) {
            // The listener's own memory of 9 MB, and little else.
            QVERIFY2(*after - *before < 32 * 1024, qPrintable(u"%1 KiB more"_s.arg(*after - *before)));
        }
        QVERIFY(!sleeper.isGone()); // no reliable packet is queued, so it stays
        speaker.say("the last word");
        QTRY_COMPARE(listener.updates.constLast().body, "the last word");
        QCOMPARE(listener.updates.size(), 150 * batch + 1);

        sleeper.socket().resumeReading();
        QTRY_VERIFY(sleeper.heard().contains("the last word"));
        QVERIFY2(sleeper.updates.size() < listener.updates.size(),
                 "nothing was dropped: too few packets for this test");
        QVERIFY(!sleeper.updates.isEmpty());
        // What arrived is intact and in order.
        int last = -1;
        for (const RoomClient::Update &update : std::as_const(sleeper.updates)) {
            if (!update.isUnreliable)
                continue;
            QCOMPARE(update.body.size(), bodyBytes);
            QVERIFY(update.body.trimmed().toInt() > last);
            last = update.body.trimmed().toInt();
        }
        QVERIFY(speak(speaker, sleeper, true)); // reading again, it gets everything
    }

    void disconnectsReceiverThatDoesNotRead()
    {
        RoomFixture fixture(strict());
        RoomClient speaker;
        RoomClient listener;
        RoomClient sleeper;
        QVERIFY(fixture.admit(speaker) && fixture.admit(listener) && fixture.admit(sleeper));
        sleeper.socket().stopReading();
        const QString sleeperLeft = leaveOf(sleeper);
        const auto before = peakMemory();
        int batches = 0;
        while (batches < 1'000 && !listener.peerEvents.contains(sleeperLeft)) {
            QVERIFY2(speak(speaker, listener, false), "a receiver that does not read slowed down one that does");
            ++batches;
        }
        QVERIFY2(listener.peerEvents.contains(sleeperLeft), "60 MB unread, and still in the room");
        QVERIFY(RoomFixture::settle(speaker, {&listener}));
        QCOMPARE(listener.peerEvents.count(sleeperLeft), 1);
        QCOMPARE(listener.updates.size(), batches * batch + 1); // the reading receiver lost nothing reliable
        QCOMPARE(fixture.server.peerCount(), 2);
        if (const auto after = peakMemory(); before && after) {
            const qint64 limit = batches * batch * bodyBytes / 1024 + 24 * 1024;
            QVERIFY2(*after - *before < limit, qPrintable(u"%1 KiB more"_s.arg(*after - *before)));
        }
    }

    void disconnectsManyReceiversAtOnce()
    {
        // Several receivers are disconnected in one flush, and some of them are senders of pending packets.
        RoomFixture fixture(strict());
        RoomClient speaker;
        RoomClient listener;
        std::vector<std::unique_ptr<RoomClient>> sleepers;
        QVERIFY(fixture.admit(speaker) && fixture.admit(listener));
        for (int i = 0; i < 5; ++i) {
            sleepers.push_back(std::make_unique<RoomClient>());
            QVERIFY(fixture.admit(*sleepers.back()));
            sleepers.back()->socket().stopReading();
        }
        for (int i = 0; i < 1'000 && fixture.server.peerCount() > 2; ++i) {
            for (const auto &sleeper : sleepers) {
                if (!sleeper->isGone())
                    sleeper->say("in my sleep", true);
            }
            const qsizetype before = listener.updates.size();
            for (int n = 0; n < batch; ++n)
                speaker.say(QByteArray(bodyBytes, 'x'));
            QVERIFY(waitUntil([&] { return listener.updates.size() >= before + batch; }));
        }
        QTRY_COMPARE(fixture.server.peerCount(), 2);
        QVERIFY(RoomFixture::settle(speaker, {&listener}));
        QCOMPARE(listener.peerEvents.size(), 10);
    }

    void survivesFailedWritesDuringBroadcast()
    {
        RoomFixture fixture(strict());
        RoomClient kicked;
        std::vector<std::unique_ptr<RoomClient>> lost;
        RoomClient speaker;
        RoomClient listener;
        QVERIFY(fixture.admit(kicked) && fixture.admit(speaker));
        for (int i = 0; i < 5; ++i) {
            lost.push_back(std::make_unique<RoomClient>());
            QVERIFY(fixture.admit(*lost.back()));
        }
        QVERIFY(fixture.admit(listener));
        for (const auto &peer : lost)
            peer->socket().stopReading();
        QVERIFY(RoomFixture::settle(speaker, {&listener}));
        // With unread bytes, abort() resets the connection. The server writes the leave before it notices.
        for (const auto &peer : lost)
            peer->socket().abort();
        QVERIFY(fixture.server.kick(kicked.address(), u"Enough."_s));
        QTRY_COMPARE(fixture.server.peerCount(), 2);
        QVERIFY(RoomFixture::settle(speaker, {&listener}));
        QCOMPARE(listener.peerEvents.size(), 6);
        QCOMPARE(listener.peerEvents.first(), leaveOf(kicked));
        for (const auto &peer : lost)
            QCOMPARE(listener.peerEvents.count(leaveOf(*peer)), 1);
    }

    void pingsAndDisconnectsIdlePeers()
    {
        RoomOptions options;
        options.idleUntilPing = 300ms;
        RoomFixture fixture(options);
        RoomClient dead;
        RoomClient quiet;
        RoomClient talker;
        QVERIFY(fixture.admit(dead) && fixture.admit(quiet) && fixture.admit(talker));
        dead.socket().setAnswersPings(false);
        QTimer talk;
        connect(&talk, &QTimer::timeout, this, [&talker] { talker.say("still here", true); });
        talk.start(50ms);
        QTRY_VERIFY(dead.isGone());
        QVERIFY(dead.socket().pings() >= 1);
        QVERIFY2(dead.socket().closeReason().contains(u"No signal"_s), qPrintable(dead.socket().closeReason()));
        QTRY_COMPARE(quiet.peerEvents.value(1), leaveOf(dead)); // after the talker's join
        QTRY_VERIFY2(
            quiet.socket().pings() >= 4,
            qPrintable(u"%1 pings, gone: %2 %3"_s.arg(quiet.socket().pings())
                           .arg(quiet.isGone())
                           .arg(quiet.socket().closeReason()))); // a peer that answers stays longer than the dead one
        QVERIFY(!quiet.isGone() && !talker.isGone());
        QCOMPARE(talker.socket().pings(), 0);
        QCOMPARE(fixture.server.peerCount(), 2);
    }
};

ISLET_TEST(TestRoomLoad);
#include "tst_roomload.moc"
