// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "comms/commsadapter.h"
#include "comms/commssession.h"
#include "comms/transports/wsroomtransport.h"
#include "identity/identity.h"
#include "net/httprequest.h"
#include "tests/comms/sessionlog.h"
#include "tests/server/roomfixture.h"
#include "tests/support/testmain.h"
#include "tests/support/tlsfront.h"
#include "tests/support/transportprobe.h"

#include <QProcess>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(islet::test::Authority::Paper)

namespace {

const QString ourNames = u"DNS:localhost,IP:127.0.0.1"_s;

//! A server that speaks nothing newer than TLS 1.1, as they were before 2008.
class OldServer {
public:
    explicit OldServer(const Authority::Paper &paper)
    {
        m_process.start(u"openssl"_s,
                        {u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-tls1_1"_s, u"-cipher"_s,
                         u"AES128-SHA:@SECLEVEL=0"_s, u"-cert"_s, paper.certificate, u"-key"_s, paper.key});
        const QByteArray mark = "ACCEPT 127.0.0.1:";
        QByteArray said;
        static_cast<void>(waitUntil([&] {
            said += m_process.readAllStandardOutput();
            return said.contains(mark) && said.endsWith('\n');
        }));
        port = said.sliced(said.indexOf(mark) + mark.size()).trimmed().toInt();
    }
    ~OldServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    //! Whether somebody who is content with TLS 1.1 gets in.
    bool works() const
    {
        QProcess client;
        client.start(u"openssl"_s,
                     {u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(port), u"-tls1_1"_s, u"-cipher"_s,
                      u"AES128-SHA:@SECLEVEL=0"_s});
        client.closeWriteChannel();
        return client.waitForFinished() && client.exitCode() == 0;
    }

    int port = 0;

private:
    QProcess m_process;
};

} // namespace

//! Rooms and realms behind TLS: in when the certificate is good, else a sentence and not a byte.
class TestTlsRoom : public QObject {
    Q_OBJECT

private:
    Authority m_authority;
    QSslConfiguration m_system = QSslConfiguration::defaultConfiguration();
    const Identity m_identity = Identity::guest();
    std::unique_ptr<RoomFixture> m_house;

