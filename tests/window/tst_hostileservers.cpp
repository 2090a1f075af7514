// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/hostilecorpus.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "windowprobe.h"

#include <QTcpSocket>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using Moment = ScriptedServer::Moment;
using State = RoomConnection::State;

//! Hostile texts from servers, links and settings files, in the product's window.
class TestHostileServers : public QObject {
    Q_OBJECT

private:
    static void addTexts(quint16 port)
    {
        QTest::addColumn<QByteArray>("utf8");
        for (const HostileText &hostile : hostileTexts(port))
            QTest::newRow(hostile.name) << hostile.utf8;
    }
    static QByteArray kick(const QByteArray &utf8) { return textFrame(8, 1, utf8); }
    RoomConnection &entry() { return *m_window->models.connection(); }
    void enter(const ScriptedServer &server) { entry().enter(server.connectionString()); }

    //! The card over the map shows the problem in a few lines, and its buttons are visible.
    void checkCard()
    {
        QCOMPARE(m_probe->complaints(), QString());
        QVERIFY(!entry().problem().isEmpty());
        QVERIFY2(isFitToBeShown(entry().problem()), qPrintable(entry().problem()));
        QVERIFY2(entry().problem().size() < 400, qPrintable(entry().problem()));
        QVERIFY(m_window->isSeen(u"problem"_s));
        QCOMPARE(m_window->textOf(u"problem"_s), entry().problem());
        const QRectF map = m_window->placeOf(u"map"_s);
        for (const auto name : {"problem"_L1, "enterEmbedded"_L1, "tryAgain"_L1})
            QVERIFY2(map.contains(m_window->placeOf(name)), name.data());
    }

    TrapServer m_trap;
    std::unique_ptr<RealWindow> m_window;
    std::unique_ptr<WindowProbe> m_probe;

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void initTestCase()
    {
        m_window = std::make_unique<RealWindow>();
        QVERIFY(m_window->show());
        QVERIFY(QTest::qWaitForWindowExposed(m_window->window));
        m_window->enterRoom();
        m_window->window->grabWindow();
        m_probe = std::make_unique<WindowProbe>(*m_window, m_trap);
    }

    void cleanup()
    {
        entry().leave();
        QCOMPARE(m_trap.connectionCount(), 0);
    }

    void toleratesKickReason_data() { addTexts(m_trap.serverPort()); }
    void toleratesKickReason()
    {
        QFETCH(const QByteArray, utf8);
        ScriptedServer server;
        server.welcomeWith(welcome(1));
        enter(server);
        QTRY_COMPARE(entry().state(), State::Connected);
        server.sendBytes(kick(utf8));
        server.closeCleanly(); // in case the kick cannot be decoded
        QTRY_VERIFY(entry().state() == State::Disconnected || entry().state() == State::Reconnecting);
        checkCard();
    }

    void toleratesKickDuringHandshake_data() { addTexts(m_trap.serverPort()); }
    void toleratesKickDuringHandshake()
    {
        QFETCH(const QByteArray, utf8);
        ScriptedServer server;
        server.on(Moment::Identified, [&utf8](ScriptedServer &self) { self.sendBytes(kick(utf8)); });
        enter(server);
        QTRY_COMPARE(entry().state(), State::Disconnected);
        checkCard();
    }

    void refusesHostileChallenge_data() { addTexts(m_trap.serverPort()); }
    void refusesHostileChallenge()
    {
        QFETCH(const QByteArray, utf8);
        ScriptedServer server;
        server.on(Moment::Identified, [&utf8](ScriptedServer &self) { self.sendBytes(textFrame(4, 1, utf8)); });
        enter(server);
        QTRY_COMPARE(entry().state(), State::Disconnected);
        QCOMPARE(server.count<rfc5::SignedChallenge>(), 0);
        checkCard();
    }

