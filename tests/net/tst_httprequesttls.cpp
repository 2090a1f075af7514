// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "httpfixture.h"
#include "tests/support/authority.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! A TLS server that responds once.
class TlsServer : public QTcpServer {
public:
    TlsServer(const Authority::CertificateFiles &files, const QByteArray &response)
        : m_certificate(contentOf(files.certificate))
        , m_key(contentOf(files.key), QSsl::Ec)
        , m_answer(response)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no free port on loopback");
    }
    QUrl url() const { return QUrl(u"https://127.0.0.1:%1/x"_s.arg(serverPort())); }
    const QByteArray &request() const { return m_request; }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *const socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setLocalCertificate(m_certificate);
        socket->setPrivateKey(m_key);
        connect(socket, &QSslSocket::readyRead, this, [this, socket] {
            m_request += socket->readAll();
            if (m_request.endsWith("\r\n\r\n")) {
                socket->write(m_answer);
                socket->disconnectFromHost();
            }
        });
        socket->startServerEncryption();
    }

private:
    QSslCertificate m_certificate;
    QSslKey m_key;
    QByteArray m_answer;
    QByteArray m_request;
};

} // namespace

//! https, which nearly all realms and logins use: closing the connection ends a response differently there.
class TestHttpRequestTls : public QObject {
    Q_OBJECT

private:
    const QSslConfiguration m_defaultConfiguration = QSslConfiguration::defaultConfiguration();
    Authority m_authority;

private slots:
    void initTestCase()
    {
        QVERIFY2(Authority::missing().isEmpty(), qPrintable(Authority::missing()));
        QVERIFY2(m_authority.create(), qPrintable(m_authority.why()));
        QSslConfiguration trusting = m_defaultConfiguration;
        trusting.addCaCertificate(m_authority.certificate());
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    void cleanupTestCase() { QSslConfiguration::setDefaultConfiguration(m_defaultConfiguration); }

    void acceptsResponses_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        const QByteArray status = "HTTP/1.1 200 OK\r\n";
        QTest::newRow("with a length") << status + "Content-Length: 2\r\n\r\n" << QByteArray("{}");
        QTest::newRow("until the end") << status + "\r\n" << QByteArray("{}");
        QTest::newRow("large, until the end") << status + "\r\n" << QByteArray(64 * 1024, 'x');
    }
    void acceptsResponses()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const QByteArray, body);
        const Authority::CertificateFiles files = m_authority.issue(u"IP:127.0.0.1"_s);
        QVERIFY2(!files.key.isEmpty(), qPrintable(m_authority.why()));
        TlsServer server(files, head + body);
        HttpRequest request{NetworkContext()};
        const Outcome outcome(request);
        request.start("POST", server.url());
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY2(outcome.response, qPrintable(outcome.code()));
        QCOMPARE(outcome.response->body, body);
        QVERIFY(server.request().startsWith("POST /x HTTP/1.1\r\n"));
    }
};

ISLET_TEST(TestHttpRequestTls);
#include "tst_httprequesttls.moc"
