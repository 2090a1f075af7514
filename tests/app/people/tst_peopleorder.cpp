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

//! The order of the people, keyboard handling in the list, and the badges.
class TestPeopleOrder : public QObject {
    Q_OBJECT

private:
    //! Four people: 1 at 30 m, 2 at 10 m, 3 at 20 m, and 4 without a position.
    struct Four : PeopleFixture {
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
    void sortsByDistanceNameAndTalking()
    {
        Four fixture;
        QAbstractItemModelTester tester(&fixture.order(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(fixture.people(), (People{2, 3, 1, 4}));
        fixture.room.introduce(numberedAddress(1), u"zoe"_s);
        fixture.room.introduce(numberedAddress(3), u"Ana"_s);
        fixture.room.introduce(numberedAddress(4), u"cleo"_s);
        fixture.room.introduce(numberedAddress(2), u"Bo"_s);
        fixture.order().setOrder(PeopleOrder::ByName);
        QCOMPARE(fixture.people(), (People{3, 2, 4, 1}));
        fixture.order().setOrder(PeopleOrder::TalkingFirst);
        QCOMPARE(fixture.people(), (People{2, 3, 1, 4}));
        fixture.voices.setTalking({numberedAddress(1)});
        fixture.advance(1s);
        QCOMPARE(fixture.people(), (People{1, 2, 3, 4}));
        fixture.voices.setTalking({}); // pauses for a breath
        fixture.advance(PeersModel::talkingHold - 1s);
        QCOMPARE(fixture.people(), (People{1, 2, 3, 4}));
        fixture.advance(2s);
        QCOMPARE(fixture.people(), (People{2, 3, 1, 4}));
    }

    void sortsUnnamedPeopleLast()
    {
        Four fixture;
        fixture.room.introduce(numberedAddress(4), u"Dan"_s);
        fixture.order().setOrder(PeopleOrder::ByName);
        QCOMPARE(fixture.people(), (People{4, 1, 2, 3}));
    }

    void savesTheOrder()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"islet.ini"_s);
        {
            PeopleFixture fixture(file);
            fixture.all.order()->setOrder(PeopleOrder::TalkingFirst);
        }
        PeopleFixture again(file);
        QCOMPARE(again.all.order()->order(), PeopleOrder::TalkingFirst);
        again.settings.setValue(u"people/order"_s, u"backwards"_s);
        QCOMPARE(PeopleOrder(*again.all.peers(), again.settings).order(), PeopleOrder::Nearest);
    }

    void holdsTheOrderUnderThePointer()
    {
        Four fixture;
        QSignalSpy reordered(&fixture.order(), &PeopleOrder::reordered);
        fixture.order().setHeld(true);
        fixture.room.stand(numberedAddress(1), {9, 0, 8});
        fixture.advance(1s);
        QCOMPARE(fixture.people(), (People{2, 3, 1, 4}));
        QCOMPARE(reordered.count(), 0);
        fixture.order().setHeld(false);
        fixture.advance(1s);
        QCOMPARE(fixture.people(), (People{1, 2, 3, 4}));
        QCOMPARE(reordered.count(), 1);
        fixture.advance(1s);
        QCOMPARE(reordered.count(), 1); // already in order
        fixture.order().setHeld(true);
        fixture.room.stand(numberedAddress(3), {8, 0, 8});
        fixture.advance(PeopleOrder::maxHold - 1s);
        QCOMPARE(reordered.count(), 1);
        fixture.advance(1s); // a resting pointer does not hold the order forever
        QCOMPARE(fixture.people(), (People{3, 1, 2, 4}));
    }

