// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "server/roomserver.h"
#include "tests/support/holdingproxy.h"
#include "tests/support/minicomms.h"
#include "tests/support/outlastretry.h"
#include "tests/support/ownhome.h"
#include "tests/support/screen.h"
#include "tests/support/testclient.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

const QString pictures = QStringLiteral(ISLET_PICTURES "/journeys");

// Layout of a window of 1280 x 800.
constexpr QRect mapArea{0, 50, 950, 660};
constexpr QRect peopleArea{965, 95, 310, 270};
constexpr QRect chatArea{965, 400, 310, 260};
constexpr QPoint mapMiddle{478, 382};
constexpr int patience = 20'000; // ms; the maximum wait for any condition

} // namespace

//! One user's session from the first start on. Each step continues from the one before, using only keyboard and
//! mouse, and asserts only what the screen or another peer in the room shows. Saves a screenshot of each step.
class TestJourneys : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();

    void firstStartByKeyboard();
    void joinsRoom();
    void walksAndChats();
    void mutesFromPeopleList();
    void reconnectsAfterNetworkLoss();
    void isKicked();
    void leaves();
    void secondStartSkipsWelcome();

private:
    void start();
    void stop();
    bool press(const QString &key) { return m_screen.press(key); }
    //! Waits until the window's title matches.
    bool isTitled(const QString &pattern)
    {
        return QTest::qWaitFor(
            [&] {
                return m_screen.act({u"search"_s, u"--onlyvisible"_s, u"--name"_s, pattern});
            },
            patience);
    }
    bool go(const QString &where) { return press(u"ctrl+l"_s) && m_screen.type(where) && press(u"Return"_s); }
    std::optional<Placement> seenAt() const
    {
        return m_neighbour.directory.find(m_person) ? m_neighbour.directory.find(m_person)->placement : std::nullopt;
    }

    Screen m_screen;
    MiniComms m_miniComms;
    std::unique_ptr<HoldingProxy> m_proxy;
    RoomServer m_kickingServer{RoomOptions()};
    QTemporaryDir m_home;
    QProcess m_islet;
    TestClient m_neighbour;
    Address m_person;
};

