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

Q_DECLARE_METATYPE(islet::test::Authority::CertificateFiles)

namespace {

const QString serverNames = u"DNS:localhost,IP:127.0.0.1"_s;

//! A server that supports at most TLS 1.1, like servers from before 2008.
class OldServer {
public:
    explicit OldServer(const Authority::CertificateFiles &files)
    {
        m_process.start(u"openssl"_s,
                        {u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-tls1_1"_s, u"-cipher"_s,
                         u"AES128-SHA:@SECLEVEL=0"_s, u"-cert"_s, files.certificate, u"-key"_s, files.key});
        const QByteArray marker = "ACCEPT 127.0.0.1:";
        QByteArray output;
        static_cast<void>(waitUntil([&] {
            output += m_process.readAllStandardOutput();
            return output.contains(marker) && output.endsWith('\n');
        }));
        port = output.sliced(output.indexOf(marker) + marker.size()).trimmed().toInt();
    }
    ~OldServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    //! Whether a client that accepts TLS 1.1 can connect.
    bool acceptsTls11() const
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

//! Rooms and realms behind TLS: connects if the certificate is valid, otherwise reports one error and sends nothing.
class TestTlsRoom : public QObject {
    Q_OBJECT

private:
    Authority m_authority;
    QSslConfiguration m_system = QSslConfiguration::defaultConfiguration();
    const Identity m_identity = Identity::guest();
    std::unique_ptr<RoomFixture> m_fixture;

    //! For this process only.
    void trustAuthority(bool isTrusted)
    {
        QSslConfiguration configuration = m_system;
        if (isTrusted)
            configuration.addCaCertificate(m_authority.certificate());
        QSslConfiguration::setDefaultConfiguration(configuration);
    }
    std::unique_ptr<TlsFront> frontWith(const Authority::CertificateFiles &files) const
    {
        return std::make_unique<TlsFront>(m_fixture->server.port(), files);
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(Authority::missing().isEmpty(), qPrintable(Authority::missing()));
        QVERIFY2(m_authority.create(), qPrintable(m_authority.why()));
        QVERIFY2(QSslSocket::supportsSsl(), "this Qt speaks no TLS");
    }
    void init()
    {
        m_fixture = std::make_unique<RoomFixture>();
        trustAuthority(true);
    }
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_system); }

