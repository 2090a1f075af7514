// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "roomfixture.h"
#include "tests/support/testmain.h"

#include <QDateTime>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Opcode = RawWsClient::Opcode;
using Action = std::function<void(RoomClient &)>;
using Answer = std::function<void(RoomClient &, const QString &)>;

namespace {

constexpr qsizetype frameLimit = 16'384;

//! The chain of `owner` with the last link replaced by one that `signer` signed.
QByteArray forged(const Identity &owner, const Identity &signer, const QString &text)
{
    const Challenge challenge = *Challenge::parse(text);
    QList<AuthLink> links = owner.sign(challenge).links();
    links.last() = signer.sign(challenge).links().last();
    return AuthChain(links).toJson();
}

//! A packet whose frame has exactly `size` bytes.
rfc5::Message updateOfFrame(qsizetype size)
{
    rfc5::Message packet = peerUpdate(0, QByteArray(size - 6, 'x'));
    Q_ASSERT(serialised(packet).size() == size);
    return packet;
}

Action sendsFrame(Opcode opcode, const QByteArray &payload)
{
    return [opcode, payload](RoomClient &self) { self.socket().sendFrame(opcode, payload); };
}

} // namespace

//! A client that violates the protocol loses its own connection, and no one else is affected.
class TestRoomHandshake : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<RoomFixture> m_fixture;
    std::unique_ptr<RoomClient> m_left;
    std::unique_ptr<RoomClient> m_right;

    //! Checks that the two bystanders are connected, and saw only each other and `peerEvents` join and leave.
    void checkBystanders(const QStringList &peerEvents = {})
    {
        QVERIFY(RoomFixture::settle(*m_left, {m_right.get()}));
        QVERIFY(RoomFixture::settle(*m_right, {m_left.get()}));
        QCOMPARE(m_left->peerEvents, QStringList{joinOf(*m_right)} + peerEvents);
        QCOMPARE(m_right->peerEvents, peerEvents);
        QVERIFY(m_left->kicks.isEmpty() && m_right->kicks.isEmpty());
        QCOMPARE(m_fixture->server.peerCount(), 2);
    }

