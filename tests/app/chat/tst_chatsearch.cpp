// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/chatsearch.h"
#include "chathistoryfixture.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Searches the whole history without blocking the window; the history is bounded.
class TestChatSearch : public QObject {
    Q_OBJECT

private:
    //! Numbers of the newest lines that contain `wanted`.
    static QList<qint64> found(const ChatHistory &history, const QString &wanted, int most = 10)
    {
        const ChatSlice slice = history.find(wanted, history.end(), most);
        QList<qint64> numbers;
        for (const ChatHit &hit : slice.hits)
            numbers.append(hit.number);
        return numbers;
    }
    //! A search over the stored chat.
    struct SearchFixture {
        explicit SearchFixture(Run &run)
            : chat(room.adapter, numberedAddress(7), room.client.profiles(), run.history, room.time.clock())
        {
            search.setChat(&chat);
        }

        FakeRoom room;
        ChatModel chat;
        ChatSearch search;
    };
    static qint64 bytesOf(const Home &home, const QString &end = {})
    {
        return QFileInfo(home.file(numberedAddress(7)) + end).size();
    }

private slots:
    void findsLines()
    {
        Home home;
        {
            Run run(home);
            run.say(u"El ÁRBOL 100%"_s);
            run.say(u"something else_"_s);
        }
        Run run(home);
        run.sayAndWrite();
        run.say(u"another arbol"_s);
        QCOMPARE(found(run.history, u"árbol"_s), (QList<qint64>{1, -2}));
        QCOMPARE(found(run.history, u"arbol"_s, 1), QList<qint64>{1});
        QCOMPARE(found(run.history, u"0%"_s), QList<qint64>{-2}); // no wildcards
        QCOMPARE(found(run.history, u"e_"_s), QList<qint64>{-1});
        QCOMPARE(found(run.history, u"' OR 1"_s), QList<qint64>());
        QCOMPARE(found(run.history, u"  "_s), QList<qint64>());
    }

    void skipsIgnoredAuthors()
    {
        Home home;
        Run run(home);
        FakeRoom room;
        const Address me = numberedAddress(7);
        ChatModel chat(room.adapter, me, room.client.profiles(), run.history, room.time.clock());
        QSet<Address> ignored;
        chat.setIgnored([&ignored](const Address &who) { return ignored.contains(who); });
        ChatSearch search;
        search.setChat(&chat);
        for (const int who : {1, 2, 1, 2, 2, 1})
            room.say(numberedAddress(who), u"word"_s);
        ignored.insert(numberedAddress(2));
        chat.renewIgnored();
        search.setWanted(u"word"_s);
        QList<int> rows;
        for (int i = 0; i < 4; ++i) {
            search.older();
            rows.append(search.row());
        }
        QCOMPARE(rows, (QList<int>{5, 2, 0, 5}));
        search.newer();
        QCOMPARE(search.row(), 0);
        ignored.insert(numberedAddress(1)); // no author is left
        chat.renewIgnored();
        search.older();
        search.newer();
        QCOMPARE(search.row(), -1);
        QCOMPARE(search.stateText(), u"No matches"_s);
    }

    void searchesInSlices()
    {
        Home home;
        {
            Run run(home);
            run.say(u"the needle"_s);
            run.sayMany(30'000);
        }
        Run run(home);
        run.sayAndWrite();
        run.say(u"a needle"_s);
        SearchFixture s(run);
        QSignalSpy found(&s.search, &ChatSearch::found);
        s.search.setWanted(u"needle"_s);
        s.search.older();
        QCOMPARE(s.search.stateText(), u"1 of 1"_s); // the newest lines are searched first
        QCOMPARE(s.search.row(), s.chat.rowCount() - 1);
        QTRY_COMPARE(s.search.stateText(), u"1 of 2"_s);
        QCOMPARE(s.search.row(), s.chat.rowCount() - 1); // the current hit stays
        QVERIFY(found.count() >= 4); // searched in several slices
        s.search.older();
        QCOMPARE(s.search.row(), 0);
        s.search.setWanted(u"haystack"_s);
        s.search.older();
        QCOMPARE(s.search.stateText(), QString()); // not known yet
        s.search.setWanted(u"line 29999"_s); // another search meanwhile
        s.search.older();
        QCOMPARE(s.search.stateText(), u"1 of 1"_s);
        s.search.setWanted(u"haystack"_s);
        s.search.older();
        QTRY_COMPARE(s.search.stateText(), u"No matches"_s);
    }

    void boundsHits()
    {
        Home home;
        Run run(home);
        run.sayMany(15'000);
        run.history.write();
        SearchFixture s(run);
        s.search.setWanted(u"line"_s);
        s.search.older();
        QTRY_COMPARE(s.search.stateText(), u"1 of 1000+"_s);
        s.search.newer();
        QCOMPARE(s.search.row(), 14'000);
    }

    void deletesExcessLinesInBatches()
    {
        Home home;
        Run run(home);
        run.history.keepIn(home.chats, {1'000, 1'000'000'000});
        qint64 first = 0;
        qint64 most = 0;
        connect(&run.history, &ChatHistory::firstChanged, this,
                [&] { most = std::max(most, run.history.first() - std::exchange(first, run.history.first())); });
        run.sayMany(5'000);
        run.history.write();
        QCOMPARE(run.history.first(), 0);
        QTRY_COMPARE(run.history.end() - run.history.first(), 1'000);
        QVERIFY(most > 0 && most < 500);
        QCOMPARE(run.texts().constFirst(), u"line 4000"_s);
        run.say(u"one more"_s);
        run.history.write();
        QCOMPARE(run.history.first(), 4'000);
    }

    void deletesExcessBytes()
    {
        Home home;
        Run run(home);
        run.history.keepIn(home.chats, {200'000, 1'000'000});
        for (int batch = 0; batch < 10; ++batch) {
            for (int i = 0; i < 400; ++i)
                run.say(QString(1'000, u'x'));
            run.history.write();
            QTRY_VERIFY(run.history.end() - run.history.first() <= 1'000);
        }
        QVERIFY(run.history.end() - run.history.first() > 400); // never many at once
        run.history.setOwner(numberedAddress(8), false); // closes the file
        QVERIFY(bytesOf(home) < 2'000'000);
        QCOMPARE(run.problems, QStringList());
    }

    void boundsFoldedText()
    {
        Home home;
        {
            Run run(home);
            for (int i = 0; i < 100; ++i)
                run.say(u"\ufdfa"_s.repeated(2'000)); // each folds to eighteen letters
        }
        QVERIFY2(bytesOf(home) < 3'000'000, qPrintable(QString::number(bytesOf(home))));
        Run run(home);
        run.sayAndWrite();
        QCOMPARE(found(run.history, u"\ufdfa"_s, 200).size(), 100);
    }

    void checkpointsWhenIdle()
    {
        Home home;
        Run run(home);
        for (int i = 0; i < 6'000; ++i)
            run.say(QString(1'000, u'x'));
        run.history.write();
        QVERIFY(bytesOf(home, u"-wal"_s) > 5'000'000);
        QTRY_COMPARE_WITH_TIMEOUT(bytesOf(home, u"-wal"_s), 0, 60'000);
        QCOMPARE(run.texts().size(), 6'000);
        run.say(u"and on"_s);
        run.history.write();
        QCOMPARE(run.texts().constLast(), u"and on"_s);
        QCOMPARE(run.problems, QStringList());
    }
};

ISLET_TEST(TestChatSearch);
#include "tst_chatsearch.moc"