void TestJourneys::initTestCase()
{
    QVERIFY2(m_screen.start(), qPrintable(m_screen.why()));
    QVERIFY2(m_miniComms.start(), qPrintable(m_miniComms.why()));
    QVERIFY(m_kickingServer.listen());
    QVERIFY(QDir().mkpath(pictures));
    m_proxy = std::make_unique<HoldingProxy>(QUrl(m_miniComms.connectionString(u"x"_s).section(u':', 1)).port());
    m_neighbour.stand({20, 0, 14}, 270);
    QVERIFY(m_neighbour.join(m_miniComms.connectionString(u"evening"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(m_neighbour.isIn(), patience);
    start();
}

void TestJourneys::init()
{
    if (m_islet.state() != QProcess::Running)
        QSKIP("the step before has failed");
}

void TestJourneys::cleanup()
{
    const QString name = QString::fromLatin1(QTest::currentTestFunction());
    m_screen.picture().save(
        u"%1/%2%3.png"_s.arg(pictures, name, QTest::currentTestFailed() ? u"-failed"_s : QString()));
    if (QTest::currentTestFailed())
        stop();
}

void TestJourneys::cleanupTestCase()
{
    stop();
}

void TestJourneys::start()
{
    QProcessEnvironment environment = m_screen.environment();
    giveOwnHome(environment, m_home.path());
    environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
    m_islet.setProcessEnvironment(environment);
    m_islet.setProcessChannelMode(QProcess::ForwardedChannels);
    m_islet.start(QStringLiteral(ISLET_BIN "/islet"), QStringList());
    QVERIFY(m_islet.waitForStarted());
    QVERIFY(isTitled(u"^Islet$"_s));
    // There is no window manager to focus the window.
    QVERIFY(m_screen.act(
        {u"search"_s, u"--sync"_s, u"--onlyvisible"_s, u"--name"_s, u"^Islet$"_s, u"windowfocus"_s, u"--sync"_s}));
    // The parts around the map are loaded after it.
    const auto hasBar = [this] {
        const QImage picture = m_screen.picture();
        const QRect bar(10, 10, 700, 20);
        return countPixels(picture, bar, picture.pixel(bar.topLeft())) < bar.width() * bar.height() - 50;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasBar(), patience);
}

void TestJourneys::stop()
{
    m_islet.terminate();
    if (!m_islet.waitForFinished(5'000))
        m_islet.kill();
    m_islet.waitForFinished();
}

void TestJourneys::firstStartByKeyboard()
{
    // The welcome sheet covers the middle of the map, and dims the rest.
    constexpr QRect corner{20, 100, 100, 100};
    const auto isVeiled = [this, corner] {
        const QImage picture = m_screen.picture();
        const QRgb color = picture.pixel(corner.center());
        return qGray(color) > 0 && countPixels(picture, corner, color) > 5'000; // all is black before the first frame
    };
    QTRY_VERIFY_WITH_TIMEOUT(isVeiled(), patience);
    const auto nextStep = [this] {
        const QImage before = m_screen.picture();
        const bool isPressed = press(u"space"_s);
        return isPressed
            && QTest::qWaitFor([&] { return countDifferences(before, m_screen.picture(), mapArea) > 2'000; }, patience);
    };
    // The name field is one Tab after the button.
    const QImage before = m_screen.picture();
    QVERIFY(press(u"Tab"_s));
    QVERIFY(m_screen.type(u"Ana"_s));
    QTRY_VERIFY_WITH_TIMEOUT(countDifferences(before, m_screen.picture(), mapArea) > 20, patience);
    QVERIFY(press(u"shift+Tab"_s));
    QVERIFY(nextStep());
    QVERIFY(nextStep());
    QVERIFY(nextStep()); // joins the embedded room
    QVERIFY(isTitled(u" - Islet$"_s));
}

void TestJourneys::joinsRoom()
{
    QSignalSpy joined(&m_neighbour.directory, &PeerDirectory::peerAdded);
    QVERIFY(go(m_proxy->instead(m_miniComms.connectionString(u"evening"_s))));
    QTRY_COMPARE_WITH_TIMEOUT(joined.size(), 1, patience);
    m_person = joined.constFirst().constFirst().value<Address>();
    QVERIFY(isTitled(u"evening at .* - Islet$"_s));
}

void TestJourneys::walksAndChats()
{
    QVERIFY(press(u"ctrl+1"_s)); // focuses the map
    QTRY_VERIFY_WITH_TIMEOUT(seenAt().has_value(), patience);
    QVERIFY(m_screen.act({u"keydown"_s, u"d"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(seenAt()->position.x > 10, patience);
    QVERIFY(m_screen.act({u"keyup"_s, u"d"_s}));
    const float before = seenAt()->position.z;
    QVERIFY(m_screen.click(mapMiddle - QPoint(0, 60))); // walks north
    QTRY_VERIFY_WITH_TIMEOUT(seenAt()->position.z > before + 2, patience);

    QVERIFY(press(u"Return"_s));
    QVERIFY(m_screen.type(u"good evening"_s));
    QVERIFY(press(u"Return"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_neighbour.chats.isEmpty(), patience);
    QCOMPARE(m_neighbour.chats.constLast().text, u"good evening"_s);
    const QImage quiet = m_screen.picture();
    QVERIFY(m_neighbour.adapter.sendChat(u"and to you"_s));
    QTRY_VERIFY_WITH_TIMEOUT(countDifferences(quiet, m_screen.picture(), chatArea) > 100, patience);
}

void TestJourneys::mutesFromPeopleList()
{
    const QImage before = m_screen.picture();
    QVERIFY(press(u"ctrl+3"_s));
    QVERIFY(press(u"Down"_s));
    QTRY_VERIFY_WITH_TIMEOUT(countDifferences(before, m_screen.picture(), peopleArea) > 500, patience); // selected
    const QImage chosen = m_screen.picture();
    QVERIFY(press(u"ctrl+shift+m"_s));
    QTRY_VERIFY_WITH_TIMEOUT(countDifferences(chosen, m_screen.picture(), peopleArea) > 20, patience); // "muted"
    QVERIFY(press(u"Escape"_s));
}

void TestJourneys::reconnectsAfterNetworkLoss()
{
    const QImage before = m_screen.picture();
    m_proxy->hold();
    m_proxy->cut();
    QTRY_VERIFY_WITH_TIMEOUT(countDifferences(before, m_screen.picture(), mapArea) > 5'000, patience); // the card
    QTRY_VERIFY_WITH_TIMEOUT(!m_neighbour.directory.find(m_person), patience);
    m_screen.picture().save(pictures + u"/theNetworkIsGone.png"_s);
    // A message written while disconnected is sent after the reconnection.
    QVERIFY(press(u"ctrl+2"_s));
    QVERIFY(m_screen.type(u"can you hear me?"_s));
    QVERIFY(press(u"Return"_s));
    m_proxy->release();
    QTRY_VERIFY_WITH_TIMEOUT(m_neighbour.directory.find(m_person), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_neighbour.chats.constLast().text, u"can you hear me?"_s, patience);
}

void TestJourneys::isKicked()
{
    QSignalSpy joined(&m_kickingServer, &RoomServer::peerJoined);
    QVERIFY(go(m_kickingServer.connectionString()));
    QTRY_COMPARE_WITH_TIMEOUT(joined.size(), 1, patience);
    QVERIFY(isTitled(u" - Islet$"_s));
    const QImage before = m_screen.picture();
    QVERIFY(m_kickingServer.kick(m_person, u"be nice"_s));
    QTRY_VERIFY_WITH_TIMEOUT(countDifferences(before, m_screen.picture(), mapArea) > 5'000, patience);
    QVERIFY(isTitled(u"Islet$"_s));
    QVERIFY(outlastFirstRetry(m_kickingServer));
    QVERIFY(std::ranges::none_of(
        joined.mid(1), [&](const auto &one) { return one.constFirst().template value<Address>() == m_person; }));
}

void TestJourneys::leaves()
{
    QVERIFY(go(m_miniComms.connectionString(u"evening"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(m_neighbour.directory.find(m_person), patience);
    QVERIFY(press(u"ctrl+shift+l"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_neighbour.directory.find(m_person), patience);
    QVERIFY(isTitled(u"^(\\([0-9]+\\) )?Islet$"_s));
}

void TestJourneys::secondStartSkipsWelcome()
{
    stop();
    start();
    // No welcome sheet: the map is not dimmed, so the address bar works at once.
    QVERIFY(go(m_miniComms.connectionString(u"evening"_s)));
    QVERIFY(isTitled(u"evening at .* - Islet$"_s));
}

ISLET_TEST(TestJourneys);
#include "tst_journeys.moc"
