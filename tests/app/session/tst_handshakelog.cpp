// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "app/session/handshakelog.h"
#include "comms/commsadapter.h"
#include "identity/identity.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using Moment = ScriptedServer::Moment;

//! Every step of the way in, for people.
class TestHandshakeLog : public QObject {
    Q_OBJECT

private:
    struct Way {
        ScriptedServer server;
        Identity identity = Identity::guest();
        TransportFactory factory{allProtocols(), identity};
        CommsAdapter adapter;
        CommsSession session{factory, adapter, CommsSession::Retry::Never};
        HandshakeLog log{session};
        QAbstractItemModelTester tester{&log, QAbstractItemModelTester::FailureReportingMode::Fatal};

        bool join() { return session.join(*ConnectionString::parse(server.connectionString())).has_value(); }
        QString of(int row, int role) const { return log.index(row).data(role).toString(); }
        QStringList names() const
        {
            QStringList all;
            for (int row = 0; row < log.rowCount(); ++row)
                all.append(of(row, HandshakeLog::NameRole));
            return all;
        }
    };
    const QStringList m_wayIn{u"Connected"_s,  u"WebSocket"_s, u"Address said"_s,
                              u"Challenged"_s, u"Signed"_s,    u"Welcome"_s};

private slots:
    void theWholeWay()
    {
        Way way;
        way.server.welcomeWith(welcome(1, {{2, addressOf(2)}}));
        QVERIFY(way.join());
        QTRY_COMPARE(way.names(), m_wayIn);
        QCOMPARE(way.log.emptyText(), QString());
        QVERIFY(way.of(0, HandshakeLog::DetailRole).contains(u"127.0.0.1"_s));
        QVERIFY(way.of(1, HandshakeLog::DetailRole).contains(u"rfc5"_s));
        QVERIFY(way.of(2, HandshakeLog::DetailRole).contains(way.identity.address().toShort()));
        QVERIFY(way.of(5, HandshakeLog::DetailRole).contains(u"one other is there"_s));
        double before = -1;
        for (int row = 0; row < way.log.rowCount(); ++row) {
            const QString time = way.of(row, HandshakeLog::TimeRole);
            QVERIFY2(time.endsWith(u" ms"_s), qPrintable(time));
            QVERIFY(time.chopped(3).toDouble() >= before);
            before = time.chopped(3).toDouble();
            QVERIFY(!way.log.index(row).data(HandshakeLog::EndRole).toBool());
        }
    }

    void withoutAStep()
    {
        Way way;
        QSignalSpy told(&way.log, &HandshakeLog::emptyTextChanged);
        QVERIFY(way.log.emptyText().contains(u"not tried"_s));
        way.server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s));
        QVERIFY(way.join());
        QVERIFY(way.log.emptyText().contains(u"yet"_s));
        QVERIFY(way.session.join(ConnectionString::offline()));
        QCOMPARE(way.log.rowCount(), 0);
        QVERIFY(way.log.emptyText().contains(u"at once"_s));
        QVERIFY(told.size() >= 2);
    }

    void howItEnded()
    {
        Way way;
        way.server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s));
        QVERIFY(way.join());
        QTRY_COMPARE(way.log.rowCount(), 5);
        way.server.send(kicked(u"full\u202e today"_s));
        QTRY_COMPARE(way.log.rowCount(), 6);
        QVERIFY(way.log.index(5).data(HandshakeLog::EndRole).toBool());
        const QString words = way.of(5, HandshakeLog::DetailRole);
        QVERIFY2(words.contains(u"full"_s) && !words.contains(QChar(0x202e)), qPrintable(words));
        // Anew: the old steps are gone.
        way.server.on(Moment::Answered, welcome(1));
        QVERIFY(way.join());
        QTRY_COMPARE(way.names(), m_wayIn);
    }

    void noSecretIsShown()
    {
        Way way;
        way.server.welcomeWith(welcome(1));
        QVERIFY(way.join());
        QTRY_COMPARE(way.names(), m_wayIn);
        for (int row = 0; row < way.log.rowCount(); ++row)
            QVERIFY(!way.of(row, HandshakeLog::DetailRole).contains(u"0x"_s + QString(4, u'0'))
                    && way.of(row, HandshakeLog::DetailRole).size() < 120);
        const auto answer = way.server.received().at(1).signed_challenge_for_server().auth_chain_json();
        const auto chain = AuthChain::fromJson(QByteArray::fromStdString(answer));
        QVERIFY(chain);
        const QString signature = chain->links().constLast().signature;
        for (int row = 0; row < way.log.rowCount(); ++row)
            QVERIFY(!way.of(row, HandshakeLog::DetailRole).contains(signature.mid(2, 16)));
    }
};

ISLET_TEST(TestHandshakeLog);
#include "tst_handshakelog.moc"
