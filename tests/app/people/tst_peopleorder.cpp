// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "peoplefixture.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! In which order the people are, how the keyboard gets about among them, and what is said beside each.
class TestPeopleOrder : public QObject {
    Q_OBJECT

private:
    //! Four people: 1 at 30 m, 2 at 10 m, 3 at 20 m, and 4 who stands nowhere.
    struct Four : PeopleHouse {
        Four()
        {
            room.join(numberedAddress(4));
            for (const auto &[who, far] : {std::pair{1, 30.F}, {2, 10.F}, {3, 20.F}}) {
                room.join(numberedAddress(who));
                room.stand(numberedAddress(who), {8 + far, 0, 8});
            }
            advance(0s);
        }
        PeopleOrder &order() { return *all.order(); }
        QList<int> people()
        {
            QList<int> found;
            for (int row = 0; row < order().rowCount(); ++row) {
                const auto address = Address::parse(order().addressAt(row));
                found.append(address ? address->bytes().back() : -1);
            }
            return found;
        }
    };
    using People = QList<int>;

private slots:
    void byDistanceNameAndVoice()
    {
        Four house;
        QAbstractItemModelTester tester(&house.order(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(house.people(), (People{2, 3, 1, 4}));
        house.introduce(numberedAddress(1), u"zoe"_s);
        house.introduce(numberedAddress(3), u"Ana"_s);
        house.introduce(numberedAddress(4), u"cleo"_s);
        house.introduce(numberedAddress(2), u"Bo"_s);
        house.order().setOrder(PeopleOrder::ByName);
        QCOMPARE(house.people(), (People{3, 2, 4, 1}));
        house.order().setOrder(PeopleOrder::TalkingFirst);
        QCOMPARE(house.people(), (People{2, 3, 1, 4}));
        house.voices.setTalking({numberedAddress(1)});
        house.advance(1s);
        QCOMPARE(house.people(), (People{1, 2, 3, 4}));
        house.voices.setTalking({}); // takes a breath
        house.advance(PeersModel::talkedLately - 1s);
        QCOMPARE(house.people(), (People{1, 2, 3, 4}));
        house.advance(2s);
        QCOMPARE(house.people(), (People{2, 3, 1, 4}));
    }

    void whoHasNoNameComesLast()
    {
        Four house;
        house.introduce(numberedAddress(4), u"Dan"_s);
        house.order().setOrder(PeopleOrder::ByName);
        QCOMPARE(house.people(), (People{4, 1, 2, 3}));
    }

    void theOrderIsKept()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"islet.ini"_s);
        {
            PeopleHouse house(file);
            house.all.order()->setOrder(PeopleOrder::TalkingFirst);
        }
        PeopleHouse again(file);
        QCOMPARE(again.all.order()->order(), PeopleOrder::TalkingFirst);
        again.settings.setValue(u"people/order"_s, u"backwards"_s);
        QCOMPARE(PeopleOrder(*again.all.everybody(), again.settings).order(), PeopleOrder::Nearest);
    }

    void nobodySlipsAwayUnderAHand()
    {
        Four house;
        QSignalSpy reordered(&house.order(), &PeopleOrder::reordered);
        house.order().setHeld(true);
        house.room.stand(numberedAddress(1), {9, 0, 8});
        house.advance(1s);
        QCOMPARE(house.people(), (People{2, 3, 1, 4}));
        QCOMPARE(reordered.count(), 0);
        house.order().setHeld(false);
        house.advance(1s);
        QCOMPARE(house.people(), (People{1, 2, 3, 4}));
        QCOMPARE(reordered.count(), 1);
        house.advance(1s);
        QCOMPARE(reordered.count(), 1); // they are in order
        house.order().setHeld(true);
        house.room.stand(numberedAddress(3), {8, 0, 8});
        house.advance(PeopleOrder::longestHold - 1s);
        QCOMPARE(reordered.count(), 1);
        house.advance(1s); // a pointer that was left there does not hold them for ever
        QCOMPARE(house.people(), (People{3, 1, 2, 4}));
    }

