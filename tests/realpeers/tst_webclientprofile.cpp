// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/profileexchange.h"
#include "server/roomserver.h"
#include "tests/support/client.h"
#include "tests/support/minicomms.h"
#include "tests/support/testmain.h"
#include "webclient.h"

#include <QJsonDocument>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Names, ours and a web client's, in our room server and in the real one; @dcl/schemas says whether ours is a profile.
class TestWebClientProfile : public QObject {
    Q_OBJECT

private:
    MiniComms m_miniComms;
    RoomServer m_roomServer{RoomOptions()};
    int m_rooms = 0;

    struct Company {
        WebClient web;
        Client ours;
        ProfileExchange profiles{ours.adapter, ours.address(), Profile{u"Ann “A” <b>語"_s, {}, 41, false, {}}};
        QString ourAddress = ours.address().toLower();
    };

    static void servers()
    {
        QTest::addColumn<bool>("isMiniComms");
        QTest::newRow("our room server") << false;
        QTest::newRow("mini-comms") << true;
    }

    bool meet(Company &company)
    {
        QFETCH(const bool, isMiniComms);
        const QString room = u"profiles%1"_s.arg(++m_rooms);
        const QString where = isMiniComms ? m_miniComms.connectionString(room) : m_roomServer.connectionString(room);
        if (!company.web.start(where.mid(where.indexOf(u':') + 1)))
            return false;
        constexpr int patience = 20'000; // ms; node takes its time
        return QTest::qWaitFor([&company] { return company.web.isIn(); }, patience) && company.ours.join(where)
            && QTest::qWaitFor(
                   [&company] {
                       return company.ours.isIn() && company.ours.directory.count() == 1
                           && company.web.aliasOf(company.ourAddress) != 0;
                   },
                   patience);
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(NodeProcess::missing().isEmpty(), qPrintable(NodeProcess::missing()));
        QVERIFY2(m_miniComms.start(), qPrintable(m_miniComms.why()));
        QVERIFY(m_roomServer.listen());
    }

    void itValidatesOurs_data() { servers(); }
    void itValidatesOurs()
    {
        Company company;
        QVERIFY2(meet(company), qPrintable(company.web.noise()));
        const quint32 us = company.web.aliasOf(company.ourAddress);
        QTRY_VERIFY(!company.web.packets(u"profileVersion", us).isEmpty());
        QCOMPARE(
            company.web.packets(u"profileVersion", us).constFirst()["packet"_L1]["message"_L1]["profileVersion"_L1],
            QJsonValue(41));

        company.web.ask(company.ours.address().toChecksummed(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(company.web.profiles().size(), 1, 10'000);
        const QJsonObject first = company.web.profiles().constFirst();
        QCOMPARE(first["errors"_L1], QJsonValue());
        QCOMPARE(first["baseUrl"_L1].toString(), QString());
        QCOMPARE(first["avatar"_L1]["userId"_L1].toString(), company.ourAddress);
        QCOMPARE(first["avatar"_L1]["name"_L1].toString(), u"Ann “A” <b>語"_s);
        QCOMPARE(first["avatar"_L1]["version"_L1].toInt(), 41);

        company.profiles.setOwn(u"Annabel"_s, Rgb{255, 0, 51});
        QTRY_VERIFY(
            company.web.packets(u"profileVersion", us).constLast()["packet"_L1]["message"_L1]["profileVersion"_L1]
            == 42);
        QTRY_COMPARE_WITH_TIMEOUT(company.web.profiles().size(), 2, 10'000); // without being asked
        const QJsonObject second = company.web.profiles().constLast();
        QCOMPARE(second["errors"_L1], QJsonValue());
        QCOMPARE(second["avatar"_L1]["name"_L1].toString(), u"Annabel"_s);
        QCOMPARE(second["avatar"_L1]["nameColor"_L1]["b"_L1].toDouble(), 0.2);
        // What it read is what @dcl/protocol would have written.
        for (const QJsonObject &line : company.web.packets(u"profileResponse", us))
            QCOMPARE(line["packet"_L1]["reencoded"_L1].toString(), line["packet"_L1]["hex"_L1].toString());
    }

    void theScriptFindsFaults_data() { servers(); }
    void theScriptFindsFaults()
    {
        Company company; // or else "no errors" above would say nothing
        QVERIFY2(meet(company), qPrintable(company.web.noise()));
        QJsonObject broken = QJsonDocument::fromJson(company.profiles.own().toJson(company.ours.address())).object();
        broken.remove(u"avatar"_s);
        QVERIFY(company.ours.adapter.send(
            rfc4::ProfileResponse{QString::fromUtf8(QJsonDocument(broken).toJson()), QString()}, Delivery::Reliable));
        QTRY_COMPARE(company.web.profiles().size(), 1);
        QVERIFY(!company.web.profiles().constFirst()["errors"_L1].isNull());
    }

    void weLearnItsName_data() { servers(); }
    void weLearnItsName()
    {
        Company company;
        QVERIFY2(meet(company), qPrintable(company.web.noise()));
        const Address web = *Address::parse(company.web.address());
        QVERIFY(!company.profiles.find(web));
        company.web.setProfile({{u"name"_s, u"Web\u202e person"_s}, {u"version"_s, 3}});
        QTRY_VERIFY_WITH_TIMEOUT(company.profiles.find(web), 10'000);
        QCOMPARE(company.profiles.find(web)->name, u"Web person"_s);
        QCOMPARE(company.profiles.find(web)->version, 3U);
        const quint32 us = company.web.aliasOf(company.ourAddress);
        const QJsonObject request = company.web.packets(u"profileRequest", us).value(0);
        QCOMPARE(request["packet"_L1]["message"_L1]["address"_L1].toString(), company.web.address());
    }
};

ISLET_TEST(TestWebClientProfile);
#include "tst_webclientprofile.moc"