    void connectsWithValidCertificate_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addRow("by name") << u"localhost"_s;
        QTest::addRow("by IP address") << u"127.0.0.1"_s;
    }
    void connectsWithValidCertificate()
    {
        QFETCH(const QString, host);
        const auto files = m_authority.issue(serverNames);
        QVERIFY2(!files.key.isEmpty(), qPrintable(m_authority.why()));
        const auto front = frontWith(files);
        WsRoomTransport transport(QUrl(u"wss://%1:%2/rooms/x"_s.arg(host).arg(front->serverPort())), {m_identity});
        TransportProbe probe(transport);
        QString encrypted;
        connect(&transport, &Transport::stepCompleted, this, [&encrypted](const HandshakeStep &step) {
            if (step.kind() == HandshakeStep::Kind::Encrypted)
                encrypted = step.arguments.constFirst();
        });
        transport.open();
        QTRY_COMPARE(transport.state(), Transport::State::Open);
        QVERIFY2(encrypted == u"TLSv1.3"_s || encrypted == u"TLSv1.2"_s, qPrintable(encrypted));
        QCOMPARE(m_fixture->server.peerCount(), 1);
        QVERIFY(front->bytesRead() > 0);

        HttpRequest request{NetworkContext()};
        QSignalSpy answers(&request, &HttpRequest::answered);
        request.start("GET", QUrl(u"https://%1:%2/status"_s.arg(host).arg(front->serverPort())));
        QTRY_COMPARE(answers.size(), 1);
        const auto answer = answers.at(0).at(0).value<HttpResponse>();
        QCOMPARE(answer.status, 200);
        QVERIFY2(answer.body.startsWith('{'), answer.body.constData());
    }

    void rejectsInvalidCertificate_data()
    {
        QTest::addColumn<Authority::CertificateFiles>("files");
        QTest::addColumn<bool>("isTrusted");
        QTest::addColumn<QString>("code");
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QTest::addRow("unknown authority") << m_authority.issue(serverNames) << false << u"tls.untrusted"_s;
        QTest::addRow("self-signed") << m_authority.selfSigned(serverNames) << true << u"tls.untrusted"_s;
        QTest::addRow("other name") << m_authority.issue(u"DNS:other.example,IP:192.0.2.1"_s) << true
                                    << u"tls.hostname"_s;
        QTest::addRow("wildcard and partial name")
            << m_authority.issue(u"DNS:*.localhost,DNS:host"_s) << true << u"tls.hostname"_s;
        QTest::addRow("expired") << m_authority.issue(serverNames, now.addDays(-30)) << true << u"tls.expired"_s;
        QTest::addRow("not valid yet") << m_authority.issue(serverNames, now.addDays(30)) << true
                                       << u"tls.not-yet-valid"_s;
    }
    void rejectsInvalidCertificate()
    {
        QFETCH(const Authority::CertificateFiles, files);
        QFETCH(const bool, isTrusted);
        QFETCH(const QString, code);
        QVERIFY2(!files.key.isEmpty(), qPrintable(m_authority.why()));
        trustAuthority(isTrusted);
        const auto front = frontWith(files);
        const QString host = u"localhost:%1"_s.arg(front->serverPort());

        WsRoomTransport transport(QUrl(front->url(u"wss"_s, u"/rooms/x"_s)), {m_identity});
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY(probe.kind() == CloseReason::Kind::Rejected);
        QCOMPARE(probe.code(), code);
        QVERIFY2(probe.detail().contains(host) && probe.detail().endsWith(u"nothing was sent."_s),
                 qPrintable(probe.detail()));
        QVERIFY(!probe.steps.contains(HandshakeStep::Kind::Encrypted));

        HttpRequest request{NetworkContext()};
        QSignalSpy answers(&request, &HttpRequest::answered);
        QSignalSpy failures(&request, &HttpRequest::failed);
        request.start("POST", QUrl(front->url(u"https"_s, u"/login"_s)), {{"x-identity-auth-chain-0", "secret"}});
        QTRY_COMPARE(failures.size(), 1);
        const auto failure = failures.at(0).at(0).value<CloseReason>();
        QCOMPARE(nameOf(failure), code);
        QCOMPARE(sentenceOf(failure), probe.detail());
        QVERIFY(answers.isEmpty());

        QTRY_COMPARE(front->arrivals(), 2);
        QVERIFY(transport.state() == Transport::State::Closed);
        QCOMPARE(front->bytesRead(), 0);
        QCOMPARE(m_fixture->server.peerCount(), 0);
    }

    void endsSessionIfCertificateBecomesInvalid()
    {
        const auto good = m_authority.issue(serverNames);
        const auto bad = m_authority.selfSigned(serverNames);
        QVERIFY2(!good.key.isEmpty() && !bad.key.isEmpty(), qPrintable(m_authority.why()));
        const auto front = frontWith(good);
        const TransportFactory factory(allProtocols(), {m_identity});
        CommsAdapter adapter;
        CommsSession session(factory, adapter, CommsSession::Retry::WhenLost);
        SessionLog log(session);
        QVERIFY(session.join(*ConnectionString::fromTyped(front->url(u"wss"_s, u"/rooms/x"_s))));
        QTRY_COMPARE(session.state(), CommsSession::State::Joined);
        const int arrivals = front->arrivals();
        const qint64 read = front->bytesRead();
        front->show(bad);
        front->cutAll();
        QTRY_VERIFY_WITH_TIMEOUT(log.contains(u"ended rejected"_s), 20'000);
        QCOMPARE(log.code(), u"tls.untrusted reconnecting"_s);
        QCOMPARE(session.state(), CommsSession::State::Idle);
        QVERIFY(!session.isReconnecting());
        QCOMPARE(front->arrivals(), arrivals + 1);
        QVERIFY(front->bytesRead() - read < 100); // at most a ping before the cut
    }

    void rejectsTls11()
    {
        // With an RSA key no signature is exchanged, so only the protocol version is at fault.
        const auto files = m_authority.issue(serverNames, {}, Authority::KeyKind::Rsa);
        QVERIFY2(!files.key.isEmpty(), qPrintable(m_authority.why()));
        const OldServer old(files);
        if (!old.acceptsTls11())
            QSKIP("this openssl speaks no TLS 1.1 any more");
        WsRoomTransport transport(QUrl(u"wss://127.0.0.1:%1/rooms/x"_s.arg(old.port)), {m_identity});
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QCOMPARE(probe.code(), u"tls.handshake"_s);
        QVERIFY(!probe.steps.contains(HandshakeStep::Kind::Encrypted));

        HttpRequest request{NetworkContext()};
        QSignalSpy failures(&request, &HttpRequest::failed);
        request.start("GET", QUrl(u"https://127.0.0.1:%1/about"_s.arg(old.port)));
        QTRY_COMPARE(failures.size(), 1);
        QCOMPARE(nameOf(failures.at(0).at(0).value<CloseReason>()), u"tls.handshake"_s);
    }

    void rejectsServersWithoutTls_data()
    {
        QTest::addColumn<bool>("answers");
        QTest::addRow("closes the connection") << false;
        QTest::addRow("answers with HTTP") << true;
    }
    void rejectsServersWithoutTls()
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
        const quint16 port = answers ? web.serverPort() : m_fixture->server.port();
        WsRoomTransport transport(QUrl(u"wss://127.0.0.1:%1/rooms/x"_s.arg(port)), {m_identity});
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY2(probe.detail().contains(u"127.0.0.1:%1"_s.arg(port)) && probe.detail().contains(u"ws://"_s)
                     && probe.detail().contains(u"unencrypted"_s, Qt::CaseInsensitive),
                 qPrintable(probe.detail()));
        QVERIFY(!probe.steps.contains(HandshakeStep::Kind::Encrypted));

        HttpRequest request{NetworkContext()};
        QSignalSpy failures(&request, &HttpRequest::failed);
        request.start("GET", QUrl(u"https://127.0.0.1:%1/status"_s.arg(port)));
        QTRY_COMPARE(failures.size(), 1);
        const QString detail = sentenceOf(failures.at(0).at(0).value<CloseReason>());
        QVERIFY2(detail.contains(u"http://"_s) && detail.contains(u"unencrypted"_s, Qt::CaseInsensitive),
                 qPrintable(detail));
        QCOMPARE(m_fixture->server.peerCount(), 0);
    }
};

ISLET_TEST(TestTlsRoom);
#include "tst_tlsroom.moc"
