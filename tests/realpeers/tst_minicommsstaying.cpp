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

namespace {

template<typename Condition> std::chrono::milliseconds timeUntil(const char *what, Condition condition)
{
    QElapsedTimer time;
    time.start();
    static_cast<void>(waitUntil(condition, 30s));
    qInfo("%s: %lld ms", what, time.elapsed());
    return std::chrono::milliseconds(time.elapsed());
}

} // namespace

//! Staying in a room of the real mini-comms: blocked ways, restarts, sleep.
class TestMiniCommsStaying : public QObject {
    Q_OBJECT

private:
    MiniComms m_server;

    //! In, walking and talking, and heard by the witness.
    bool settle(LivelyClient &client, Witness &witness, const QString &room, const QString &way)
    {
        client.startWalking();
        client.startTalking();
        return witness.enter(m_server.connectionString(room)) && waitUntil([&] { return witness.isIn(); })
            && client.join(way) && waitUntil([&] { return client.isIn(); }) && hearAgain(client, witness).isEmpty();
    }

    static QString hearAgain(LivelyClient &client, const Witness &witness)
    {
        const auto indices = witness.indices.size();
        const auto voices = witness.voices.size();
        const auto emotes = witness.emotes.size();
        if (!client.chatAndWave())
            return u"nothing can be said"_s;
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

    void aBlockedWayIsNoticed()
    {
        const QString where = m_server.connectionString(u"blocked"_s);
        HoldingProxy proxy(static_cast<quint16>(QUrl(m_server.url(u"blocked"_s)).port()));
        LivelyClient client;
        Witness witness(client.address());
        QVERIFY(settle(client, witness, u"blocked"_s, proxy.instead(where)));
        proxy.hold();
        QVERIFY(timeUntil("noticed after", [&] { return client.session.state() != State::Joined; }) < 4'500ms);
        QTRY_COMPARE(client.losses.size(), 1);
        proxy.release();
        QVERIFY(timeUntil("back after the way is free", [&] { return client.isIn(); }) < 10s);
        QCOMPARE(hearAgain(client, witness), QString());
        QVERIFY(client.ends.isEmpty());
    }

    void whoSleptHasLostNothing()
    {
        LivelyClient client;
        Witness witness(client.address());
        QVERIFY(settle(client, witness, u"sleep"_s, m_server.connectionString(u"sleep"_s)));
        QThread::sleep(4);
        QCOMPARE(hearAgain(client, witness), QString());
        static_cast<void>(waitUntil([&] { return !client.isIn(); }, 3s));
        QVERIFY(client.losses.isEmpty());
    }

    void afterARestartOneIsBackSoon()
    {
        LivelyClient client;
        Witness witness(client.address());
        QVERIFY(settle(client, witness, u"restart"_s, m_server.connectionString(u"restart"_s)));
        m_server.kill();
        QTRY_COMPARE(client.losses.size(), 1);
        static_cast<void>(waitUntil([] { return false; }, 3s)); // as long as a restart takes
        QVERIFY2(m_server.start(), qPrintable(m_server.why())); // returns when it listens
        QVERIFY(timeUntil("back after the server listens", [&] { return client.isIn(); }) < 5s);
        QVERIFY(witness.enter(m_server.connectionString(u"restart"_s)));
        QTRY_VERIFY(witness.isIn());
        QCOMPARE(hearAgain(client, witness), QString());
        QVERIFY(client.ends.isEmpty());
    }
};

ISLET_TEST(TestMiniCommsStaying);
#include "tst_minicommsstaying.moc"