private slots:
    void init()
    {
        RoomOptions options;
        options.handshakeStepTimeout = 400ms;
        m_fixture = std::make_unique<RoomFixture>(options);
        m_left = std::make_unique<RoomClient>();
        m_right = std::make_unique<RoomClient>();
        QVERIFY(m_fixture->admit(*m_left) && m_fixture->admit(*m_right));
        QTRY_COMPARE(m_left->peerEvents.size(), 1);
    }

    void disconnectsOnInvalidFirstStep_data()
    {
        QTest::addColumn<Action>("action");
        const auto sends = [](const rfc5::Message &packet) {
            return Action([packet](RoomClient &s) { s.send(packet); });
        };
        QTest::newRow("silence") << Action([](RoomClient &) {});
        QTest::newRow("an empty address") << sends(identification({}));
        QTest::newRow("a short address") << sends(identification(u"0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2"_s));
        QTest::newRow("a long address") << sends(identification(addressOf(1) + u'0'));
        QTest::newRow("no 0x") << sends(identification(u"19e7e376e7c213b7e7e7e46cc70a5dd086daff2a"_s));
        QTest::newRow("0X") << sends(identification(u"0X19e7e376e7c213b7e7e7e46cc70a5dd086daff2a"_s));
        QTest::newRow("no digits") << sends(identification(u"0xzze7e376e7c213b7e7e7e46cc70a5dd086daff2a"_s));
        QTest::newRow("control characters") << sends(identification(u"0x\x1b[2J\n"_s));
        QTest::newRow("signed challenge first") << sends(signedChallenge("[]"));
        QTest::newRow("update first") << sends(peerUpdate(0, "hello"));
        QTest::newRow("a server's packet") << sends(welcome(1));
        QTest::newRow("an empty packet") << sends(rfc5::Message());
        QTest::newRow("empty frame") << sendsFrame(Opcode::Binary, {});
        QTest::newRow("garbage") << sendsFrame(Opcode::Binary, QByteArray::fromHex("ffffffffffff"));
        QTest::newRow("text") << sendsFrame(Opcode::Text, "{\"hello\":1}");
        QTest::newRow("an identification as text") << Action([](RoomClient &self) {
            self.socket().sendFrame(Opcode::Text, serialised(identification(self.addressText())));
        });
        QTest::newRow("16,385 bytes") << sendsFrame(Opcode::Binary, QByteArray(frameLimit + 1, 'x'));
        QTest::newRow("16,385 bytes in pieces") << Action([](RoomClient &self) {
            self.socket().sendFrame(Opcode::Binary, QByteArray(frameLimit, 'x'), false);
            self.socket().sendFrame(Opcode::Continuation, "x");
        });
        QTest::newRow("header of a terabyte frame") << Action(
            [](RoomClient &self) { self.socket().sendBytes(QByteArray::fromHex("82ff000001000000000000000000")); });
        QTest::newRow("invalid opcode") << sendsFrame(static_cast<Opcode>(3), "x");
        QTest::newRow("half-close") << Action([](RoomClient &self) { self.socket().halfClose(); });
        QTest::newRow("aborted") << Action([](RoomClient &self) { self.socket().abort(); });
        QTest::newRow("a byte at a time") << Action([](RoomClient &self) { self.socket().sendBytes("\x82"); });
    }
    void disconnectsOnInvalidFirstStep()
    {
        QFETCH(const Action, action);
        RoomClient bad;
        bad.firstStep = action;
        bad.enter(m_fixture->server.port());
        QTRY_VERIFY(bad.isGone());
        QVERIFY(!bad.isIn());
        QVERIFY(bad.challenges.isEmpty());
        checkBystanders();
    }

    void disconnectsOnInvalidSecondStep_data()
    {
        QTest::addColumn<Answer>("action");
        const auto answers = [](const QByteArray &json) {
            return Answer([json](RoomClient &self, const QString &) { self.answer(json); });
        };
        const auto sends = [](const rfc5::Message &packet) {
            return Answer([packet](RoomClient &self, const QString &) { self.send(packet); });
        };
        QTest::newRow("silence") << Answer([](RoomClient &, const QString &) {});
        QTest::newRow("identification again") << sends(identification(addressOf(1)));
        QTest::newRow("an update") << sends(peerUpdate(0, "too early"));
        QTest::newRow("an empty packet") << sends(rfc5::Message());
        QTest::newRow("garbage") << Answer(
            [](RoomClient &self, const QString &) { self.socket().sendFrame(Opcode::Binary, "\xff\xff\xff"); });
        QTest::newRow("text") << Answer(
            [](RoomClient &self, const QString &) { self.socket().sendFrame(Opcode::Text, "[]"); });
        QTest::newRow("half-close") << Answer([](RoomClient &self, const QString &) { self.socket().halfClose(); });
        QTest::newRow("aborted") << Answer([](RoomClient &self, const QString &) { self.socket().abort(); });
        QTest::newRow("not JSON") << answers("not json");
        QTest::newRow("empty") << answers({});
        QTest::newRow("an object") << answers("{}");
        QTest::newRow("no links") << answers("[]");
        QTest::newRow("null links") << answers("[null,null]");
        QTest::newRow("deep JSON") << answers(QByteArray(8'000, '[') + QByteArray(8'000, ']'));
        QTest::newRow("too large") << answers("[\"" + QByteArray(frameLimit, 'x') + "\"]");

        QTest::newRow("wrong key") << Answer([](RoomClient &self, const QString &text) {
            self.answer(forged(self.identity(), Identity::guest(), text));
        });
        QTest::newRow("wrong key behind an ephemeral one") << Answer([](RoomClient &self, const QString &text) {
            const Identity stranger = Identity::create(PrivateKey::generate());
            self.answer(forged(self.identity(), stranger, text));
        });
        QTest::newRow("another signer than identified") << Answer([](RoomClient &self, const QString &text) {
            self.answer(Identity::create(PrivateKey::generate()).sign(*Challenge::parse(text)).toJson());
        });
        QTest::newRow("another guest than identified") << Answer([](RoomClient &self, const QString &text) {
            self.answer(Identity::guest().sign(*Challenge::parse(text)).toJson());
        });
        QTest::newRow("another challenge") << Answer(
            [](RoomClient &self, const QString &) { self.answer(self.identity().sign(Challenge::random()).toJson()); });
        QTest::newRow("another case of the challenge") << Answer([](RoomClient &self, const QString &text) {
            const auto upper = Challenge::parse(u"dcl-"_s + text.mid(4).toUpper());
            self.answer(self.identity().sign(*upper).toJson());
        });
        QTest::newRow("a signer and no signature") << Answer([](RoomClient &self, const QString &) {
            self.answer(AuthChain({{AuthLink::Type::Signer, self.addressText(), {}}}).toJson());
        });
        QTest::newRow("a signer that is the challenge") << Answer([](RoomClient &self, const QString &text) {
            self.answer(AuthChain({{AuthLink::Type::Signer, text, {}}}).toJson());
        });
        QTest::newRow("no signer") << Answer([](RoomClient &self, const QString &text) {
            self.answer(AuthChain({self.identity().sign(*Challenge::parse(text)).links().last()}).toJson());
        });
        QTest::newRow("a link too many") << Answer([](RoomClient &self, const QString &text) {
            QList<AuthLink> links = self.identity().sign(*Challenge::parse(text)).links();
            links.append(links.last());
            self.answer(AuthChain(links).toJson());
        });
        QTest::newRow("a contract wallet") << Answer([](RoomClient &self, const QString &text) {
            QList<AuthLink> links = self.identity().sign(*Challenge::parse(text)).links();
            links.last().type = AuthLink::Type::Eip1654SignedEntity;
            self.answer(AuthChain(links).toJson());
        });
    }
    void disconnectsOnInvalidSecondStep()
    {
        QFETCH(const Answer, action);
        RoomClient bad(Identity::create(PrivateKey::generate()));
        bad.secondStep = action;
        bad.enter(m_fixture->server.port());
        QTRY_VERIFY(bad.isGone());
        QCOMPARE(bad.challenges.size(), 1);
        QVERIFY(!bad.isIn());
        QVERIFY(bad.kicks.isEmpty());
        checkBystanders();
    }

    void refusesStolenAddress()
    {
        // The victim is in the room; the thief knows its address, and has a valid chain for its own.
        RoomClient thief;
        const QString victim = m_left->addressText();
        thief.firstStep = [victim](RoomClient &self) { self.identify(victim); };
        thief.enter(m_fixture->server.port());
        QTRY_VERIFY(thief.isGone());
        QVERIFY(!thief.isIn());
        checkBystanders();
    }

    void refusesReplayedSignature()
    {
        // A signature from one session must not be accepted in another.
        RoomClient honest;
        QByteArray replayedChain;
        honest.secondStep = [&replayedChain](RoomClient &self, const QString &text) {
            replayedChain = self.identity().sign(*Challenge::parse(text)).toJson();
            self.answer(replayedChain);
        };
        QVERIFY(m_fixture->admit(honest));
        RoomClient replayer;
        const QString address = honest.addressText();
        replayer.firstStep = [address](RoomClient &self) { self.identify(address); };
        replayer.secondStep = [replayedChain](RoomClient &self, const QString &) { self.answer(replayedChain); };
        replayer.enter(m_fixture->server.port());
        QTRY_VERIFY(replayer.isGone());
        QVERIFY(!replayer.isIn());
        QVERIFY(honest.kicks.isEmpty() && !honest.isGone());
    }

    void refusesExpiredKey_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<bool>("isValid");
        QTest::newRow("a year ago") << qint64(-365 * 86'400) << false;
        QTest::newRow("a second ago") << qint64(-1) << false;
        QTest::newRow("in a minute") << qint64(60) << true;
    }
    void refusesExpiredKey()
    {
        QFETCH(const qint64, seconds);
        QFETCH(const bool, isValid);
        RoomClient client(Identity::create(PrivateKey::generate(), PrivateKey::generate(),
                                           QDateTime::currentDateTimeUtc().addSecs(seconds)));
        client.enter(m_fixture->server.port());
        QTRY_COMPARE(isValid ? client.isIn() : client.isGone(), true);
        QCOMPARE(client.isIn(), isValid);
        if (!isValid)
            checkBystanders();
    }

    void disconnectsOnlyTheViolator_data()
    {
        QTest::addColumn<Action>("action");
        QTest::newRow("garbage") << sendsFrame(Opcode::Binary, QByteArray::fromHex("ffffffffffff"));
        QTest::newRow("truncated") << sendsFrame(Opcode::Binary, QByteArray::fromHex("1a1612142a100a05"));
        QTest::newRow("text") << sendsFrame(Opcode::Text, "hello");
        QTest::newRow("16,385 bytes") << sendsFrame(Opcode::Binary, serialised(updateOfFrame(frameLimit + 1)));
        QTest::newRow("16,385 bytes in pieces") << Action([](RoomClient &self) {
            const QByteArray frame = serialised(updateOfFrame(frameLimit + 1));
            self.socket().sendFrame(Opcode::Binary, frame.first(8'000), false);
            self.socket().sendFrame(Opcode::Continuation, frame.sliced(8'000));
        });
        QTest::newRow("invalid opcode") << sendsFrame(static_cast<Opcode>(11), "x");
        QTest::newRow("a continuation of nothing") << sendsFrame(Opcode::Continuation, "x");
    }
    void disconnectsOnlyTheViolator()
    {
        QFETCH(const Action, action);
        RoomClient bad;
        QVERIFY(m_fixture->admit(bad));
        bad.say("before");
        action(bad);
        bad.say("after");
        QTRY_VERIFY(bad.isGone());
        QTRY_COMPARE(m_fixture->server.peerCount(), 2);
        checkBystanders({joinOf(bad), leaveOf(bad)});
        QVERIFY(m_left->heard().contains("before"));
        QVERIFY(!m_left->heard().contains("after"));
        QVERIFY(bad.kicks.isEmpty()); // a violation is not a kick: kicked clients do not reconnect
    }

    void relaysTheLargestFrame()
    {
        const rfc5::Message largest = updateOfFrame(frameLimit);
        m_left->send(largest);
        m_left->socket().sendFrame(Opcode::Binary, serialised(largest).first(100), false);
        m_left->socket().sendFrame(Opcode::Continuation, serialised(largest).sliced(100));
        QTRY_COMPARE(m_right->updates.size(), 2);
        QCOMPARE(m_right->updates.at(0).body.size(), frameLimit - 6);
        QCOMPARE(m_right->updates.at(1).body, m_right->updates.at(0).body);
        checkBystanders();
    }

    void closeFrameHoldsTheReason()
    {
        RoomClient bad;
        bad.firstStep = [](RoomClient &self) { self.identify(u"nobody"_s); };
        bad.enter(m_fixture->server.port());
        QTRY_VERIFY(bad.isGone());
        QCOMPARE(bad.socket().closeCode(), quint16(1008));
        QVERIFY2(bad.socket().closeReason().contains(u"nobody"_s), qPrintable(bad.socket().closeReason()));
    }
};

ISLET_TEST(TestRoomHandshake);
#include "tst_roomhandshake.moc"
