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

constexpr auto onScreen = "ISLET_TEST_ON_SCREEN"; // then not in software, but by the scene graph of most people

//! What the desktop would be asked to show.
class NoteTrap : public Notifier {
    Q_OBJECT

public:
    void show(const Note &note) override { shown.append(note); }
    void withdraw() override { }

    QList<Note> shown;
};

} // namespace

//! People whose names, lines and emotes mean harm, in every view that opens when one uses the window.
class TestHostileViews : public QObject {
    Q_OBJECT

private:
    QQuickItem *item(const char *name) const { return m_window->item(QString::fromLatin1(name)); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(m_window->window, key, modifiers);
    }
    bool sees(const char *name) const
    {
        return QTest::qWaitFor([&] {
            m_window->window->grabWindow();
            return m_window->isSeen(QString::fromLatin1(name));
        });
    }
    bool misses(const char *name) const
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
    //! Two strangers come who are called so, say so and play so.
    void come(const QByteArray &utf8);
    void lookAtTheCard();
    void lookAtTheMenuAndTheDetails();
    void lookAtTheLink();
    void completeTheName();

    Beacon m_beacon;
    std::unique_ptr<RealWindow> m_window;
    std::unique_ptr<WindowWatch> m_watch;
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
            m_window->window->resize(1'024, 600); // without a GPU each pixel takes its time
        m_window->enterRoom();
        m_window->room.hear(numberedAddress(0), rfc4::Chat{u"hello"_s, 0});
        // Everything finds its place with one of the first frames.
        const auto isSettled = [this] {
            m_window->window->grabWindow();
            m_watch = std::make_unique<WindowWatch>(*m_window, m_beacon);
            return m_watch->complaints().isEmpty();
        };
        QVERIFY2(isSettled() || isSettled(), qPrintable(m_watch->complaints()));
    }
    void cleanupTestCase()
    {
        m_watch.reset();
        m_window.reset();
    }
    void cleanup() { QCOMPARE(m_beacon.knocks(), 0); }

    void everyView_data()
    {
        QTest::addColumn<QByteArray>("utf8");
        for (const HostileText &hostile : hostileTexts(m_beacon.serverPort()))
            QTest::newRow(hostile.name) << hostile.utf8;
    }
    void everyView();
    void searchAndPalette_data() { everyView_data(); }
    void searchAndPalette();
    void notesOnTheDesktop_data() { everyView_data(); }
    void notesOnTheDesktop();
    void theSameByTheSceneGraph();
};

void TestHostileViews::come(const QByteArray &utf8)
{
    using namespace rfc4;
    FakeTransport &room = m_window->room;
    for (int n = 0; n < 2; ++n) {
        m_stranger = numberedAddress(++m_strangers);
        emit room.peerJoined(m_stranger);
        // Where I stand: their label and bubble are in the middle of the map, and they are the first of the list.
        room.hear(m_stranger, positionOf({{8, 0, 8}, 0, {}}, 1));
        introduce(m_stranger, QString::fromUtf8(utf8));
        room.hear(m_stranger, packetWithBytes(PlayerEmote{}, &PlayerEmote::urn, utf8));
        room.hear(m_stranger, packetWithBytes(Chat{}, &Chat::message, utf8));
    }
    room.hear(m_stranger, Chat{u"https://evil.example/"_s + QString::fromUtf8(utf8.left(900)), 0});
}

void TestHostileViews::lookAtTheCard()
{
    auto *list = item("peopleList");
    const int row = m_window->main.people().order()->rowOf(m_stranger.toChecksummed());
    QVERIFY(row >= 0);
    list->forceActiveFocus(Qt::TabFocusReason);
    list->setProperty("currentIndex", row);
    press(Qt::Key_Return);
    QVERIFY(sees("personCard"));
    QCOMPARE(m_watch->complaints(), QString());
    QCOMPARE(m_window->textOf(u"cardAddress"_s), m_stranger.toShort());
    press(Qt::Key_Escape);
    QVERIFY(misses("personCard"));
}

void TestHostileViews::lookAtTheMenuAndTheDetails()
{
    item("chatList")->forceActiveFocus(Qt::TabFocusReason);
    press(Qt::Key_End);
    press(Qt::Key_Menu);
    QVERIFY(sees("chatDetails"));
    QCOMPARE(m_watch->complaints(), QString());
    m_window->click(u"chatDetails"_s);
    QVERIFY(sees("chatDetailsText"));
    QCOMPARE(m_watch->complaints(), QString());
    QVERIFY(m_window->textOf(u"chatDetailsText"_s).contains(m_stranger.toChecksummed()));
    press(Qt::Key_Escape);
    QVERIFY(misses("chatDetailsText"));
}

