// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/chatsearch.h"
#include "chathistoryfixture.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! The stored chat, from one run to the next.
class TestChatHistory : public QObject {
    Q_OBJECT

private slots:
    void restoresChatInNextRun()
    {
        Home home;
        ChatEntry before;
        {
            Run run(home);
            before = run.history.at(run.say(u"hello, Ánä"_s));
            run.sayMany(300);
        }
        Run run(home);
        QCOMPARE(run.texts(), QStringList()); // the file is not opened before it is needed
        QSignalSpy found(&run.history, &ChatHistory::firstChanged);
        run.sayAndWrite();
        QCOMPARE(found.count(), 1);
        QCOMPARE(run.history.end() - run.history.first(), 302);
        QVERIFY(run.history.at(run.history.first()) == before);
        QCOMPARE(run.texts().constLast(), u"back"_s);
        QCOMPARE(run.texts().at(300), u"line 299"_s);
        QCOMPARE(run.problems, QStringList());
    }

    void writesOnTimer()
    {
        Home home;
        Run run(home);
        run.say(u"hello"_s);
        QVERIFY(!QFile::exists(home.file(numberedAddress(7))));
        QTRY_VERIFY(QFile::exists(home.file(numberedAddress(7))));
        QCOMPARE(run.texts(), QStringList{u"hello"_s});
    }

