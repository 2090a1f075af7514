// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/blockabletransport.h"
#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"
#include "tests/support/waiting.h"
#include "voice/voicelink.h"

#include <QSet>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Address ana = numberedAddress(1);
const Address bo = numberedAddress(2);

//! A room with a voice link that records its signals. The listener is at 0, 0, facing north.
struct Linked {
    struct Received {
        SpeakerId speaker;
        std::uint32_t index;
        QByteArray packet;

        friend bool operator==(const Received &, const Received &) = default;
    };
    struct Placed {
        SpeakerId speaker;
        SpatialGain heard;
    };

    Linked()
    {
        static_cast<void>(room.reporter.setPlacement({}));
        room.adapter.setTransport(&transport);
        transport.open();
        transport.sent.clear();
        QObject::connect(&link, &VoiceLink::received, &link,
                         [this](SpeakerId speaker, std::uint32_t index, auto packet) {
                             story += u'r';
                             received.append({speaker, index, packet});
                         });
        QObject::connect(&link, &VoiceLink::placed, &link, [this](SpeakerId speaker, const SpatialGain &heard) {
            story += u'p';
            placed.append({speaker, heard});
        });
        QObject::connect(&link, &VoiceLink::gone, &link, [this](SpeakerId speaker) { gone.append(speaker); });
    }

    void stand(const Address &who, const Vec3 &where)
    {
        transport.hear(who, rfc4::positionOf({where, 0, {}}, ++m_index));
    }
    void join(const Address &who) { emit transport.peerJoined(who); }
    void leave(const Address &who) { emit transport.peerLeft(who); }
    //! `who` sends a voice packet; returns their speaker id.
    SpeakerId speak(const Address &who, std::uint32_t index = 1)
    {
        transport.hear(who, rfc4::Voice{"opus", index});
        return received.last().speaker;
    }
    //! Whether this update is emitted for `who` by the end of the next interval.
    bool isPlaced(SpeakerId who, const SpatialGain &heard)
    {
        return waitUntil([&] {
            return std::ranges::any_of(placed,
                                       [&](const Placed &p) { return p.speaker == who && isAlike(p.heard, heard); });
        });
    }
    static bool isAlike(const SpatialGain &a, const SpatialGain &b)
    {
        return std::abs(a.gain - b.gain) < 1e-3F && std::abs(a.pan - b.pan) < 1e-3F;
    }

    BlockableRoom transport;
    FakeRoom room;
    VoiceLink link{room.adapter, room.directory, room.reporter, room.time.clock()};
    QString story;
    QList<Received> received;
    QList<Placed> placed;
    QList<SpeakerId> gone;

private:
    std::uint32_t m_index = 0;
};

} // namespace

//! Connecting audio and comms.
class TestVoiceLink : public QObject {
    Q_OBJECT

private slots:
    void reportsPositionBeforeTalkSpurt()
    {
        Linked linked;
        QVERIFY(linked.link.send(7, "one"));
        QCOMPARE(linked.transport.letters(), u"pmv"_s);
        const auto voices = linked.transport.sentOf<rfc4::Voice>();
        QCOMPARE(voices.front(), (rfc4::Voice{"one", 7}));
        QVERIFY(linked.transport.sent.back().delivery == Delivery::Unreliable);
        for (std::uint32_t i = 8; i < 58; ++i) {
            linked.room.wait(i % 10 == 0 ? 200ms : 20ms); // a short gap is not a new talk spurt
            QVERIFY(linked.link.send(i, "more"));
        }
        QCOMPARE(linked.transport.letters(), u"pm"_s + QString(51, u'v'));
        linked.room.wait(201ms);
        QVERIFY(linked.link.send(58, "again"));
        QVERIFY(linked.transport.letters().endsWith(u"vpmv"_s));
    }

    void reportsPositionInNewRoom()
    {
        Linked linked;
        QVERIFY(linked.link.send(1, "here"));
        BlockableRoom other;
        linked.room.adapter.setTransport(&other);
        other.open();
        other.sent.clear();
        linked.room.wait(20ms);
        QVERIFY(linked.link.send(2, "there"));
        QCOMPARE(other.letters(), u"pmv"_s);
    }

    void reportsDroppedPackets()
    {
        Linked linked;
        linked.transport.isBlocked = true;
        QVERIFY(!linked.link.send(1, "dropped"));
        linked.transport.isBlocked = false;
        QVERIFY(linked.link.send(2, "sent"));
        linked.room.adapter.setTransport(nullptr);
        QVERIFY(!linked.link.send(3, "to nobody"));
        BlockableRoom closed;
        linked.room.adapter.setTransport(&closed);
        QVERIFY(!linked.link.send(4, "too early"));
    }

