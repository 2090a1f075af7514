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

//! Everything that a server, a link or a settings file can write, in the window that people get.
class TestHostileServers : public QObject {
    Q_OBJECT

private:
    static void addTexts(quint16 port)
    {
        QTest::addColumn<QByteArray>("utf8");
        for (const HostileText &hostile : hostileTexts(port))
            QTest::newRow(hostile.name) << hostile.utf8;
    }
    static WsPacket kick(const QByteArray &utf8)
    {
        WsPacket packet;
        packet.mutable_peer_kicked()->set_reason(utf8.toStdString());
        return packet;
    }
    RoomConnection &entry() { return m_window->main.entry(); }
    void enter(const ScriptedServer &server) { entry().enter(server.connectionString()); }

    //! The card over the map says what the problem is, in a few lines, and its buttons can be reached.
    void compareCard()
    {
        QCOMPARE(m_watch->complaints(), QString());
        QVERIFY(!entry().problem().isEmpty());
        QVERIFY2(isFitToBeShown(entry().problem()), qPrintable(entry().problem()));
        QVERIFY2(entry().problem().size() < 400, qPrintable(entry().problem()));
        QVERIFY(m_window->isSeen(u"problem"_s));
        QCOMPARE(m_window->textOf(u"problem"_s), entry().problem());
        const QRectF map = m_window->placeOf(u"map"_s);
        for (const auto name : {"problem"_L1, "enterEmbedded"_L1, "tryAgain"_L1})
            QVERIFY2(map.contains(m_window->placeOf(name)), name.data());
    }

    Beacon m_beacon;
    std::unique_ptr<RealWindow> m_window;
    std::unique_ptr<WindowWatch> m_watch;

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
        m_watch = std::make_unique<WindowWatch>(*m_window, m_beacon);
    }

    void cleanup()
    {
        entry().leave();
        QCOMPARE(m_beacon.knocks(), 0);
    }

    void kickedOutOfTheRoom_data() { addTexts(m_beacon.serverPort()); }
    void kickedOutOfTheRoom()
    {
        QFETCH(const QByteArray, utf8);
        ScriptedServer server;
        server.welcomeWith(welcome(1));
        enter(server);
        QTRY_COMPARE(entry().state(), State::Connected);
        server.send(kick(utf8));
        server.closePolitely(); // a kick that cannot be read is none
        QTRY_VERIFY(entry().state() == State::Disconnected || entry().state() == State::Reconnecting);
        compareCard();
    }

    void kickedAtTheDoor_data() { addTexts(m_beacon.serverPort()); }
    void kickedAtTheDoor()
    {
        QFETCH(const QByteArray, utf8);
        ScriptedServer server;
        server.on(Moment::Identified, kick(utf8));
        enter(server);
        QTRY_COMPARE(entry().state(), State::Disconnected);
        compareCard();
    }

    void hostileChallenges_data() { addTexts(m_beacon.serverPort()); }
    void hostileChallenges()
    {
        QFETCH(const QByteArray, utf8);
        WsPacket packet;
        packet.mutable_challenge_message()->set_challenge_to_sign(utf8.toStdString());
        ScriptedServer server;
        server.on(Moment::Identified, packet);
        enter(server);
        QTRY_COMPARE(entry().state(), State::Disconnected);
        QCOMPARE(server.count(WsPacket::kSignedChallengeForServer), 0);
        compareCard();
    }

    void hostileAddresses_data() { addTexts(m_beacon.serverPort()); }
    void hostileAddresses()
    {
        QFETCH(const QByteArray, utf8);
        WsPacket hostile = welcome(1, {{2, addressOf(2)}});
        (*hostile.mutable_welcome_message()->mutable_peer_identities())[3] = utf8.toStdString();
        WsPacket join = peerJoin(4, QString());
        join.mutable_peer_join_message()->set_address(utf8.toStdString());
        // What cannot be read as a packet must not keep the good welcome from coming.
        const bool isReadable = QString::fromUtf8(utf8).toUtf8() == utf8 && utf8.size() < 1'000'000;
        ScriptedServer server;
        server.welcomeWith(isReadable ? hostile : welcome(1, {{2, addressOf(2)}})).on(Moment::Answered, join);
        server.on(Moment::Answered, peerJoin(5, addressOf(5)));
        enter(server);
        if (utf8.size() < 1'000'000) {
            QTRY_COMPARE(m_window->main.peers().count(), 2); // 2 and 5
            QCOMPARE(entry().state(), State::Connected);
        } else {
            QTRY_VERIFY(entry().state() != State::Joining);
        }
        QCOMPARE(m_watch->complaints(), QString());
    }

    void hostileAnswersToTheUpgrade_data() { addTexts(m_beacon.serverPort()); }
    void hostileAnswersToTheUpgrade()
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
        compareCard();
    }

    void hostilePlaces_data() { addTexts(m_beacon.serverPort()); }
    void hostilePlaces()
    {
        QFETCH(const QByteArray, utf8);
        const QString text = QString::fromUtf8(utf8);
        ChatModel &chat = m_window->main.chat();
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
            QCOMPARE(m_watch->complaints(), QString());
            entry().enter(text); // a mistake in the room: the bar below the top bar
            m_window->window->grabWindow();
            QVERIFY(m_window->placeOf(u"chatField"_s).bottom() < m_window->window->height());
        }
    }

    void hostilePlacesInTheList()
    {
        const QList<HostileText> texts = hostileTexts(m_beacon.serverPort());
        int rows = 0;
        for (qsizetype first = 0; first < texts.size(); first += RecentPlaces::maxPlaces) {
            RealWindow window;
            for (const HostileText &hostile : texts.sliced(first, qMin(RecentPlaces::maxPlaces, texts.size() - first)))
                window.places.remember(*ConnectionString::parse(u"x:"_s + QString::fromUtf8(hostile.utf8).left(3'000)));
            QVERIFY(window.show());
            QVERIFY(QTest::qWaitForWindowExposed(window.window));
            const WindowWatch watch(window, m_beacon);
            window.click(u"placesButton"_s);
            QTRY_VERIFY(window.isSeen(u"embeddedPlace"_s));
            QCOMPARE(watch.complaints(), QString());
            for (const QQuickItem *item : window.items()) {
                if (!item->property("modelData").isValid())
                    continue;
                ++rows;
                QVERIFY2(item->height() < 60, qPrintable(QString::number(item->height())));
                QVERIFY(item->mapRectToScene(item->boundingRect()).bottom() < window.window->height());
            }
            // The one on top, the place that is not hostile, can still be entered.
            window.click(u"embeddedPlace"_s);
            QTRY_COMPARE(window.main.entry().state(), State::Connected);
        }
        QVERIFY2(rows > 40, qPrintable(QString::number(rows)));
    }

    void somethingWasShownAtAll()
    {
        // Or the tests above would have tested nothing.
        QVERIFY(m_window->main.chat().rowCount() > 20);
        QCOMPARE(m_window->main.network().refusals(), 0);
    }
};

ISLET_GUI_TEST(TestHostileServers);
#include "tst_hostileservers.moc"
