// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "chatfixture.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! What one sees of the chat beside its words: days, who goes on, what is new, what is hidden, what one wrote.
class TestChatReading : public QObject {
    Q_OBJECT

private slots:
    void aDayBeginsWithItsName()
    {
        Talk talk;
        talk.now = QDateTime(QDate(2025, 8, 3), QTime(23, 59));
        talk.room.say(numberedAddress(1), u"a"_s);
        QCOMPARE(talk.of(0, ChatModel::DayRole).toString(), u"Today"_s);
        talk.now = QDateTime(QDate(2025, 8, 4), QTime(0, 1));
        talk.room.say(numberedAddress(1), u"b"_s);
        talk.room.say(numberedAddress(1), u"c"_s);
        QCOMPARE(talk.of(0, ChatModel::DayRole).toString(), u"Yesterday"_s);
        QCOMPARE(talk.of(1, ChatModel::DayRole).toString(), u"Today"_s);
        QVERIFY(!talk.is(1, ChatModel::GroupedRole)); // a day has a beginning
        QCOMPARE(talk.of(2, ChatModel::DayRole).toString(), QString());
        talk.now = QDateTime(QDate(2025, 8, 9), QTime(9, 0));
        QVERIFY2(talk.of(0, ChatModel::DayRole).toString().contains(u"2025"_s), "a date");
    }

    void linesOfOnePersonStandTogether()
    {
        Talk talk;
        talk.room.say(numberedAddress(1), u"one"_s);
        talk.now = talk.now.addSecs(60);
        talk.room.say(numberedAddress(1), u"two"_s);
        talk.room.say(numberedAddress(2), u"three"_s);
        talk.room.say(numberedAddress(1), u"four"_s);
        talk.now = talk.now.addSecs(5 * 60);
        talk.room.say(numberedAddress(1), u"five"_s);
        talk.chat.addNote(u"a note"_s);
        talk.chat.addNote(u"another"_s);
        QVERIFY(talk.chat.send(u"mine"_s));
        QVERIFY(talk.chat.send(u"mine too"_s));
        QList<bool> grouped;
        for (int row = 0; row < talk.chat.rowCount(); ++row)
            grouped.append(talk.is(row, ChatModel::GroupedRole));
        QCOMPARE(grouped, (QList<bool>{false, true, false, false, false, false, false, false, true}));
    }

    int firstUnread(const Talk &talk)
    {
        for (int row = 0; row < talk.chat.rowCount(); ++row) {
            if (talk.is(row, ChatModel::UnreadRole))
                return row;
        }
        return -1;
    }

    void whatCameWhileNobodyLooked()
    {
        Talk talk;
        talk.chat.setBeingRead(true);
        talk.room.say(numberedAddress(1), u"read"_s);
        QCOMPARE(talk.chat.unread(), 0);
        talk.chat.setBeingRead(false);
        talk.chat.addNote(u"a note is not news"_s);
        talk.room.say(numberedAddress(2), u"new"_s);
        talk.room.say(numberedAddress(2), u"newer"_s);
        QCOMPARE(talk.chat.unread(), 2);
        QCOMPARE(firstUnread(talk), 2);
        talk.chat.setBeingRead(true);
        QCOMPARE(talk.chat.unread(), 0);
        QCOMPARE(firstUnread(talk), 2); // where to read on
        talk.chat.setBeingRead(false);
        talk.chat.setBeingRead(true);
        QCOMPARE(firstUnread(talk), -1); // seen twice
        talk.chat.setBeingRead(false);
        talk.room.say(numberedAddress(1), u"and again"_s);
        QCOMPARE(firstUnread(talk), 4);
        QVERIFY(talk.chat.send(u"I have read it"_s));
        QCOMPARE(firstUnread(talk), -1);
    }

    void whoIsIgnoredIsNotHeard()
    {
        Talk talk;
        const Address noisy = numberedAddress(1);
        QSet<Address> ignored;
        talk.chat.setIgnored([&ignored](const Address &who) { return ignored.contains(who); });
        QSignalSpy said(&talk.chat, &ChatModel::lineSaid);
        talk.room.say(noisy, u"look: https://example.org"_s);
        QCOMPARE(said.count(), 1);
        QSignalSpy wanted(&talk.chat, &ChatModel::ignoreWanted);
        talk.chat.wantIgnored(0);
        QCOMPARE(wanted.value(0).value(0).value<Address>(), noisy);
        ignored.insert(noisy);
        talk.chat.renewIgnored();
        QVERIFY(talk.is(0, ChatModel::HiddenRole));
        QVERIFY(talk.of(0, ChatModel::LinksRole).toStringList().isEmpty());
        talk.room.say(noisy, u"noise"_s);
        talk.room.say(numberedAddress(2), u"hello"_s);
        QCOMPARE(talk.texts(), (QStringList{u"look: https://example.org"_s, u"hello"_s}));
        QCOMPARE(said.count(), 2);
        ignored.clear();
        talk.chat.renewIgnored();
        QVERIFY(!talk.is(0, ChatModel::HiddenRole));
    }

