// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/personlook.h"
#include "server/roomserver.h"
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

#include <limits>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

// Layout of a window of 1280 x 800.
constexpr QRect mapArea{0, 50, 950, 660};
constexpr QRect chatArea{965, 400, 310, 260};
constexpr QPoint mapMiddle{478, 382};
constexpr double pixelsAMetre = 12;
constexpr int patience = 15'000; // ms; the maximum wait for any condition

} // namespace

//! The real window on a virtual display, in a real mini-comms room with another peer, used by keyboard and mouse.
class TestWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void showsPeerAndIsSeen();
    void walksByKeyAndClick();
    void sendsAndShowsChat();
    void joinsAnotherRoom();
    void showsErrorAndReconnects();
    void staysOutWhenKicked();
    void takesScreenshotWithoutDisplay();

private:
    void keep(const QImage &picture, const char *name) const;
    //! Where the other peer sees the window's user.
    Vec3 seenAt() const;

    Screen m_screen;
    MiniComms m_miniComms;
    QTemporaryDir m_home;
    QProcess m_islet;
    std::unique_ptr<TestClient> m_neighbour;
    Address m_person;
};

void TestWindow::initTestCase()
{
    QVERIFY2(m_screen.start(), qPrintable(m_screen.why()));
    QVERIFY2(m_miniComms.start(), qPrintable(m_miniComms.why()));
    QVERIFY(QDir().mkpath(QStringLiteral(ISLET_PICTURES)));
}