    void restrictsFileToOwner()
    {
        Home home;
        Run run(home);
        run.sayAndWrite();
        for (const QString &name : home.files()) {
            const auto others = QFile::permissions(home.chats + u'/' + name)
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther);
            QVERIFY2(!others, qPrintable(name));
        }
        QVERIFY(!(QFile::permissions(home.chats) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther)));
    }

    void keepsHistoriesPerIdentity()
    {
        Home home;
        Run run(home, numberedAddress(7));
        run.say(u"as seven"_s);
        QSignalSpy replaced(&run.history, &ChatHistory::replaced);
        run.history.setOwner(numberedAddress(8), false);
        QCOMPARE(replaced.count(), 1);
        QCOMPARE(run.texts(), QStringList());
        run.say(u"as eight"_s);
        run.history.setOwner(numberedAddress(7), false);
        run.sayAndWrite();
        QCOMPARE(run.texts(), (QStringList{u"as seven"_s, u"back"_s}));
    }

    void storesNothing_data()
    {
        QTest::addColumn<bool>("isGuest");
        QTest::newRow("guest") << true;
        QTest::newRow("switched off") << false;
    }
    void storesNothing()
    {
        QFETCH(const bool, isGuest);
        Home home;
        {
            Run run(home, numberedAddress(7), isGuest);
            if (!isGuest)
                run.history.setKept(false);
            run.say(u"secret"_s);
            run.history.write();
            QCOMPARE(run.texts(), QStringList{u"secret"_s}); // but shown
        }
        QCOMPARE(home.files(), QStringList());
        QCOMPARE(Run(home).history.isKept(), isGuest); // the setting is stored
    }

    void deletesAll()
    {
        Home home;
        {
            Run(home, numberedAddress(8)).sayAndWrite();
        }
        Run run(home);
        run.sayAndWrite();
        run.say(u"not yet written"_s);
        QVERIFY(home.files().size() >= 2);
        run.history.deleteAll();
        QCOMPARE(home.files(), QStringList());
        QCOMPARE(run.texts(), QStringList());
        run.sayAndWrite(); // and continues
        QCOMPARE(run.texts(), QStringList{u"back"_s});
        QCOMPARE(run.problems, QStringList());
    }

    void setsDamagedFileAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("not a database")
            << QByteArray("this is not SQLite, but it is long enough to be a file ").repeated(90);
        QTest::newRow("damaged database")
            << QByteArray("SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20", 24).append(QByteArray(4'000, '\xff'));
    }
    void setsDamagedFileAside()
    {
        QFETCH(const QByteArray, content);
        Home home;
        QVERIFY(QDir().mkpath(home.chats));
        QFile file(home.file(numberedAddress(7)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) > 0);
        file.close();
        Run run(home);
        run.sayAndWrite();
        QCOMPARE(run.texts(), QStringList{u"back"_s});
        QCOMPARE(run.problems.size(), 1);
        QVERIFY2(run.problems.constFirst().endsWith(u'.'), qPrintable(run.problems.constFirst()));
        QFile aside(home.file(numberedAddress(7)) + u".broken"_s);
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), content);
        QVERIFY(QFile::exists(home.file(numberedAddress(7)))); // a new file
    }

    void continuesWithoutLockedFile()
    {
        Home home;
        Run first(home);
        first.sayAndWrite();
        Run second(home);
        second.sayAndWrite();
        QCOMPARE(second.problems.size(), 1);
        QVERIFY2(second.problems.constFirst().contains(u"another window"_s), qPrintable(second.problems.constFirst()));
        second.sayMany(ChatHistory::mostFresh); // continues, bounded
        QCOMPARE(second.texts().size(), ChatHistory::mostFresh);
        first.sayAndWrite();
        QCOMPARE(first.problems, QStringList());
    }

    void continuesWithoutFolder()
    {
        Home home;
        QFile obstacle(home.chats);
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        Run run(home);
        run.sayAndWrite();
        QCOMPARE(run.texts(), QStringList{u"back"_s});
        QCOMPARE(run.problems.size(), 1);
    }

    void retriesWhenSwitchedOnAgain()
    {
        Home home;
        {
            QFile obstacle(home.chats);
            QVERIFY(obstacle.open(QIODevice::WriteOnly));
            Run run(home);
            run.sayAndWrite();
            QCOMPARE(run.problems.size(), 1);
            QVERIFY(obstacle.remove()); // like a full disk that has free space again
            run.history.setKept(false);
            run.history.setKept(true);
            run.say(u"kept"_s);
        }
        Run run(home);
        run.sayAndWrite();
        QCOMPARE(run.texts(), (QStringList{u"back"_s, u"kept"_s, u"back"_s}));
    }

    void restoresDeliveryStates()
    {
        Home home;
        {
            Run run(home);
            const qint64 written = run.say(u"one"_s);
            run.history.write();
            run.history.setDelivery(written, chat::Unsure);
            QCOMPARE(run.history.at(written).delivery, chat::Unsure);
            run.say(u"two"_s, chat::Waiting); // then the program ends
        }
        Run run(home);
        run.sayAndWrite();
        QCOMPARE(run.history.at(run.history.first()).delivery, chat::Unsure);
        QCOMPARE(run.history.at(run.history.first() + 1).delivery, chat::Unsent);
    }

    void feedsModelAndSearch()
    {
        Home home;
        {
            Run(home).sayMany(1'000);
        }
        Run run(home);
        FakeRoom room;
        const Address me = numberedAddress(7);
        ChatModel chat(room.adapter, me, room.client.profiles(), run.history, room.time.clock());
        const QAbstractItemModelTester tester(&chat, QAbstractItemModelTester::FailureReportingMode::Fatal);
        ChatSearch search;
        search.setChat(&chat);
        room.say(numberedAddress(2), u"line 5 was good"_s);
        run.history.write();
        QCOMPARE(chat.rowCount(), 1'001);
        QCOMPARE(chat.index(0).data(ChatModel::TextRole).toString(), u"line 0"_s);
        QVERIFY(!chat.index(0).data(ChatModel::DayRole).toString().isEmpty());
        QCOMPARE(chat.index(0).data(ChatModel::AuthorRole).toString(), u"Ana "_s + numberedAddress(1).toShort());
        search.setWanted(u"line 5"_s);
        search.older(); // searches at once
        QCOMPARE(search.row(), 1'000);
        search.older();
        QCOMPARE(search.row(), 599);
        search.newer();
        search.newer();
        QCOMPARE(search.row(), 5); // wraps around
        QCOMPARE(search.stateText(), u"112 of 112"_s);
        run.history.deleteAll();
        QCOMPARE(chat.rowCount(), 0);
        QCOMPARE(search.row(), -1);
    }
};

ISLET_TEST(TestChatHistory);
#include "tst_chathistory.moc"
