// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/commsadapter.h"
#include "tests/support/blockabletransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! Carries voice outside rfc4, as on an audio track.
class AudioTrack : public FakeTransport {
public:
    Expected<islet::Sent> sendVoice(const rfc4::Voice &voice) override
    {
        voices.append(voice);
        return islet::Sent::Yes;
    }

    QList<rfc4::Voice> voices;
};

} // namespace

//! What becomes of packets that are sent, and voice that a transport carries its own way.
class TestTransportVoice : public QObject {
    Q_OBJECT

private slots:
    void tellsWhetherPacketWasDropped()
    {
        BlockableRoom transport;
        CommsAdapter adapter;
        adapter.setTransport(&transport);
        transport.open();
        QVERIFY(adapter.send(rfc4::ProfileVersion{1}, Delivery::Unreliable) == islet::Sent::Yes);
        QVERIFY(adapter.sendVoice({"opus", 1}) == islet::Sent::Yes);
        transport.isBlocked = true;
        QVERIFY(adapter.send(rfc4::ProfileVersion{1}, Delivery::Unreliable) == islet::Sent::Dropped);
        QVERIFY(adapter.sendVoice({"opus", 2}) == islet::Sent::Dropped);
        QVERIFY(adapter.sendChat(u"hello"_s) == islet::Sent::Yes);
        const auto voices = transport.sentOf<rfc4::Voice>();
        QCOMPARE(voices.size(), 1U);
        QCOMPARE(voices.front(), (rfc4::Voice{"opus", 1}));
        QCOMPARE(transport.sent.back().delivery, Delivery::Reliable);
    }

    void leavesVoiceToTransport()
    {
        AudioTrack transport;
        CommsAdapter adapter;
        QVERIFY(!adapter.sendVoice({"opus", 1})); // no transport
        adapter.setTransport(&transport);
        transport.open();
        QVERIFY(adapter.sendVoice({"opus", 1}));
        QCOMPARE(transport.voices, (QList<rfc4::Voice>{{"opus", 1}}));
        QVERIFY(transport.sent.empty());
    }

    void forwardsVoiceOfTransport()
    {
        const Address anna = numberedAddress(1);
        FakeClock clock;
        AudioTrack transport;
        CommsAdapter adapter(CommsAdapter::Limits{10}, clock.clock());
        adapter.setTransport(&transport);
        transport.open();
        QList<std::chrono::microseconds> arrivals;
        int signsOfLife = 0;
        connect(&adapter, &CommsAdapter::voiceReceived, this,
                [&](const Address &, const rfc4::Voice &, std::chrono::microseconds at) { arrivals.append(at); });
        connect(&adapter, &CommsAdapter::heardFrom, this, [&] { ++signsOfLife; });
        for (std::uint32_t i = 0; i < 25; ++i)
            emit transport.voiceReceived(anna, {"opus", i}, 7ms);
        QCOMPARE(arrivals, QList<std::chrono::microseconds>(10, 7ms)); // limited as packets are
        QCOMPARE(signsOfLife, 10);
        QCOMPARE(adapter.counters().rateLimited, 15);
        clock.advance(1s);
        transport.hear(numberedAddress(2), rfc4::Voice{"opus", 1});
        QCOMPARE(arrivals.constLast(), clock.clock()());
    }

    void dropsVoiceAfterSlotLeftRoom()
    {
        AudioTrack transport;
        CommsAdapter adapter;
        adapter.setTransport(&transport);
        transport.open();
        int heard = 0;
        connect(&adapter, &CommsAdapter::voiceReceived, this, [&] { ++heard; });
        connect(&adapter, &CommsAdapter::heardFrom, this, [&] { adapter.setTransport(nullptr); });
        emit transport.voiceReceived(numberedAddress(1), {"opus", 1}, 7ms);
        QCOMPARE(heard, 0);
    }
};

ISLET_TEST(TestTransportVoice);
#include "tst_transportvoice.moc"