    void assignsOneSpeakerPerPeer()
    {
        Linked linked;
        linked.join(ana);
        linked.join(bo);
        linked.stand(ana, {0, 0, 5});
        QVERIFY(linked.placed.isEmpty()); // no updates for peers that never spoke
        const SpeakerId first = linked.speak(ana, 41);
        QCOMPARE(linked.story, u"pr"_s); // gain first, then the packet
        QVERIFY(first != SpeakerId{0});
        QCOMPARE(linked.received.last(), (Linked::Received{first, 41, "opus"}));
        const SpeakerId other = linked.speak(bo);
        QVERIFY(other != first && other != SpeakerId{0});
        QCOMPARE(linked.speak(ana, 42), first);
        QCOMPARE(linked.link.addressOf(first), ana);
        QCOMPARE(linked.link.addressOf(other), bo);
        QVERIFY(!linked.link.addressOf(SpeakerId{0}));
    }

    void assignsNewSpeakerOnReturn()
    {
        Linked linked;
        linked.join(ana);
        const SpeakerId first = linked.speak(ana);
        linked.leave(ana);
        QCOMPARE(linked.gone, QList{first});
        QVERIFY(!linked.link.addressOf(first));
        linked.leave(bo); // a peer that never spoke
        QCOMPARE(linked.gone.size(), 1);
        linked.join(ana);
        const SpeakerId second = linked.speak(ana);
        QVERIFY(second != first);
        QCOMPARE(linked.link.addressOf(second), ana);
        linked.room.adapter.setTransport(nullptr); // the room is gone, and so are its peers
        QCOMPARE(linked.gone, (QList{first, second}));
    }

    void forgetsSpeakersOutsideTheDirectory()
    {
        Linked linked;
        linked.join(ana);
        linked.stand(ana, gonePosition); // no longer in the directory
        const SpeakerId first = linked.speak(ana);
        linked.leave(ana);
        QCOMPARE(linked.gone, QList{first});
        QVERIFY(!linked.link.addressOf(first));
        const SpeakerId stranger = linked.speak(bo); // whose join was never reported
        linked.room.adapter.setTransport(nullptr);
        QCOMPARE(linked.gone, (QList{first, stranger}));
        QVERIFY(!linked.link.addressOf(stranger));
    }

    void computesGainAndPan_data()
    {
        using enum DistanceCurve;
        QTest::addColumn<DistanceCurve>("curve");
        QTest::addColumn<Vec3>("offset");
        QTest::addColumn<float>("yaw");
        QTest::addColumn<float>("volume");
        QTest::addColumn<float>("gain");
        QTest::addColumn<float>("pan");
        QTest::newRow("in front") << Inverse << Vec3{0, 0, 10} << 0.F << 1.F << 0.5F << 0.F;
        QTest::newRow("east") << Inverse << Vec3{10, 0, 0} << 0.F << 1.F << 0.5F << 1.F;
        QTest::newRow("west") << Inverse << Vec3{-20, 0, 0} << 0.F << 1.F << 0.25F << -1.F;
        QTest::newRow("facing") << Inverse << Vec3{10, 0, 0} << 90.F << 1.F << 0.5F << 0.F;
        QTest::newRow("turned away") << Inverse << Vec3{10, 0, 0} << 180.F << 1.F << 0.5F << -1.F;
        QTest::newRow("above") << Inverse << Vec3{0, 100, 5} << 0.F << 1.F << 1.F << 0.F;
        QTest::newRow("near") << Nearby << Vec3{0, 0, 8} << 0.F << 1.F << 0.5F << 0.F;
        QTest::newRow("out of range") << Nearby << Vec3{0, 0, 17} << 0.F << 1.F << 0.F << 0.F;
        QTest::newRow("no falloff") << None << Vec3{900, 0, 0} << 0.F << 1.F << 1.F << 0.F;
        QTest::newRow("louder") << Inverse << Vec3{10, 0, 0} << 0.F << 2.F << 1.F << 1.F;
        QTest::newRow("volume 0") << None << Vec3{1, 0, 0} << 0.F << 0.F << 0.F << 0.F;
    }
    void computesGainAndPan()
    {
        QFETCH(const DistanceCurve, curve);
        QFETCH(const Vec3, offset);
        QFETCH(const float, yaw);
        QFETCH(const float, volume);
        QFETCH(const float, gain);
        QFETCH(const float, pan);
        Linked linked;
        linked.join(ana);
        const SpeakerId speaker = linked.speak(ana);
        const Vec3 me{300, 1, -200};
        linked.link.setCurve(curve);
        QVERIFY(linked.link.curve() == curve);
        QVERIFY(linked.room.reporter.setPlacement({me, yaw, {}}));
        linked.link.setVolume(ana, volume);
        linked.stand(ana, {me.x + offset.x, offset.y, me.z + offset.z});
        const SpatialGain heard = linked.link.gainOf(ana);
        QVERIFY2(Linked::isAlike(heard, {gain, pan}), qPrintable(u"%1, %2"_s.arg(heard.gain).arg(heard.pan)));
        QVERIFY(linked.isPlaced(speaker, {gain, pan}));
    }

