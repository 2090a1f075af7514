// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeroom.h"
#include "tests/support/hostilecorpus.h"
#include "tests/support/screen.h"
#include "tests/support/testmain.h"
#include "windowprobe.h"

#include <QProcess>
#include <QSignalSpy>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto onScreen = "ISLET_TEST_ON_SCREEN"; // renders with the scene graph instead of in software

//! Records desktop notifications.
class FakeNotifier : public Notifier {
    Q_OBJECT

public:
    void show(const Note &note) override { shown.append(note); }
    void withdraw() override { }

    QList<Note> shown;
};

} // namespace

//! Hostile names, lines and emotes of peers, in every view that shows them.
class TestHostileViews : public QObject {
    Q_OBJECT

private:
    QQuickItem *item(const char *name) const { return m_window->item(QString::fromLatin1(name)); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(m_window->window, key, modifiers);
    }
    bool waitUntilSeen(const char *name) const
    {
        return QTest::qWaitFor([&] {
            m_window->window->grabWindow();
            return m_window->isSeen(QString::fromLatin1(name));
        });
    }
    bool waitUntilHidden(const char *name) const
    {
        return QTest::qWaitFor([&] { return !m_window->isSeen(QString::fromLatin1(name)); });
    }
    void introduce(const Address &who, const QString &text)
    {
        Profile profile;
        profile.name = text;
        profile.description = text;
        profile.version = ++m_version;
        m_window->room.hear(who, rfc4::ProfileResponse{QString::fromUtf8(profile.toJson(who)), {}});
    }
    //! Two peers join who use this text as name, chat line and emote.
    void joinPeers(const QByteArray &utf8);
    void checkCard();
    void checkMenuAndDetails();
    void checkLink();
    void checkCompletion();

