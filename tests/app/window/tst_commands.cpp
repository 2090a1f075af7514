// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/commandfinder.h"
#include "tests/app/people/peoplefixture.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace islet;
using namespace islet::test;

//! The lists of commands, and finding commands and people in them.
class CommandsTest : public QObject {
    Q_OBJECT

    static Command *make(CommandList &list, const QString &text, const QString &section, const QVariantList &keys = {})
    {
        auto *command = new Command(&list);
        command->setProperty("text", text);
        command->setProperty("section", section);
        command->setProperty("keys", keys);
        auto commands = list.commands();
        commands.append(&commands, command);
        return command;
    }
    static QStringList words(const QAbstractItemModel &model, int role)
    {
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row)
            found.append(model.index(row, 0).data(role).toString());
        return found;
    }

    static QStringList found(const CommandFinder &finder) { return words(finder, CommandFinder::WordsRole); }

private slots:
    void namesKeysLikeThePlatform()
    {
        CommandList list;
        QCOMPARE(make(list, u"Zoom in"_s, u"Map"_s, {u"+"_s, u"Ctrl+="_s})->keysText(),
                 u"+ or "_s + QKeySequence(u"Ctrl+="_s).toString(QKeySequence::NativeText));
    }

    void headsEachSectionOnce()
    {
        CommandList list;
        QAbstractItemModelTester tester(&list);
        make(list, u"Zoom in"_s, u"Map"_s);
        make(list, u"Zoom out"_s, u"Map"_s);
        make(list, u"Quit"_s, u"Window"_s);
        QCOMPARE(words(list, CommandList::HeadRole), QStringList({u"Map"_s, {}, u"Window"_s}));
    }

    void findsByAnyWordRankingPrefixesFirst()
    {
        CommandList list;
        make(list, u"Leave the room"_s, u"Navigation"_s);
        make(list, u"See everyone in the room"_s, u"Map"_s);
        make(list, u"Room of my own"_s, u"Navigation"_s);
        CommandFinder finder;
        QAbstractItemModelTester tester(&finder);
        finder.setCommands(&list);
        QCOMPARE(finder.rowCount(), 3);
        finder.setWanted(u"room"_s);
        QCOMPARE(found(finder), QStringList({u"Room of my own"_s, u"Leave the room"_s, u"See everyone in the room"_s}));
        finder.setWanted(u" the LEAVE "_s);
        QCOMPARE(found(finder), QStringList({u"Leave the room"_s}));
        finder.setWanted(u"nothing of the kind"_s);
        QCOMPARE(finder.rowCount(), 0);
    }

    void findsByAliasesToo()
    {
        CommandList list;
        make(list, u"Colours: dark"_s, u"Appearance"_s)->setProperty("also", u"theme night"_s);
        make(list, u"Good night"_s, u"Window"_s);
        make(list, u"El micrófono"_s, u"Voice"_s);
        CommandFinder finder;
        QAbstractItemModelTester tester(&finder);
        finder.setCommands(&list);
        finder.setWanted(u"night"_s);
        QCOMPARE(found(finder), QStringList({u"Good night"_s, u"Colours: dark"_s})); // names rank before aliases
        finder.setWanted(u"THEME da"_s);
        QCOMPARE(found(finder), QStringList({u"Colours: dark"_s}));
        finder.setWanted(u"microfono"_s);
        QCOMPARE(found(finder), QStringList({u"El micrófono"_s}));
    }

    void includesNestedListsAndHidesMore()
    {
        CommandList going;
        make(going, u"Leave"_s, u"Navigation"_s);
        make(going, u"Enter"_s, u"Navigation"_s);
        CommandList more;
        Command *dark = make(more, u"Dark"_s, u"Appearance"_s);
        CommandList all;
        QAbstractItemModelTester tester(&all);
        auto commands = all.commands();
        make(all, u"Write"_s, u"Chat"_s);
        commands.append(&commands, &going);
        make(all, u"Quit"_s, u"Window"_s);
        all.setProperty("more", QVariant::fromValue(&more));
        const QStringList listed{u"Write"_s, u"Leave"_s, u"Enter"_s, u"Quit"_s};
        QCOMPARE(words(all, CommandList::TextRole), listed); // what the page of shortcuts lists
        QCOMPARE(words(all, CommandList::HeadRole), (QStringList{u"Chat"_s, u"Navigation"_s, {}, u"Window"_s}));
        CommandFinder finder;
        finder.setCommands(&all);
        QCOMPARE(found(finder), listed + QStringList{u"Dark"_s});
        dark->setProperty("enabled", false);
        QCOMPARE(found(finder), listed);
    }

    void findsPeopleInTheRoom()
    {
        PeopleFixture fixture;
        for (int who = 1; who <= 20; ++who)
            fixture.room.join(numberedAddress(who));
        fixture.room.introduce(numberedAddress(1), u"Leave the room"_s);
        fixture.room.introduce(numberedAddress(2), u"Mariana"_s);
        fixture.room.introduce(numberedAddress(3), u"Ana María"_s);
        CommandList list;
        make(list, u"Leave the room"_s, u"Navigation"_s);
        CommandFinder finder;
        QAbstractItemModelTester tester(&finder);
        finder.setCommands(&list);
        finder.setPeople(&fixture.all);
        QCOMPARE(finder.rowCount(), 1); // people only once something is typed
        finder.setWanted(u"ana"_s);
        QCOMPARE(found(finder), QStringList({u"Ana María"_s, u"Mariana"_s}));
        finder.setWanted(u"mari ana"_s);
        QCOMPARE(finder.rowCount(), 2);
        finder.setWanted(u"leave"_s);
        QCOMPARE(found(finder), QStringList({u"Leave the room"_s, u"Leave the room"_s}));
        QCOMPARE(words(finder, CommandFinder::AddressRole), QStringList({{}, numberedAddress(1).toShort()}));
        QVERIFY(!finder.index(1, 0).data(CommandFinder::InitialsRole).toString().isEmpty());

        QSignalSpy chosen(&list, &CommandList::personChosen);
        fixture.room.leave(numberedAddress(1)); // a listed person stays until the search changes
        finder.run(1);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), numberedAddress(1).toChecksummed());
        finder.setWanted(u"0x0"_s);
        QCOMPARE(finder.rowCount(), int(CommandFinder::mostPeople));
        finder.setWanted(numberedAddress(7).toChecksummed());
        QCOMPARE(words(finder, CommandFinder::AddressRole), QStringList{numberedAddress(7).toShort()});
    }

    void searchesThousandsOfPeople()
    {
        PeopleFixture fixture;
        constexpr int many = 10'000;
        for (int who = 1; who <= many; ++who)
            fixture.room.join(numberedAddress(who));
        CommandList list;
        CommandFinder finder;
        finder.setCommands(&list);
        finder.setPeople(&fixture.all);
        finder.setWanted(u"no such person"_s);
        QCOMPARE(finder.rowCount(), 0);
        finder.setWanted(numberedAddress(many).toChecksummed());
        QCOMPARE(finder.rowCount(), 1);
    }

    void offersOnlyEnabledCommands()
    {
        CommandList list;
        Command *leave = make(list, u"Leave"_s, u"Navigation"_s);
        Command *walk = make(list, u"Walk"_s, u"Map"_s);
        walk->setProperty("toldKeys", u"W, A, S, D"_s);
        CommandFinder finder;
        finder.setCommands(&list);
        QCOMPARE(found(finder), QStringList({u"Leave"_s}));
        leave->setProperty("enabled", false);
        QCOMPARE(finder.rowCount(), 0);
        leave->setProperty("enabled", true);
        QCOMPARE(finder.rowCount(), 1);
        QCOMPARE(walk->keysText(), u"W, A, S, D"_s);
    }

    void runsOnlyExistingRows()
    {
        CommandList list;
        Command *first = make(list, u"First"_s, u"Map"_s);
        Command *second = make(list, u"Second"_s, u"Map"_s);
        CommandFinder finder;
        finder.setCommands(&list);
        finder.setWanted(u"second"_s);
        const QSignalSpy firstDone(first, &Command::triggered);
        const QSignalSpy secondDone(second, &Command::triggered);
        finder.run(0);
        finder.run(1);
        finder.run(-1);
        QCOMPARE(secondDone.size(), 1);
        QCOMPARE(firstDone.size(), 0);
        second->setProperty("enabled", false);
        second->trigger();
        QCOMPARE(secondDone.size(), 1);
    }
};

ISLET_TEST(CommandsTest);
#include "tst_commands.moc"
