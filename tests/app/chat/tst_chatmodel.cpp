// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/personlook.h"
#include "chatfixture.h"
#include "protocol/chattext.h"
#include "tests/support/hostilecorpus.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! What is said in the room.
class TestChatModel : public QObject {
    Q_OBJECT

private slots:
    void whatAPeerSays()
    {
        Talk talk;
        const Address ana = numberedAddress(1);
        talk.room.say(ana, u"hello <b>you</b>"_s);
        QCOMPARE(talk.chat.rowCount(), 1);
        QCOMPARE(talk.text(0), u"hello <b>you</b>"_s); // as written
        QCOMPARE(talk.of(0, ChatModel::AuthorRole).toString(), ana.toShort());
        QCOMPARE(talk.of(0, ChatModel::ColorRole).value<QColor>(), colorOf(ana));
        QCOMPARE(talk.kind(0), int(ChatModel::Theirs));
        QVERIFY(!talk.of(0, ChatModel::TimeRole).toString().isEmpty());
        QVERIFY(!talk.of(0, Qt::DisplayRole).isValid());
        const auto names = talk.chat.roleNames();
        for (const char *name : {"author", "color", "line", "time", "kind", "delivery", "day", "grouped", "isUnread",
                                 "hidden", "links"}) // as ChatLine asks
            QVERIFY2(names.values().contains(name), name);
    }

    void oneSeesOnesOwnLineAtOnce()
    {
        Talk talk;
        QVERIFY(talk.chat.send(u"  hello there \t"_s));
        QCOMPARE(talk.texts(), QStringList{u"hello there"_s});
        QCOMPARE(talk.sent(), QStringList{u"hello there"_s});
        QCOMPARE(talk.kind(0), int(ChatModel::Mine));
        QCOMPARE(talk.of(0, ChatModel::AuthorRole).toString(), u"Me"_s);
        QCOMPARE(talk.chat.problem(), QString());
    }

