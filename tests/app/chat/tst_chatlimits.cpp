// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "chatfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! How much peers may send to the chat, and how much of it is kept.
class TestChatLimits : public QObject {
    Q_OBJECT

private slots:
    void limitsRatePerPeer()
    {
        ChatFixture fixture;
        const Address fast = numberedAddress(1);
        const Address slow = numberedAddress(2);
        for (int i = 0; i < 100; ++i)
            fixture.room.say(fast, QString::number(i));
        QCOMPARE(fixture.chat.rowCount(), LinePace::burst);
        QCOMPARE(fixture.text(0), u"0"_s); // the first ones are kept
        fixture.room.say(slow, u"may I say something too?"_s);
        QCOMPARE(fixture.chat.rowCount(), LinePace::burst + 1);
        QVERIFY(fixture.chat.send(u"so may I"_s));

        int lines = fixture.chat.rowCount();
        for (int second = 0; second < 10; ++second) {
            fixture.room.wait(1s);
            for (int i = 0; i < 20; ++i)
                fixture.room.say(fast, u"again"_s);
            QCOMPARE(fixture.chat.rowCount(), ++lines);
        }
        fixture.room.wait(500ms);
        fixture.room.say(fast, u"too early"_s);
        QCOMPARE(fixture.chat.rowCount(), lines);

        fixture.room.wait(1h); // the allowance never exceeds a burst
        for (int i = 0; i < 100; ++i)
            fixture.room.say(fast, u"rested"_s);
        QCOMPARE(fixture.chat.rowCount(), lines + LinePace::burst);
    }

    void acceptsOneMessageEachFromManyPeers()
    {
        ChatFixture fixture;
        for (int who = 0; who < 200; ++who)
            fixture.room.say(numberedAddress(who), u"hello from %1"_s.arg(who));
        QCOMPARE(fixture.chat.rowCount(), 200);
    }

    void limitsRateOfWholeRoom()
    {
        ChatFixture fixture;
        fixture.tester.reset(); // it checks all lines on each insertion
        for (int who = 0; who < 1'000; ++who)
            fixture.room.say(numberedAddress(who), u"me too"_s);
        QCOMPARE(fixture.chat.rowCount(), LinePace::roomBurst);
        QVERIFY(fixture.chat.send(u"so may I"_s));
        int lines = fixture.chat.rowCount();
        for (int second = 0; second < 10; ++second) {
            fixture.room.wait(1s);
            for (int who = 0; who < 1'000; ++who)
                fixture.room.say(numberedAddress(who), u"and me"_s);
            QCOMPARE(fixture.chat.rowCount(), lines += LinePace::roomLinesPerSecond);
        }
        fixture.room.wait(10s);
        for (int i = 0; i < LinePace::burst; ++i) // what the room refused did not count for its author
            fixture.room.say(numberedAddress(999), u"at last"_s);
        QCOMPARE(fixture.chat.rowCount(), lines + LinePace::burst);
    }

    void limitsRateAcrossRejoins()
    {
        ChatFixture fixture;
        const Address restless = numberedAddress(1);
        for (int visit = 0; visit < 100; ++visit) {
            fixture.room.join(restless);
            for (int i = 0; i < LinePace::burst; ++i)
                fixture.room.say(restless, u"here I am"_s);
            fixture.room.leave(restless);
        }
        QCOMPARE(fixture.chat.rowCount(), LinePace::roomBurst);
        FakeTransport other; // another room does not reset the limit
        fixture.room.adapter.setTransport(&other);
        other.open();
        other.hear(restless, rfc4::Chat{u"and here"_s, 0});
        QCOMPARE(fixture.chat.rowCount(), LinePace::roomBurst);
        fixture.room.adapter.setTransport(nullptr);
    }

    void resetsPeerLimitsInNewRoom()
    {
        ChatFixture fixture;
        for (int i = 0; i < 20; ++i)
            fixture.room.say(numberedAddress(1), u"x"_s);
        QCOMPARE(fixture.chat.rowCount(), LinePace::burst);
        FakeTransport other;
        fixture.room.adapter.setTransport(&other);
        other.open();
        other.hear(numberedAddress(1), rfc4::Chat{u"hello again"_s, 0});
        QCOMPARE(fixture.chat.rowCount(), LinePace::burst + 1); // earlier lines stay
    }

    void boundsLinesInMemory()
    {
        ChatFixture fixture;
        fixture.tester.reset(); // it checks all lines on each insertion
        constexpr int most = ChatHistory::mostFresh;
        constexpr int past = 250;
        fixture.chat.addNote(u"the oldest"_s);
        for (int i = 1; i < most + past; ++i) {
            fixture.room.wait(std::chrono::microseconds(1s) / LinePace::roomLinesPerSecond);
            fixture.room.say(numberedAddress(i), QString::number(i)); // each from another peer
        }
        QCOMPARE(fixture.chat.rowCount(), most);
        QCOMPARE(fixture.text(0), QString::number(past)); // the oldest were removed
        QCOMPARE(fixture.text(most - 1), QString::number(most + past - 1));
        fixture.tester.emplace(&fixture.chat, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QVERIFY(fixture.chat.send(u"mine"_s));
        fixture.room.say(numberedAddress(1), u"and theirs"_s);
        QCOMPARE(fixture.chat.rowCount(), most);
        QCOMPARE(fixture.text(most - 2), u"mine"_s);
        QCOMPARE(fixture.text(0), QString::number(past + 2));
    }
};

ISLET_TEST(TestChatLimits);
#include "tst_chatlimits.moc"
