// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/people/persondetails.h"
#include "peoplefixture.h"
#include "tests/support/offscreen.h"
#include "tests/support/testmain.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The contents of a person's card.
class TestPersonDetails : public QObject {
    Q_OBJECT

private:
    //! A card about Ana, who is 3 m from me.
    struct Card : PeopleFixture {
        explicit Card(bool isPresent = true)
        {
            if (isPresent) {
                room.join(ana);
                room.stand(ana, {11, 0, 8});
            }
            details.setPeople(&all);
            details.setAddress(ana.toLower());
            details.setMeasures(true);
        }
        void pass(std::chrono::microseconds time)
        {
            advance(time);
            all.delays().tick();
            details.renew();
        }
        std::size_t pings()
        {
            const auto chats = room.transport.sentOf<rfc4::Chat>();
            return static_cast<std::size_t>(
                std::ranges::count_if(chats, [](const rfc4::Chat &chat) { return chat.message.startsWith(u'␑'); }));
        }

        Address ana = numberedAddress(0x12ab);
        PersonDetails details;
    };

public:
    static void initMain() { drawOffscreen(); }

private slots:
    void showsIdentity()
    {
        Card card;
        QCOMPARE(card.details.fullAddress(), card.ana.toChecksummed());
        QCOMPARE(card.details.shortAddress(), card.ana.toShort());
        QCOMPARE(card.details.initials(), u"12"_s);
        QCOMPARE(card.details.presenceText(), u"3 m away, last seen just now"_s);
        QCOMPARE(card.details.badges(), u"no profile"_s);
        QVERIFY(card.details.isHere());
        card.room.introduce(card.ana, u"Ana Maria"_s, u"Bot: waters the plants"_s);
        card.pass(250ms);
        QCOMPARE(card.details.name(), u"Ana Maria"_s);
        QCOMPARE(card.details.initials(), u"AM"_s);
        QCOMPARE(card.details.description(), u"Bot: waters the plants"_s);
        QCOMPARE(card.details.badges(), u"bot"_s);
        card.details.copyAddress();
        QCOMPARE(QGuiApplication::clipboard()->text(), card.ana.toChecksummed());
    }

    void showsSilenceAndDeparture()
    {
        Card card;
        card.pass(7s);
        QCOMPARE(card.details.presenceText(), u"3 m away, last seen 7 s ago"_s);
        card.room.leave(card.ana);
        card.pass(3s);
        QCOMPARE(card.details.presenceText(), u"left 3 s ago"_s);
        QVERIFY(!card.details.isHere());
        QCOMPARE(card.details.shortAddress(), card.ana.toShort()); // still shows who it was
        card.room.join(card.ana);
        card.pass(0s);
        QCOMPARE(card.details.presenceText(), u"last seen just now"_s);
    }

    void handlesInvalidAddress()
    {
        Card card(false);
        QCOMPARE(card.details.presenceText(), u"not in this room"_s);
        card.details.setAddress(u"0x12"_s);
        QCOMPARE(card.details.shortAddress(), QString());
        card.details.setMuted(true);
        card.details.setVolume(2);
        card.details.setIgnored(true);
        card.details.copyAddress();
        QVERIFY(card.voices.adjusted().isEmpty());
        PersonDetails alone; // without people
        alone.setAddress(card.ana.toLower());
        QCOMPARE(alone.shortAddress(), QString());
    }

    void countsPackets()
    {
        Card card;
        QCOMPARE(card.details.ratesText(), u"Counting packets..."_s);
        for (int i = 0; i < 10; ++i)
            card.room.stand(card.ana, {11, 0, float(i)});
        card.room.stand(numberedAddress(7), {11, 0, 8}); // someone else
        card.room.say(card.ana, u"hello"_s);
        card.room.transport.hear(card.ana, rfc4::Voice{"x", 1});
        card.room.transport.hear(card.ana, rfc4::Reaction{1, 1, 1});
        card.pass(1s);
        QCOMPARE(card.details.ratesText(), u"Packets in the last second: 10 position, 1 voice, 1 chat, 1 other"_s);
        card.pass(1s);
        QCOMPARE(card.details.ratesText(), u"No packets in the last second."_s);
    }

