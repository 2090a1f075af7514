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

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Everything that a peer can write, written by peers who mean harm, in the window that people get.
class TestHostilePeers : public QObject {
    Q_OBJECT

private:
    //! A Text in the engine of the window, as somebody may once add one by mistake.
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

    //! Whether a line of chat that says this is within the list's window.
    bool isRead(const QString &text) const
    {
        const QRectF list = m_window->placeOf(u"chatList"_s);
        for (const QQuickItem *item : m_window->items()) {
            if (item->objectName() == "chatText"_L1 && item->isVisible() && item->property("text").toString() == text)
                return list.contains(item->mapRectToScene(item->boundingRect()));
        }
        return false;
    }

    QString image() const { return u"<img src=\"http://127.0.0.1:%1/x.png\">"_s.arg(m_beacon.serverPort()); }

    Beacon m_beacon;
    std::unique_ptr<RealWindow> m_window;
    std::unique_ptr<WindowWatch> m_watch;
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
        m_watch = std::make_unique<WindowWatch>(*m_window, m_beacon);
        QCOMPARE(m_watch->complaints(), QString());
    }

    void cleanupTestCase()
    {
        m_watch.reset();
        m_window.reset();
    }

    void everyFieldOfEveryMessage_data()
    {
        QTest::addColumn<QByteArray>("utf8");
        for (const HostileText &hostile : hostileTexts(m_beacon.serverPort()))
            QTest::newRow(hostile.name) << hostile.utf8;
    }
    void everyFieldOfEveryMessage()
    {
        using namespace rfc4;
        QFETCH(const QByteArray, utf8);
        ChatModel &chat = m_window->main.chat();
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
        room.hear(who, utf8); // no packet at all
        QCOMPARE(m_watch->complaints(), QString());

        // One line at most came of it, and it bears the name of who wrote it.
        QVERIFY(chat.rowCount() <= before + 1);
        for (int row = before; row < chat.rowCount(); ++row) {
            QCOMPARE(chat.index(row).data(ChatModel::KindRole).toInt(), int(ChatModel::Theirs));
            QCOMPARE(chat.index(row).data(ChatModel::AuthorRole).toString(), who.toShort());
        }
        const QString last = u"%1 is still here"_s.arg(m_strangers);
        room.hear(who, Chat{last, 0});
        QCOMPARE(m_watch->complaints(), QString());
        QTRY_VERIFY(isRead(last)); // the list went on to the end
    }

    void theWholeListFromTheTop()
    {
        QQuickItem *list = m_window->item(u"chatList"_s);
        const int lines = m_window->main.chat().rowCount();
        QVERIFY2(lines > 80, qPrintable(QString::number(lines))); // or the test above tested nothing
        constexpr int beginning = 0; // ListView.Beginning
        list->setProperty("atEnd", false); // or it returns to the newest line by itself
        for (int row = 0; row < lines; ++row) {
            QMetaObject::invokeMethod(list, "positionViewAtIndex", Q_ARG(int, row), Q_ARG(int, beginning));
            QTRY_COMPARE(m_watch->complaints(), QString()); // a list may take some frames to find its place
        }
    }

    void everybodyIsInTheListByTheirAddressAlone()
    {
        // Whoever is silent for a minute has left, and on a slow machine the tests above take longer.
        for (int who = 0; who <= m_strangers; ++who) {
            emit m_window->room.peerJoined(numberedAddress(who));
            m_window->room.hear(numberedAddress(who), rfc4::positionOf({{8, 0, 8}, 0, {}}, 2));
        }
        QCOMPARE(m_watch->complaints(), QString());
        for (const QQuickItem *item : m_window->items()) {
            const QVariant address = item->property("fullAddress");
            if (address.isValid())
                QVERIFY(Address::parse(address.toString()));
        }
        QCOMPARE(m_window->main.peers().count(), m_strangers + 1);
    }

    void oneCanStillWriteAndLeave()
    {
        m_window->room.sent.clear();
        m_window->click(u"chatField"_s);
        m_window->type(u"I am fine"_s);
        QTest::keyClick(m_window->window, Qt::Key_Return);
        QCOMPARE(m_window->room.sentOf<rfc4::Chat>().size(), 1U);
        QCOMPARE(m_window->room.sentOf<rfc4::Chat>().front().message, u"I am fine"_s);
        m_window->click(u"leaveButton"_s);
        QCOMPARE(m_window->main.entry().state(), RoomConnection::State::Disconnected);
        QCOMPARE(m_window->main.peers().count(), 0);
    }

    void nobodyKnocksLater()
    {
        QSignalSpy knocked(&m_beacon, &QTcpServer::newConnection);
        QVERIFY(!knocked.wait(500));
        QCOMPARE(m_window->main.network().refusals(), 0);
    }

    // The traps above can spring: what they wait for is possible.

    void theTrapsSpring_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<bool>("asks");
        QTest::newRow("rich text") << QByteArray("RichText") << true;
        QTest::newRow("styled text") << QByteArray("StyledText") << true;
        QTest::newRow("guessed text") << QByteArray("AutoText") << true;
        QTest::newRow("plain text") << QByteArray("PlainText") << false;
    }
    void theTrapsSpring()
    {
        QFETCH(const QByteArray, format);
        QFETCH(const bool, asks);
        RealWindow window;
        QVERIFY(window.show());
        QVERIFY(QTest::qWaitForWindowExposed(window.window));
        const WindowWatch watch(window, m_beacon);
        QQuickItem *text = addText(qmlEngine(window.window), window.window, format, u"look: "_s + image());
        const int knocks = m_beacon.knocks();
        if (asks) {
            QTRY_VERIFY(window.main.network().refusals() > 0);
            QVERIFY2(watch.complaints().contains(u"asked"_s), qPrintable(watch.complaints()));
            QVERIFY(watch.complaints().contains(u"not plain"_s));
        } else {
            QCOMPARE(watch.complaints(), QString());
        }
        QCOMPARE(m_beacon.knocks(), knocks); // refused, all the same
        delete text;
    }

    void withoutTheLockTheyWouldKnock()
    {
        QQmlEngine open; // an engine as it is without DenyAllNetwork
        QQuickWindow window;
        window.resize(300, 200);
        window.show();
        addText(&open, &window, "RichText", image());
        const int knocks = m_beacon.knocks();
        QTRY_VERIFY(m_beacon.knocks() > knocks);
    }
};

ISLET_GUI_TEST(TestHostilePeers);
#include "tst_hostilepeers.moc"
