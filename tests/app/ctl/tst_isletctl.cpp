// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "ctlprocess.h"
#include "protocol/rfc4codec.h"
#include "tests/support/roomclient.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

//! Returns the address of the other peer in a room of two.
QString peerAddressSeenBy(const CtlProcess &one)
{
    const auto welcome = one.events(u"welcome").value(0);
    const QJsonArray peers = welcome["peers"_L1].toArray();
    return peers.isEmpty() ? one.events(u"peerJoined").value(0)["address"_L1].toString() : peers.at(0).toString();
}

} // namespace

//! Two real isletctl processes in a room hosted by a third.
class TestIsletctl : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Host> m_host;
    std::unique_ptr<CtlProcess> m_alice;
    std::unique_ptr<CtlProcess> m_bob;
    QString m_aliceAddress;
    QString m_bobAddress;

    std::unique_ptr<CtlProcess> join(const QStringList &more = {u"--json"_s})
    {
        return std::make_unique<CtlProcess>(QStringList{u"join"_s, m_host->where()} + more);
    }

    //! Joins a hand-made client that can send what isletctl would not.
    bool visit(RoomClient &stranger)
    {
        stranger.enter(m_host->port());
        return QTest::qWaitFor([&stranger] { return stranger.isIn(); });
    }

private slots:
    void init()
    {
        m_host = std::make_unique<Host>();
        m_alice = join({u"--json"_s, u"--at"_s, u"10,-20.5"_s});
        QTRY_COMPARE(m_alice->events(u"welcome").size(), 1);
        m_bob = join();
        QTRY_VERIFY(!m_alice->events(u"peerJoined").isEmpty() && !m_bob->events(u"peerJoined").isEmpty());
        m_aliceAddress = peerAddressSeenBy(*m_bob);
        m_bobAddress = peerAddressSeenBy(*m_alice);
        QVERIFY(m_aliceAddress != m_bobAddress);
    }

    void cleanup()
    {
        QCOMPARE(m_alice->flaw(), QString());
        QCOMPARE(m_bob->flaw(), QString());
        QCOMPARE(m_alice->errors() + m_bob->errors(), QByteArray());
    }

    void servePrintsConnectionStringFirst()
    {
        static const QRegularExpression where(u"^ws-room:ws://127\\.0\\.0\\.1:[1-9][0-9]*/rooms/[a-z]+$"_s);
        QVERIFY2(where.match(m_host->where()).hasMatch(), qPrintable(m_host->where()));
        QCOMPARE(m_host->process.lines().size(), 1);
        QTRY_VERIFY(m_host->process.errors().contains(m_aliceAddress.toLatin1()));
    }

    void reportsJoining()
    {
        QCOMPARE(m_alice->events(u"state").size(), 2);
        QCOMPARE(m_alice->events(u"state").at(0)["state"_L1].toString(), u"joining"_s);
        QCOMPARE(m_alice->events(u"state").at(1)["state"_L1].toString(), u"joined"_s);
        const QJsonObject first = m_alice->events(u"welcome").constFirst();
        QVERIFY(first["alias"_L1].toInt() > 0);
        QCOMPARE(first["peers"_L1].toArray(), QJsonArray());
        const QJsonObject second = m_bob->events(u"welcome").constFirst();
        QVERIFY(second["alias"_L1].toInt() > first["alias"_L1].toInt());
        QCOMPARE(second["peers"_L1].toArray(), QJsonArray{m_aliceAddress});
        QVERIFY(m_alice->has(u"peerJoined", u"address", m_bobAddress));
        QVERIFY(m_bob->has(u"peerJoined", u"address", m_aliceAddress));
        static const QRegularExpression address(u"^0x[0-9a-f]{40}$"_s);
        QVERIFY(address.match(m_aliceAddress).hasMatch());
    }

    void reportsPositions()
    {
        QTRY_VERIFY(!m_alice->events(u"position").isEmpty() && !m_bob->events(u"position").isEmpty());
        const QJsonObject position = m_bob->events(u"position").constFirst();
        QCOMPARE(position["address"_L1].toString(), m_aliceAddress);
        QCOMPARE(position["x"_L1].toDouble(), 10.);
        QCOMPARE(position["y"_L1].toDouble(), 0.);
        QCOMPARE(position["z"_L1].toDouble(), -20.5);
        QCOMPARE(position["yaw"_L1].toDouble(), 0.);
        QVERIFY(position["index"_L1].toInt() >= 1);
        QVERIFY(m_alice->has(u"position", u"x", 8)); // the default position

        m_alice->say(u"move -1.5 2.25 100000 270"_s);
        QTRY_VERIFY(m_bob->has(u"position", u"yaw", 270));
        const QJsonObject there = m_bob->events(u"position").constLast();
        QCOMPARE(there["x"_L1].toDouble(), -1.5);
        QCOMPARE(there["y"_L1].toDouble(), 2.25);
        QCOMPARE(there["z"_L1].toDouble(), 100'000.);
        m_alice->say(u"move 1 2 3"_s); // keeps the previous yaw
        QTRY_VERIFY(m_bob->has(u"position", u"x", 1));
        QCOMPARE(m_bob->events(u"position").constLast()["yaw"_L1].toDouble(), 270.);
        const auto positions = m_bob->events(u"position");
        for (qsizetype i = 1; i < positions.size(); ++i)
            QVERIFY(positions.at(i)["index"_L1].toInt() > positions.at(i - 1)["index"_L1].toInt());
    }

    void sendsCommandsToPeer()
    {
        m_alice->say(u"say hello, world"_s);
        QTRY_VERIFY(m_bob->has(u"chat", u"text", u"hello, world"_s));
        QVERIFY(m_bob->has(u"chat", u"address", m_aliceAddress));
        m_alice->say(u"scene bafkreiexamplescene open the door"_s);
        QTRY_VERIFY(m_bob->has(u"scene", u"text", u"open the door"_s));
        QVERIFY(m_bob->has(u"scene", u"sceneId", u"bafkreiexamplescene"_s));
        QVERIFY(m_bob->has(u"scene", u"address", m_aliceAddress));
        m_alice->say(u"emote wave"_s);
        QTRY_VERIFY(m_bob->has(u"emote", u"urn", u"wave"_s));
        QVERIFY(m_bob->has(u"emote", u"address", m_aliceAddress));
        m_alice->say(u"ping"_s);
        QTRY_COMPARE(m_alice->events(u"pong").size(), 1);
        const QJsonObject pong = m_alice->events(u"pong").constFirst();
        QCOMPARE(pong["address"_L1].toString(), m_bobAddress);
        QVERIFY(pong["ms"_L1].isDouble() && pong["ms"_L1].toDouble() > 0 && pong["ms"_L1].toDouble() < 5'000);
        m_bob->say(u"say and back"_s);
        QTRY_VERIFY(m_alice->has(u"chat", u"text", u"and back"_s));
        QCOMPARE(m_bob->events(u"emote").size(), 1);
        QCOMPARE(m_bob->events(u"chat").size(), 1); // control messages are not chat
        QVERIFY(m_alice->events(u"error").isEmpty());
    }

    void listsPeers()
    {
        QTRY_VERIFY(m_bob->has(u"position", u"x", 10));
        m_bob->say(u"peers"_s);
        QTRY_COMPARE(m_bob->events(u"peers").size(), 1);
        const QJsonArray peers = m_bob->events(u"peers").constFirst()["peers"_L1].toArray();
        QCOMPARE(peers.size(), 1);
        QCOMPARE(peers.at(0)["address"_L1].toString(), m_aliceAddress);
        QCOMPARE(peers.at(0)["x"_L1].toDouble(), 10.);
        QCOMPARE(peers.at(0)["z"_L1].toDouble(), -20.5);
    }

    void reportsLeaving()
    {
        m_alice->say(u"say goodbye"_s);
        m_alice->say(u"leave"_s);
        QCOMPARE(m_alice->status(), 0);
        QCOMPARE(m_alice->events(u"closed").size(), 1);
        const QJsonObject closed = m_alice->events(u"closed").constFirst();
        QCOMPARE(closed["kind"_L1].toString(), u"requested"_s);
        QCOMPARE(closed["code"_L1].toString(), u"left"_s);
        QCOMPARE(closed["when"_L1].toString(), u"joined"_s);
        QVERIFY(!closed["detail"_L1].toString().isEmpty());
        QVERIFY(m_alice->lines().constLast().contains("\"closed\""));
        QTRY_VERIFY(m_bob->has(u"peerLeft", u"address", m_aliceAddress));
        QVERIFY(m_bob->has(u"chat", u"text", u"goodbye"_s));
    }

    void transmitsTextUnchanged_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("quotes") << u"\"double\" 'single' “typographic” \\backslash\\ /slash/"_s;
        QTest::newRow("JSON") << u"{\"event\":\"closed\",\"t\":0}"_s;
        QTest::newRow("unicode") << u"grüße, 日本語, עברית, 🏝️👩‍🚀"_s;
        QTest::newRow("placeholders") << u"%1 %s %d $HOME `id`"_s;
        QTest::newRow("2,000 characters") << QString(2'000, u'x');
        QTest::newRow("HTML") << u"<img src=http://127.0.0.1/x><b>bold</b>"_s;
    }
    void transmitsTextUnchanged()
    {
        QFETCH(const QString, text);
        m_alice->say(u"say "_s + text);
        QTRY_COMPARE(m_bob->events(u"chat").size(), 1);
        QCOMPARE(m_bob->events(u"chat").constFirst()["text"_L1].toString(), text);
    }

    void escapesControlCharacters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("escapes") << u"\x1b]0;owned\x07\x1b[2J\x1b[31mred"_s;
        QTest::newRow("C1 controls") << u"\u009b2J\u0090q\u009c\u0085"_s;
        QTest::newRow("line breaks") << u"one\ntwo\r\nthree\u2028four\u2029five\x0b\x0c"_s;
        QTest::newRow("forged event") << u"x\n{\"event\":\"closed\",\"t\":0}\n"_s;
        QTest::newRow("bidi controls") << u"\u202etxt.exe\u2066\u200f\u200b"_s;
        QTest::newRow("DEL and NUL") << u"a\x7f\x08\x08"_s + QChar(0) + u"b"_s;
        QTest::newRow("tag characters") << u"x\U000E0041\U000E0042\U000E007F"_s;
    }
    void escapesControlCharacters()
    {
        QFETCH(const QString, text);
        const auto plain = join({});
        QTRY_VERIFY(plain->allOutput().contains("welcome"));
        RoomClient stranger;
        QVERIFY(visit(stranger));
        rfc4::Codec codec;
        stranger.say(codec.encode(rfc4::Chat{text, 46'235.5}));
        stranger.say(codec.encode(rfc4::Scene{text, '\1' + text.toUtf8()}));
        stranger.say(codec.encode(rfc4::PlayerEmote{1, text, 1, std::nullopt}));
        stranger.say(codec.encode(rfc4::Chat{u"the end"_s, 46'235.6}));
        QTRY_VERIFY(m_bob->has(u"chat", u"text", u"the end"_s));
        QTRY_VERIFY(plain->allOutput().contains("the end"));
        QVERIFY(m_bob->has(u"chat", u"text", text)); // escaped, but complete
        QVERIFY(m_bob->has(u"scene", u"text", text));
        QVERIFY(m_bob->events(u"closed").isEmpty());
        for (const CtlProcess *one : {m_bob.get(), plain.get()}) {
            for (const QByteArray &line : one->lines()) {
                for (const char32_t c : QString::fromUtf8(line).toUcs4()) {
                    const auto category = QChar::category(c);
                    QVERIFY2(category != QChar::Other_Control && category != QChar::Other_Format
                                 && category != QChar::Separator_Line && category != QChar::Separator_Paragraph,
                             line.toPercentEncoding().constData());
                }
            }
        }
    }

    void reportsSizeOfBinarySceneData()
    {
        RoomClient stranger;
        QVERIFY(visit(stranger));
        rfc4::Codec codec;
        stranger.say(codec.encode(rfc4::Scene{u"id"_s, QByteArray::fromHex("0201dead")}));
        stranger.say(codec.encode(rfc4::Scene{u"empty"_s, {}}));
        QTRY_COMPARE(m_bob->events(u"scene").size(), 2);
        const QJsonObject scene = m_bob->events(u"scene").constFirst();
        QCOMPARE(scene["size"_L1].toInt(), 4);
        QVERIFY(!scene.contains(u"text"_s));
        QCOMPARE(m_bob->events(u"scene").constLast()["size"_L1].toInt(-1), 0);
    }

    void continuesAfterInvalidCommand_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("command");
        QTest::newRow("unknown command") << QByteArray("frobnicate now") << u"frobnicate"_s;
        QTest::newRow("wrong case") << QByteArray("SAY hello") << u"SAY"_s;
        QTest::newRow("say without text") << QByteArray("say") << u"say"_s;
        QTest::newRow("say with blanks only") << QByteArray("say  \t ") << u"say"_s;
        QTest::newRow("say with control pictures only") << QByteArray("say ␐␑␆") << u"say"_s;
        QTest::newRow("say with 2,001 characters") << "say " + QByteArray(2'001, 'x') << u"say"_s;
        QTest::newRow("say with 200,000 characters") << "say " + QByteArray(200'000, 'x') << u"say"_s;
        QTest::newRow("move without numbers") << QByteArray("move") << u"move"_s;
        QTest::newRow("move with two numbers") << QByteArray("move 1 2") << u"move"_s;
        QTest::newRow("move with five numbers") << QByteArray("move 1 2 3 4 5") << u"move"_s;
        QTest::newRow("move with words") << QByteArray("move a b c") << u"move"_s;
        QTest::newRow("move to NaN") << QByteArray("move nan 0 0") << u"move"_s;
        QTest::newRow("move to infinity") << QByteArray("move 0 inf 0") << u"move"_s;
        QTest::newRow("move too far") << QByteArray("move 100001 0 0") << u"move"_s;
        QTest::newRow("move to the reserved position") << QByteArray("move 16000 1000 16000") << u"move"_s;
        QTest::newRow("move with a NaN yaw") << QByteArray("move 1 2 3 nan") << u"move"_s;
        QTest::newRow("scene without text") << QByteArray("scene id") << u"scene"_s;
        QTest::newRow("scene of 20 kB") << "scene id " + QByteArray(20'000, 'x') << u"scene"_s;
        QTest::newRow("emote without a URN") << QByteArray("emote") << u"emote"_s;
        QTest::newRow("emote with an invalid URN") << QByteArray("emote not an emote!") << u"emote"_s;
        QTest::newRow("hostile command") << QByteArray("\x1b[2J") << u"\x1b[2J"_s;
        QTest::newRow("invalid UTF-8") << QByteArray("\xff\xfe\xfd") << QString(3, QChar(QChar::ReplacementCharacter));
    }
    void continuesAfterInvalidCommand()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QString, command);
        m_alice->write(line + "\r\n\n");
        m_alice->say(u"say still here"_s);
        QTRY_COMPARE(m_alice->events(u"error").size(), 1);
        const QJsonObject error = m_alice->events(u"error").constFirst();
        QCOMPARE(error["command"_L1].toString(), command);
        QVERIFY(error["detail"_L1].toString().endsWith(u'.'));
        QTRY_VERIFY(m_bob->has(u"chat", u"text", u"still here"_s));
        QCOMPARE(m_bob->events(u"chat").size(), 1);
        QVERIFY(!m_alice->isOver());
        if (command != u"move")
            return;
        m_alice->say(u"move 11 0 -20.5"_s); // none of the invalid moves was sent
        QTRY_VERIFY(m_bob->has(u"position", u"x", 11));
        for (const QJsonObject &position : m_bob->events(u"position"))
            QCOMPARE(position["z"_L1].toDouble(), -20.5);
    }

    //! Whoever was never in has not left as they wished.
    void silentServerExitsWithFour()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QString where = u"ws-room:ws://127.0.0.1:%1/x"_s.arg(silent.serverPort());
        CtlProcess ctl({u"join"_s, where, u"--json"_s, u"--for"_s, u"1"_s});
        QCOMPARE(ctl.status(), 4);
        QVERIFY(ctl.has(u"closed", u"code", u"left"_s));
    }
};

ISLET_TEST(TestIsletctl);
#include "tst_isletctl.moc"