    void filtersByNameAndBadge_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QList<int>>("found");
        QTest::newRow("a name") << u"zo"_s << People{1};
        QTest::newRow("part of a name") << u"OE"_s << People{1};
        QTest::newRow("talking") << u"talk"_s << People{2};
        QTest::newRow("muted") << u" muted "_s << People{3};
        QTest::newRow("blocked") << u"blocked"_s << People{4};
        QTest::newRow("no profile") << u"no pro"_s << People{2, 3, 4};
        QTest::newRow("two letters of a badge") << u"no"_s << People{};
        QTest::newRow("bot") << u"bot"_s << People{1};
    }
    void filtersByNameAndBadge()
    {
        QFETCH(const QString, wanted);
        QFETCH(const QList<int>, found);
        Four fixture;
        fixture.room.introduce(numberedAddress(1), u"Zoe"_s, u"Bot: shows how it is done"_s);
        fixture.voices.setTalking({numberedAddress(2)});
        fixture.voices.setMuted(numberedAddress(3), true);
        QVERIFY(fixture.all.ignored()->setIgnored(numberedAddress(4), true));
        fixture.order().setWanted(wanted);
        QCOMPARE(fixture.people(), found);
    }

    void updatesTheFilterWithBadges()
    {
        Four fixture;
        fixture.order().setWanted(u"talking"_s);
        QCOMPARE(fixture.people(), People{});
        fixture.voices.setTalking({numberedAddress(3), numberedAddress(2)});
        fixture.advance(1s);
        QCOMPARE(fixture.people(), (People{2, 3}));
        fixture.voices.setTalking({});
        fixture.advance(1s);
        QCOMPARE(fixture.people(), People{});
    }

    void showsSilenceInSeconds()
    {
        Four fixture;
        const Address ana = numberedAddress(2);
        fixture.room.introduce(ana, u"Ana"_s);
        fixture.advance(4s);
        QCOMPARE(fixture.shown(ana, PeersModel::StaleTextRole).toString(), QString());
        QCOMPARE(fixture.shown(ana, PeersModel::BadgesRole).toString(), QString());
        fixture.advance(8500ms);
        QCOMPARE(fixture.shown(ana, PeersModel::StaleTextRole).toString(), u"12 s"_s);
        QCOMPARE(fixture.shown(ana, PeersModel::BadgesRole).toString(), u"no signal for 12 s"_s);
        QCOMPARE(fixture.shown(ana, PeersModel::SummaryRole).toString(), u"10 m, no signal for 12 s"_s);
        fixture.room.say(ana, u"hello"_s);
        fixture.advance(0s);
        QCOMPARE(fixture.shown(ana, PeersModel::BadgesRole).toString(), QString());
    }

    void skipsUnchangedRows()
    {
        Four fixture;
        QSignalSpy changed(fixture.all.peers(), &QAbstractItemModel::dataChanged);
        fixture.room.stand(numberedAddress(3), {28.2F, 0, 8}); // still 20 m
        fixture.advance(250ms);
        QCOMPARE(changed.count(), 0);
        fixture.room.stand(numberedAddress(3), {30, 0, 8});
        fixture.room.stand(numberedAddress(1), {40, 0, 8});
        fixture.advance(250ms);
        QCOMPARE(changed.count(), 2);
        for (const auto &told : changed)
            QCOMPARE(told.at(0).toModelIndex(), told.at(1).toModelIndex());
    }

    void handlesKeys()
    {
        Four fixture;
        PeopleKeys &keys = *fixture.all.keys();
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

        constexpr int toggleModifiers = Qt::ControlModifier | Qt::ShiftModifier;
        QVERIFY(keys.wants(Qt::Key_M, toggleModifiers, {}));
        QVERIFY(keys.press(Qt::Key_M, toggleModifiers, {}, 0, 2)); // toggles 2, the nearest
        QVERIFY(fixture.voices.audioOf(numberedAddress(2)).isMuted);
        QVERIFY(keys.press(Qt::Key_M, toggleModifiers, {}, 0, 2));
        QVERIFY(!fixture.voices.audioOf(numberedAddress(2)).isMuted);
        QVERIFY(keys.press(Qt::Key_I, toggleModifiers, {}, 1, 2));
        QVERIFY(fixture.all.ignored()->isIgnored(numberedAddress(3)));
        QVERIFY(!keys.press(Qt::Key_M, Qt::ControlModifier, u"\r"_s, 0, 2)); // Ctrl+M mutes the microphone
        QVERIFY(!keys.wants(Qt::Key_M, Qt::ControlModifier, u"\r"_s));
        QVERIFY(!keys.press(Qt::Key_M, toggleModifiers | Qt::AltModifier, {}, 0, 2));
    }