    void mutesPeersWithoutPosition()
    {
        Linked linked;
        linked.join(ana);
        linked.speak(ana);
        QCOMPARE(linked.placed.last().heard.gain, 0.F); // from the first packet on
        QCOMPARE(linked.link.gainOf(ana).gain, 0.F);
        QCOMPARE(linked.link.gainOf(bo).gain, 0.F); // unknown peer
        linked.link.setCurve(DistanceCurve::Nearby);
        QCOMPARE(linked.link.gainOf(ana).gain, 0.F);
        linked.link.setCurve(DistanceCurve::None);
        QCOMPARE(linked.link.gainOf(ana).gain, 1.F);
        linked.link.setVolume(ana, 0.5F);
        QCOMPARE(linked.link.gainOf(ana).gain, 0.5F);
        linked.leave(ana);
        linked.join(ana); // the volume is remembered
        linked.speak(ana);
        QCOMPARE(linked.placed.last().heard.gain, 0.5F);
    }

    void limitsUpdateRate()
    {
        Linked linked;
        linked.join(ana);
        linked.join(bo);
        linked.stand(ana, {0, 0, 10});
        linked.stand(bo, {0, 0, 10});
        const SpeakerId near = linked.speak(ana);
        linked.speak(bo);
        linked.link.setVolume(bo, 0); // silent everywhere, so there is nothing to update
        QVERIFY(waitUntil([&] { return linked.placed.size() >= 3; })); // two for the first packets
        linked.placed.clear();
        float z = 0;
        for (int round = 1; round <= 6; ++round) {
            for (int step = 0; step < 100; ++step)
                QVERIFY(linked.room.reporter.setPlacement({{0, 0, z -= 0.01F}, 0, {}}));
            QCOMPARE(linked.placed.size(), round - 1); // not before the interval has passed
            QVERIFY(waitUntil([&] { return linked.placed.size() >= round; }));
            QCOMPARE(linked.placed.size(), round);
            QVERIFY(Linked::isAlike(linked.placed.constLast().heard, linked.link.gainOf(ana))); // the latest
        }
        QVERIFY(std::ranges::all_of(linked.placed, [&](const auto &placed) { return placed.speaker == near; }));
    }

    void countsPeersInEarshot()
    {
        Linked linked;
        QCOMPARE(linked.link.countInEarshot(), 0);
        linked.link.setCurve(DistanceCurve::Nearby);
        float far = 2;
        for (const int who : {1, 2, 3, 4}) { // at 2, 9, 16 and 23 m
            linked.join(numberedAddress(who));
            linked.stand(numberedAddress(who), {0, 0, far});
            far += 7;
        }
        linked.join(numberedAddress(5)); // no position
        QCOMPARE(linked.link.countInEarshot(), 2);
        QVERIFY(linked.room.reporter.setPlacement({{0, 0, 24}, 0, {}}));
        QCOMPARE(linked.link.countInEarshot(), 2); // the other two
        linked.link.setVolume(numberedAddress(4), 0);
        QCOMPARE(linked.link.countInEarshot(), 1);
        linked.link.setCurve(DistanceCurve::Inverse);
        QCOMPARE(linked.link.countInEarshot(), 3);
        linked.link.setCurve(DistanceCurve::None);
        QCOMPARE(linked.link.countInEarshot(), 4);
    }

    void handlesHundredsOfSpeakers()
    {
        Linked linked;
        constexpr int peerCount = 500;
        QHash<SpeakerId, Address> speakers;
        for (int who = 0; who < peerCount; ++who) {
            linked.join(numberedAddress(who));
            linked.stand(numberedAddress(who), {static_cast<float>(who), 0, 0});
            speakers.insert(linked.speak(numberedAddress(who)), numberedAddress(who));
        }
        QCOMPARE(speakers.size(), peerCount);
        for (auto speaker = speakers.cbegin(); speaker != speakers.cend(); ++speaker)
            QCOMPARE(linked.link.addressOf(speaker.key()), *speaker);
        linked.placed.clear();
        QVERIFY(linked.room.reporter.setPlacement({{200.5F, 0, 0}, 0, {}})); // changes the distance to every peer
        QVERIFY(waitUntil([&] { return linked.placed.size() >= peerCount; }));
        QSet<SpeakerId> updated;
        for (const auto &placed : linked.placed)
            updated.insert(placed.speaker);
        QCOMPARE(updated.size(), peerCount);
        for (int who = 0; who < peerCount; who += 2)
            linked.leave(numberedAddress(who));
        QCOMPARE(linked.gone.size(), peerCount / 2);
        for (auto speaker = speakers.cbegin(); speaker != speakers.cend(); ++speaker)
            QCOMPARE(linked.link.addressOf(speaker.key()).has_value(), !linked.gone.contains(speaker.key()));
        linked.join(numberedAddress(0));
        QVERIFY(!speakers.contains(linked.speak(numberedAddress(0))));
    }
};

ISLET_TEST(TestVoiceLink);
#include "tst_voicelink.moc"
