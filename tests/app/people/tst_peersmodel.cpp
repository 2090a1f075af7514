// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/personlook.h"
#include "peoplefixture.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The people of the room, in the order they joined and by distance.
class TestPeersModel : public QObject {
    Q_OBJECT

private:
    //! Both models in a room, each watched by a QAbstractItemModelTester.
    struct List : PeopleFixture {
        PeersModel &people = *all.peers();
        PeopleOrder &nearest = *all.order();
        QAbstractItemModelTester peopleTester{&people, QAbstractItemModelTester::FailureReportingMode::Fatal};
        QAbstractItemModelTester nearestTester{&nearest, QAbstractItemModelTester::FailureReportingMode::Fatal};

        //! Runs what the models' timers would.
        void renew()
        {
            people.measure();
            nearest.renew();
        }
        static QVariantList column(const QAbstractItemModel &model, int role)
        {
            QVariantList found;
            for (int row = 0; row < model.rowCount(); ++row)
                found.append(model.index(row, 0).data(role));
            return found;
        }
        QStringList byDistance() const
        {
            QStringList addresses;
            for (const QVariant &address : column(nearest, PeersModel::FullAddressRole))
                addresses.append(address.toString());
            return addresses;
        }
    };

    static QStringList spelled(const QList<int> &numbers)
    {
        QStringList addresses;
        for (const int number : numbers)
            addresses.append(numberedAddress(number).toChecksummed());
        return addresses;
    }

private slots:
    void addsAndRemovesPeople()
    {
        List list;
        QSignalSpy counted(&list.people, &PeersModel::countChanged);
        QCOMPARE(list.people.rowCount(), 0);
        list.room.join(numberedAddress(1));
        list.room.join(numberedAddress(2));
        list.room.join(numberedAddress(2)); // a second alias of the same peer
        QCOMPARE(list.people.count(), 2);
        QCOMPARE(counted.count(), 2);
        list.room.leave(numberedAddress(1));
        list.room.leave(numberedAddress(1));
        list.room.leave(numberedAddress(9)); // not in the room
        QCOMPARE(list.people.count(), 1);
        QCOMPARE(counted.count(), 3);
        QCOMPARE(list.byDistance(), spelled({2}));
        list.room.adapter.setTransport(nullptr); // the room is lost
        QCOMPARE(list.people.count(), 0);
        QCOMPARE(list.nearest.rowCount(), 0);
    }

    void providesRoles()
    {
        List list;
        const Address ana = *Address::parse(u"0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed");
        list.room.join(ana);
        const QModelIndex row = list.people.index(0);
        QCOMPARE(row.data(PeersModel::AddressRole).toString(), ana.toShort());
        QCOMPARE(row.data(PeersModel::FullAddressRole).toString(), u"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"_s);
        QCOMPARE(row.data(PeersModel::ColorRole).value<QColor>(), colorOf(ana));
        QCOMPARE(row.data(PeersModel::InitialsRole).toString(), u"5a"_s);
        QCOMPARE(row.data(PeersModel::DistanceTextRole).toString(), QString());
        QCOMPARE(row.data(PeersModel::DistanceRole).toFloat(), std::numeric_limits<float>::infinity());
        QVERIFY(!row.data(Qt::DisplayRole).isValid());
        const auto names = list.people.roleNames();
        for (const char *name :
             {"address", "fullAddress", "color", "ink", "initials", "distanceText"}) // used by PersonRow
            QVERIFY2(names.values().contains(name), name);
    }

