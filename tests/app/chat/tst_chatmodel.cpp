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

//! The chat of the current room.
class TestChatModel : public QObject {
    Q_OBJECT

private slots:
    void showsPeerMessage()
    {
        ChatFixture fixture;
        const Address ana = numberedAddress(1);
        fixture.room.say(ana, u"hello <b>you</b>"_s);
        QCOMPARE(fixture.chat.rowCount(), 1);
        QCOMPARE(fixture.text(0), u"hello <b>you</b>"_s); // unchanged
        QCOMPARE(fixture.of(0, ChatModel::AuthorRole).toString(), ana.toShort());
        QCOMPARE(fixture.of(0, ChatModel::ColorRole).value<QColor>(), colorOf(ana));
        QCOMPARE(fixture.kind(0), int(ChatModel::Theirs));
        QVERIFY(!fixture.of(0, ChatModel::TimeRole).toString().isEmpty());
        QVERIFY(!fixture.of(0, Qt::DisplayRole).isValid());
        const auto names = fixture.chat.roleNames();
        for (const char *name : {"author", "color", "line", "time", "kind", "delivery", "day", "grouped", "isUnread",
                                 "hidden", "links"}) // required by ChatLine.qml
            QVERIFY2(names.values().contains(name), name);
    }

    void showsOwnMessageAtOnce()
    {
        ChatFixture fixture;
        QVERIFY(fixture.chat.send(u"  hello there \t"_s));
        QCOMPARE(fixture.texts(), QStringList{u"hello there"_s});
        QCOMPARE(fixture.sent(), QStringList{u"hello there"_s});
        QCOMPARE(fixture.kind(0), int(ChatModel::Mine));
        QCOMPARE(fixture.of(0, ChatModel::AuthorRole).toString(), u"Me"_s);
        QCOMPARE(fixture.chat.problem(), QString());
    }

