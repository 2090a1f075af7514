// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/remote/remotecontrol.h"
#include "tests/support/testmain.h"
#include "tests/support/waiting.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! Somebody who speaks to the window from elsewhere.
class Caller {
public:
    explicit Caller(const QString &address) { m_socket.connectToServer(address); }

    bool isConnected() const { return m_socket.state() == QLocalSocket::ConnectedState; }
    void write(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    //! All that comes until the other side hangs up; "still there" when it does not.
    QByteArray answer(std::chrono::milliseconds patience = 5s)
    {
        if (!waitUntil([this] { return m_socket.state() == QLocalSocket::UnconnectedState; }, patience))
            return "still there";
        return m_socket.readAll();
    }

private:
    QLocalSocket m_socket;
};

//! A remote control that listens and remembers what it was told.
struct Remote {
    explicit Remote(const QString &address)
    {
        control.add(u"ptt"_s, [this](const QStringList &words) -> Expected<QString> {
            told.append(words);
            if (words.value(1) == u"down"_s)
                return u"talking"_s;
            return failure(ErrorCode::InvalidInput, u"Nobody would hear it — ever."_s);
        });
        listens = control.listen(address);
    }

    RemoteControl control;
    Expected<void> listens;
    QList<QStringList> told;
};

//! The socket of a window that crashed: its file is there, and nobody behind it.
bool leaveStaleSocket(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(name.begin(), name.end(), std::begin(address.sun_path));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const bool isBound =
        ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 && ::listen(socket, 1) == 0;
    ::close(socket);
    return isBound;
}

} // namespace

//! The window's ear for what the same user says from elsewhere.
class TestRemoteControl : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_address;

    QByteArray ask(const QByteArray &line)
    {
        Caller caller(m_address);
        caller.write(line);
        return caller.answer();
    }

