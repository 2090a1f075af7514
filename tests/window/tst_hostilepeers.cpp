// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeroom.h"
#include "tests/support/hostilecorpus.h"
#include "tests/support/testmain.h"
#include "windowprobe.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QSignalSpy>
#include <QTcpSocket>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Hostile texts in every field that a peer can set, in the product's window.
class TestHostilePeers : public QObject {
    Q_OBJECT

private:
    //! Adds a Text with this format to the window, as someone might by mistake.
    static QQuickItem *addText(QQmlEngine *engine, QQuickWindow *window, const QByteArray &format, const QString &says)
    {
        QQmlComponent component(engine);
        component.setData("import QtQuick\nText { textFormat: Text." + format + "; width: 300 }", QUrl());
        auto *item = qobject_cast<QQuickItem *>(component.create());
        if (!item)
            qFatal("%s", qPrintable(component.errorString()));
        item->setParent(window);
        item->setParentItem(window->contentItem());
        item->setProperty("text", says);
        return item;
    }

    //! Whether a chat line with this text is fully visible.
    bool isLineVisible(const QString &text) const
    {
        const QRectF list = m_window->placeOf(u"chatList"_s);
        for (const QQuickItem *item : m_window->items()) {
            if (item->objectName() == "chatText"_L1 && item->isVisible() && item->property("text").toString() == text)
                return list.contains(item->mapRectToScene(item->boundingRect()));
        }
        return false;
    }

    QString image() const { return u"<img src=\"http://127.0.0.1:%1/x.png\">"_s.arg(m_trap.serverPort()); }

    TrapServer m_trap;
    std::unique_ptr<RealWindow> m_window;
    std::unique_ptr<WindowProbe> m_probe;
    int m_strangers = 0;

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void initTestCase()
    {
        m_window = std::make_unique<RealWindow>();
        QVERIFY(m_window->show());
        QVERIFY(QTest::qWaitForWindowExposed(m_window->window));
        m_window->enterRoom();
        m_window->room.hear(numberedAddress(0), rfc4::Chat{u"hello"_s, 0});
        m_window->window->grabWindow();
        m_probe = std::make_unique<WindowProbe>(*m_window, m_trap);
        QCOMPARE(m_probe->complaints(), QString());
    }

    void cleanupTestCase()
    {
        m_probe.reset();
        m_window.reset();
    }

    void toleratesTextInEveryField_data()
    {
        QTest::addColumn<QByteArray>("utf8");
        for (const HostileText &hostile : hostileTexts(m_trap.serverPort()))
            QTest::newRow(hostile.name) << hostile.utf8;
    }
    void toleratesTextInEveryField()
    {
        using namespace rfc4;
        QFETCH(const QByteArray, utf8);
        ChatModel &chat = *m_window->models.chat();
        FakeTransport &room = m_window->room;
        const Address who = numberedAddress(++m_strangers);
        const int before = chat.rowCount();

        emit room.peerJoined(who);
        room.hear(who, positionOf({{float(m_strangers % 7), 0, float(m_strangers % 5)}, 0, {}}, 1));
        room.hear(who, packetWithBytes(Chat{}, &Chat::message, utf8));
        room.hear(who, packetWithBytes(Chat{}, &Chat::message, "\xe2\x90\x91" + utf8)); // ping
        room.hear(who, packetWithBytes(Chat{}, &Chat::message, "\xe2\x90\x86" + utf8)); // pong
        room.hear(who, packetWithBytes(Chat{}, &Chat::message, "\xe2\x90\x90" + utf8)); // emote
        room.hear(who, packetWithBytes(Scene{{}, "\x01text"}, &Scene::sceneId, utf8));
        room.hear(who, Scene{u"scene"_s, "\x01" + utf8});
        room.hear(who, packetWithBytes(PlayerEmote{}, &PlayerEmote::urn, utf8));
        room.hear(who, packetWithBytes(SceneEmote{}, &SceneEmote::source, utf8));
        room.hear(who, packetWithBytes(ProfileRequest{}, &ProfileRequest::address, utf8));
        room.hear(who, packetWithBytes(ProfileResponse{}, &ProfileResponse::serializedProfile, utf8));
        room.hear(who, packetWithBytes(ProfileResponse{}, &ProfileResponse::baseUrl, utf8));
        room.hear(who,
                  packetWithBytes(ProfileResponse{}, &ProfileResponse::serializedProfile,
                                  "{\"avatars\":[{\"name\":\"" + utf8 + "\"}]}"));
        room.hear(who, packetWithBytes(LookAtPosition{}, &LookAtPosition::targetAddress, utf8));
        room.hear(who, packetWithBytes(ChatReaction{}, &ChatReaction::messageId, utf8));
        room.hear(who, utf8); // not a packet
        QCOMPARE(m_probe->complaints(), QString());

        // At most one line was added, under its author's address.
        QVERIFY(chat.rowCount() <= before + 1);
        for (int row = before; row < chat.rowCount(); ++row) {
            QCOMPARE(chat.index(row).data(ChatModel::KindRole).toInt(), int(ChatModel::Theirs));
            QCOMPARE(chat.index(row).data(ChatModel::AuthorRole).toString(), who.toShort());
        }
        const QString last = u"%1 is still here"_s.arg(m_strangers);
        room.hear(who, Chat{last, 0});
        QCOMPARE(m_probe->complaints(), QString());
        QTRY_VERIFY(isLineVisible(last)); // the list follows to the end
    }