    void updatesDistances()
    {
        List list;
        const Address ana = numberedAddress(1);
        list.room.join(ana);
        list.room.stand(ana, {11, 50, 12}); // I am at 8, 8; height does not count
        list.people.measure();
        QCOMPARE(list.people.index(0).data(PeersModel::DistanceRole).toFloat(), 5.F);
        QCOMPARE(list.people.index(0).data(PeersModel::DistanceTextRole).toString(), u"5 m"_s);

        QSignalSpy changed(&list.people, &QAbstractItemModel::dataChanged);
        list.people.measure();
        QCOMPARE(changed.count(), 0); // no one moved
        list.room.stand(ana, {8, 0, 108.4F});
        list.people.measure();
        QCOMPARE(changed.count(), 1);
        QVERIFY(changed.first().at(2).value<QList<int>>().contains(PeersModel::DistanceTextRole));
        QCOMPARE(list.people.index(0).data(PeersModel::DistanceTextRole).toString(), u"100 m"_s);

        list.room.avatar.press(Qt::Key_W);
        list.room.wait(200ms);
        list.room.avatar.step();
        list.people.measure();
        const float now = list.people.index(0).data(PeersModel::DistanceRole).toFloat();
        QVERIFY2(std::abs(now - 99.8F) < 0.01F, qPrintable(QString::number(now)));
    }

    void updatesDistancesByTimer()
    {
        List list;
        list.room.join(numberedAddress(1));
        list.room.stand(numberedAddress(1), {8, 0, 9});
        QTRY_COMPARE(list.people.index(0).data(PeersModel::DistanceTextRole).toString(), u"1 m"_s);
    }

    void sortsByDistance()
    {
        List list;
        list.room.join(numberedAddress(4)); // never sends a position
        for (const auto &[who, far] : {std::pair{1, 30.F}, {2, 10.F}, {3, 20.F}}) {
            list.room.join(numberedAddress(who));
            list.room.stand(numberedAddress(who), {8 + far, 0, 8});
        }
        list.renew();
        QCOMPARE(list.byDistance(), spelled({2, 3, 1, 4}));
        list.room.stand(numberedAddress(1), {8, 0, 8});
        list.renew();
        QCOMPARE(list.byDistance(), spelled({1, 2, 3, 4}));
        list.room.leave(numberedAddress(2));
        QCOMPARE(list.byDistance(), spelled({1, 3, 4}));
        list.room.stand(numberedAddress(4), {8, 0, 9});
        list.renew();
        QCOMPARE(list.byDistance(), spelled({1, 4, 3}));
    }