    void theSendersTimeIsAClaim()
    {
        Talk talk;
        talk.chat.setPlace(u"offline:"_s);
        talk.room.transport.hear(numberedAddress(1), rfc4::Chat{u"from the future"_s, 1'900'000'000'000.0});
        talk.room.say(numberedAddress(1), u"from nowhen"_s);
        const QString details = talk.chat.details(0);
        QVERIFY2(details.contains(numberedAddress(1).toChecksummed()), qPrintable(details));
        QVERIFY2(details.contains(QLocale().toString(talk.now, QLocale::LongFormat)), qPrintable(details));
        QVERIFY2(details.contains(u"as they say, "_s) && details.contains(u"2030"_s), qPrintable(details));
        QVERIFY2(details.contains(u"offline:"_s), qPrintable(details));
        QVERIFY(talk.chat.details(1).contains(u"do not say"_s));
        QCOMPARE(talk.chat.details(2), QString());
    }

    void timesAreWrittenAsTheSystemHasThem_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("moment");
        QTest::newRow("London") << QLocale(QLocale::English, QLocale::UnitedKingdom) << u"15:04"_s << u"15:04:05"_s;
        QTest::newRow("nowhere") << QLocale::c() << u"15:04"_s << u"15:04:05"_s;
        QTest::newRow("New York") << QLocale(QLocale::English, QLocale::UnitedStates) << u"3:04 PM"_s
                                  << u"3:04:05 PM"_s;
        QTest::newRow("Berlin") << QLocale(QLocale::German, QLocale::Germany) << u"15:04"_s
                                << u"5. August 2025 15:04:05"_s;
    }
    void timesAreWrittenAsTheSystemHasThem()
    {
        QFETCH(const QLocale, locale);
        QFETCH(const QString, time);
        QFETCH(const QString, moment);
        const QLocale before;
        const auto back = qScopeGuard([&before] { QLocale::setDefault(before); });
        QLocale::setDefault(locale);
        Talk talk;
        talk.now = QDateTime(QDate(2025, 8, 5), QTime(15, 4, 5));
        talk.room.say(numberedAddress(1), u"hello"_s);
        QCOMPARE(talk.of(0, ChatModel::TimeRole).toString().replace(u'\u202f', u' '), time);
        const QString details = talk.chat.details(0).replace(u'\u202f', u' ');
        QVERIFY2(details.contains(moment), qPrintable(details));
    }

    void whatOneWroteComesBack()
    {
        Talk talk;
        ChatDraft &draft = *talk.chat.draft();
        QVERIFY(!draft.older());
        for (const QString &line : {u"one"_s, u"two"_s, u"one"_s, u"three"_s})
            QVERIFY(talk.chat.send(line));
        QCOMPARE(draft.text(), QString());
        QStringList seen;
        for (int i = 0; i < 4; ++i) {
            QVERIFY(draft.older());
            seen.append(draft.text());
        }
        QCOMPARE(seen, (QStringList{u"three"_s, u"one"_s, u"two"_s, u"two"_s}));
        QVERIFY(draft.newer());
        QCOMPARE(draft.text(), u"one"_s);
        draft.keep(u"one more"_s); // which is another line now
        QVERIFY(!draft.older());
        QVERIFY(!draft.newer());
        QCOMPARE(draft.text(), u"one more"_s);
    }

    void aLongLineIsWarnedAbout()
    {
        Talk talk;
        ChatDraft &draft = *talk.chat.draft();
        draft.keep(QString(200, u'x'));
        QCOMPARE(draft.warning(), QString());
        draft.keep(QString(77, u'\u20ac')); // three bytes each
        QVERIFY2(draft.warning().contains(u"231"_s), qPrintable(draft.warning()));
    }
};

ISLET_TEST(TestChatReading);
#include "tst_chatreading.moc"
