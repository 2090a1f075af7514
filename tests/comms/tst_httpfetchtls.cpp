// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "fetchstage.h"

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

QByteArray vectorFile(const char *name)
{
    QFile file(QStringLiteral(ISLET_VECTORS "/") + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", name);
    return file.readAll();
}

//! Speaks TLS with the certificate of the vectors, which is for 127.0.0.1 alone, and answers once.
class TlsServer : public QTcpServer {
public:
    explicit TlsServer(const QByteArray &answer)
        : m_answer(answer)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no free port on loopback");
    }
    QUrl url(const QString &host) const { return QUrl(u"https://%1:%2/x"_s.arg(host).arg(serverPort())); }
    const QByteArray &request() const { return m_request; }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *const socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setLocalCertificate(QSslCertificate(vectorFile("tls_localhost.crt")));
        socket->setPrivateKey(QSslKey(vectorFile("tls_localhost.key"), QSsl::Ec));
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
    QByteArray m_answer;
    QByteArray m_request;
};

} // namespace

//! https, which is what nearly every realm and login speaks.
class TestHttpFetchTls : public QObject {
    Q_OBJECT

private:
    const QSslConfiguration m_usual = QSslConfiguration::defaultConfiguration();

    void trust()
    {
        QSslConfiguration trusting = m_usual;
        trusting.addCaCertificate(QSslCertificate(vectorFile("tls_localhost.crt")));
        QSslConfiguration::setDefaultConfiguration(trusting);
    }

private slots:
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_usual); }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        const QByteArray status = "HTTP/1.1 200 OK\r\n";
        QTest::newRow("with a length") << status + "Content-Length: 2\r\n\r\n" << QByteArray("{}");
        QTest::newRow("until the end") << status + "\r\n" << QByteArray("{}");
        QTest::newRow("large, until the end") << status + "\r\n" << QByteArray(64 * 1024, 'x');
    }
    void answers()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const QByteArray, body);
        trust();
        TlsServer server(head + body);
        HttpFetch fetch;
        const Outcome outcome(fetch);
        fetch.start("POST", server.url(u"127.0.0.1"_s));
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY2(outcome.answer, outcome.error ? qPrintable(outcome.error->detail) : "");
        QCOMPARE(outcome.answer->body, body);
        QVERIFY(server.request().startsWith("POST /x HTTP/1.1\r\n"));
    }

    void aCertificateThatNobodyVouchesFor()
    {
        TlsServer server("HTTP/1.1 200 OK\r\n\r\n");
        HttpFetch fetch;
        const Outcome outcome(fetch);
        fetch.start("POST", server.url(u"127.0.0.1"_s), {{"x-identity-timestamp", "1"}});
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->code, ErrorCode::InsecureConnection);
        QVERIFY2(outcome.error->detail.contains(u"vouched for by nobody"_s), qPrintable(outcome.error->detail));
        QVERIFY(isSentence(outcome.error->detail));
        QVERIFY(server.request().isEmpty());
    }

    void aCertificateOfSomebodyElse()
    {
        trust();
        TlsServer server("HTTP/1.1 200 OK\r\n\r\n");
        HttpFetch fetch;
        const Outcome outcome(fetch);
        fetch.start("POST", server.url(u"localhost"_s)); // the certificate is for the number alone
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->code, ErrorCode::InsecureConnection);
        QVERIFY2(outcome.error->detail.contains(u"made out to another name"_s), qPrintable(outcome.error->detail));
        QVERIFY(server.request().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHttpFetchTls)
#include "tst_httpfetchtls.moc"
