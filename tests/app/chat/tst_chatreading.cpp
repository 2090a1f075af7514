// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "chatfixture.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! The chat beyond its text: days, grouping, unread and hidden lines, and the draft.
class TestChatReading : public QObject {
    Q_OBJECT

private slots:
    void labelsFirstLineOfDay()
    {
        ChatFixture fixture;
        fixture.now = QDateTime(QDate(2025, 8, 3), QTime(23, 59));
        fixture.room.say(numberedAddress(1), u"a"_s);
        QCOMPARE(fixture.of(0, ChatModel::DayRole).toString(), u"Today"_s);
        fixture.now = QDateTime(QDate(2025, 8, 4), QTime(0, 1));
        fixture.room.say(numberedAddress(1), u"b"_s);
        fixture.room.say(numberedAddress(1), u"c"_s);
        QCOMPARE(fixture.of(0, ChatModel::DayRole).toString(), u"Yesterday"_s);
        QCOMPARE(fixture.of(1, ChatModel::DayRole).toString(), u"Today"_s);
        QVERIFY(!fixture.is(1, ChatModel::GroupedRole)); // a new day starts a new group
        QCOMPARE(fixture.of(2, ChatModel::DayRole).toString(), QString());
        fixture.now = QDateTime(QDate(2025, 8, 9), QTime(9, 0));
        QVERIFY2(fixture.of(0, ChatModel::DayRole).toString().contains(u"2025"_s), "a date");
    }

    void groupsLinesByAuthor()
    {
        ChatFixture fixture;
        fixture.room.say(numberedAddress(1), u"one"_s);
        fixture.now = fixture.now.addSecs(60);
        fixture.room.say(numberedAddress(1), u"two"_s);
        fixture.room.say(numberedAddress(2), u"three"_s);
        fixture.room.say(numberedAddress(1), u"four"_s);
        fixture.now = fixture.now.addSecs(5 * 60);
        fixture.room.say(numberedAddress(1), u"five"_s);
        fixture.chat.addNote(u"a note"_s);
        fixture.chat.addNote(u"another"_s);
        QVERIFY(fixture.chat.send(u"mine"_s));
        QVERIFY(fixture.chat.send(u"mine too"_s));
        QList<bool> grouped;
        for (int row = 0; row < fixture.chat.rowCount(); ++row)
            grouped.append(fixture.is(row, ChatModel::GroupedRole));
        QCOMPARE(grouped, (QList<bool>{false, true, false, false, false, false, false, false, true}));
    }

    int firstUnread(const ChatFixture &fixture)
    {
        for (int row = 0; row < fixture.chat.rowCount(); ++row) {
            if (fixture.is(row, ChatModel::UnreadRole))
                return row;
        }
        return -1;
    }

    void tracksUnreadLines()
    {
        ChatFixture fixture;
        fixture.chat.setBeingRead(true);
        fixture.room.say(numberedAddress(1), u"read"_s);
        QCOMPARE(fixture.chat.unread(), 0);
        fixture.chat.setBeingRead(false);
        fixture.chat.addNote(u"a note is not news"_s);
        fixture.room.say(numberedAddress(2), u"new"_s);
        fixture.room.say(numberedAddress(2), u"newer"_s);
        QCOMPARE(fixture.chat.unread(), 2);
        QCOMPARE(firstUnread(fixture), 2);
        fixture.chat.setBeingRead(true);
        QCOMPARE(fixture.chat.unread(), 0);
        QCOMPARE(firstUnread(fixture), 2); // marks where to continue
        fixture.chat.setBeingRead(false);
        fixture.chat.setBeingRead(true);
        QCOMPARE(firstUnread(fixture), -1); // shown twice
        fixture.chat.setBeingRead(false);
        fixture.room.say(numberedAddress(1), u"and again"_s);
        QCOMPARE(firstUnread(fixture), 4);
        QVERIFY(fixture.chat.send(u"I have read it"_s));
        QCOMPARE(firstUnread(fixture), -1);
    }

