// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "server/roomserver.h"
#include "tests/support/outlastretry.h"
#include "tests/support/ownhome.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Two windows with one identity: when the second joins, the room kicks the first, which does not rejoin.
class TestTwoWindows : public QObject {
    Q_OBJECT

private:
    static constexpr int patience = 20'000; // ms

    //! Starts a window with the identity that is stored in `m_home`.
    void open(QProcess &islet, const QString &where)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        giveOwnHome(environment, m_home.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
        islet.setProcessEnvironment(environment);
        islet.setProcessChannelMode(QProcess::ForwardedChannels);
        islet.start(QStringLiteral(ISLET_BIN "/islet"), {where});
    }
    static void close(QProcess &islet)
    {
        islet.terminate();
        if (!islet.waitForFinished(5'000))
            islet.kill();
        islet.waitForFinished();
    }

    QTemporaryDir m_home;

private slots:
    void secondWindowKicksFirstOnce()
    {
        RoomServer server{RoomOptions()};
        QVERIFY(server.listen());
        QStringList events;
        const auto logAs = [&events](const QString &name) {
            return [&events, name](const Address &, const QString &room) {
                if (room == "lobby"_L1)
                    events.append(name);
            };
        };
        QSignalSpy joined(&server, &RoomServer::peerJoined);
        connect(&server, &RoomServer::peerJoined, this, logAs(u"joined"_s));
        connect(&server, &RoomServer::peerLeft, this, logAs(u"left"_s));
        QProcess first;
        open(first, server.connectionString());
        QTRY_COMPARE_WITH_TIMEOUT(events.count(u"joined"_s), 1, patience);
        QProcess second;
        open(second, server.connectionString());
        QTRY_COMPARE_WITH_TIMEOUT(events.count(u"joined"_s), 2, patience);
        QVERIFY(joined.at(0).at(0).value<Address>() == joined.at(1).at(0).value<Address>());
        QTRY_COMPARE(events.count(u"left"_s), 1);
        QVERIFY(outlastFirstRetry(server)); // the first window would have rejoined by then
        QTRY_COMPARE(server.peerCount(), 1);
        QCOMPARE(events.size(), 3);
        QVERIFY(first.state() == QProcess::Running && second.state() == QProcess::Running);
        close(first); // it was no longer in the room
        QCOMPARE(server.peerCount(), 1);
        close(second);
        QTRY_COMPARE(server.peerCount(), 0);
    }
};

ISLET_TEST(TestTwoWindows);
#include "tst_twowindows.moc"
