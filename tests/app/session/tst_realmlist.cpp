// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/realmlist.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;

//! The list of realms.
class TestRealmList : public QObject {
    Q_OBJECT

private:
    //! A list whose server gives a fixed answer.
    struct Browser {
        explicit Browser(const QByteArray &answer)
        {
            QObject::connect(&server, &QTcpServer::newConnection, &server, [this, answer] {
                QTcpSocket *const socket = server.nextPendingConnection();
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, answer] {
                    ++requests;
                    socket->write(answer);
                    socket->disconnectFromHost();
                });
            });
            listens = server.listen(QHostAddress::LocalHost);
            realms.setSource(u"http://127.0.0.1:%1/realms"_s.arg(server.serverPort()));
        }
        QString text(int row, int role) const { return realms.index(row).data(role).toString(); }

        QTcpServer server;
        bool listens = false;
        int requests = 0;
        QTemporaryDir folder;
        QSettings settings{folder.filePath(u"islet.ini"_s), QSettings::IniFormat};
        RealmList realms{settings};
        QAbstractItemModelTester tester{&realms, QAbstractItemModelTester::FailureReportingMode::Fatal};
    };
    //! Replaces ' by ".
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }
    static QByteArray ok(const QByteArray &body)
    {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

private slots:
    void listsRealmsOfProvider()
    {
        Browser browser(ok(
            json("[{'serverName':'main','url':'https://realm-provider.example.org/main','usersCount':12},            "
                 "{'serverName':'art\\u202e','url':'https://worlds.example.org/world/art.dcl.eth','usersCount':40},    "
                 "        {'serverName':'evil','url':'javascript:alert(1)','usersCount':99},            "
                 "{'serverName':'simulated','url':'realm:simulator:','usersCount':98},"
                 "{'serverName':'login','url':'realm:signed-login:https://host/x','usersCount':97},"
                 "{'serverName':7,'url':'https://odd.example.org','usersCount':-5}, 'nonsense', null]")));
        QVERIFY(browser.listens);
        QCOMPARE(browser.requests, 0); // not requested until the user opens the list
        QCOMPARE(browser.realms.rowCount(), 0);
        browser.realms.fetch();
        QVERIFY(!browser.realms.state().isEmpty());
        QTRY_COMPARE(browser.realms.rowCount(), 3);
        QCOMPARE(browser.realms.state(), QString());
        QVERIFY(browser.text(0, RealmList::NameRole).startsWith(u"art"_s)); // sorted by users
        QVERIFY(!browser.text(0, RealmList::NameRole).contains(QChar(0x202e)));
        QCOMPARE(browser.text(0, RealmList::AddressRole), u"https://worlds.example.org/world/art.dcl.eth"_s);
        QCOMPARE(browser.text(1, RealmList::PeopleRole), u"12 people"_s);
        QCOMPARE(browser.text(2, RealmList::PeopleRole), u"0 people"_s);
    }

    void reportsBadAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("web page") << ok("<html><body>hello</body></html>");
        QTest::newRow("not a list") << ok(json("{'realms':[]}"));
        QTest::newRow("empty list") << ok("[]");
        QTest::newRow("no realms") << ok(json("[{'url':'ws-room:wss://x'},{},[]]"));
        QTest::newRow("not found") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n[]");
        QTest::newRow("redirect") << QByteArray(
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("not HTTP") << QByteArray("hello\r\n\r\n");
        QTest::newRow("no answer") << QByteArray();
        QTest::newRow("one megabyte") << ok('[' + QByteArray(1'000'000, ' ') + ']');
    }
    void reportsBadAnswers()
    {
        QFETCH(const QByteArray, answer);
        Browser browser(answer);
        browser.realms.fetch();
        QTRY_VERIFY2(browser.realms.state().endsWith(u'.'), qPrintable(browser.realms.state()));
        QCOMPARE(browser.realms.rowCount(), 0);
    }

    void validatesSource()
    {
        Browser browser{QByteArray()};
        browser.realms.setSource(u"ftp://host/realms"_s);
        browser.realms.fetch();
        QVERIFY(browser.realms.state().contains(u"https://"_s)); // an example address
        browser.realms.setSource(u"http://192.0.2.1/realms"_s);
        browser.realms.fetch();
        QVERIFY2(browser.realms.state().contains(u"isn't encrypted"_s), qPrintable(browser.realms.state()));
        browser.realms.setSource(u" "_s);
        QVERIFY(browser.realms.source().startsWith(u"https://realm-provider."_s)); // the default again
        QCOMPARE(browser.requests, 0);
    }

    void boundsRealms()
    {
        QByteArray body = "[";
        for (int i = 0; i < 1'000; ++i)
            body += json("{'url':'https://r" + QByteArray::number(i) + ".example.org','usersCount':1},");
        body += "{}]";
        Browser browser(ok(body));
        browser.realms.fetch();
        QTRY_COMPARE(browser.realms.rowCount(), int(RealmList::maxRealms));
    }
};

ISLET_TEST(TestRealmList);
#include "tst_realmlist.moc"