    void ignoresHostileAddress_data() { addTexts(m_trap.serverPort()); }
    void ignoresHostileAddress()
    {
        QFETCH(const QByteArray, utf8);
        const rfc5::Message hostile = welcome(1, {{2, addressOf(2)}, {3, QString::fromUtf8(utf8)}});
        // A welcome that cannot be decoded is replaced by a valid one.
        const bool isReadable = QString::fromUtf8(utf8).toUtf8() == utf8 && utf8.size() < 1'000'000;
        ScriptedServer server;
        server.welcomeWith(isReadable ? hostile : welcome(1, {{2, addressOf(2)}}));
        server.on(Moment::Answered, [&utf8](ScriptedServer &self) { self.sendBytes(textFrame(2, 2, utf8)); });
        server.on(Moment::Answered, peerJoin(5, addressOf(5)));
        enter(server);
        if (utf8.size() < 1'000'000) {
            QTRY_COMPARE(m_window->models.people()->peers()->count(), 2); // 2 and 5
            QCOMPARE(entry().state(), State::Connected);
        } else {
            QTRY_VERIFY(entry().state() != State::Joining);
        }
        QCOMPARE(m_probe->complaints(), QString());
    }

    void toleratesUpgradeResponse_data() { addTexts(m_trap.serverPort()); }
    void toleratesUpgradeResponse()
    {
        QFETCH(const QByteArray, utf8);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *client = server.nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, client, [client, utf8] {
                client->readAll();
                client->write("HTTP/1.1 403 " + utf8 + "\r\nX-Reason: " + utf8 + "\r\n\r\n" + utf8);
                client->disconnectFromHost();
            });
        });
        entry().enter(u"ws-room:ws://127.0.0.1:%1/rooms/x"_s.arg(server.serverPort()));
        QTRY_COMPARE(entry().state(), State::Disconnected);
        checkCard();
    }

    void toleratesAddress_data() { addTexts(m_trap.serverPort()); }
    void toleratesAddress()
    {
        QFETCH(const QByteArray, utf8);
        const QString text = QString::fromUtf8(utf8);
        ChatModel &chat = *m_window->models.chat();
        for (const QString &place : {u"offline:"_s + text, text, u"ws-room:ws://127.0.0.1:1/"_s + text}) {
            entry().leave();
            const int before = chat.rowCount();
            entry().enter(place);
            const bool isIn = entry().state() == State::Connected;
            for (int row = before; row < chat.rowCount(); ++row) {
                const QString note = chat.index(row).data(ChatModel::TextRole).toString();
                QCOMPARE(chat.index(row).data(ChatModel::KindRole).toInt(), int(ChatModel::Note));
                QVERIFY2(isFitToBeShown(note), qPrintable(note));
            }
            QVERIFY(isIn || entry().state() == State::Joining || !entry().problem().isEmpty());
            QVERIFY2(isFitToBeShown(entry().problem()), qPrintable(entry().problem()));
            QCOMPARE(m_probe->complaints(), QString());
            entry().enter(text); // an invalid address in a room: a notice below the top bar
            m_window->window->grabWindow();
            QVERIFY(m_window->placeOf(u"chatField"_s).bottom() < m_window->window->height());
        }
    }

    void toleratesRecentPlaces()
    {
        const QList<HostileText> texts = hostileTexts(m_trap.serverPort());
        int rows = 0;
        for (qsizetype first = 0; first < texts.size(); first += RecentPlaces::maxPlaces) {
            RealWindow window;
            for (const HostileText &hostile : texts.sliced(first, qMin(RecentPlaces::maxPlaces, texts.size() - first)))
                window.app.places().remember(
                    *ConnectionString::parse(u"ws-room:wss://host/"_s + QString::fromUtf8(hostile.utf8).left(3'000)));
            QVERIFY(window.show());
            QVERIFY(QTest::qWaitForWindowExposed(window.window));
            const WindowProbe probe(window, m_trap);
            window.click(u"placesButton"_s);
            QTRY_VERIFY(window.isSeen(u"embeddedPlace"_s));
            QCOMPARE(probe.complaints(), QString());
            for (const QQuickItem *item : window.items()) {
                if (!item->property("modelData").isValid())
                    continue;
                ++rows;
                QVERIFY2(item->height() < 60, qPrintable(QString::number(item->height())));
                QVERIFY(item->mapRectToScene(item->boundingRect()).bottom() < window.window->height());
            }
            // The embedded room, at the top, can still be joined.
            window.click(u"embeddedPlace"_s);
            QTRY_COMPARE(window.models.connection()->state(), State::Connected);
        }
        QVERIFY2(rows > 40, qPrintable(QString::number(rows)));
    }

    void someTextsWereShown()
    {
        // Otherwise the tests above checked nothing.
        QVERIFY(m_window->models.chat()->rowCount() > 20);
        QCOMPARE(m_window->main.network().refusals(), 0);
    }
};

ISLET_GUI_TEST(TestHostileServers);
#include "tst_hostileservers.moc"