    //! For this process alone.
    void trustAuthority(bool isTrusted)
    {
        QSslConfiguration configuration = m_system;
        if (isTrusted)
            configuration.addCaCertificate(m_authority.certificate());
        QSslConfiguration::setDefaultConfiguration(configuration);
    }
    std::unique_ptr<TlsFront> frontWith(const Authority::Paper &paper) const
    {
        return std::make_unique<TlsFront>(m_house->server.port(), paper);
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(Authority::missing().isEmpty(), qPrintable(Authority::missing()));
        QVERIFY2(m_authority.found(), qPrintable(m_authority.why()));
        QVERIFY2(QSslSocket::supportsSsl(), "this Qt speaks no TLS");
    }
    void init()
    {
        m_house = std::make_unique<RoomFixture>();
        trustAuthority(true);
    }
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_system); }

    void aGoodCertificateLetsOneIn_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addRow("by name") << u"localhost"_s;
        QTest::addRow("by number") << u"127.0.0.1"_s;
    }
    void aGoodCertificateLetsOneIn()
    {
        QFETCH(const QString, host);
        const auto paper = m_authority.issue(ourNames);
        QVERIFY2(!paper.key.isEmpty(), qPrintable(m_authority.why()));
        const auto front = frontWith(paper);
        WsRoomTransport transport(QUrl(u"wss://%1:%2/rooms/x"_s.arg(host).arg(front->serverPort())), m_identity);
        TransportProbe probe(transport);
        QString encrypted;
        connect(&transport, &Transport::stepCompleted, this, [&encrypted](const HandshakeStep &step) {
            if (step.kind == HandshakeStep::Kind::Encrypted)
                encrypted = step.detail;
        });
        transport.open();
        QTRY_COMPARE(transport.state(), Transport::State::Open);
        QVERIFY2(encrypted.startsWith(u"TLSv1.3 "_s) || encrypted.startsWith(u"TLSv1.2 "_s), qPrintable(encrypted));
        QCOMPARE(m_house->server.peerCount(), 1);
        QVERIFY(front->bytesRead() > 0);

        HttpRequest fetch;
        QSignalSpy answers(&fetch, &HttpRequest::answered);
        fetch.start("GET", QUrl(u"https://%1:%2/status"_s.arg(host).arg(front->serverPort())));
        QTRY_COMPARE(answers.size(), 1);
        const auto answer = answers.at(0).at(0).value<HttpResponse>();
        QCOMPARE(answer.status, 200);
        QVERIFY2(answer.body.startsWith('{'), answer.body.constData());
    }

    void aBadCertificateLetsNobodyIn_data()
    {
        QTest::addColumn<Authority::Paper>("paper");
        QTest::addColumn<bool>("isTrusted");
        QTest::addColumn<QString>("words");
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QTest::addRow("unknown authority") << m_authority.issue(ourNames) << false << u"whom this system trusts"_s;
        QTest::addRow("self-signed") << m_authority.selfSigned(ourNames) << true << u"whom this system trusts"_s;
        QTest::addRow("other name") << m_authority.issue(u"DNS:other.example,IP:192.0.2.1"_s) << true
                                    << u"another name"_s;
        QTest::addRow("part of a name") << m_authority.issue(u"DNS:*.localhost,DNS:host"_s) << true
                                        << u"another name"_s;
        QTest::addRow("expired") << m_authority.issue(ourNames, now.addDays(-30)) << true << u"has expired"_s;
        QTest::addRow("not yet") << m_authority.issue(ourNames, now.addDays(30)) << true << u"not valid yet"_s;
    }
    void aBadCertificateLetsNobodyIn()
    {
        QFETCH(const Authority::Paper, paper);
        QFETCH(const bool, isTrusted);
        QFETCH(const QString, words);
        QVERIFY2(!paper.key.isEmpty(), qPrintable(m_authority.why()));
        trustAuthority(isTrusted);
        const auto front = frontWith(paper);
        const QString host = u"localhost:%1"_s.arg(front->serverPort());

        WsRoomTransport transport(QUrl(front->url(u"wss"_s, u"/rooms/x"_s)), m_identity);
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY2(probe.kind() == CloseReason::Kind::Rejected && probe.detail().contains(words)
                     && probe.detail().contains(host) && probe.detail().endsWith(u"nothing was sent."_s),
                 qPrintable(probe.detail()));
        QVERIFY(!probe.steps.contains(HandshakeStep::Kind::Encrypted));

        HttpRequest fetch;
        QSignalSpy answers(&fetch, &HttpRequest::answered);
        QSignalSpy failures(&fetch, &HttpRequest::failed);
        fetch.start("POST", QUrl(front->url(u"https"_s, u"/login"_s)), {{"x-identity-auth-chain-0", "secret"}});
        QTRY_COMPARE(failures.size(), 1);
        const auto error = failures.at(0).at(0).value<Error>();
        QVERIFY2(error.code == ErrorCode::InsecureConnection && error.detail == probe.detail(),
                 qPrintable(error.detail));
        QVERIFY(answers.isEmpty());

        QTRY_COMPARE(front->arrivals(), 2);
        QVERIFY(transport.state() == Transport::State::Closed);
        QCOMPARE(front->bytesRead(), 0);
        QCOMPARE(m_house->server.peerCount(), 0);
    }

    void aCertificateThatGoesBadEndsTheSession()
    {
        const auto good = m_authority.issue(ourNames);
        const auto bad = m_authority.selfSigned(ourNames);
        QVERIFY2(!good.key.isEmpty() && !bad.key.isEmpty(), qPrintable(m_authority.why()));
        const auto front = frontWith(good);
        const TransportFactory factory(allProtocols(), m_identity);
        CommsAdapter adapter;
        CommsSession session(factory, adapter, CommsSession::Retry::WhenLost);
        SessionLog log(session);
        QVERIFY(session.join(*ConnectionString::fromTyped(front->url(u"wss"_s, u"/rooms/x"_s))));
        QTRY_COMPARE(session.state(), CommsSession::State::Joined);
        const int arrivals = front->arrivals();
        const qint64 read = front->bytesRead();
        front->show(bad);
        front->cutAll();
        QTRY_VERIFY_WITH_TIMEOUT(log.contains(u"ended Rejected"_s), 20'000);
        QVERIFY2(log.detail().contains(u"whom this system trusts"_s), qPrintable(log.detail()));
        QCOMPARE(session.state(), CommsSession::State::Idle);
        QVERIFY(!session.isReconnecting());
        QCOMPARE(front->arrivals(), arrivals + 1);
        QVERIFY(front->bytesRead() - read < 100); // a ping at most, before it was cut
    }

    void whatIsOlderThanTls12IsRefused()
    {
        // With such a key no signature is exchanged, so nothing but its age is wrong with what the server speaks.
        const auto paper = m_authority.issue(ourNames, {}, Authority::KeyKind::Rsa);
        QVERIFY2(!paper.key.isEmpty(), qPrintable(m_authority.why()));
        const OldServer old(paper);
        if (!old.works())
            QSKIP("this openssl speaks no TLS 1.1 any more");
        WsRoomTransport transport(QUrl(u"wss://127.0.0.1:%1/rooms/x"_s.arg(old.port)), m_identity);
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY2(probe.detail().startsWith(u"No secure connection to 127.0.0.1:"_s), qPrintable(probe.detail()));
        QVERIFY(!probe.steps.contains(HandshakeStep::Kind::Encrypted));

        HttpRequest fetch;
        QSignalSpy failures(&fetch, &HttpRequest::failed);
        fetch.start("GET", QUrl(u"https://127.0.0.1:%1/about"_s.arg(old.port)));
        QTRY_COMPARE(failures.size(), 1);
        const auto error = failures.at(0).at(0).value<Error>();
        QVERIFY2(error.detail.startsWith(u"No secure connection to 127.0.0.1:"_s), qPrintable(error.detail));
    }

    void whoSpeaksNoTlsIsRefused_data()
    {
        QTest::addColumn<bool>("answers");
        QTest::addRow("one that hangs up") << false;
        QTest::addRow("one that answers") << true;
    }
    void whoSpeaksNoTlsIsRefused()
    {
        QFETCH(const bool, answers);
        QTcpServer web;
        QVERIFY(web.listen(QHostAddress::LocalHost));
        connect(&web, &QTcpServer::newConnection, &web, [&web] {
            QTcpSocket *const client = web.nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, client, [client] {
                client->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                client->disconnectFromHost();
            });
        });
        const quint16 port = answers ? web.serverPort() : m_house->server.port();
        WsRoomTransport transport(QUrl(u"wss://127.0.0.1:%1/rooms/x"_s.arg(port)), m_identity);
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY2(probe.detail().contains(u"127.0.0.1:%1"_s.arg(port)) && probe.detail().contains(u"ws://"_s)
                     && probe.detail().contains(u"without encryption"_s, Qt::CaseInsensitive),
                 qPrintable(probe.detail()));
        QVERIFY(!probe.steps.contains(HandshakeStep::Kind::Encrypted));

        HttpRequest fetch;
        QSignalSpy failures(&fetch, &HttpRequest::failed);
        fetch.start("GET", QUrl(u"https://127.0.0.1:%1/status"_s.arg(port)));
        QTRY_COMPARE(failures.size(), 1);
        const auto error = failures.at(0).at(0).value<Error>();
        QVERIFY2(error.detail.contains(u"http://"_s)
                     && error.detail.contains(u"without encryption"_s, Qt::CaseInsensitive),
                 qPrintable(error.detail));
        QCOMPARE(m_house->server.peerCount(), 0);
    }
};

ISLET_TEST(TestTlsRoom);
#include "tst_tlsroom.moc"