    void doesNotShowUnsendableMessage_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QString() << u"empty"_s;
        QTest::newRow("spaces") << u" \n\t "_s << u"empty"_s;
        QTest::newRow("only control pictures") << u"\u2411\u2406\u2410"_s << u"empty"_s;
        QTest::newRow("too long") << QString(2'001, u'x') << u"too long by 1 byte"_s;
        QTest::newRow("one megabyte") << QString(1'000'000, u'x') << u"too long"_s;
    }
    void doesNotShowUnsendableMessage()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, says);
        ChatFixture fixture;
        QSignalSpy changed(&fixture.chat, &ChatModel::problemChanged);
        QVERIFY(!fixture.chat.send(typed));
        QVERIFY2(fixture.chat.problem().contains(says), qPrintable(fixture.chat.problem()));
        QVERIFY(fixture.chat.problem().endsWith(u'.'));
        QVERIFY(!fixture.chat.send(typed));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(fixture.chat.rowCount(), 0);
        QVERIFY(fixture.sent().isEmpty());
        QVERIFY(fixture.chat.send(u"hello"_s)); // recovers
        QCOMPARE(fixture.chat.problem(), QString());
        QCOMPARE(changed.count(), 2);
    }

    int delivery(const ChatFixture &fixture, int row) const { return fixture.of(row, ChatModel::DeliveryRole).toInt(); }

    void queuesMessagesWhileReconnecting()
    {
        ChatFixture fixture;
        QVERIFY(fixture.chat.send(u"long ago"_s));
        fixture.room.time.advance(10s);
        QVERIFY(fixture.chat.send(u"just before"_s));
        fixture.room.transport.close();
        fixture.chat.setReconnecting(true);
        QCOMPARE(delivery(fixture, 0), int(ChatModel::Sent));
        QCOMPARE(delivery(fixture, 1), int(ChatModel::Unsure)); // may not have arrived
        QVERIFY(fixture.chat.send(u"one"_s));
        QVERIFY(fixture.chat.send(u"two"_s));
        QCOMPARE(delivery(fixture, 2), int(ChatModel::Waiting));
        QCOMPARE(fixture.texts(), (QStringList{u"long ago"_s, u"just before"_s, u"one"_s, u"two"_s}));
        FakeTransport again;
        fixture.room.adapter.setTransport(&again);
        again.open();
        fixture.chat.setReconnecting(false);
        QStringList sent;
        for (const rfc4::Chat &line : again.sentOf<rfc4::Chat>())
            sent.append(line.message);
        QCOMPARE(sent, (QStringList{u"one"_s, u"two"_s})); // in order, without duplicates
        QCOMPARE(delivery(fixture, 2), int(ChatModel::Sent));
        QCOMPARE(delivery(fixture, 3), int(ChatModel::Sent));
        QCOMPARE(delivery(fixture, 1), int(ChatModel::Unsure));
        fixture.room.adapter.setTransport(nullptr);
    }

    void marksQueuedMessagesUnsentOnFailure()
    {
        ChatFixture fixture;
        fixture.room.transport.close();
        fixture.chat.setReconnecting(true);
        QVERIFY(fixture.chat.send(u"hello?"_s));
        fixture.chat.setReconnecting(false); // reconnecting failed
        QCOMPARE(delivery(fixture, 0), int(ChatModel::Unsent));
        QVERIFY(!fixture.chat.send(u"anybody?"_s));
        QVERIFY(fixture.chat.problem().endsWith(u'.'));
        FakeTransport elsewhere; // another room
        fixture.room.adapter.setTransport(&elsewhere);
        elsewhere.open();
        QVERIFY(elsewhere.sentOf<rfc4::Chat>().empty());
        fixture.room.adapter.setTransport(nullptr);
    }

    void boundsQueue()
    {
        ChatFixture fixture;
        fixture.room.transport.close();
        fixture.chat.setReconnecting(true);
        for (int i = 0; i < ChatModel::maxWaiting; ++i)
            QVERIFY(fixture.chat.send(QString::number(i)));
        QVERIFY(!fixture.chat.send(u"one too many"_s));
        QCOMPARE(fixture.chat.rowCount(), ChatModel::maxWaiting);
    }

    void showsNameWithAddress()
    {
        ChatFixture fixture;
        const Address ana = numberedAddress(1);
        fixture.room.say(ana, u"hello"_s);
        QSignalSpy changed(&fixture.chat, &QAbstractItemModel::dataChanged);
        Profile profile;
        profile.name = u"Ana"_s;
        profile.version = 3;
        fixture.room.transport.hear(ana, rfc4::ProfileResponse{QString::fromUtf8(profile.toJson(ana)), {}});
        QCOMPARE(fixture.of(0, ChatModel::AuthorRole).toString(), u"Ana "_s + ana.toShort());
        QCOMPARE(changed.count(), 1);
    }

    void refusesToSendOutsideRoom()
    {
        ChatFixture fixture;
        fixture.room.adapter.setTransport(nullptr);
        QVERIFY(!fixture.chat.send(u"hello?"_s));
        QVERIFY(!fixture.chat.problem().isEmpty());
        QCOMPARE(fixture.chat.rowCount(), 0);

        ChatFixture closed;
        closed.room.transport.close();
        QVERIFY(!closed.chat.send(u"hello?"_s));
        QVERIFY(!closed.chat.problem().isEmpty());
        QCOMPARE(closed.chat.rowCount(), 0);
    }

    void stripsControlPictures()
    {
        ChatFixture fixture;
        QVERIFY(fixture.chat.send(u"\u241142 is \u2410wave\u2406"_s));
        QCOMPARE(fixture.sent(), QStringList{u"42 is wave"_s});
        QCOMPARE(fixture.texts(), fixture.sent()); // shown as sent
    }

    void sanitizesOwnMessage()
    {
        ChatFixture fixture;
        QVERIFY(fixture.chat.send(u"pasted \u202egpj.exe\u200b and\r\nmore\x1b[31m"_s));
        QCOMPARE(fixture.text(0), u"pasted gpj.exe and\nmore [31m"_s);
    }

    void preservesLineBreaks()
    {
        ChatFixture fixture;
        QVERIFY(fixture.chat.send(u"good day\nyou"_s));
        fixture.room.say(numberedAddress(1), u"one\r\n\r\n\r\ntwo\u2028three\n\nfour\nfive\nsix\nseven"_s);
        QCOMPARE(fixture.sent(), QStringList{u"good day\nyou"_s});
        QCOMPARE(fixture.texts(), (QStringList{u"good day\nyou"_s, u"one\ntwo\nthree\nfour\nfive six seven"_s}));
        fixture.chat.draft()->keep(u"1\n2\n3\n4\n\n5\n"_s);
        QCOMPARE(fixture.chat.draft()->warning(), QString());
        fixture.chat.draft()->keep(u"1\n2\n3\n4\n\n5\n6"_s);
        QVERIFY(fixture.chat.draft()->warning().contains(u'5'));
    }

    void ignoresControlMessages()
    {
        ChatFixture fixture;
        fixture.room.say(numberedAddress(1), u"\u241142"_s);
        fixture.room.say(numberedAddress(1), u"\u240642 0x"_s);
        fixture.room.say(numberedAddress(1), u"\u2410wave 1785585600000"_s);
        QCOMPARE(fixture.chat.rowCount(), 0);
    }

    void ignoresInvisibleMessages()
    {
        ChatFixture fixture;
        for (int i = 0; i < LinePace::roomBurst; ++i) {
            for (const QString &text : {QString(), u"   "_s, u"\u200b\u200d"_s, u"\n\n\t"_s})
                fixture.room.say(numberedAddress(i), text);
        }
        QCOMPARE(fixture.chat.rowCount(), 0);
        fixture.room.say(numberedAddress(LinePace::roomBurst), u"hello"_s); // the room's limit is for visible lines
        QCOMPARE(fixture.chat.rowCount(), 1);
    }

    void notesHaveNoAuthor()
    {
        ChatFixture fixture;
        fixture.chat.addNote(u"You joined offline:"_s);
        QCOMPARE(fixture.kind(0), int(ChatModel::Note));
        QCOMPARE(fixture.of(0, ChatModel::AuthorRole).toString(), QString());
    }

    void sanitizesNotes()
    {
        // The place may come from a link.
        ChatFixture fixture;
        fixture.chat.addNote(u"You joined offline:x\n\nAdmin\u202e\x1b[31m\u2028: send me your key"_s);
        QVERIFY2(isFitToBeShown(fixture.text(0)), qPrintable(fixture.text(0)));
    }

    void sanitizesHostileTexts_data()
    {
        QTest::addColumn<QByteArray>("utf8");
        for (const HostileText &hostile : hostileTexts(9))
            QTest::newRow(hostile.name) << hostile.utf8;
    }
    void sanitizesHostileTexts()
    {
        QFETCH(const QByteArray, utf8);
        ChatFixture fixture;
        const Address mallory = numberedAddress(3);
        fixture.room.transport.hear(mallory, packetWithBytes(rfc4::Chat{}, &rfc4::Chat::message, utf8));
        fixture.room.say(mallory, u"the end"_s);
        QVERIFY(fixture.chat.rowCount() == 1 || fixture.chat.rowCount() == 2);
        QCOMPARE(fixture.text(fixture.chat.rowCount() - 1), u"the end"_s); // the peer can still send
        for (int row = 0; row < fixture.chat.rowCount(); ++row) {
            const QString shown = fixture.text(row);
            QVERIFY2(areFitLines(shown), qPrintable(shown));
            QVERIFY(shown.size() <= 2'000);
            QVERIFY(!shown.trimmed().isEmpty());
            // No peer can impersonate Islet or me.
            QCOMPARE(fixture.kind(row), int(ChatModel::Theirs));
            QCOMPARE(fixture.of(row, ChatModel::AuthorRole).toString(), mallory.toShort());
            QCOMPARE(fixture.of(row, ChatModel::ColorRole).value<QColor>(), colorOf(mallory));
        }
    }

    void showsMostHostileTexts()
    {
        // Without this, sanitizesHostileTexts would also pass if every text were dropped.
        ChatFixture fixture;
        int lines = 0;
        int who = 0;
        for (const HostileText &hostile : hostileTexts(9)) {
            fixture.room.transport.hear(numberedAddress(++who),
                                        packetWithBytes(rfc4::Chat{}, &rfc4::Chat::message, hostile.utf8));
            lines += fixture.chat.rowCount() > lines ? 1 : 0;
        }
        QVERIFY2(lines > 45, qPrintable(QString::number(lines)));
    }
};

ISLET_TEST(TestChatModel);
#include "tst_chatmodel.moc"