    void hidesIgnoredAuthors()
    {
        ChatFixture fixture;
        const Address noisy = numberedAddress(1);
        QSet<Address> ignored;
        fixture.chat.setIgnored([&ignored](const Address &who) { return ignored.contains(who); });
        QSignalSpy said(&fixture.chat, &ChatModel::lineSaid);
        fixture.room.say(noisy, u"look: https://example.org"_s);
        QCOMPARE(said.count(), 1);
        QSignalSpy wanted(&fixture.chat, &ChatModel::ignoreWanted);
        fixture.chat.wantIgnored(0);
        QCOMPARE(wanted.value(0).value(0).value<Address>(), noisy);
        ignored.insert(noisy);
        fixture.chat.renewIgnored();
        QVERIFY(fixture.is(0, ChatModel::HiddenRole));
        QVERIFY(fixture.of(0, ChatModel::LinksRole).toStringList().isEmpty());
        fixture.room.say(noisy, u"noise"_s);
        fixture.room.say(numberedAddress(2), u"hello"_s);
        QCOMPARE(fixture.texts(), (QStringList{u"look: https://example.org"_s, u"hello"_s}));
        QCOMPARE(said.count(), 2);
        ignored.clear();
        fixture.chat.renewIgnored();
        QVERIFY(!fixture.is(0, ChatModel::HiddenRole));
    }

    void showsSenderTimeAsClaim()
    {
        ChatFixture fixture;
        fixture.chat.setPlace(u"offline:"_s);
        fixture.room.transport.hear(numberedAddress(1), rfc4::Chat{u"from the future"_s, 1'900'000'000'000.0});
        fixture.room.say(numberedAddress(1), u"from nowhen"_s);
        const QString details = fixture.chat.details(0);
        QVERIFY2(details.contains(numberedAddress(1).toChecksummed()), qPrintable(details));
        QVERIFY2(details.contains(QLocale().toString(fixture.now, QLocale::LongFormat)), qPrintable(details));
        QVERIFY2(details.contains(u"by the sender's clock): "_s) && details.contains(u"2030"_s), qPrintable(details));
        QVERIFY2(details.contains(u"offline:"_s), qPrintable(details));
        QVERIFY(fixture.chat.details(1).contains(u"didn't include a time"_s));
        QCOMPARE(fixture.chat.details(2), QString());
    }

    void formatsTimesByLocale_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("moment");
        QTest::newRow("London") << QLocale(QLocale::English, QLocale::UnitedKingdom) << u"15:04"_s << u"15:04:05"_s;
        QTest::newRow("C locale") << QLocale::c() << u"15:04"_s << u"15:04:05"_s;
        QTest::newRow("New York") << QLocale(QLocale::English, QLocale::UnitedStates) << u"3:04 PM"_s
                                  << u"3:04:05 PM"_s;
        QTest::newRow("Berlin") << QLocale(QLocale::German, QLocale::Germany) << u"15:04"_s
                                << u"5. August 2025 15:04:05"_s;
    }
    void formatsTimesByLocale()
    {
        QFETCH(const QLocale, locale);
        QFETCH(const QString, time);
        QFETCH(const QString, moment);
        const QLocale before;
        const auto back = qScopeGuard([&before] { QLocale::setDefault(before); });
        QLocale::setDefault(locale);
        ChatFixture fixture;
        fixture.now = QDateTime(QDate(2025, 8, 5), QTime(15, 4, 5));
        fixture.room.say(numberedAddress(1), u"hello"_s);
        QCOMPARE(fixture.of(0, ChatModel::TimeRole).toString().replace(u'\u202f', u' '), time);
        const QString details = fixture.chat.details(0).replace(u'\u202f', u' ');
        QVERIFY2(details.contains(moment), qPrintable(details));
    }

    void recallsSentMessages()
    {
        ChatFixture fixture;
        ChatDraft &draft = *fixture.chat.draft();
        QVERIFY(!draft.older());
        for (const QString &line : {u"one"_s, u"two"_s, u"one"_s, u"three"_s})
            QVERIFY(fixture.chat.send(line));
        QCOMPARE(draft.text(), QString());
        QStringList seen;
        for (int i = 0; i < 4; ++i) {
            QVERIFY(draft.older());
            seen.append(draft.text());
        }
        QCOMPARE(seen, (QStringList{u"three"_s, u"one"_s, u"two"_s, u"two"_s}));
        QVERIFY(draft.newer());
        QCOMPARE(draft.text(), u"one"_s);
        draft.keep(u"one more"_s); // edited: no longer the recalled line
        QVERIFY(!draft.older());
        QVERIFY(!draft.newer());
        QCOMPARE(draft.text(), u"one more"_s);
    }

    void warnsAboutLongMessage()
    {
        ChatFixture fixture;
        ChatDraft &draft = *fixture.chat.draft();
        draft.keep(QString(200, u'x'));
        QCOMPARE(draft.warning(), QString());
        draft.keep(QString(77, u'\u20ac')); // three bytes each
        QVERIFY2(draft.warning().contains(u"231"_s), qPrintable(draft.warning()));
    }
};

ISLET_TEST(TestChatReading);
#include "tst_chatreading.moc"
