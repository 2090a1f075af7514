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

//! A realm that names a login that names a room, each on loopback.
struct Way {
    Way()
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
    TransportFactory factory{allProtocols(), identity};
    ScriptedServer room;
    HttpServer http;
};

} // namespace

//! Whoever is on the way to a room may leave at any moment, and is then heard of no more.
class TestRelayLeaving : public QObject {
    Q_OBJECT

private:
    static void compareLeft(const TransportProbe &probe, const Way &way)
    {
        QCOMPARE(probe.closes.size(), 1);
        QVERIFY2(probe.kind() == Kind::Requested, qPrintable(probe.detail()));
        QTRY_COMPARE(way.http.present(), 0);
        QTRY_COMPARE(way.room.present(), 0);
        QCOMPARE(probe.closes.size(), 1);
        QCOMPARE(probe.afterClose, 0);
    }

private slots:
    void whileAStepIsTold_data()
    {
        QTest::addColumn<Step>("moment");
        for (const Step step :
             {Step::RealmAsked, Step::RealmAnswered, Step::LoginAsked, Step::LoginAnswered, Step::Connected,
              Step::Upgraded, Step::Identified, Step::Challenged, Step::Signed, Step::Welcomed})
            QTest::newRow(qPrintable(nameOf(step))) << step;
    }
    void whileAStepIsTold()
    {
        QFETCH(const Step, moment);
        const Way way;
        const TransportPtr transport = way.transport();
        TransportProbe probe(*transport);
        connect(transport.get(), &Transport::stepCompleted, this, [&](const HandshakeStep &step) {
            if (step.kind == moment)
                transport->close();
        });
        transport->open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY(probe.steps.constLast() == moment);
        QVERIFY(probe.welcomes.isEmpty());
        compareLeft(probe, way);
    }

    void whileNobodyAnswers_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("the realm") << QByteArray("/about");
        QTest::newRow("the login") << QByteArray("/login");
    }
    void whileNobodyAnswers()
    {
        QFETCH(const QByteArray, path);
        Way way;
        way.http.on(path, HttpServer::writes({}, false));
        const TransportPtr transport = way.transport();
        TransportProbe probe(*transport);
        transport->open();
        QTRY_VERIFY(!way.http.requests().isEmpty() && way.http.requests().constLast().path() == path);
        QVERIFY(!transport->broadcast("x", Delivery::Reliable));
        transport->close();
        compareLeft(probe, way);
    }

    void beforeAnything()
    {
        const Way way;
        const TransportPtr transport = way.transport();
        TransportProbe probe(*transport);
        transport->close();
        transport->close();
        compareLeft(probe, way);
        QVERIFY(way.http.requests().isEmpty());
    }

    void atOnce()
    {
        const Way way;
        const TransportPtr transport = way.transport();
        TransportProbe probe(*transport);
        transport->open();
        transport->close();
        compareLeft(probe, way);
        QCOMPARE(probe.steps, QList{Step::RealmAsked});
    }

    void beforeTheFirstStep()
    {
        const Way way;
        const TransportPtr transport = way.transport();
        TransportProbe probe(*transport);
        connect(transport.get(), &Transport::stateChanged, this, [&](Transport::State state) {
            if (state == Transport::State::Opening)
                transport->close();
        });
        transport->open();
        compareLeft(probe, way);
        QVERIFY(probe.steps.isEmpty());
    }

    void fromTheRoom()
    {
        const Way way;
        const TransportPtr transport = way.transport();
        TransportProbe probe(*transport);
        transport->open();
        QTRY_COMPARE(probe.comings.size(), 1);
        transport->close();
        compareLeft(probe, way);
        QVERIFY(!transport->broadcast("x", Delivery::Reliable));
    }

    void withoutAWord()
    {
        Way way;
        way.http.on("/login", HttpServer::writes({}, false));
        {
            const TransportPtr transport = way.transport();
            transport->open();
            QTRY_COMPARE(way.http.requests().size(), 2);
        }
        QTRY_COMPARE(way.http.present(), 0);
    }
};

ISLET_TEST(TestRelayLeaving);
#include "tst_relayleaving.moc"