    void showsLargeDistances()
    {
        List list;
        for (const auto &[who, x] : {std::pair{1, 100'000.F}, {2, -100'000.F}}) {
            list.room.join(numberedAddress(who));
            list.room.stand(numberedAddress(who), {x, 0, 100'000});
        }
        list.renew();
        QCOMPARE(list.byDistance(), spelled({1, 2}));
        QCOMPARE(list.people.index(0).data(PeersModel::DistanceTextRole).toString(), u"141410 m"_s);
    }

    void reportsTalkingAndMuted()
    {
        List list;
        const Address ana = numberedAddress(1);
        list.room.join(numberedAddress(2));
        list.room.join(ana);
        const QModelIndex row = list.people.index(1);
        const auto see = [&row](int role) { return row.data(role); };
        QCOMPARE(see(PeersModel::TalkingRole), QVariant(false));
        QCOMPARE(see(PeersModel::MutedRole), QVariant(false));
        const auto names = list.people.roleNames().values();
        for (const char *name : {"talking", "ignored", "badges", "summary"}) // used by PersonRow
            QVERIFY2(names.contains(name), name);

        QSignalSpy changed(&list.people, &QAbstractItemModel::dataChanged);
        const auto hasNotified = [&](const QList<int> &roles) {
            const QVariantList told = changed.isEmpty() ? QVariantList{{}, {}, {}} : changed.takeFirst();
            return told.at(0).toModelIndex() == row && told.at(1).toModelIndex() == row
                && told.at(2).value<QList<int>>() == roles && changed.isEmpty();
        };
        list.voices.setTalking({ana, numberedAddress(9)}); // ignores people who are not in the room
        QVERIFY(hasNotified({PeersModel::TalkingRole, PeersModel::SummaryRole}));
        QCOMPARE(see(PeersModel::TalkingRole), QVariant(true));
        list.voices.setMuted(ana, true);
        QVERIFY(hasNotified({PeersModel::MutedRole, PeersModel::BadgesRole, PeersModel::SummaryRole}));
        QCOMPARE(see(PeersModel::MutedRole), QVariant(true));
        list.voices.setTalking({});
        QVERIFY(hasNotified({PeersModel::TalkingRole, PeersModel::SummaryRole}));
        list.voices.setVolume(numberedAddress(9), 0.5F);
        QVERIFY(changed.isEmpty());
    }

    void filtersByAddress_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QList<int>>("found");
        const QList<int> all{0x12ab, 0x12cd, 0x0034};
        QTest::newRow("no filter") << QString() << all;
        QTest::newRow("spaces") << u"  "_s << all;
        QTest::newRow("the beginning") << u"0x12"_s << QList<int>{0x12ab, 0x12cd};
        QTest::newRow("any part") << u"12c"_s << QList<int>{0x12cd};
        QTest::newRow("any letter case") << u"12CD"_s << QList<int>{0x12cd};
        QTest::newRow("pasted with a space") << u" 0x12ab "_s << QList<int>{0x12ab};
        QTest::newRow("no match") << u"nobody"_s << QList<int>{};
        QTest::newRow("not a pattern") << u".*"_s << QList<int>{};
        QTest::newRow("half a pattern") << u"[0x("_s << QList<int>{};
    }
    void filtersByAddress()
    {
        QFETCH(const QString, wanted);
        QFETCH(const QList<int>, found);
        List list;
        QSignalSpy changed(&list.nearest, &PeopleOrder::wantedChanged);
        float far = 1;
        for (const int who : {0x12ab, 0x12cd, 0x0034}) {
            list.room.join(numberedAddress(who));
            list.room.stand(numberedAddress(who), {8, 0, 8 + far++});
        }
        list.renew();
        list.nearest.setWanted(wanted);
        list.nearest.setWanted(wanted);
        QCOMPARE(changed.count(), wanted.isEmpty() ? 0 : 1);
        QCOMPARE(list.byDistance(), spelled(found));
        QCOMPARE(list.people.count(), 3); // the unfiltered count
        list.nearest.setWanted({});
        QCOMPARE(list.nearest.rowCount(), 3);
    }

    void filtersNewPeople()
    {
        List list;
        list.nearest.setWanted(u"12ab"_s);
        list.room.join(numberedAddress(0x12ab));
        list.room.join(numberedAddress(0x12cd));
        QCOMPARE(list.byDistance(), spelled({0x12ab}));
        list.room.leave(numberedAddress(0x12ab));
        QCOMPARE(list.nearest.rowCount(), 0);
    }

    void staysConsistentUnderChurn()
    {
        List list;
        QRandomGenerator random(7);
        QSet<int> here;
        QList<int> outside(1'000);
        std::iota(outside.begin(), outside.end(), 1);
        std::shuffle(outside.begin(), outside.end(), random);
        const auto somewhere = [&random] {
            return Vec3{float(random.bounded(2'000)) - 1'000, 0, float(random.bounded(2'000)) - 1'000};
        };
        int left = 0;
        while (!outside.isEmpty() || !here.isEmpty()) {
            // The room fills, stays full for a while, and empties.
            constexpr int maxPresent = 80;
            const bool comes =
                here.isEmpty() || (!outside.isEmpty() && here.size() < maxPresent && random.bounded(100) < 65);
            const int who = comes ? outside.takeLast() : *std::next(here.cbegin(), random.bounded(here.size()));
            if (comes) {
                list.room.join(numberedAddress(who));
                here.insert(who);
                if (random.bounded(4) > 0)
                    list.room.stand(numberedAddress(who), somewhere());
            } else {
                list.room.leave(numberedAddress(who));
                here.remove(who);
                ++left;
            }
            if (random.bounded(50) == 0) {
                list.renew();
                const QVariantList far = List::column(list.nearest, PeersModel::DistanceRole);
                QVERIFY(std::ranges::is_sorted(far, {}, [](const QVariant &v) { return v.toFloat(); }));
            }
            QCOMPARE(list.people.count(), here.size());
            QCOMPARE(list.nearest.rowCount(), int(here.size()));
        }
        QCOMPARE(left, 1'000);
    }
};

ISLET_TEST(TestPeersModel);
#include "tst_peersmodel.moc"
