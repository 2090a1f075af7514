// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/remote/remotecontrol.h"
#include "tests/support/testmain.h"
#include "tests/support/waiting.h"

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

//! A client that sends commands to the window.
class TestClient {
public:
    explicit TestClient(const QString &address) { m_socket.connectToServer(address); }

    bool isConnected() const { return m_socket.state() == QLocalSocket::ConnectedState; }
    void write(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    //! Everything received until the server disconnects, or "still there" if it does not.
    QByteArray answer(std::chrono::milliseconds patience = 5s)
    {
        if (!waitUntil([this] { return m_socket.state() == QLocalSocket::UnconnectedState; }, patience))
            return "still there";
        return m_socket.readAll();
    }

private:
    QLocalSocket m_socket;
};

//! A remote control that listens and records the commands received.
struct Remote {
    explicit Remote(const QString &address)
    {
        control.add(u"ptt"_s, [this](const QStringList &words) -> Expected<QString> {
            received.append(words);
            if (words.value(1) == u"down"_s)
                return u"talking"_s;
            return failure(ErrorCode::InvalidInput, u"No one would hear you — ever."_s);
        });
        listens = control.listen(address);
    }

    RemoteControl control;
    Expected<void> listens;
    QList<QStringList> received;
};

//! Leaves the socket file of a crashed window, with no listener.
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

//! Remote control of the window by the same user's programs.
class TestRemoteControl : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_address;

    QByteArray ask(const QByteArray &line)
    {
        TestClient client(m_address);
        client.write(line);
        return client.answer();
    }

private slots:
    void init()
    {
        static int number = 0;
        m_address = m_folder.filePath(u"remote%1"_s.arg(++number));
    }

    void answersCommands()
    {
        Remote remote(m_address);
        QVERIFY(remote.listens);
        QCOMPARE(ask("ptt down\n"), "ok talking\n"_ba);
        QCOMPARE(ask("ptt up\n"), "no No one would hear you \xe2\x80\x94 ever.\n"_ba);
        QCOMPARE(ask("  ptt \t down  \r\n"), "ok talking\n"_ba);
        QCOMPARE(remote.received,
                 (QList<QStringList>{{u"ptt"_s, u"down"_s}, {u"ptt"_s, u"up"_s}, {u"ptt"_s, u"down"_s}}));
    }

    void rejectsUnknownCommands_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("unknown command") << "quit now\n"_ba;
        QTest::newRow("upper case") << "PTT down\n"_ba;
        QTest::newRow("empty line") << "\n"_ba;
        QTest::newRow("binary") << "\xff\xfe\x00\x01\n"_ba;
        QTest::newRow("HTTP request") << "GET / HTTP/1.1\r\n\r\n"_ba;
    }
    void rejectsUnknownCommands()
    {
        QFETCH(const QByteArray, line);
        Remote remote(m_address);
        QCOMPARE(ask(line), "no Unknown command.\n"_ba);
        QVERIFY(remote.received.isEmpty());
    }

    void acceptsFragmentedLine()
    {
        Remote remote(m_address);
        TestClient client(m_address);
        for (const char letter : "ptt dow"_ba) {
            client.write(QByteArray(1, letter));
            QCoreApplication::processEvents();
        }
        QVERIFY(remote.received.isEmpty());
        client.write("n\n");
        QCOMPARE(client.answer(), "ok talking\n"_ba);
    }

    void handlesOneLinePerConnection()
    {
        Remote remote(m_address);
        QCOMPARE(ask("ptt down\nptt up\nptt up\n"), "ok talking\n"_ba);
        QCOMPARE(remote.received.size(), 1);
    }

    void rejectsTooLongLines()
    {
        Remote remote(m_address);
        QCOMPARE(ask("ptt" + QByteArray(RemoteControl::maxLine - 9, ' ') + "down\n"), "ok talking\n"_ba);
        QCOMPARE(ask("ptt" + QByteArray(RemoteControl::maxLine, ' ') + "down\n"), QByteArray());
        QCOMPARE(ask(QByteArray(1'000'000, 'p')), QByteArray());
        QCOMPARE(remote.received.size(), 1);
        QCOMPARE(ask("ptt down\n"), "ok talking\n"_ba);
    }

    void disconnectsSilentClients()
    {
        Remote remote(m_address);
        TestClient silent(m_address);
        TestClient slow(m_address);
        slow.write("ptt");
        QCOMPARE(silent.answer(2 * RemoteControl::lineTimeout), QByteArray());
        QCOMPARE(slow.answer(), QByteArray());
        QVERIFY(remote.received.isEmpty());
    }

    void limitsConnections()
    {
        Remote remote(m_address);
        std::vector<std::unique_ptr<TestClient>> clients;
        for (int i = 0; i < RemoteControl::maxConnections; ++i)
            clients.push_back(std::make_unique<TestClient>(m_address));
        TestClient oneMore(m_address);
        QCOMPARE(oneMore.answer(1s), QByteArray()); // long before the timeout
        clients.back()->write("ptt down\n");
        QCOMPARE(clients.back()->answer(), "ok talking\n"_ba); // frees a connection
        QCOMPARE(ask("ptt down\n"), "ok talking\n"_ba);
        for (const auto &client : clients)
            QCOMPARE(client->isConnected(), client != clients.back());
        clients.clear(); // without sending anything
        for (int i = 0; i < 3 * RemoteControl::maxConnections; ++i)
            QCOMPARE(ask("ptt down\n"), "ok talking\n"_ba);
    }

    void replacesStaleSocket()
    {
        QVERIFY(leaveStaleSocket(m_address));
        QVERIFY(QFileInfo::exists(m_address));
        Remote remote(m_address);
        QVERIFY2(remote.listens, qPrintable(remote.listens ? QString() : remote.listens.error().detail));
        QCOMPARE(ask("ptt down\n"), "ok talking\n"_ba);
    }

    void firstWindowKeepsSocket()
    {
        Remote first(m_address);
        {
            Remote second(m_address);
            QVERIFY(!second.listens);
            QCOMPARE(second.listens.error().code, ErrorCode::CannotListen);
            QCOMPARE(second.listens.error().detail, u"Another Islet window already has the remote control."_s);
            QCOMPARE(ask("ptt down\n"), "ok talking\n"_ba);
            QVERIFY(second.received.isEmpty());
        }
        QCOMPARE(ask("ptt down\n"), "ok talking\n"_ba); // the second did not remove the socket
        QCOMPARE(first.received.size(), 2);
    }

    void nextWindowTakesSocket()
    {
        {
            Remote first(m_address);
        }
        QVERIFY(!QFileInfo::exists(m_address));
        Remote second(m_address);
        QVERIFY(second.listens);
        QCOMPARE(ask("ptt down\n"), "ok talking\n"_ba);
    }

    void restrictsSocketToOwner()
    {
        Remote remote(m_address);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFileInfo(m_address).permissions() & others, QFile::Permissions());
    }

    void reportsUnusableAddress()
    {
        RemoteControl control;
        const auto nowhere = control.listen({});
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ErrorCode::CannotListen);
        const QString missing = m_folder.filePath(u"no/such/folder"_s);
        const auto refused = control.listen(missing);
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.contains(missing));
        QVERIFY(control.listen(m_address)); // a retry works
    }

    void survivesDestructionDuringConnection()
    {
        TestClient client(m_address);
        {
            Remote remote(m_address);
            TestClient silent(m_address);
            QCoreApplication::processEvents();
        }
        QVERIFY(!TestClient(m_address).isConnected());
    }
};

ISLET_TEST(TestRemoteControl);
#include "tst_remotecontrol.moc"
