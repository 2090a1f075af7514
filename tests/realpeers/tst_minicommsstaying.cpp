// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/holdingproxy.h"
#include "tests/support/livelyclient.h"
#include "tests/support/minicomms.h"
#include "tests/support/testmain.h"
#include "tests/support/waiting.h"

#include <QTest>
#include <QThread>
#include <QUrl>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = CommsSession::State;

//! Staying in a room of the real mini-comms: blocked connections, restarts, suspension.
class TestMiniCommsStaying : public QObject {
    Q_OBJECT

private:
    MiniComms m_server;

    //! Both join; the client walks and talks, and the witness hears it.
    bool settle(LivelyClient &client, Witness &witness, const QString &room, const QString &where)
    {
        client.startWalking();
        client.startTalking();
        return witness.enter(m_server.connectionString(room)) && waitUntil([&] { return witness.isIn(); })
            && client.join(where) && waitUntil([&] { return client.isIn(); })
            && hearingTrouble(client, witness).isEmpty();
    }

    //! Waits until the witness hears everything the client sends. Returns what is wrong; empty if nothing.
    static QString hearingTrouble(LivelyClient &client, const Witness &witness)
    {
        const auto indices = witness.indices.size();
        const auto voices = witness.voices.size();
        const auto emotes = witness.emotes.size();
        if (!client.chatAndWave())
            return u"the client cannot send"_s;
        const bool isHeard = waitUntil([&] {
            return witness.indices.size() > indices + 10 && witness.voices.size() > voices + 50
                && witness.emotes.size() > emotes;
        });
        return isHeard ? witness.disorder() : u"not heard"_s;
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(NodeProcess::missing().isEmpty(), qPrintable(NodeProcess::missing()));
        QVERIFY2(m_server.start(), qPrintable(m_server.why()));
    }

    void reconnectsAfterBlockedConnection()
    {
        const QString where = m_server.connectionString(u"blocked"_s);
        HoldingProxy proxy(static_cast<quint16>(QUrl(m_server.url(u"blocked"_s)).port()));
        LivelyClient client;
        Witness witness(client.address());
        QVERIFY(settle(client, witness, u"blocked"_s, proxy.instead(where)));
        proxy.hold();
        QTRY_COMPARE_WITH_TIMEOUT(client.losses.size(), 1, 30'000);
        proxy.release();
        QTRY_VERIFY_WITH_TIMEOUT(client.isIn(), 30'000);
        QCOMPARE(hearingTrouble(client, witness), QString());
        QVERIFY(client.ends.isEmpty());
    }

    void survivesSuspension()
    {
        LivelyClient client;
        Witness witness(client.address());
        QVERIFY(settle(client, witness, u"sleep"_s, m_server.connectionString(u"sleep"_s)));
        // By real time: mini-comms is a separate process with its own timers and socket buffers, and this tests how it
        // treats a client that does nothing for longer than any of our keep-alive timeouts.
        QThread::sleep(4);
        QCOMPARE(hearingTrouble(client, witness), QString());
        // Walked at 10 Hz, 30 positions outlast the timeout of the keep-alive.
        const auto before = witness.indices.size();
        QTRY_VERIFY_WITH_TIMEOUT(witness.indices.size() >= before + 30, 30'000);
        QVERIFY(client.losses.isEmpty());
    }

    void reconnectsAfterServerRestart()
    {
        LivelyClient client;
        Witness witness(client.address());
        QVERIFY(settle(client, witness, u"restart"_s, m_server.connectionString(u"restart"_s)));
        m_server.kill();
        QTRY_COMPARE(client.losses.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(client.states.count(State::Waiting) >= 3, 30'000); // two retries found no server
        QVERIFY2(m_server.start(), qPrintable(m_server.why())); // returns when it listens
        QTRY_VERIFY_WITH_TIMEOUT(client.isIn(), 30'000);
        QVERIFY(witness.enter(m_server.connectionString(u"restart"_s)));
        QTRY_VERIFY(witness.isIn());
        QCOMPARE(hearingTrouble(client, witness), QString());
        QVERIFY(client.ends.isEmpty());
    }
};

ISLET_TEST(TestMiniCommsStaying);
#include "tst_minicommsstaying.moc"
