// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "comms/client.h"
#include "identity/identity.h"
#include "server/roomserver.h"
#include "tests/support/testmain.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using State = CommsSession::State;

namespace {

Profile named(const QString &name)
{
    Profile profile;
    profile.name = name;
    profile.version = 1;
    return profile;
}

//! A person of their own identity.
struct Person {
    explicit Person(const QString &name)
        : client(allProtocols(), identity, {.profile = named(name)})
    {
        QObject::connect(&client.adapter(), &CommsAdapter::chatReceived, &client,
                         [this](const Address &from, const QString &text) {
                             heard.append({from, text});
                         });
    }
    bool isIn() { return client.session().state() == State::Joined; }
    QString nameOf(const Address &other)
    {
        const Profile *profile = client.profiles().find(other);
        return profile ? profile->name : QString();
    }

    Identity identity = Identity::create(PrivateKey::generate());
    QList<std::pair<Address, QString>> heard;
    Client client;
};

} // namespace

//! Client, with a real room.
class TestClients : public QObject {
    Q_OBJECT

private:
    RoomServer m_server{RoomOptions()};

    ConnectionString room() const { return *ConnectionString::parse(m_server.connectionString()); }

private slots:
    void initTestCase() { QVERIFY(m_server.listen()); }

    void twoIdentitiesMeetInOneProcess()
    {
        Person ada(u"Ada"_s);
        Person bo(u"Bo"_s);
        QVERIFY(ada.client.address() != bo.client.address());
        QVERIFY(ada.client.reporter().setPlacement({{8, 0, 8}, 0, {}}));
        QVERIFY(bo.client.reporter().setPlacement({{24, 0, 8}, 90, {}}));
        QVERIFY(ada.client.join(room()) && bo.client.join(room()));
        QVERIFY(waitUntil([&] { return ada.isIn() && bo.isIn(); }));
        const auto placeOf = [](Person &who, Person &other) {
            const auto *peer = who.client.directory().find(other.client.address());
            return peer && peer->placement ? peer->placement->position.x : 0.F;
        };
        QTRY_COMPARE(placeOf(ada, bo), 24.F);
        QTRY_COMPARE(placeOf(bo, ada), 8.F);
        QTRY_COMPARE(ada.nameOf(bo.client.address()), u"Bo"_s);
        QTRY_COMPARE(bo.nameOf(ada.client.address()), u"Ada"_s);
        QVERIFY(ada.client.adapter().sendChat(u"hello"_s));
        QTRY_COMPARE(bo.heard, (QList{std::pair(ada.client.address(), u"hello"_s)}));
        QVERIFY(ada.heard.isEmpty());
        ada.client.leave();
        QTRY_VERIFY(!bo.client.directory().find(ada.client.address()));
        QVERIFY(bo.isIn());
    }

    void actsForRenewedIdentity()
    {
        Identity identity = Identity::create(PrivateKey::generate());
        const Address before = identity.address();
        Client client(allProtocols(), identity, {.profile = named(u"Me"_s)});
        QVERIFY(client.join(room()));
        QTRY_COMPARE(client.session().state(), State::Joined);
        identity = Identity::create(PrivateKey::generate());
        client.renewIdentity();
        QCOMPARE(client.session().state(), State::Idle);
        QVERIFY(client.address() != before);
        QVERIFY(!client.profiles().find(before));
        QCOMPARE(client.profiles().find(client.address())->name, u"Me"_s);
        Person other(u"Other"_s);
        QVERIFY(client.join(room()) && other.client.join(room()));
        QTRY_VERIFY(other.client.directory().find(client.address()));
        QVERIFY(!other.client.directory().find(before));
    }

    void leavesBehindNothingWhenDeletedInRoom()
    {
        Person witness(u"Witness"_s);
        QVERIFY(witness.client.join(room()));
        {
            Person brief(u"Brief"_s);
            QVERIFY(brief.client.join(room()));
            QTRY_COMPARE(witness.client.directory().count(), 1);
        }
        QTRY_COMPARE(witness.client.directory().count(), 0);
    }
};

ISLET_TEST(TestClients);
#include "tst_client.moc"