    void wordsFindPeople_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QList<int>>("found");
        QTest::newRow("a name") << u"zo"_s << People{1};
        QTest::newRow("any part of it") << u"OE"_s << People{1};
        QTest::newRow("talking") << u"talk"_s << People{2};
        QTest::newRow("muted") << u" muted "_s << People{3};
        QTest::newRow("ignored") << u"ignored"_s << People{4};
        QTest::newRow("no profile") << u"no pro"_s << People{2, 3, 4};
        QTest::newRow("two letters of a badge") << u"no"_s << People{};
        QTest::newRow("a program") << u"bot"_s << People{1};
    }
    void wordsFindPeople()
    {
        QFETCH(const QString, wanted);
        QFETCH(const QList<int>, found);
        Four house;
        house.introduce(numberedAddress(1), u"Zoe"_s, u"Bot: shows how it is done"_s);
        house.voices.setTalking({numberedAddress(2)});
        house.voices.setMuted(numberedAddress(3), true);
        QVERIFY(house.all.ignored()->setIgnored(numberedAddress(4), true));
        house.order().setWanted(wanted);
        QCOMPARE(house.people(), found);
    }

    void whatIsFoundFollowsWhatIsTrue()
    {
        Four house;
        house.order().setWanted(u"talking"_s);
        QCOMPARE(house.people(), People{});
        house.voices.setTalking({numberedAddress(3), numberedAddress(2)});
        house.advance(1s);
        QCOMPARE(house.people(), (People{2, 3}));
        house.voices.setTalking({});
        house.advance(1s);
        QCOMPARE(house.people(), People{});
    }

    void silenceIsSaidInSeconds()
    {
        Four house;
        const Address ana = numberedAddress(2);
        house.introduce(ana, u"Ana"_s);
        house.advance(4s);
        QCOMPARE(house.shown(ana, PeersModel::StaleTextRole).toString(), QString());
        QCOMPARE(house.shown(ana, PeersModel::BadgesRole).toString(), QString());
        house.advance(8500ms);
        QCOMPARE(house.shown(ana, PeersModel::StaleTextRole).toString(), u"12 s"_s);
        QCOMPARE(house.shown(ana, PeersModel::BadgesRole).toString(), u"silent for 12 s"_s);
        QCOMPARE(house.shown(ana, PeersModel::SummaryRole).toString(), u"10 m, silent for 12 s"_s);
        house.room.say(ana, u"hello"_s);
        house.advance(0s);
        QCOMPARE(house.shown(ana, PeersModel::BadgesRole).toString(), QString());
    }

    void whoLooksTheSameIsNotTold()
    {
        Four house;
        QSignalSpy changed(house.all.everybody(), &QAbstractItemModel::dataChanged);
        house.room.stand(numberedAddress(3), {28.2F, 0, 8}); // still 20 m
        house.advance(250ms);
        QCOMPARE(changed.count(), 0);
        house.room.stand(numberedAddress(3), {30, 0, 8});
        house.room.stand(numberedAddress(1), {40, 0, 8});
        house.advance(250ms);
        QCOMPARE(changed.count(), 2);
        for (const auto &told : changed)
            QCOMPARE(told.at(0).toModelIndex(), told.at(1).toModelIndex());
    }

    void theKeyboard()
    {
        Four house;
        PeopleKeys &keys = *house.all.keys();
        QSignalSpy moved(&keys, &PeopleKeys::moved);
        const auto goesTo = [&moved] { return moved.isEmpty() ? -1 : moved.takeFirst().at(0).toInt(); };
        QVERIFY(keys.press(Qt::Key_End, Qt::NoModifier, {}, 0, 2));
        QCOMPARE(goesTo(), 3);
        QVERIFY(keys.press(Qt::Key_PageUp, Qt::NoModifier, {}, 3, 2));
        QCOMPARE(goesTo(), 1);
        QVERIFY(keys.press(Qt::Key_PageDown, Qt::NoModifier, {}, 2, 2));
        QCOMPARE(goesTo(), 3);
        QVERIFY(keys.press(Qt::Key_Home, Qt::NoModifier, {}, 3, 2));
        QCOMPARE(goesTo(), 0);
        QVERIFY(!keys.press(Qt::Key_Tab, Qt::NoModifier, u"\t"_s, 0, 2));
        QVERIFY(!keys.press(Qt::Key_Left, Qt::NoModifier, {}, 0, 2));

        constexpr int wish = Qt::ControlModifier | Qt::ShiftModifier;
        QVERIFY(keys.wants(Qt::Key_M, wish, {}));
        QVERIFY(keys.press(Qt::Key_M, wish, {}, 0, 2)); // of 2, who is the nearest
        QVERIFY(house.voices.wishFor(numberedAddress(2)).isMuted);
        QVERIFY(keys.press(Qt::Key_M, wish, {}, 0, 2));
        QVERIFY(!house.voices.wishFor(numberedAddress(2)).isMuted);
        QVERIFY(keys.press(Qt::Key_I, wish, {}, 1, 2));
        QVERIFY(house.all.ignored()->isIgnored(numberedAddress(3)));
        QVERIFY(!keys.press(Qt::Key_M, Qt::ControlModifier, u"\r"_s, 0, 2)); // Ctrl+M is the microphone's
        QVERIFY(!keys.wants(Qt::Key_M, Qt::ControlModifier, u"\r"_s));
        QVERIFY(!keys.press(Qt::Key_M, wish | Qt::AltModifier, {}, 0, 2));
    }

    void lettersFind()
    {
        Four house;
        house.introduce(numberedAddress(1), u"Emi"_s);
        house.introduce(numberedAddress(2), u"Eva"_s);
        house.introduce(numberedAddress(3), u"Bo"_s);
        PeopleKeys &keys = *house.all.keys(); // Eva, Bo, Emi, and one without a name
        QSignalSpy moved(&keys, &PeopleKeys::moved);
        const auto type = [&](const QString &letter, int row) {
            moved.clear();
            return keys.press(Qt::Key_unknown, Qt::NoModifier, letter, row, 2) && !moved.isEmpty()
                ? moved.first().at(0).toInt()
                : -1;
        };
        QCOMPARE(type(u"e"_s, 0), 2);
        QCOMPARE(type(u"m"_s, 2), 2);
        QCOMPARE(type(u"i"_s, 2), 2);
        house.room.wait(PeopleKeys::betweenLetters);
        for (const QString &letter :
             {u"m"_s, u"M"_s, u"i"_s, u"I"_s}) { // who are called so are looked for, and no more
            QCOMPARE(type(letter, 0), -1);
            house.room.wait(PeopleKeys::betweenLetters);
        }
        for (const int who : {1, 2, 3}) {
            QVERIFY(!house.voices.wishFor(numberedAddress(who)).isMuted);
            QVERIFY(!house.all.ignored()->isIgnored(numberedAddress(who)));
        }
        house.room.wait(PeopleKeys::betweenLetters);
        QCOMPARE(type(u"b"_s, 2), 1);
        house.room.wait(PeopleKeys::betweenLetters);
        QCOMPARE(type(u"e"_s, 1), 2);
        house.room.wait(PeopleKeys::betweenLetters);
        QCOMPARE(type(u"e"_s, 2), 0); // round the end
        QCOMPARE(type(u"x"_s, 0), -1);
    }

    void anEmptyRoom()
    {
        PeopleHouse house;
        PeopleKeys &keys = *house.all.keys();
        QSignalSpy moved(&keys, &PeopleKeys::moved);
        for (const int key : {Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown})
            QVERIFY(keys.press(key, Qt::NoModifier, {}, -1, 5));
        QVERIFY(keys.press(Qt::Key_M, Qt::NoModifier, u"m"_s, -1, 5));
        QCOMPARE(moved.count(), 0);
        QCOMPARE(house.all.order()->addressAt(0), QString());
        QCOMPARE(house.all.order()->rowOf(u"0x"_s), -1);
    }

    void twoThousandPeople()
    {
        PeopleHouse house;
        constexpr int people = 2'000;
        for (int i = 0; i < people; ++i) {
            house.room.join(numberedAddress(i));
            house.room.stand(numberedAddress(i), {float(i * 7 % 1'999), 0, 8});
        }
        house.advance(0s);
        QCOMPARE(house.all.order()->rowCount(), people);
        QSignalSpy changed(house.all.order(), &QAbstractItemModel::dataChanged);
        QSignalSpy laidOut(house.all.order(), &QAbstractItemModel::layoutChanged);
        for (int i = 0; i < people; ++i)
            house.room.stand(numberedAddress(i), {float(i * 11 % 1'999), 0, 8});
        house.advance(1s);
        // One for each run of neighbours that look different, and one new order: the view looks at a screenful.
        QVERIFY2(changed.count() < people / 10, qPrintable(QString::number(changed.count())));
        QCOMPARE(laidOut.count(), 1);
        for (int row = 1; row < people; ++row) {
            QVERIFY(house.all.order()->index(row - 1, 0).data(PeersModel::DistanceRole).toFloat()
                    <= house.all.order()->index(row, 0).data(PeersModel::DistanceRole).toFloat());
        }
    }
};

ISLET_TEST(TestPeopleOrder);
#include "tst_peopleorder.moc"
