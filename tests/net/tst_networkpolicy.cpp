// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/networkpolicy.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QUrl>

using namespace islet;
using namespace Qt::StringLiterals;

//! Which connections may be unencrypted.
class TestNetworkPolicy : public QObject {
    Q_OBJECT

private slots:
    void recognizesAddressesOfThisMachine()
    {
        for (const QString &host : {u"localhost"_s, u"127.0.0.1"_s, u"0.0.0.0"_s, u"[::]"_s, u"[::ffff:0.0.0.0]"_s})
            QVERIFY2(leadsHere(QUrl(u"ws://%1/"_s.arg(host))), qPrintable(host));
        for (const QString &host : {u"example.org"_s, u"192.168.1.2"_s, u"[::2]"_s})
            QVERIFY2(!leadsHere(QUrl(u"ws://%1/"_s.arg(host))), qPrintable(host));
    }

    void allowsUnencryptedOnlyToThisMachine_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isThisMachine");
        for (const char *host : {"localhost", "LocalHost", "127.0.0.1", "127.0.0.2", "127.255.255.254", "[::1]",
                                 "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "x.localhost", "localhost."})
            QTest::addRow("%s", host) << QString::fromLatin1(host) << true;
        for (const char *host :
             {"192.168.1.2", "10.0.0.1", "192.0.2.1", "0.0.0.0", "[::]", "[::2]", "[fe80::1]", "[::ffff:192.0.2.1]",
              "example.org", "localhost.evil.example", "127.0.0.1.evil.example", "notlocalhost", "evil-localhost",
              "localhost.localdomain", "128.0.0.1", "126.255.255.255"})
            QTest::addRow("%s", host) << QString::fromLatin1(host) << false;
    }
    void allowsUnencryptedOnlyToThisMachine()
    {
        QFETCH(const QString, host);
        QFETCH(const bool, isThisMachine);
        for (const QString &scheme : {u"ws"_s, u"http"_s}) {
            const QUrl url(u"%1://%2:8000/rooms/x"_s.arg(scheme, host));
            QVERIFY2(url.isValid(), qPrintable(url.errorString()));
            QCOMPARE(isLoopback(url), isThisMachine);
            const auto verdict = checkEncrypted(url, {});
            QCOMPARE(verdict.has_value(), isThisMachine);
            QVERIFY(checkEncrypted(url, {.allowsPlain = true}));
            if (isThisMachine)
                continue;
            QVERIFY(verdict.error().code == ErrorCode::InsecureConnection);
            QVERIFY2(verdict.error().detail.contains(u"isn't encrypted"_s), qPrintable(verdict.error().detail));
            QVERIFY2(verdict.error().detail.contains(scheme == "ws"_L1 ? u"wss://"_s : u"https://"_s),
                     qPrintable(verdict.error().detail));
        }
        QVERIFY(checkEncrypted(QUrl(u"wss://%1/"_s.arg(host)), {}));
        QVERIFY(checkEncrypted(QUrl(u"https://%1/"_s.arg(host)), {}));
    }

    void ignoresUserInfo()
    {
        QVERIFY(!checkEncrypted(QUrl(u"ws://localhost@192.0.2.1/"_s), {}));
        QVERIFY(!checkEncrypted(QUrl(u"ws://localhost:80@example.org/"_s), {}));
        QVERIFY(!checkEncrypted(QUrl(u"ws://example.org/localhost"_s), {}));
        QVERIFY(!checkEncrypted(QUrl(u"ws://example.org#@localhost"_s), {}));
    }

    void refusesUrlsWithoutHost()
    {
        for (const QString &text :
             {u""_s, u"ws:"_s, u"ws:///rooms/x"_s, u"file:///etc/passwd"_s, u"ftp://example.org"_s})
            QVERIFY2(!checkEncrypted(QUrl(text), {}), qPrintable(text));
    }
};

ISLET_TEST(TestNetworkPolicy);
#include "tst_networkpolicy.moc"