    TrapServer m_trap;
    std::unique_ptr<RealWindow> m_window;
    std::unique_ptr<WindowProbe> m_probe;
    Address m_stranger;
    std::uint32_t m_version = 0;
    int m_strangers = 0;

public:
    static void initMain()
    {
        if (!qEnvironmentVariableIsSet(onScreen))
            RealWindow::prepare();
        else
            QQuickStyle::setStyle(u"Basic"_s);
    }

private slots:
    void initTestCase()
    {
        m_window = std::make_unique<RealWindow>();
        QVERIFY(m_window->show());
        QVERIFY(QTest::qWaitForWindowExposed(m_window->window));
        if (qEnvironmentVariableIsSet(onScreen))
            m_window->window->resize(1'024, 600); // fewer pixels, since rendering without a GPU is slow
        m_window->enterRoom();
        m_window->room.hear(numberedAddress(0), rfc4::Chat{u"hello"_s, 0});
        // The layout settles with one of the first frames.
        const auto isSettled = [this] {
            m_window->window->grabWindow();
            m_probe = std::make_unique<WindowProbe>(*m_window, m_trap);
            return m_probe->complaints().isEmpty();
        };
        QVERIFY2(isSettled() || isSettled(), qPrintable(m_probe->complaints()));
    }
    void cleanupTestCase()
    {
        m_probe.reset();
        m_window.reset();
    }
    void cleanup() { QCOMPARE(m_trap.connectionCount(), 0); }

    void everyView_data()
    {
        QTest::addColumn<QByteArray>("utf8");
        for (const HostileText &hostile : hostileTexts(m_trap.serverPort()))
            QTest::newRow(hostile.name) << hostile.utf8;
    }
    void everyView();
    void toleratesTextInSearch_data() { everyView_data(); }
    void toleratesTextInSearch();
    void toleratesTextInNotification_data() { everyView_data(); }
    void toleratesTextInNotification();
    void everyViewOnSceneGraph();
};

void TestHostileViews::joinPeers(const QByteArray &utf8)
{
    using namespace rfc4;
    FakeTransport &room = m_window->room;
    for (int n = 0; n < 2; ++n) {
        m_stranger = numberedAddress(++m_strangers);
        emit room.peerJoined(m_stranger);
        // At my position: label and bubble are in the middle of the map, and the peer is first in the list.
        room.hear(m_stranger, positionOf({{8, 0, 8}, 0, {}}, 1));
        introduce(m_stranger, QString::fromUtf8(utf8));
        room.hear(m_stranger, packetWithBytes(PlayerEmote{}, &PlayerEmote::urn, utf8));
        room.hear(m_stranger, packetWithBytes(Chat{}, &Chat::message, utf8));
    }
    room.hear(m_stranger, Chat{u"https://evil.example/"_s + QString::fromUtf8(utf8.left(900)), 0});
}

void TestHostileViews::checkCard()
{
    auto *list = item("peopleList");
    const int row = m_window->models.people()->order()->rowOf(m_stranger.toChecksummed());
    QVERIFY(row >= 0);
    list->forceActiveFocus(Qt::TabFocusReason);
    list->setProperty("currentIndex", row);
    press(Qt::Key_Return);
    QVERIFY(waitUntilSeen("personCard"));
    QCOMPARE(m_probe->complaints(), QString());
    QCOMPARE(m_window->textOf(u"cardAddress"_s), m_stranger.toShort());
    press(Qt::Key_Escape);
    QVERIFY(waitUntilHidden("personCard"));
}

void TestHostileViews::checkMenuAndDetails()
{
    item("chatList")->forceActiveFocus(Qt::TabFocusReason);
    press(Qt::Key_End);
    press(Qt::Key_Menu);
    QVERIFY(waitUntilSeen("chatDetails"));
    QCOMPARE(m_probe->complaints(), QString());
    m_window->click(u"chatDetails"_s);
    QVERIFY(waitUntilSeen("chatDetailsText"));
    QCOMPARE(m_probe->complaints(), QString());
    QVERIFY(m_window->textOf(u"chatDetailsText"_s).contains(m_stranger.toChecksummed()));
    press(Qt::Key_Escape);
    QVERIFY(waitUntilHidden("chatDetailsText"));
}

void TestHostileViews::checkLink()
{
    const auto links = m_window->items();
    for (QQuickItem *link : links) {
        if (link->objectName() != "chatLink"_L1 || !link->isVisible())
            continue;
        QMetaObject::invokeMethod(link, "clicked");
        QVERIFY(waitUntilSeen("chatLinkHost"));
        QCOMPARE(m_probe->complaints(), QString());
        press(Qt::Key_Escape);
        QVERIFY(waitUntilHidden("chatLinkHost"));
        return;
    }
}

void TestHostileViews::checkCompletion()
{
    item("chatField")->forceActiveFocus(Qt::TabFocusReason);
    m_window->type(m_stranger.toChecksummed().left(6));
    press(Qt::Key_Tab);
    // The field grows with the text, so positions are compared with a new probe.
    m_window->window->grabWindow();
    const QString complaints = WindowProbe(*m_window, m_trap).complaints();
    for (const QQuickItem *one : m_window->items()) {
        if (one->objectName() == "chatName"_L1 && one->isVisible())
            QVERIFY2(isFitToBeShown(one->property("text").toString()), qPrintable(one->property("text").toString()));
    }
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    QCOMPARE(complaints, QString());
    QCOMPARE(m_probe->complaints(), QString());
}

void TestHostileViews::everyView()
{
    QFETCH(const QByteArray, utf8);
    using Scheme = Appearance::Scheme;
    m_window->app.appearance()->setScheme(m_strangers % 4 == 0 ? Scheme::Dark : Scheme::Light);
    joinPeers(utf8);
    QCOMPARE(m_probe->complaints(), QString()); // lists, and the map with labels, bubbles and emotes
    QVERIFY2(isFitToBeShown(m_window->window->title()), qPrintable(m_window->window->title()));
    ChatModel &chat = *m_window->models.chat();
    const QString author = chat.index(chat.rowCount() - 1).data(ChatModel::AuthorRole).toString();
    QVERIFY2(author.endsWith(m_stranger.toShort()) && isFitToBeShown(author), qPrintable(author));
    checkCard();
    checkMenuAndDetails();
    checkLink();
    checkCompletion();
}

void TestHostileViews::toleratesTextInSearch()
{
    QFETCH(const QByteArray, utf8);
    const QString text = QString::fromUtf8(utf8).left(5'000);
    m_window->room.hear(m_stranger, rfc4::Chat{text, 0});
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(waitUntilSeen("chatSearchField"));
    const WindowProbe probe(*m_window, m_trap);
    item("chatSearchField")->setProperty("text", text);
    QCOMPARE(probe.complaints(), QString());
    press(Qt::Key_Return);
    QCOMPARE(probe.complaints(), QString());
    item("chatSearchField")->setProperty("text", QString());
    press(Qt::Key_Escape);
    QVERIFY(waitUntilHidden("chatSearchField"));

    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(waitUntilSeen("paletteField"));
    item("paletteField")->setProperty("text", text);
    QCOMPARE(m_probe->complaints(), QString());
    press(Qt::Key_Escape);
    QVERIFY(waitUntilHidden("paletteField"));
}

void TestHostileViews::toleratesTextInNotification()
{
    QFETCH(const QByteArray, utf8);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"islet.ini"_s), QSettings::IniFormat);
    DesktopNotifications notes(settings, std::chrono::milliseconds(0));
    FakeNotifier notifier;
    QWindow elsewhere; // never shown, so never active
    notes.watch(elsewhere);
    notes.sendBy(notifier);
    notes.tell(QString::fromUtf8(utf8), QString::fromUtf8(utf8));
    QCOMPARE(notifier.shown.size(), 1);
    for (const QString &text : {notifier.shown[0].title, notifier.shown[0].body}) {
        QVERIFY2(isFitToBeShown(text), qPrintable(text));
        QVERIFY(text.size() <= DesktopNotifications::longestBody);
    }
}

void TestHostileViews::everyViewOnSceneGraph()
{
    if (qEnvironmentVariableIsSet(onScreen))
        return;
    Screen screen;
    QVERIFY2(screen.start(), qPrintable(screen.why()));
    QProcess self;
    QProcessEnvironment environment = screen.environment();
    environment.insert(QString::fromLatin1(onScreen), u"1"_s);
    environment.insert(u"QT_QUICK_BACKEND"_s, u"rhi"_s);
    environment.insert(u"QT_SCALE_FACTOR"_s, u"1"_s);
    // Mesa's own leaks cannot be told from ours there. The tests above look for leaks in the same code.
    environment.insert(u"ASAN_OPTIONS"_s, qEnvironmentVariable("ASAN_OPTIONS") + u":detect_leaks=0"_s);
    self.setProcessEnvironment(environment);
    self.setProcessChannelMode(QProcess::MergedChannels);
    self.start(QCoreApplication::applicationFilePath(), {u"hostileviews"_s, u"everyView"_s});
    constexpr int patience = 900'000;
    QVERIFY(self.waitForFinished(patience));
    const QByteArray output = self.readAll();
    QVERIFY2(self.exitStatus() == QProcess::NormalExit && self.exitCode() == 0, output.constData());
}

ISLET_GUI_TEST(TestHostileViews);
#include "tst_hostileviews.moc"