void TestHostileViews::lookAtTheLink()
{
    const auto links = m_window->items();
    for (QQuickItem *link : links) {
        if (link->objectName() != "chatLink"_L1 || !link->isVisible())
            continue;
        QMetaObject::invokeMethod(link, "clicked");
        QVERIFY(sees("chatLinkHost"));
        QCOMPARE(m_watch->complaints(), QString());
        press(Qt::Key_Escape);
        QVERIFY(misses("chatLinkHost"));
        return;
    }
}

void TestHostileViews::completeTheName()
{
    item("chatField")->forceActiveFocus(Qt::TabFocusReason);
    m_window->type(m_stranger.toChecksummed().left(6));
    press(Qt::Key_Tab);
    // The field is as high as the line that one writes.
    m_window->window->grabWindow();
    const QString complaints = WindowWatch(*m_window, m_beacon).complaints();
    for (const QQuickItem *one : m_window->items()) {
        if (one->objectName() == "chatName"_L1 && one->isVisible())
            QVERIFY2(isFitToBeShown(one->property("text").toString()), qPrintable(one->property("text").toString()));
    }
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    QCOMPARE(complaints, QString());
    QCOMPARE(m_watch->complaints(), QString());
}

void TestHostileViews::everyView()
{
    QFETCH(const QByteArray, utf8);
    using Scheme = Appearance::Scheme;
    m_window->main.appearance().setScheme(m_strangers % 4 == 0 ? Scheme::Dark : Scheme::Light);
    come(utf8);
    QCOMPARE(m_watch->complaints(), QString()); // the lists, the map with their labels, bubbles and emotes
    QVERIFY2(isFitToBeShown(m_window->window->title()), qPrintable(m_window->window->title()));
    ChatModel &chat = m_window->main.chat();
    const QString author = chat.index(chat.rowCount() - 1).data(ChatModel::AuthorRole).toString();
    QVERIFY2(author.endsWith(m_stranger.toShort()) && isFitToBeShown(author), qPrintable(author));
    lookAtTheCard();
    lookAtTheMenuAndTheDetails();
    lookAtTheLink();
    completeTheName();
}

void TestHostileViews::searchAndPalette()
{
    QFETCH(const QByteArray, utf8);
    const QString text = QString::fromUtf8(utf8).left(5'000);
    m_window->room.hear(m_stranger, rfc4::Chat{text, 0});
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(sees("chatSearchField"));
    const WindowWatch watch(*m_window, m_beacon);
    item("chatSearchField")->setProperty("text", text);
    QCOMPARE(watch.complaints(), QString());
    press(Qt::Key_Return);
    QCOMPARE(watch.complaints(), QString());
    item("chatSearchField")->setProperty("text", QString());
    press(Qt::Key_Escape);
    QVERIFY(misses("chatSearchField"));

    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(sees("paletteField"));
    item("paletteField")->setProperty("text", text);
    QCOMPARE(m_watch->complaints(), QString());
    press(Qt::Key_Escape);
    QVERIFY(misses("paletteField"));
}

void TestHostileViews::notesOnTheDesktop()
{
    QFETCH(const QByteArray, utf8);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"islet.ini"_s), QSettings::IniFormat);
    DesktopNotifications notes(settings, std::chrono::milliseconds(0));
    NoteTrap trap;
    QWindow elsewhere; // never shown, so never looked at
    notes.watch(elsewhere);
    notes.sendBy(trap);
    notes.tell(QString::fromUtf8(utf8), QString::fromUtf8(utf8));
    QCOMPARE(trap.shown.size(), 1);
    for (const QString &text : {trap.shown[0].title, trap.shown[0].body}) {
        QVERIFY2(isFitToBeShown(text), qPrintable(text));
        QVERIFY(text.size() <= DesktopNotifications::longestBody);
    }
}

void TestHostileViews::theSameByTheSceneGraph()
{
    if (qEnvironmentVariableIsSet(onScreen))
        return;
    Screen screen;
    QVERIFY2(screen.start(), qPrintable(screen.why()));
    QProcess again;
    QProcessEnvironment environment = screen.environment();
    environment.insert(QString::fromLatin1(onScreen), u"1"_s);
    environment.insert(u"QT_QUICK_BACKEND"_s, u"rhi"_s);
    environment.insert(u"QT_SCALE_FACTOR"_s, u"1"_s);
    again.setProcessEnvironment(environment);
    again.setProcessChannelMode(QProcess::MergedChannels);
    again.start(QCoreApplication::applicationFilePath(), {u"hostileviews"_s, u"everyView"_s});
    constexpr int patience = 900'000;
    QVERIFY(again.waitForFinished(patience));
    const QByteArray said = again.readAll();
    QVERIFY2(again.exitStatus() == QProcess::NormalExit && again.exitCode() == 0, said.constData());
}

ISLET_GUI_TEST(TestHostileViews);
#include "tst_hostileviews.moc"