    void findsPeopleByTyping()
    {
        Four fixture;
        fixture.room.introduce(numberedAddress(1), u"Emi"_s);
        fixture.room.introduce(numberedAddress(2), u"Eva"_s);
        fixture.room.introduce(numberedAddress(3), u"Bo"_s);
        PeopleKeys &keys = *fixture.all.keys(); // Eva, Bo, Emi, and one without a name
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
        fixture.room.wait(PeopleKeys::typingTimeout);
        for (const QString &letter : {u"m"_s, u"M"_s, u"i"_s, u"I"_s}) { // letters only search
            QCOMPARE(type(letter, 0), -1);
            fixture.room.wait(PeopleKeys::typingTimeout);
        }
        for (const int who : {1, 2, 3}) {
            QVERIFY(!fixture.voices.audioOf(numberedAddress(who)).isMuted);
            QVERIFY(!fixture.all.ignored()->isIgnored(numberedAddress(who)));
        }
        fixture.room.wait(PeopleKeys::typingTimeout);
        QCOMPARE(type(u"b"_s, 2), 1);
        fixture.room.wait(PeopleKeys::typingTimeout);
        QCOMPARE(type(u"e"_s, 1), 2);
        fixture.room.wait(PeopleKeys::typingTimeout);
        QCOMPARE(type(u"e"_s, 2), 0); // wraps around
        QCOMPARE(type(u"x"_s, 0), -1);
    }

    void handlesEmptyRoom()
    {
        PeopleFixture fixture;
        PeopleKeys &keys = *fixture.all.keys();
        QSignalSpy moved(&keys, &PeopleKeys::moved);
        for (const int key : {Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown})
            QVERIFY(keys.press(key, Qt::NoModifier, {}, -1, 5));
        QVERIFY(keys.press(Qt::Key_M, Qt::NoModifier, u"m"_s, -1, 5));
        QCOMPARE(moved.count(), 0);
        QCOMPARE(fixture.all.order()->addressAt(0), QString());
        QCOMPARE(fixture.all.order()->rowOf(u"0x"_s), -1);
    }

    void sortsTwoThousandPeopleAtOnce()
    {
        PeopleFixture fixture;
        constexpr int people = 2'000;
        for (int i = 0; i < people; ++i) {
            fixture.room.join(numberedAddress(i));
            fixture.room.stand(numberedAddress(i), {float(i * 7 % 1'999), 0, 8});
        }
        fixture.advance(0s);
        QCOMPARE(fixture.all.order()->rowCount(), people);
        QSignalSpy changed(fixture.all.order(), &QAbstractItemModel::dataChanged);
        QSignalSpy laidOut(fixture.all.order(), &QAbstractItemModel::layoutChanged);
        for (int i = 0; i < people; ++i)
            fixture.room.stand(numberedAddress(i), {float(i * 11 % 1'999), 0, 8});
        fixture.advance(1s);
        // One dataChanged per run of changed rows and one new layout, so the view updates only the visible rows.
        QVERIFY2(changed.count() < people / 10, qPrintable(QString::number(changed.count())));
        QCOMPARE(laidOut.count(), 1);
        for (int row = 1; row < people; ++row) {
            QVERIFY(fixture.all.order()->index(row - 1, 0).data(PeersModel::DistanceRole).toFloat()
                    <= fixture.all.order()->index(row, 0).data(PeersModel::DistanceRole).toFloat());
        }
    }
};

ISLET_TEST(TestPeopleOrder);
#include "tst_peopleorder.moc"
