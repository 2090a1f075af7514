// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "server/roomserver.h"
#include "tests/support/ownhome.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Two windows of one person: the second sends the first away, and that is the end of it.
class TestTwoWindows : public QObject {
    Q_OBJECT

private:
    static constexpr int patience = 20'000; // ms

    //! Both have the identity that is kept in `m_home`.
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
    void oneKickInThirtySeconds()
    {
        RoomServer server{RoomOptions()};
        QVERIFY(server.listen());
        QSignalSpy came(&server, &RoomServer::peerJoined);
        QSignalSpy went(&server, &RoomServer::peerLeft);
        QProcess first;
        open(first, server.connectionString());
        QTRY_COMPARE_WITH_TIMEOUT(came.size(), 1, patience);
        QProcess second;
        open(second, server.connectionString());
        QTRY_COMPARE_WITH_TIMEOUT(came.size(), 2, patience);
        QVERIFY(came.at(0).at(0).value<Address>() == came.at(1).at(0).value<Address>());
        QTRY_COMPARE(went.size(), 1); // the kick
        QTest::qWait(30'000); // the test is of what does not happen in it
        QCOMPARE(came.size(), 2);
        QCOMPARE(went.size(), 1);
        QCOMPARE(server.peerCount(), 1);
        QVERIFY(first.state() == QProcess::Running && second.state() == QProcess::Running);
        close(first); // it was outside
        QCOMPARE(server.peerCount(), 1);
        close(second);
        QTRY_COMPARE(server.peerCount(), 0);
    }
};

ISLET_TEST(TestTwoWindows);
#include "tst_twowindows.moc"
