// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/handshakelog.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testclient.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using Moment = ScriptedServer::Moment;

//! The log of the handshake steps.
class TestHandshakeLog : public QObject {
    Q_OBJECT

private:
    struct Fixture : TestClient {
        ScriptedServer server;
        HandshakeLog log{session};
        QAbstractItemModelTester tester{&log, QAbstractItemModelTester::FailureReportingMode::Fatal};

        bool join() { return TestClient::join(server.connectionString()); }
        QString text(int row, int role) const { return log.index(row).data(role).toString(); }
        QStringList names() const
        {
            QStringList all;
            for (int row = 0; row < log.rowCount(); ++row)
                all.append(text(row, HandshakeLog::NameRole));
            return all;
        }
    };
    const QStringList m_allSteps{u"Connected"_s,          u"WebSocket"_s,      u"Address sent"_s,
                                 u"Challenge received"_s, u"Signature sent"_s, u"Welcome"_s};

private slots:
    void logsAllSteps()
    {
        Fixture fixture;
        fixture.server.welcomeWith(welcome(1, {{2, addressOf(2)}}));
        QVERIFY(fixture.join());
        QTRY_COMPARE(fixture.names(), m_allSteps);
        QCOMPARE(fixture.log.emptyText(), QString());
        QVERIFY(fixture.text(0, HandshakeLog::DetailRole).contains(u"127.0.0.1"_s));
        QVERIFY(fixture.text(1, HandshakeLog::DetailRole).contains(u"rfc5"_s));
        QVERIFY(fixture.text(2, HandshakeLog::DetailRole).contains(fixture.identity.address().toShort()));
        QVERIFY(fixture.text(5, HandshakeLog::DetailRole).contains(u"one other person is there"_s));
        double before = -1;
        for (int row = 0; row < fixture.log.rowCount(); ++row) {
            const QString time = fixture.text(row, HandshakeLog::TimeRole);
            QVERIFY2(time.endsWith(u" ms"_s), qPrintable(time));
            QVERIFY(time.chopped(3).toDouble() >= before);
            before = time.chopped(3).toDouble();
            QVERIFY(!fixture.log.index(row).data(HandshakeLog::EndRole).toBool());
        }
    }

    void explainsEmptyLog()
    {
        Fixture fixture;
        QSignalSpy changed(&fixture.log, &HandshakeLog::emptyTextChanged);
        QVERIFY(fixture.log.emptyText().contains(u"No connection attempts"_s));
        fixture.server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s));
        QVERIFY(fixture.join());
        QVERIFY(fixture.log.emptyText().contains(u"No steps yet"_s));
        QVERIFY(fixture.session.join(ConnectionString::offline()));
        QCOMPARE(fixture.log.rowCount(), 0);
        QVERIFY(fixture.log.emptyText().contains(u"immediately"_s));
        QVERIFY(changed.size() >= 2);
    }

    void logsEndOfConnection()
    {
        Fixture fixture;
        fixture.server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s));
        QVERIFY(fixture.join());
        QTRY_COMPARE(fixture.log.rowCount(), 5);
        fixture.server.send(kicked(u"full\u202e today"_s));
        QTRY_COMPARE(fixture.log.rowCount(), 6);
        QVERIFY(fixture.log.index(5).data(HandshakeLog::EndRole).toBool());
        const QString detail = fixture.text(5, HandshakeLog::DetailRole);
        QVERIFY2(detail.contains(u"full"_s) && !detail.contains(QChar(0x202e)), qPrintable(detail));
        // A new attempt clears the old steps.
        fixture.server.on(Moment::Answered, welcome(1));
        QVERIFY(fixture.join());
        QTRY_COMPARE(fixture.names(), m_allSteps);
    }

    void hidesSecrets()
    {
        Fixture fixture;
        fixture.server.welcomeWith(welcome(1));
        QVERIFY(fixture.join());
        QTRY_COMPARE(fixture.names(), m_allSteps);
        for (int row = 0; row < fixture.log.rowCount(); ++row)
            QVERIFY(!fixture.text(row, HandshakeLog::DetailRole).contains(u"0x"_s + QString(4, u'0'))
                    && fixture.text(row, HandshakeLog::DetailRole).size() < 120);
        const auto &answer = std::get<rfc5::SignedChallenge>(fixture.server.received().at(1));
        const auto chain = AuthChain::fromJson(answer.authChain);
        QVERIFY(chain);
        const QString signature = chain->links().constLast().signature;
        for (int row = 0; row < fixture.log.rowCount(); ++row)
            QVERIFY(!fixture.text(row, HandshakeLog::DetailRole).contains(signature.mid(2, 16)));
    }
};

ISLET_TEST(TestHandshakeLog);
#include "tst_handshakelog.moc"
