// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/profileexchange.h"
#include "server/roomserver.h"
#include "tests/support/minicomms.h"
#include "tests/support/testclient.h"
#include "tests/support/testmain.h"
#include "webclient.h"

#include <QJsonDocument>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Exchanging profiles with a web client, in our room server and in mini-comms; validates ours with @dcl/schemas.
class TestWebClientProfile : public QObject {
    Q_OBJECT

private:
    MiniComms m_miniComms;
    RoomServer m_roomServer{RoomOptions()};
    int m_rooms = 0;

    struct Clients {
        WebClient web;
        TestClient ours{TestClient::someone(), CommsSession::Retry::Never,
                        Profile{u"Ann “A” <b>語"_s, {}, 41, false, {}}};
        ProfileExchange &profiles = ours.client.profiles();
        QString ourAddress = ours.address().toLower();
    };

    static void addServers()
    {
        QTest::addColumn<bool>("isMiniComms");
        QTest::newRow("our room server") << false;
        QTest::newRow("mini-comms") << true;
    }

    bool meet(Clients &clients)
    {
        QFETCH(const bool, isMiniComms);
        const QString room = u"profiles%1"_s.arg(++m_rooms);
        const QString where = isMiniComms ? m_miniComms.connectionString(room) : m_roomServer.connectionString(room);
        if (!clients.web.start(where.mid(where.indexOf(u':') + 1)))
            return false;
        constexpr int timeout = 20'000; // ms; node starts slowly
        return QTest::qWaitFor([&clients] { return clients.web.isIn(); }, timeout) && clients.ours.join(where)
            && QTest::qWaitFor(
                   [&clients] {
                       return clients.ours.isIn() && clients.ours.directory.count() == 1
                           && clients.web.aliasOf(clients.ourAddress) != 0;
                   },
                   timeout);
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(NodeProcess::missing().isEmpty(), qPrintable(NodeProcess::missing()));
        QVERIFY2(m_miniComms.start(), qPrintable(m_miniComms.why()));
        QVERIFY(m_roomServer.listen());
    }

    void webClientValidatesOurProfile_data() { addServers(); }
    void webClientValidatesOurProfile()
    {
        Clients clients;
        QVERIFY2(meet(clients), qPrintable(clients.web.noise()));
        const quint32 us = clients.web.aliasOf(clients.ourAddress);
        QTRY_VERIFY(!clients.web.packets(u"profileVersion", us).isEmpty());
        QCOMPARE(
            clients.web.packets(u"profileVersion", us).constFirst()["packet"_L1]["message"_L1]["profileVersion"_L1],
            QJsonValue(41));

        clients.web.ask(clients.ours.address().toChecksummed(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(clients.web.profiles().size(), 1, 10'000);
        const QJsonObject first = clients.web.profiles().constFirst();
        QCOMPARE(first["errors"_L1], QJsonValue());
        QCOMPARE(first["baseUrl"_L1].toString(), QString());
        QCOMPARE(first["avatar"_L1]["userId"_L1].toString(), clients.ourAddress);
        QCOMPARE(first["avatar"_L1]["name"_L1].toString(), u"Ann “A” <b>語"_s);
        QCOMPARE(first["avatar"_L1]["version"_L1].toInt(), 41);

        clients.profiles.setOwn(u"Annabel"_s, Rgb{255, 0, 51});
        QTRY_VERIFY(
            clients.web.packets(u"profileVersion", us).constLast()["packet"_L1]["message"_L1]["profileVersion"_L1]
            == 42);
        QTRY_COMPARE_WITH_TIMEOUT(clients.web.profiles().size(), 2, 10'000); // unsolicited
        const QJsonObject second = clients.web.profiles().constLast();
        QCOMPARE(second["errors"_L1], QJsonValue());
        QCOMPARE(second["avatar"_L1]["name"_L1].toString(), u"Annabel"_s);
        QCOMPARE(second["avatar"_L1]["nameColor"_L1]["b"_L1].toDouble(), 0.2);
        // @dcl/protocol would encode what it read the same way.
        for (const QJsonObject &line : clients.web.packets(u"profileResponse", us))
            QCOMPARE(line["packet"_L1]["reencoded"_L1].toString(), line["packet"_L1]["hex"_L1].toString());
    }

    void webClientReportsInvalidProfiles_data() { addServers(); }
    void webClientReportsInvalidProfiles()
    {
        Clients clients; // proves that "no errors" above means something
        QVERIFY2(meet(clients), qPrintable(clients.web.noise()));
        QJsonObject broken = QJsonDocument::fromJson(clients.profiles.own().toJson(clients.ours.address())).object();
        broken.remove(u"avatar"_s);
        QVERIFY(clients.ours.adapter.send(
            rfc4::ProfileResponse{QString::fromUtf8(QJsonDocument(broken).toJson()), QString()}, Delivery::Reliable));
        QTRY_COMPARE(clients.web.profiles().size(), 1);
        QVERIFY(!clients.web.profiles().constFirst()["errors"_L1].isNull());
    }

    void storesWebClientProfile_data() { addServers(); }
    void storesWebClientProfile()
    {
        Clients clients;
        QVERIFY2(meet(clients), qPrintable(clients.web.noise()));
        const Address web = *Address::parse(clients.web.address());
        QVERIFY(!clients.profiles.find(web));
        clients.web.setProfile({{u"name"_s, u"Web\u202e person"_s}, {u"version"_s, 3}});
        QTRY_VERIFY_WITH_TIMEOUT(clients.profiles.find(web), 10'000);
        QCOMPARE(clients.profiles.find(web)->name, u"Web person"_s);
        QCOMPARE(clients.profiles.find(web)->version, 3U);
        const quint32 us = clients.web.aliasOf(clients.ourAddress);
        const QJsonObject request = clients.web.packets(u"profileRequest", us).value(0);
        QCOMPARE(request["packet"_L1]["message"_L1]["address"_L1].toString(), clients.web.address());
    }
};

ISLET_TEST(TestWebClientProfile);
#include "tst_webclientprofile.moc"