    void showsWholeChatList()
    {
        QQuickItem *list = m_window->item(u"chatList"_s);
        const int lines = m_window->models.chat()->rowCount();
        QVERIFY2(lines > 80, qPrintable(QString::number(lines))); // otherwise the test above checked nothing
        constexpr int beginning = 0; // ListView.Beginning
        list->setProperty("atEnd", false); // keeps the list from returning to the newest line
        for (int row = 0; row < lines; ++row) {
            QMetaObject::invokeMethod(list, "positionViewAtIndex", Q_ARG(int, row), Q_ARG(int, beginning));
            QTRY_COMPARE(m_probe->complaints(), QString()); // the layout may take some frames
        }
    }

    void identifiesPeersByAddress()
    {
        // Peers time out after a minute, and on a slow machine the tests above take longer.
        for (int who = 0; who <= m_strangers; ++who) {
            emit m_window->room.peerJoined(numberedAddress(who));
            m_window->room.hear(numberedAddress(who), rfc4::positionOf({{8, 0, 8}, 0, {}}, 2));
        }
        QCOMPARE(m_probe->complaints(), QString());
        for (const QQuickItem *item : m_window->items()) {
            const QVariant address = item->property("fullAddress");
            if (address.isValid())
                QVERIFY(Address::parse(address.toString()));
        }
        QCOMPARE(m_window->models.people()->peers()->count(), m_strangers + 1);
    }

    void canStillWriteAndLeave()
    {
        m_window->room.sent.clear();
        m_window->click(u"chatField"_s);
        m_window->type(u"I am fine"_s);
        QTest::keyClick(m_window->window, Qt::Key_Return);
        QCOMPARE(m_window->room.sentOf<rfc4::Chat>().size(), 1U);
        QCOMPARE(m_window->room.sentOf<rfc4::Chat>().front().message, u"I am fine"_s);
        m_window->click(u"leaveButton"_s);
        QCOMPARE(m_window->models.connection()->state(), RoomConnection::State::Disconnected);
        QCOMPARE(m_window->models.people()->peers()->count(), 0);
    }

    void makesNoConnectionLater()
    {
        QTcpServer control; // a connection that the window began earlier would have arrived before this one
        QVERIFY(control.listen(QHostAddress::LocalHost));
        QSignalSpy connected(&m_trap, &QTcpServer::newConnection);
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, control.serverPort());
        QTRY_VERIFY(control.hasPendingConnections());
        QCoreApplication::processEvents();
        QVERIFY(connected.isEmpty());
        QCOMPARE(m_window->main.network().refusals(), 0);
    }

    // The checks above can fail: what they look for is possible.

    void detectsMarkup_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<bool>("requestsNetwork");
        QTest::newRow("rich text") << QByteArray("RichText") << true;
        QTest::newRow("styled text") << QByteArray("StyledText") << true;
        QTest::newRow("automatic format") << QByteArray("AutoText") << true;
        QTest::newRow("plain text") << QByteArray("PlainText") << false;
    }
    void detectsMarkup()
    {
        QFETCH(const QByteArray, format);
        QFETCH(const bool, requestsNetwork);
        RealWindow window;
        QVERIFY(window.show());
        QVERIFY(QTest::qWaitForWindowExposed(window.window));
        const WindowProbe probe(window, m_trap);
        QQuickItem *text = addText(qmlEngine(window.window), window.window, format, u"look: "_s + image());
        const int connectionCount = m_trap.connectionCount();
        if (requestsNetwork) {
            QTRY_VERIFY(window.main.network().refusals() > 0);
            QVERIFY2(probe.complaints().contains(u"requested"_s), qPrintable(probe.complaints()));
            QVERIFY(probe.complaints().contains(u"not plain"_s));
        } else {
            QCOMPARE(probe.complaints(), QString());
        }
        QCOMPARE(m_trap.connectionCount(), connectionCount); // still refused
        delete text;
    }

    void connectsWithoutNetworkLock()
    {
        QQmlEngine open; // an engine without DenyAllNetwork
        QQuickWindow window;
        window.resize(300, 200);
        window.show();
        addText(&open, &window, "RichText", image());
        const int connectionCount = m_trap.connectionCount();
        QTRY_VERIFY(m_trap.connectionCount() > connectionCount);
    }
};

ISLET_GUI_TEST(TestHostilePeers);
#include "tst_hostilepeers.moc"