private slots:
    void init()
    {
        static int number = 0;
        m_address = m_folder.filePath(u"remote%1"_s.arg(++number));
    }

    void itAnswers()
    {
        Remote remote(m_address);
        QVERIFY(remote.listens);
        QCOMPARE(ask("ptt down\n"), "ok talking\n"_ba);
        QCOMPARE(ask("ptt up\n"), "no Nobody would hear it \xe2\x80\x94 ever.\n"_ba);
        QCOMPARE(ask("  ptt \t down  \r\n"), "ok talking\n"_ba);
        QCOMPARE(remote.told, (QList<QStringList>{{u"ptt"_s, u"down"_s}, {u"ptt"_s, u"up"_s}, {u"ptt"_s, u"down"_s}}));
    }

    void whatItDoesNotKnow_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("another word") << "quit now\n"_ba;
        QTest::newRow("another case") << "PTT down\n"_ba;
        QTest::newRow("nothing") << "\n"_ba;
        QTest::newRow("no text") << "\xff\xfe\x00\x01\n"_ba;
        QTest::newRow("web") << "GET / HTTP/1.1\r\n\r\n"_ba;
    }
    void whatItDoesNotKnow()
    {
        QFETCH(const QByteArray, line);
        Remote remote(m_address);
        QCOMPARE(ask(line), "no There is no such command.\n"_ba);
        QVERIFY(remote.told.isEmpty());
    }

    void aLineInPieces()
    {
        Remote remote(m_address);
        Caller caller(m_address);
        for (const char letter : "ptt dow"_ba) {
            caller.write(QByteArray(1, letter));
            QCoreApplication::processEvents();
        }
        QVERIFY(remote.told.isEmpty());
        caller.write("n\n");
        QCOMPARE(caller.answer(), "ok talking\n"_ba);
    }

    void oneLineEach()
    {
        Remote remote(m_address);
        QCOMPARE(ask("ptt down\nptt up\nptt up\n"), "ok talking\n"_ba);
        QCOMPARE(remote.told.size(), 1);
    }

    void noLineIsThatLong()
    {
        Remote remote(m_address);
        QCOMPARE(ask("ptt" + QByteArray(RemoteControl::maxLine - 9, ' ') + "down\n"), "ok talking\n"_ba);
        QCOMPARE(ask("ptt" + QByteArray(RemoteControl::maxLine, ' ') + "down\n"), QByteArray());
        QCOMPARE(ask(QByteArray(1'000'000, 'p')), QByteArray());
        QCOMPARE(remote.told.size(), 1);
        QCOMPARE(ask("ptt down\n"), "ok talking\n"_ba);
    }

    void whoSaysNothingIsLetGo()
    {
        Remote remote(m_address);
        QElapsedTimer time;
        time.start();
        Caller silent(m_address);
        Caller slow(m_address);
        slow.write("ptt");
        QCOMPARE(silent.answer(2 * RemoteControl::patience), QByteArray());
        QVERIFY(std::chrono::milliseconds(time.elapsed()) > RemoteControl::patience * 9 / 10);
        QCOMPARE(slow.answer(), QByteArray());
        QVERIFY(remote.told.isEmpty());
    }

    void onlySoManyAtOnce()
    {
        Remote remote(m_address);
        std::vector<std::unique_ptr<Caller>> callers;
        for (int i = 0; i < RemoteControl::maxConnections; ++i)
            callers.push_back(std::make_unique<Caller>(m_address));
        Caller oneMore(m_address);
        QCOMPARE(oneMore.answer(1s), QByteArray()); // long before anybody is too slow
        callers.back()->write("ptt down\n");
        QCOMPARE(callers.back()->answer(), "ok talking\n"_ba); // and makes room for another
        QCOMPARE(ask("ptt down\n"), "ok talking\n"_ba);
        for (const auto &caller : callers)
            QCOMPARE(caller->isConnected(), caller != callers.back());
        callers.clear(); // without a word
        for (int i = 0; i < 3 * RemoteControl::maxConnections; ++i)
            QCOMPARE(ask("ptt down\n"), "ok talking\n"_ba);
    }

    void whatACrashLeftIsReplaced()
    {
        QVERIFY(leaveStaleSocket(m_address));
        QVERIFY(QFileInfo::exists(m_address));
        Remote remote(m_address);
        QVERIFY2(remote.listens, qPrintable(remote.listens ? QString() : remote.listens.error().detail));
        QCOMPARE(ask("ptt down\n"), "ok talking\n"_ba);
    }

    void theFirstWindowHasIt()
    {
        Remote first(m_address);
        {
            Remote second(m_address);
            QVERIFY(!second.listens);
            QCOMPARE(second.listens.error().code, ErrorCode::CannotListen);
            QCOMPARE(second.listens.error().detail, u"Another window of yours has the remote control."_s);
            QCOMPARE(ask("ptt down\n"), "ok talking\n"_ba);
            QVERIFY(second.told.isEmpty());
        }
        QCOMPARE(ask("ptt down\n"), "ok talking\n"_ba); // the second took nothing with it
        QCOMPARE(first.told.size(), 2);
    }

    void theNextWindowMayHaveIt()
    {
        {
            Remote first(m_address);
        }
        QVERIFY(!QFileInfo::exists(m_address));
        Remote second(m_address);
        QVERIFY(second.listens);
        QCOMPARE(ask("ptt down\n"), "ok talking\n"_ba);
    }

    void nobodyElseMayConnect()
    {
        Remote remote(m_address);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFileInfo(m_address).permissions() & others, QFile::Permissions());
    }

    void whereItCannotBe()
    {
        RemoteControl control;
        const auto nowhere = control.listen({});
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ErrorCode::CannotListen);
        const QString missing = m_folder.filePath(u"no/such/folder"_s);
        const auto refused = control.listen(missing);
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.contains(missing));
        QVERIFY(control.listen(m_address)); // trying again is no harm
    }

    void itEndsInTheMiddle()
    {
        Caller caller(m_address);
        {
            Remote remote(m_address);
            Caller silent(m_address);
            QCoreApplication::processEvents();
        }
        QVERIFY(!Caller(m_address).isConnected());
    }
};

ISLET_TEST(TestRemoteControl);
#include "tst_remotecontrol.moc"
