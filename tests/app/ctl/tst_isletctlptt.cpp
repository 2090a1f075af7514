// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/remote/remoteclient.h"
#include "app/remote/remotecontrol.h"
#include "ctlprocess.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! `isletctl ptt` against the window's real remote control, which runs in this process.
class TestIsletctlPtt : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_runtime; // XDG_RUNTIME_DIR of a user without a window

    //! What differs from one sentence on standard error and no output; empty if nothing.
    static QString flaw(const CtlProcess &ctl)
    {
        if (!ctl.lines().isEmpty())
            return u"unexpected output: "_s + QString::fromUtf8(ctl.allOutput());
        const bool isSentence = ctl.errors().endsWith(".\n") && ctl.errors().count('\n') == 1;
        return isSentence ? QString() : u"not one sentence: "_s + QString::fromUtf8(ctl.errors());
    }

private slots:
    void init()
    {
        m_runtime = std::make_unique<QTemporaryDir>();
        QVERIFY(m_runtime->isValid());
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime->path()));
        QVERIFY(remoteAddress().startsWith(m_runtime->path()));
    }

    void printsAnswerOfWindow_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("answer");
        QTest::newRow("down") << u"down"_s << u"talking"_s;
        QTest::newRow("up") << u"up"_s << u"silent"_s;
        QTest::newRow("toggle") << u"toggle"_s << u"talking"_s;
    }
    void printsAnswerOfWindow()
    {
        QFETCH(const QString, word);
        QFETCH(const QString, answer);
        RemoteControl window;
        QStringList asked;
        window.add(u"ptt"_s, [&](const QStringList &words) -> Expected<QString> {
            asked.append(words.join(u' '));
            return answer;
        });
        QVERIFY(window.listen(remoteAddress()));
        CtlProcess ctl({u"ptt"_s, word});
        QCOMPARE(ctl.status(), 0);
        QCOMPARE(ctl.lines(), QList{answer.toUtf8()});
        QCOMPARE(ctl.errors(), QByteArray());
        QCOMPARE(asked, QStringList{u"ptt "_s + word});
    }

    void refusalExitsWithThree()
    {
        RemoteControl window;
        window.add(u"ptt"_s, [](const QStringList &) -> Expected<QString> {
            return failure(ErrorCode::NotConnected, u"No one would hear you: the window isn't in a room (日本)."_s);
        });
        QVERIFY(window.listen(remoteAddress()));
        CtlProcess ctl({u"ptt"_s, u"down"_s});
        QCOMPARE(ctl.status(), 3);
        QCOMPARE(QString::fromUtf8(ctl.errors()), u"No one would hear you: the window isn't in a room (日本).\n"_s);
        QVERIFY(ctl.lines().isEmpty());
    }

    void windowOfOtherVersionRefuses()
    {
        RemoteControl window; // knows no ptt
        QVERIFY(window.listen(remoteAddress()));
        CtlProcess ctl({u"ptt"_s, u"down"_s});
        QCOMPARE(ctl.status(), 3);
        QCOMPARE(flaw(ctl), QString());
    }

    void missingWindowExitsWithFour_data()
    {
        QTest::addColumn<bool>("hasCrashed");
        QTest::newRow("never started") << false;
        QTest::newRow("crashed") << true;
    }
    void missingWindowExitsWithFour()
    {
        QFETCH(const bool, hasCrashed);
        if (hasCrashed) { // its socket is left behind
            QLocalServer window;
            QVERIFY(window.listen(m_runtime->filePath(u"other"_s)));
            QVERIFY(QFile::rename(m_runtime->filePath(u"other"_s), remoteAddress()));
        }
        CtlProcess ctl({u"ptt"_s, u"toggle"_s});
        QCOMPARE(ctl.status(), 4);
        QCOMPARE(flaw(ctl), QString());
        QCOMPARE(ctl.errors(), "Islet isn't running. Start it first.\n");
    }

    void sharedFolderExitsWithFour()
    {
        QVERIFY(QFile::setPermissions(m_runtime->path(), QFile::Permissions::fromInt(0x7777)));
        CtlProcess ctl({u"ptt"_s, u"toggle"_s});
        QCOMPARE(ctl.status(), 4);
        QCOMPARE(flaw(ctl), QString());
    }

    void badAnswerSetsStatus_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("hangsUp");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing") << QByteArray() << true << 4;
        QTest::newRow("half a line") << QByteArray("ok tal") << true << 4;
        QTest::newRow("no answer") << QByteArray() << false << 4;
        QTest::newRow("an endless line") << QByteArray(100'000, 'x') << false << 4;
        QTest::newRow("another protocol") << QByteArray("HTTP/1.1 400 Bad Request\r\n") << true << 5;
        QTest::newRow("okay is not ok") << QByteArray("okay\n") << true << 5;
        QTest::newRow("an empty line") << QByteArray("\n") << true << 5;
    }
    void badAnswerSetsStatus()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const bool, hangsUp);
        QFETCH(const int, status);
        QLocalServer window;
        connect(&window, &QLocalServer::newConnection, &window, [&] {
            QLocalSocket *socket = window.nextPendingConnection();
            connect(socket, &QLocalSocket::readyRead, socket, [=] {
                socket->write(answer);
                if (hangsUp)
                    socket->disconnectFromServer();
            });
        });
        QVERIFY(window.listen(remoteAddress()));
        CtlProcess ctl({u"ptt"_s, u"down"_s});
        QCOMPARE(ctl.status(), status);
        QCOMPARE(flaw(ctl), QString());
    }

    void removesControlCharactersFromAnswer()
    {
        RemoteControl window;
        window.add(u"ptt"_s, [](const QStringList &) -> Expected<QString> {
            return failure(ErrorCode::InvalidInput, u"The microphone \x1b[2J\u202e is gone."_s);
        });
        QVERIFY(window.listen(remoteAddress()));
        CtlProcess ctl({u"ptt"_s, u"down"_s});
        QCOMPARE(ctl.status(), 3);
        QCOMPARE(ctl.errors(), "The microphone [2J is gone.\n");
    }

    void invalidArgumentsExitWithTwo_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("no word") << QStringList{u"ptt"_s};
        QTest::newRow("another word") << QStringList{u"ptt"_s, u"sideways"_s};
        QTest::newRow("two words") << QStringList{u"ptt"_s, u"down"_s, u"up"_s};
        QTest::newRow("two lines") << QStringList{u"ptt"_s, u"down\nptt up"_s};
    }
    void invalidArgumentsExitWithTwo()
    {
        QFETCH(const QStringList, words);
        CtlProcess ctl(words);
        QCOMPARE(ctl.status(), 2);
        QCOMPARE(flaw(ctl), QString());
    }

#ifdef Q_OS_UNIX
    void socketBelongsToUserAlone()
    {
        RemoteControl window;
        QVERIFY(window.listen(remoteAddress()));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFile::permissions(remoteAddress()) & others, QFile::Permissions());
        QCOMPARE(QFile::permissions(QFileInfo(remoteAddress()).path()) & others, QFile::Permissions());
    }
#endif
};

ISLET_TEST(TestIsletctlPtt);
#include "tst_isletctlptt.moc"
