// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "shell/commandfinder.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace islet;

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
    static QStringList words(const QAbstractItemModel &model, int role = CommandList::TextRole)
    {
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row)
            found.append(model.index(row, 0).data(role).toString());
        return found;
    }

private slots:
    void tellsKeysAsTheSystemDoes()
    {
        CommandList list;
        QCOMPARE(make(list, u"Zoom in"_s, u"Map"_s, {u"+"_s, u"Ctrl+="_s})->keysText(),
                 u"+ or "_s + QKeySequence(u"Ctrl+="_s).toString(QKeySequence::NativeText));
    }

    void namesEachPartOfTheWindowOnce()
    {
        CommandList list;
        QAbstractItemModelTester tester(&list);
        make(list, u"Zoom in"_s, u"Map"_s);
        make(list, u"Zoom out"_s, u"Map"_s);
        make(list, u"Quit"_s, u"Window"_s);
        QCOMPARE(words(list, CommandList::HeadRole), QStringList({u"Map"_s, {}, u"Window"_s}));
    }

    void findsByAnyWordAndTheBeginningFirst()
    {
        CommandList list;
        make(list, u"Leave the room"_s, u"Going"_s);
        make(list, u"See everybody in the room"_s, u"Map"_s);
        make(list, u"Room of my own"_s, u"Going"_s);
        CommandFinder finder;
        QAbstractItemModelTester tester(&finder);
        finder.setCommands(&list);
        QCOMPARE(finder.rowCount(), 3);
        finder.setWanted(u"room"_s);
        QCOMPARE(words(finder),
                 QStringList({u"Room of my own"_s, u"Leave the room"_s, u"See everybody in the room"_s}));
        finder.setWanted(u" the LEAVE "_s);
        QCOMPARE(words(finder), QStringList({u"Leave the room"_s}));
        finder.setWanted(u"nothing of the kind"_s);
        QCOMPARE(finder.rowCount(), 0);
    }

    void offersOnlyWhatCanBeDoneNow()
    {
        CommandList list;
        Command *leave = make(list, u"Leave"_s, u"Going"_s);
        Command *walk = make(list, u"Walk"_s, u"Map"_s);
        walk->setProperty("toldKeys", u"W, A, S, D"_s);
        CommandFinder finder;
        finder.setCommands(&list);
        QCOMPARE(words(finder), QStringList({u"Leave"_s}));
        leave->setProperty("enabled", false);
        QCOMPARE(finder.rowCount(), 0);
        leave->setProperty("enabled", true);
        QCOMPARE(finder.rowCount(), 1);
        QCOMPARE(walk->keysText(), u"W, A, S, D"_s);
    }

    void runsTheRowAndNothingForNoRow()
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

QTEST_GUILESS_MAIN(CommandsTest)
#include "tst_commands.moc"
