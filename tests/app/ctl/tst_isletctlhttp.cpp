// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/httpproxy.h"
#include "tests/support/httpserver.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

//! Joins a realm that does not exist, and returns everything that was printed.
QByteArray join(const QString &program, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setProcessEnvironment(environment);
    process.start(program, {u"join"_s, u"http://realm.invalid"_s, u"--plain"_s, u"--json"_s});
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 10'000))
        process.kill();
    process.waitForFinished();
    return process.readAll();
}

} // namespace

//! How isletctl makes HTTP requests: through the proxy of the environment, with a module beside the program.
class TestIsletctlHttp : public QObject {
    Q_OBJECT

private:
    const QString m_program = QStringLiteral(ISLET_BIN "/isletctl");

private slots:
    void usesProxyOfEnvironment()
    {
        HttpServer realm(HttpServer::answers("500 Internal Server Error", "{}"));
        const HttpProxy proxy(realm.serverPort());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"http_proxy"_s, u"http://user:SECRET@127.0.0.1:%1"_s.arg(proxy.serverPort()));
        environment.insert(u"no_proxy"_s, u"other.invalid"_s);
        environment.insert(u"QT_LOGGING_RULES"_s, u"islet.*=true"_s);
        const QByteArray output = join(m_program, environment);
        QCOMPARE(proxy.heads().size(), 1);
        QCOMPARE(realm.requests().constFirst().target, "http://realm.invalid/about");
        QVERIFY2(output.contains("realm.http.500"), output.constData());
        QVERIFY2(!output.contains("SECRET"), output.constData());
    }

    void excludesHostsOfEnvironment()
    {
        HttpServer realm;
        const HttpProxy proxy(realm.serverPort());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"http_proxy"_s, u"http://127.0.0.1:%1"_s.arg(proxy.serverPort()));
        environment.insert(u"no_proxy"_s, u"invalid"_s);
        const QByteArray output = join(m_program, environment);
        QVERIFY2(!output.contains("realm.http.404"), output.constData());
        QVERIFY(proxy.heads().isEmpty());
    }

#ifdef Q_OS_LINUX
    void reportsMissingModule()
    {
        const QTemporaryDir folder;
        const QString program = folder.filePath(u"isletctl"_s);
        QVERIFY(QFile::copy(m_program, program));
        const QByteArray output = join(program, QProcessEnvironment::systemEnvironment());
        QVERIFY2(output.contains("request.no-module"), output.constData());
        QVERIFY2(output.contains("Reinstall Islet."), output.constData());
    }
#endif
};

ISLET_TEST(TestIsletctlHttp);
#include "tst_isletctlhttp.moc"