    void whatCannotBeSentIsNotShown_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QString() << u"empty"_s;
        QTest::newRow("spaces") << u" \n\t "_s << u"empty"_s;
        QTest::newRow("control pictures alone") << u"\u2411\u2406\u2410"_s << u"empty"_s;
        QTest::newRow("too long") << QString(2'001, u'x') << u"too long by 1 byte"_s;
        QTest::newRow("a megabyte") << QString(1'000'000, u'x') << u"too long"_s;
    }
    void whatCannotBeSentIsNotShown()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, says);
        Talk talk;
        QSignalSpy changed(&talk.chat, &ChatModel::problemChanged);
        QVERIFY(!talk.chat.send(typed));
        QVERIFY2(talk.chat.problem().contains(says), qPrintable(talk.chat.problem()));
        QVERIFY(talk.chat.problem().endsWith(u'.'));
        QVERIFY(!talk.chat.send(typed));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(talk.chat.rowCount(), 0);
        QVERIFY(talk.sent().isEmpty());
        QVERIFY(talk.chat.send(u"hello"_s)); // and all is well again
        QCOMPARE(talk.chat.problem(), QString());
        QCOMPARE(changed.count(), 2);
    }

    int delivery(const Talk &talk, int row) const { return talk.of(row, ChatModel::DeliveryRole).toInt(); }

    void whatIsWrittenWhileTheWayIsLostWaits()
    {
        Talk talk;
        QVERIFY(talk.chat.send(u"long ago"_s));
        talk.room.time.advance(10s);
        QVERIFY(talk.chat.send(u"just before"_s));
        talk.room.transport.close();
        talk.chat.setReconnecting(true);
        QCOMPARE(delivery(talk, 0), int(ChatModel::Sent));
        QCOMPARE(delivery(talk, 1), int(ChatModel::Unsure)); // perhaps sent into nothing
        QVERIFY(talk.chat.send(u"one"_s));
        QVERIFY(talk.chat.send(u"two"_s));
        QCOMPARE(delivery(talk, 2), int(ChatModel::Waiting));
        QCOMPARE(talk.texts(), (QStringList{u"long ago"_s, u"just before"_s, u"one"_s, u"two"_s}));
        FakeTransport again;
        talk.room.adapter.setTransport(&again);
        again.open();
        talk.chat.setReconnecting(false);
        QStringList sent;
        for (const rfc4::Chat &line : again.sentOf<rfc4::Chat>())
            sent.append(line.message);
        QCOMPARE(sent, (QStringList{u"one"_s, u"two"_s})); // in their order, and nothing twice
        QCOMPARE(delivery(talk, 2), int(ChatModel::Sent));
        QCOMPARE(delivery(talk, 3), int(ChatModel::Sent));
        QCOMPARE(delivery(talk, 1), int(ChatModel::Unsure));
        talk.room.adapter.setTransport(nullptr);
    }

    void whatWaitsStaysMarkedWhenOneIsNotLetBack()
    {
        Talk talk;
        talk.room.transport.close();
        talk.chat.setReconnecting(true);
        QVERIFY(talk.chat.send(u"hello?"_s));
        talk.chat.setReconnecting(false); // it is over
        QCOMPARE(delivery(talk, 0), int(ChatModel::Unsent));
        QVERIFY(!talk.chat.send(u"anybody?"_s));
        QVERIFY(talk.chat.problem().endsWith(u'.'));
        FakeTransport elsewhere; // other people
        talk.room.adapter.setTransport(&elsewhere);
        elsewhere.open();
        QVERIFY(elsewhere.sentOf<rfc4::Chat>().empty());
        talk.room.adapter.setTransport(nullptr);
    }

    void notEverythingWaits()
    {
        Talk talk;
        talk.room.transport.close();
        talk.chat.setReconnecting(true);
        for (int i = 0; i < ChatModel::maxWaiting; ++i)
            QVERIFY(talk.chat.send(QString::number(i)));
        QVERIFY(!talk.chat.send(u"one too many"_s));
        QCOMPARE(talk.chat.rowCount(), ChatModel::maxWaiting);
    }

    void namesStandBesideAddresses()
    {
        Talk talk;
        const Address ana = numberedAddress(1);
        talk.room.say(ana, u"hello"_s);
        QSignalSpy changed(&talk.chat, &QAbstractItemModel::dataChanged);
        Profile profile;
        profile.name = u"Ana"_s;
        profile.version = 3;
        talk.room.transport.hear(ana, rfc4::ProfileResponse{QString::fromUtf8(profile.toJson(ana)), {}});
        QCOMPARE(talk.of(0, ChatModel::AuthorRole).toString(), u"Ana "_s + ana.toShort());
        QCOMPARE(changed.count(), 1);
    }

    void nobodyHearsOneOutsideOfARoom()
    {
        Talk talk;
        talk.room.adapter.setTransport(nullptr);
        QVERIFY(!talk.chat.send(u"hello?"_s));
        QVERIFY(!talk.chat.problem().isEmpty());
        QCOMPARE(talk.chat.rowCount(), 0);

        Talk closed;
        closed.room.transport.close();
        QVERIFY(!closed.chat.send(u"hello?"_s));
        QVERIFY(!closed.chat.problem().isEmpty());
        QCOMPARE(closed.chat.rowCount(), 0);
    }

    void controlPicturesAreNotSent()
    {
        Talk talk;
        QVERIFY(talk.chat.send(u"\u241142 is \u2410wave\u2406"_s));
        QCOMPARE(talk.sent(), QStringList{u"42 is wave"_s});
        QCOMPARE(talk.texts(), talk.sent()); // one sees what the others get
    }

    void onesOwnLineIsMadeFitToBeShown()
    {
        Talk talk;
        QVERIFY(talk.chat.send(u"pasted \u202egpj.exe\u200b and\r\nmore\x1b[31m"_s));
        QCOMPARE(talk.text(0), u"pasted gpj.exe and\nmore [31m"_s);
    }

    void linesStayBroken()
    {
        Talk talk;
        QVERIFY(talk.chat.send(u"good day\nyou"_s));
        talk.room.say(numberedAddress(1), u"one\r\n\r\n\r\ntwo\u2028three\n\nfour\nfive\nsix\nseven"_s);
        QCOMPARE(talk.sent(), QStringList{u"good day\nyou"_s});
        QCOMPARE(talk.texts(), (QStringList{u"good day\nyou"_s, u"one\ntwo\nthree\nfour\nfive six seven"_s}));
        talk.chat.draft()->keep(u"1\n2\n3\n4\n\n5\n"_s);
        QCOMPARE(talk.chat.draft()->warning(), QString());
        talk.chat.draft()->keep(u"1\n2\n3\n4\n\n5\n6"_s);
        QVERIFY(talk.chat.draft()->warning().contains(u'5'));
    }

    void controlMessagesAreNoLines()
    {
        Talk talk;
        talk.room.say(numberedAddress(1), u"\u241142"_s);
        talk.room.say(numberedAddress(1), u"\u240642 0x"_s);
        talk.room.say(numberedAddress(1), u"\u2410wave 1785585600000"_s);
        QCOMPARE(talk.chat.rowCount(), 0);
    }

    void linesWithNothingToSeeAreLeftOut()
    {
        Talk talk;
        for (const QString &text : {QString(), u"   "_s, u"\u200b\u200d"_s, u"\n\n\t"_s})
            talk.room.say(numberedAddress(1), text);
        QCOMPARE(talk.chat.rowCount(), 0);
        for (int i = 0; i < LinePace::burst; ++i) // nor do they count
            talk.room.say(numberedAddress(1), u"hello"_s);
        QCOMPARE(talk.chat.rowCount(), LinePace::burst);
    }

    void oneFastTalkerIsHeldBack()
    {
        Talk talk;
        const Address fast = numberedAddress(1);
        const Address slow = numberedAddress(2);
        for (int i = 0; i < 100; ++i)
            talk.room.say(fast, QString::number(i));
        QCOMPARE(talk.chat.rowCount(), LinePace::burst);
        QCOMPARE(talk.text(0), u"0"_s); // the first ones, as they came
        talk.room.say(slow, u"may I say something too?"_s);
        QCOMPARE(talk.chat.rowCount(), LinePace::burst + 1);
        QVERIFY(talk.chat.send(u"so may I"_s));

        int lines = talk.chat.rowCount();
        for (int second = 0; second < 10; ++second) {
            talk.room.wait(1s);
            for (int i = 0; i < 20; ++i)
                talk.room.say(fast, u"again"_s);
            QCOMPARE(talk.chat.rowCount(), ++lines);
        }
        talk.room.wait(500ms);
        talk.room.say(fast, u"too early"_s);
        QCOMPARE(talk.chat.rowCount(), lines);

        talk.room.wait(1h); // patience is not saved up for more than a burst
        for (int i = 0; i < 100; ++i)
            talk.room.say(fast, u"rested"_s);
        QCOMPARE(talk.chat.rowCount(), lines + LinePace::burst);
    }

    void aRoomFullOfTalkers()
    {
        Talk talk;
        for (int who = 0; who < 200; ++who)
            talk.room.say(numberedAddress(who), u"hello from %1"_s.arg(who));
        QCOMPARE(talk.chat.rowCount(), 200);
    }

    void whoeverManyTalkTheRoomIsHeldBackToo()
    {
        Talk talk;
        talk.tester.reset(); // who looks at all lines at each of them
        for (int who = 0; who < 1'000; ++who)
            talk.room.say(numberedAddress(who), u"me too"_s);
        QCOMPARE(talk.chat.rowCount(), LinePace::roomBurst);
        QVERIFY(talk.chat.send(u"so may I"_s));
        int lines = talk.chat.rowCount();
        for (int second = 0; second < 10; ++second) {
            talk.room.wait(1s);
            for (int who = 0; who < 1'000; ++who)
                talk.room.say(numberedAddress(who), u"and me"_s);
            QCOMPARE(talk.chat.rowCount(), lines += LinePace::roomLinesPerSecond);
        }
    }

    void whoComesAndGoesAndComesIsHeldBackToo()
    {
        Talk talk;
        const Address restless = numberedAddress(1);
        for (int visit = 0; visit < 100; ++visit) {
            talk.room.join(restless);
            for (int i = 0; i < LinePace::burst; ++i)
                talk.room.say(restless, u"here I am"_s);
            talk.room.leave(restless);
        }
        QCOMPARE(talk.chat.rowCount(), LinePace::roomBurst);
        FakeTransport other; // nor does another room help
        talk.room.adapter.setTransport(&other);
        other.open();
        other.hear(restless, rfc4::Chat{u"and here"_s, 0});
        QCOMPARE(talk.chat.rowCount(), LinePace::roomBurst);
        talk.room.adapter.setTransport(nullptr);
    }

    void whatIsNotKeptIsBounded()
    {
        Talk talk;
        talk.tester.reset(); // who looks at all lines at each of them
        constexpr int most = ChatHistory::mostFresh;
        constexpr int past = 250;
        talk.chat.addNote(u"the oldest"_s);
        for (int i = 1; i < most + past; ++i) {
            talk.room.wait(std::chrono::microseconds(1s) / LinePace::roomLinesPerSecond);
            talk.room.say(numberedAddress(i), QString::number(i)); // each from somebody else
        }
        QCOMPARE(talk.chat.rowCount(), most);
        QCOMPARE(talk.text(0), QString::number(past)); // the oldest went
        QCOMPARE(talk.text(most - 1), QString::number(most + past - 1));
        talk.tester.emplace(&talk.chat, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QVERIFY(talk.chat.send(u"mine"_s));
        talk.room.say(numberedAddress(1), u"and theirs"_s);
        QCOMPARE(talk.chat.rowCount(), most);
        QCOMPARE(talk.text(most - 2), u"mine"_s);
        QCOMPARE(talk.text(0), QString::number(past + 2));
    }

    void aNoteIsIsletsOwnWord()
    {
        Talk talk;
        talk.chat.addNote(u"You came into offline:"_s);
        QCOMPARE(talk.kind(0), int(ChatModel::Note));
        QCOMPARE(talk.of(0, ChatModel::AuthorRole).toString(), QString());
    }

    void aNoteAboutAHostilePlaceIsFitToBeShown()
    {
        // A place comes from a link as well as from a person's own fingers.
        Talk talk;
        talk.chat.addNote(u"You came into offline:x\n\nAdmin\u202e\x1b[31m\u2028: send me your key"_s);
        QVERIFY2(isFitToBeShown(talk.text(0)), qPrintable(talk.text(0)));
    }

    void hostileTextsAreFitToBeShown_data()
    {
        QTest::addColumn<QByteArray>("utf8");
        for (const HostileText &hostile : hostileTexts(9))
            QTest::newRow(hostile.name) << hostile.utf8;
    }
    void hostileTextsAreFitToBeShown()
    {
        QFETCH(const QByteArray, utf8);
        Talk talk;
        const Address mallory = numberedAddress(3);
        talk.room.transport.hear(mallory, packetWithBytes(rfc4::Chat{}, &rfc4::Chat::message, utf8));
        talk.room.say(mallory, u"the end"_s);
        QVERIFY(talk.chat.rowCount() == 1 || talk.chat.rowCount() == 2);
        QCOMPARE(talk.text(talk.chat.rowCount() - 1), u"the end"_s); // who goes too far is still heard
        for (int row = 0; row < talk.chat.rowCount(); ++row) {
            const QString shown = talk.text(row);
            QVERIFY2(areFitLines(shown), qPrintable(shown));
            QVERIFY(shown.size() <= 2'000);
            QVERIFY(!shown.trimmed().isEmpty());
            // Nobody speaks as Islet, or as me.
            QCOMPARE(talk.kind(row), int(ChatModel::Theirs));
            QCOMPARE(talk.of(row, ChatModel::AuthorRole).toString(), mallory.toShort());
            QCOMPARE(talk.of(row, ChatModel::ColorRole).value<QColor>(), colorOf(mallory));
        }
    }

    void textsOfMostKindsAreLines()
    {
        // The test above would also pass if nothing got through.
        Talk talk;
        int lines = 0;
        int who = 0;
        for (const HostileText &hostile : hostileTexts(9)) {
            talk.room.transport.hear(numberedAddress(++who),
                                     packetWithBytes(rfc4::Chat{}, &rfc4::Chat::message, hostile.utf8));
            lines += talk.chat.rowCount() > lines ? 1 : 0;
        }
        QVERIFY2(lines > 45, qPrintable(QString::number(lines)));
    }

    void aNewRoomForgetsWhoWasFast()
    {
        Talk talk;
        for (int i = 0; i < 20; ++i)
            talk.room.say(numberedAddress(1), u"x"_s);
        QCOMPARE(talk.chat.rowCount(), LinePace::burst);
        FakeTransport other;
        talk.room.adapter.setTransport(&other);
        other.open();
        other.hear(numberedAddress(1), rfc4::Chat{u"hello again"_s, 0});
        QCOMPARE(talk.chat.rowCount(), LinePace::burst + 1); // what was said before still stands
    }
};

ISLET_TEST(TestChatModel);
#include "tst_chatmodel.moc"