void TestWindow::init()
{
    if (!m_miniComms.isRunning())
        QVERIFY2(m_miniComms.start(), qPrintable(m_miniComms.why()));
    m_neighbour = std::make_unique<TestClient>();
    m_neighbour->stand({20, 0, 14}, 270);
    QVERIFY(m_neighbour->join(m_miniComms.connectionString(u"lobby"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(m_neighbour->session.state(), CommsSession::State::Joined, patience);

    QSignalSpy joined(&m_neighbour->directory, &PeerDirectory::peerAdded);
    QProcessEnvironment environment = m_screen.environment();
    giveOwnHome(environment, m_home.path());
    environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
    m_islet.setProcessEnvironment(environment);
    m_islet.setProcessChannelMode(QProcess::ForwardedChannels);
    m_islet.start(QStringLiteral(ISLET_BIN "/islet"), {m_miniComms.connectionString(u"lobby"_s)});
    QVERIFY(m_islet.waitForStarted());
    QTRY_COMPARE_WITH_TIMEOUT(joined.size(), 1, patience);
    m_person = joined.constFirst().constFirst().value<Address>();
    // Without a window manager only a click gives a window the keyboard focus; our own avatar does not react.
    QVERIFY(m_screen.click(mapMiddle));
}

void TestWindow::cleanup()
{
    if (QTest::currentTestFailed())
        keep(m_screen.picture(), "failed");
    m_neighbour.reset();
    m_islet.terminate();
    if (!m_islet.waitForFinished(5'000))
        m_islet.kill();
    m_islet.waitForFinished();
}

void TestWindow::keep(const QImage &picture, const char *name) const
{
    picture.save(u"%1/%2-%3.png"_s.arg(QStringLiteral(ISLET_PICTURES),
                                       QString::fromLatin1(QTest::currentTestFunction()), QString::fromLatin1(name)));
}

Vec3 TestWindow::seenAt() const
{
    const auto *peer = m_neighbour->directory.find(m_person);
    constexpr float nowhere = std::numeric_limits<float>::quiet_NaN(); // NaN: every comparison is false
    return peer && peer->placement ? peer->placement->position : Vec3{nowhere, nowhere, nowhere};
}

void TestWindow::showsPeerAndIsSeen()
{
    const QRgb color = colorOf(m_neighbour->identity.address()).rgb();
    // 12 m east and 6 m north of us.
    const QPoint at = mapMiddle + QPoint(static_cast<int>(12 * pixelsAMetre), static_cast<int>(-6 * pixelsAMetre));
    const QRect around(at - QPoint(12, 12), QSize(24, 24));
    QTRY_VERIFY_WITH_TIMEOUT(countPixels(m_screen.picture(), around, color) > 60, patience);
    const QImage shown = m_screen.picture();
    keep(shown, "neighbour");
    // Nowhere else on the map, and once more in the list.
    QVERIFY(countPixels(shown, mapArea, color) < 2 * countPixels(shown, around, color));
    QVERIFY(countPixels(shown, QRect(965, 80, 310, 60), color) > 60);
    QTRY_COMPARE_WITH_TIMEOUT(seenAt(), (Vec3{8, 0, 8}), patience);

    // Removed when the peer leaves. Edges of other things may blend into a pixel or two of the same colour.
    m_neighbour->session.leave();
    QTRY_VERIFY_WITH_TIMEOUT(countPixels(m_screen.picture(), mapArea, color) < 20, patience);
}

void TestWindow::walksByKeyAndClick()
{
    QVERIFY(m_screen.act({u"keydown"_s, u"d"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(seenAt().x > 10, patience);
    QVERIFY(m_screen.act({u"keyup"_s, u"d"_s}));
    QCOMPARE(seenAt().z, 8.F);
    QTRY_VERIFY_WITH_TIMEOUT(m_neighbour->movements.constLast().movement.velocity == Vec3(), patience);

    // Walks three parcels north, and stops.
    QVERIFY(m_screen.act({u"keydown"_s, u"Shift_L"_s, u"keydown"_s, u"Up"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(seenAt().z > 40, patience);
    QVERIFY(m_screen.act({u"keyup"_s, u"Up"_s, u"keyup"_s, u"Shift_L"_s}));
    keep(m_screen.picture(), "walked");

    // The map follows us: clicking 5 m west of the middle walks 5 m west.
    QTRY_VERIFY_WITH_TIMEOUT(m_neighbour->movements.constLast().movement.velocity == Vec3(), patience);
    const Vec3 before = seenAt();
    QVERIFY(m_screen.click(mapMiddle - QPoint(static_cast<int>(5 * pixelsAMetre), 0)));
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(seenAt().x - (before.x - 5)) < 0.3F, patience);
    QVERIFY(std::abs(seenAt().z - before.z) < 0.3F);
}

void TestWindow::sendsAndShowsChat()
{
    QSignalSpy heard(&m_neighbour->adapter, &CommsAdapter::chatReceived);
    QVERIFY(m_screen.press(u"Return"_s));
    QVERIFY(m_screen.type(u"hello <b>there</b> & wasd"_s));
    QVERIFY(m_screen.press(u"Return"_s));
    QTRY_COMPARE_WITH_TIMEOUT(heard.size(), 1, patience);
    QCOMPARE(heard.constFirst().at(1).toString(), u"hello <b>there</b> & wasd"_s);
    QCOMPARE(seenAt(), (Vec3{8, 0, 8})); // typed text does not move the avatar

    const QImage before = m_screen.picture();
    QVERIFY(m_neighbour->adapter.sendChat(u"good evening to you too"_s));
    QTRY_VERIFY_WITH_TIMEOUT(countDifferences(before, m_screen.picture(), chatArea) > 100, patience);
    keep(m_screen.picture(), "chatted");
}

void TestWindow::joinsAnotherRoom()
{
    TestClient other;
    QVERIFY(other.join(m_miniComms.connectionString(u"other"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(other.session.state(), CommsSession::State::Joined, patience);
    QVERIFY(m_screen.press(u"ctrl+l"_s));
    QVERIFY(m_screen.type(m_miniComms.connectionString(u"other"_s)));
    QVERIFY(m_screen.press(u"Return"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_neighbour->directory.find(m_person), patience);
    QTRY_VERIFY_WITH_TIMEOUT(other.directory.find(m_person), patience);
    keep(m_screen.picture(), "other");

    // An invalid address changes nothing, and shows an error below the bar.
    constexpr QRect noticeArea{0, 50, 950, 24};
    const QImage before = m_screen.picture();
    QVERIFY(m_screen.press(u"ctrl+l"_s));
    QVERIFY(m_screen.type(u"nonsense"_s));
    QVERIFY(m_screen.press(u"Return"_s));
    QTRY_VERIFY_WITH_TIMEOUT(countDifferences(before, m_screen.picture(), noticeArea) > 5'000, patience);
    keep(m_screen.picture(), "nonsense");
    QVERIFY(other.directory.find(m_person));
}

void TestWindow::showsErrorAndReconnects()
{
    const QImage before = m_screen.picture();
    m_miniComms.kill();
    QTRY_VERIFY_WITH_TIMEOUT(countDifferences(before, m_screen.picture(), mapArea) > 5'000, patience); // the card
    keep(m_screen.picture(), "lost");
    QVERIFY2(m_miniComms.start(), qPrintable(m_miniComms.why()));
    TestClient witness;
    QVERIFY(witness.join(m_miniComms.connectionString(u"lobby"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(witness.directory.find(m_person), 40'000);
    keep(m_screen.picture(), "back");
}

void TestWindow::staysOutWhenKicked()
{
    // Our own server, because it can kick and sends the real reason.
    RoomServer server{RoomOptions()};
    QVERIFY(server.listen());
    QVERIFY(m_screen.press(u"ctrl+l"_s));
    QVERIFY(m_screen.type(server.connectionString()));
    QSignalSpy joined(&server, &RoomServer::peerJoined);
    QVERIFY(m_screen.press(u"Return"_s));
    QTRY_COMPARE_WITH_TIMEOUT(joined.size(), 1, patience);
    const QImage before = m_screen.picture();
    QVERIFY(server.kick(m_person, u"be <img src=x> nice"_s));
    QTRY_VERIFY_WITH_TIMEOUT(countDifferences(before, m_screen.picture(), mapArea) > 5'000, patience);
    keep(m_screen.picture(), "kicked");
    QVERIFY(outlastFirstRetry(server));
    QVERIFY(std::ranges::none_of(
        joined.mid(1), [&](const auto &one) { return one.constFirst().template value<Address>() == m_person; }));
    QTRY_COMPARE(server.peerCount(), 0);
}

void TestWindow::takesScreenshotWithoutDisplay()
{
    const QString file = m_home.filePath(u"islet.png"_s);
    QProcess islet;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
    giveOwnHome(environment, m_home.path());
    islet.setProcessEnvironment(environment);
    islet.setProcessChannelMode(QProcess::ForwardedChannels);
    islet.start(QStringLiteral(ISLET_BIN "/islet"), {u"--picture"_s, file});
    QVERIFY(islet.waitForFinished(60'000));
    QCOMPARE(islet.exitCode(), 0);
    const QImage picture(file);
    QCOMPARE(picture.size(), QSize(1280, 800));
    QSet<QRgb> colors;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            colors.insert(picture.pixel(x, y));
    }
    QVERIFY2(colors.size() > 50, qPrintable(QString::number(colors.size())));
}

ISLET_TEST(TestWindow);
#include "tst_window.moc"
