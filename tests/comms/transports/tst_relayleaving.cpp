// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "comms/transportfactory.h"
#include "identity/identity.h"
#include "tests/support/httpserver.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/support/transportprobe.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using Kind = CloseReason::Kind;
using Step = HandshakeStep::Kind;

namespace {

//! A realm that names a login that names a room, all on loopback.
struct RelayChain {
    RelayChain()
    {
        room.welcomeWith(welcome(1, {{2, addressOf(7)}}));
        const QByteArray login = "signed-login:" + http.url(u"/login"_s).toEncoded();
        http.on("/about", HttpServer::answers("200 OK", R"({"comms":{"fixedAdapter":")" + login + R"("}})"));
        http.on("/login",
                HttpServer::answers("200 OK", R"({"fixedAdapter":")" + room.connectionString().toUtf8() + R"("})"));
    }
    TransportPtr transport() const
    {
        auto made = ConnectionString::fromTyped(http.url().toString()).and_then([this](const ConnectionString &where) {
            return factory.make(where);
        });
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        return *std::move(made);
    }

    Identity identity = Identity::create(PrivateKey::generate());
    TransportFactory factory{allProtocols(), {identity}};
    ScriptedServer room;
    HttpServer http;
};

} // namespace

//! A relay transport may be closed at any moment, and emits nothing afterwards.
class TestRelayLeaving : public QObject {
    Q_OBJECT

private:
    static void compareClosed(const TransportProbe &probe, const RelayChain &chain)
    {
        QCOMPARE(probe.closes.size(), 1);
        QVERIFY2(probe.kind() == Kind::Requested, qPrintable(probe.detail()));
        QTRY_COMPARE(chain.http.present(), 0);
        QTRY_COMPARE(chain.room.present(), 0);
        QCOMPARE(probe.closes.size(), 1);
        QCOMPARE(probe.afterClose, 0);
    }

private slots:
    void closesFromWithinAStep_data()
    {
        QTest::addColumn<Step>("closingStep");
        for (const Step step :
             {Step::RealmAsked, Step::RealmAnswered, Step::LoginAsked, Step::LoginAnswered, Step::Connected,
              Step::Upgraded, Step::Identified, Step::Challenged, Step::Signed, Step::Welcomed})
            QTest::newRow(qPrintable(nameOf(step))) << step;
    }
    void closesFromWithinAStep()
    {
        QFETCH(const Step, closingStep);
        const RelayChain chain;
        const TransportPtr transport = chain.transport();
        TransportProbe probe(*transport);
        connect(transport.get(), &Transport::stepCompleted, this, [&](const HandshakeStep &step) {
            if (step.kind() == closingStep)
                transport->close();
        });
        transport->open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY(probe.steps.constLast() == closingStep);
        QVERIFY(probe.welcomes.isEmpty());
        compareClosed(probe, chain);
    }

    void closesWhileWaitingForAnswer_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("the realm") << QByteArray("/about");
        QTest::newRow("the login") << QByteArray("/login");
    }
    void closesWhileWaitingForAnswer()
    {
        QFETCH(const QByteArray, path);
        RelayChain chain;
        chain.http.on(path, HttpServer::writes({}, false));
        const TransportPtr transport = chain.transport();
        TransportProbe probe(*transport);
        transport->open();
        QTRY_VERIFY(!chain.http.requests().isEmpty() && chain.http.requests().constLast().path() == path);
        QVERIFY(!transport->send("x", Delivery::Reliable));
        transport->close();
        compareClosed(probe, chain);
    }

    void closesBeforeOpen()
    {
        const RelayChain chain;
        const TransportPtr transport = chain.transport();
        TransportProbe probe(*transport);
        transport->close();
        transport->close();
        compareClosed(probe, chain);
        QVERIFY(chain.http.requests().isEmpty());
    }

    void closesRightAfterOpen()
    {
        const RelayChain chain;
        const TransportPtr transport = chain.transport();
        TransportProbe probe(*transport);
        transport->open();
        transport->close();
        compareClosed(probe, chain);
        QCOMPARE(probe.steps, QList{Step::RealmAsked});
    }

    void closesFromWithinOpening()
    {
        const RelayChain chain;
        const TransportPtr transport = chain.transport();
        TransportProbe probe(*transport);
        connect(transport.get(), &Transport::stateChanged, this, [&](Transport::State state) {
            if (state == Transport::State::Opening)
                transport->close();
        });
        transport->open();
        compareClosed(probe, chain);
        QVERIFY(probe.steps.isEmpty());
    }

    void closesInRoom()
    {
        const RelayChain chain;
        const TransportPtr transport = chain.transport();
        TransportProbe probe(*transport);
        transport->open();
        QTRY_COMPARE(probe.peerEvents.size(), 1);
        transport->close();
        compareClosed(probe, chain);
        QVERIFY(!transport->send("x", Delivery::Reliable));
    }

    void abortsRequestWhenDestroyed()
    {
        RelayChain chain;
        chain.http.on("/login", HttpServer::writes({}, false));
        {
            const TransportPtr transport = chain.transport();
            transport->open();
            QTRY_COMPARE(chain.http.requests().size(), 2);
        }
        QTRY_COMPARE(chain.http.present(), 0);
    }
};

ISLET_TEST(TestRelayLeaving);
#include "tst_relayleaving.moc"
