// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/people/emotewords.h"
#include "peoplefixture.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! Emotes of peers and my own, as text.
class TestEmoteFeed : public QObject {
    Q_OBJECT

private:
    const Address m_ana = numberedAddress(1);

private slots:
    void describesEmotes_data()
    {
        QTest::addColumn<QString>("urn");
        QTest::addColumn<QString>("text");
        QTest::newRow("a base emote") << u"wave"_s << u"waves"_s;
        QTest::newRow("any letter case") << u"RAISEHAND"_s << u"raises a hand"_s;
        QTest::newRow("by its URN") << u"urn:decentraland:off-chain:base-emotes:kiss"_s << u"blows a kiss"_s;
        QTest::newRow("not playable here") << u"robot"_s << u"does the robot"_s;
        QTest::newRow("a short name") << u"moonwalk"_s << u"plays “moonwalk”"_s;
        QTest::newRow("from a collection")
            << u"urn:decentraland:matic:collections-v2:0x2d9560df9dd8ba8b2dc3746bc1d217698d258fb5:0"_s << QString();
        QTest::newRow("hostile") << u"<img\u202e src=x>\n"_s << u"plays “<img src=x>”"_s;
    }
    void describesEmotes()
    {
        QFETCH(const QString, urn);
        QFETCH(const QString, text);
        const QString found = emoteText(urn);
        if (text.isEmpty()) { // the end of the URN
            QVERIFY2(found.startsWith(u"plays “…"_s) && found.endsWith(u"8d258fb5:0”"_s), qPrintable(found));
            QCOMPARE(found.size(), u"plays “”"_s.size() + 24);
        } else {
            QCOMPARE(found, text);
        }
    }

    void hasEightPlayableEmotes()
    {
        const QStringList urns = playableEmotes();
        QCOMPARE(urns.size(), 8);
        for (const QString &urn : urns)
            QVERIFY2(!emoteName(urn).isEmpty() && !emoteText(urn).contains(u'“'), qPrintable(urn));
        QCOMPARE(emoteName(u"moonwalk"_s), QString());
    }

    void showsPeerEmotesForAWhile()
    {
        PeopleFixture fixture;
        EmoteFeed &emotes = *fixture.all.emotes();
        fixture.room.join(m_ana);
        QSignalSpy shown(&emotes, &EmoteFeed::shown);
        QSignalSpy ended(&emotes, &EmoteFeed::ended);
        fixture.room.emote(m_ana, u"wave"_s);
        fixture.room.say(m_ana, u"␐wave 1700000000000"_s); // the web client's encoding of the same emote
        QCOMPARE(shown.count(), 1);
        QCOMPARE(shown.first().at(0).value<Address>(), m_ana);
        QCOMPARE(shown.first().at(1).toString(), u"waves"_s);
        QCOMPARE(fixture.shown(m_ana, PeersModel::EmoteTextRole).toString(), u"waves"_s);
        fixture.advance(EmoteFeed::displayDuration - 1s);
        QCOMPARE(ended.count(), 0);
        fixture.advance(1s);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(fixture.shown(m_ana, PeersModel::EmoteTextRole).toString(), QString());
        QCOMPARE(emotes.lastOf(m_ana)->text, u"waves"_s); // still shown on the card
        fixture.room.say(m_ana, u"␐dance 1700000000000"_s);
        QCOMPARE(emotes.currentTextOf(m_ana), u"dances"_s);
        fixture.room.leave(m_ana);
        QCOMPARE(ended.count(), 2);
        QVERIFY(!emotes.lastOf(m_ana));
    }

    void limitsPeerEmoteRate()
    {
        PeopleFixture fixture;
        fixture.room.join(m_ana);
        QSignalSpy shown(fixture.all.emotes(), &EmoteFeed::shown);
        for (int i = 0; i < 200; ++i)
            fixture.room.emote(m_ana, i % 2 == 0 ? u"wave"_s : u"clap"_s);
        QCOMPARE(shown.count(), 1);
        fixture.room.wait(EmoteFeed::peerInterval);
        fixture.room.emote(m_ana, u"kiss"_s);
        QCOMPARE(shown.count(), 2);
    }

    void endsEmotesWhenTheRoomIsLost()
    {
        PeopleFixture fixture;
        fixture.room.join(m_ana);
        fixture.room.emote(m_ana, u"wave"_s);
        QSignalSpy ended(fixture.all.emotes(), &EmoteFeed::ended);
        fixture.room.adapter.setTransport(nullptr);
        QCOMPARE(ended.count(), 1);
        QVERIFY(!fixture.all.emotes()->lastOf(m_ana));
    }

    void playsOwnEmotes()
    {
        PeopleFixture fixture;
        EmoteFeed &emotes = *fixture.all.emotes();
        QSignalSpy played(&emotes, &EmoteFeed::played);
        QVERIFY(!emotes.play(-1));
        QVERIFY(!emotes.play(8));
        QVERIFY(emotes.play(4));
        QCOMPARE(played.takeFirst(), QVariantList{emoteText(u"dance"_s)});
        QCOMPARE(fixture.room.transport.sentOf<rfc4::PlayerEmote>().size(), 1U);
        QCOMPARE(fixture.room.transport.sentOf<rfc4::PlayerEmote>().front().urn, u"dance"_s);
        QVERIFY(fixture.room.transport.sentOf<rfc4::Chat>().front().message.startsWith(u"␐dance "_s));
        QVERIFY(!emotes.play(0)); // too soon
        QCOMPARE(fixture.room.transport.sentOf<rfc4::PlayerEmote>().size(), 1U);
        fixture.advance(EmoteFeed::ownInterval);
        QVERIFY(emotes.play(0));
        QCOMPARE(played.takeFirst(), QVariantList{emoteText(u"wave"_s)});
        QVERIFY(played.isEmpty()); // none for rejected calls
    }

    void failsOutsideARoom()
    {
        PeopleFixture fixture;
        const QSignalSpy played(fixture.all.emotes(), &EmoteFeed::played);
        fixture.room.adapter.setTransport(nullptr);
        QVERIFY(!fixture.all.emotes()->play(0));
        QVERIFY(fixture.all.emotes()->problem().startsWith(u"Not sent"_s));
        QVERIFY(played.isEmpty());
        fixture.room.adapter.setTransport(&fixture.room.transport);
        QVERIFY(fixture.all.emotes()->play(0));
        QCOMPARE(fixture.all.emotes()->problem(), QString());
    }
};

ISLET_TEST(TestEmoteFeed);
#include "tst_emotefeed.moc"