    void measuresDelay()
    {
        Card card;
        QCOMPARE(card.details.delayText(), u"The delay isn't known yet."_s);
        QCOMPARE(card.pings(), 1U);
        const QString nonce = card.room.transport.sentOf<rfc4::Chat>().front().message.sliced(1);
        card.room.wait(84ms);
        card.room.say(card.ana, u"␆%1 %2"_s.arg(nonce, card.ana.toLower()));
        card.details.renew();
        QCOMPARE(card.details.delayText(), u"84 ms round trip"_s);
        card.pass(4s);
        QCOMPARE(card.pings(), 1U);
        card.pass(1s);
        QCOMPARE(card.pings(), 2U);
        card.details.setAddress({}); // no one is shown
        card.pass(60s);
        QCOMPARE(card.pings(), 2U);
    }

    void sendsNothingWithoutMeasures()
    {
        Card card;
        card.details.setMeasures(false);
        const std::size_t before = card.room.transport.sentOf<rfc4::Chat>().size();
        PersonDetails hint;
        hint.setPeople(&card.all);
        hint.setAddress(card.ana.toLower());
        QCOMPARE(hint.presenceText(), u"3 m away, last seen just now"_s);
        for (int second = 0; second < 20; ++second) {
            card.pass(1s);
            hint.renew();
        }
        QCOMPARE(hint.presenceText(), u"3 m away, last seen 20 s ago"_s);
        QCOMPARE(card.room.transport.sentOf<rfc4::Chat>().size(), before);
        hint.setMeasures(true);
        QCOMPARE(card.room.transport.sentOf<rfc4::Chat>().size(), before + 1);
    }

    void doesNotPingLargeRooms()
    {
        Card card(false);
        for (int i = 0; i <= PeerDelays::maxPeople; ++i)
            card.room.join(numberedAddress(i));
        card.room.join(card.ana);
        card.pass(10s);
        QCOMPARE(card.pings(), 0U);
        QCOMPARE(card.details.delayText(), u"The delay isn't measured: too many people are in the room."_s);
    }

    void changesSettings()
    {
        Card card;
        QSignalSpy changed(&card.details, &PersonDetails::changed);
        card.details.setVolume(0.5);
        QCOMPARE(card.details.volume(), 0.5);
        card.details.setMuted(true);
        QVERIFY(card.details.isMuted());
        card.details.setIgnored(true);
        QVERIFY(card.details.isIgnored());
        QVERIFY(card.all.ignored()->isIgnored(card.ana));
        QVERIFY(changed.count() >= 3);
        changed.clear();
        card.details.renew();
        QCOMPARE(changed.count(), 0); // no change
        QVERIFY(card.all.ignored()->setIgnored(card.ana, false)); // from the list
        QVERIFY(!card.details.isIgnored());
    }

    void showsVoiceStatistics()
    {
        Card card;
        QCOMPARE(card.details.voiceText(), QString());
        SpeakerStats stats;
        stats.packets = 50;
        stats.late = 2;
        stats.duplicate = 1;
        stats.level = -18.2;
        stats.concealedMs = 39.6;
        stats.actualMs = 81;
        stats.targetMs = 60.4;
        stats.jitterMs = 7.5;
        card.voices.setStats({{card.ana, stats}});
        card.voices.setTalking({card.ana});
        card.pass(250ms);
        QVERIFY(card.details.isTalking());
        QCOMPARE(card.details.badges(), u"talking · no profile"_s);
        QCOMPARE(card.details.voiceText(),
                 u"50 packets, 2 late, 1 duplicates, 40 ms concealed, delay 81 of 60 ms, jitter 8 ms, -18 dB"_s);
    }

    void showsLastEmote()
    {
        Card card;
        QCOMPARE(card.details.emoteText(), QString());
        card.room.emote(card.ana, u"wave"_s);
        card.pass(1s);
        QCOMPARE(card.details.emoteText(), u"waves"_s);
        card.pass(11s);
        QCOMPARE(card.details.emoteText(), u"12 s ago: waves"_s);
    }

    void updatesByTimer()
    {
        Card card;
        card.room.wait(7s);
        QTRY_COMPARE(card.details.presenceText(), u"3 m away, last seen 7 s ago"_s);
    }
};

ISLET_GUI_TEST(TestPersonDetails);
#include "tst_persondetails.moc"
