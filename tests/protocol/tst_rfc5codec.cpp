// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protocol/rfc4codec.h"
#include "protocol/rfc5codec.h"
#include "tests/support/packets.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

template<typename M> M decodedAs(const rfc5::Message &message)
{
    return std::get<M>(*parsed(serialised(message)));
}

QByteArray positionPacket()
{
    return rfc4::Codec().encode(rfc4::Position{7, {8, 1, 8}, {0, 0, 0, 1}});
}

} // namespace

class TestRfc5Codec : public QObject {
    Q_OBJECT

private slots:
    // The bytes follow from rfc5.proto: field number and wire type, length, value.
    void encodesBytesOfTheSchema_data()
    {
        QTest::addColumn<QByteArray>("encoded");
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("identification") << serialised(identification(u"0xab"_s)) << "3a060a0430786162"_ba;
        QTest::newRow("signature") << serialised(signedChallenge("[]")) << "2a040a025b5d"_ba;
        QTest::newRow("challenge") << serialised(challenge(u"dcl-x"_s, true)) << "22090a0564636c2d781001"_ba;
        QTest::newRow("welcome") << serialised(welcome(5, {{2, u"b"_s}, {1, u"a"_s}}))
                                 << "0a1008051205080112016112050802120162"_ba;
        QTest::newRow("join") << serialised(peerJoin(300, u"a"_s)) << "120608ac02120161"_ba;
        QTest::newRow("leave") << serialised(peerLeave(1)) << "32020801"_ba;
        QTest::newRow("kicked") << serialised(kicked(u"no"_s)) << "42040a026e6f"_ba;
        QTest::newRow("update") << serialised(peerUpdate(3, "xy", true)) << "1a080803120278791801"_ba;
        QTest::newRow("update by encodeUpdate")
            << rfc5::Codec().encodeUpdate(3, "xy", true) << "1a080803120278791801"_ba;
        QTest::newRow("nothing") << serialised(rfc5::Unknown()) << ""_ba;
    }
    void encodesBytesOfTheSchema()
    {
        QFETCH(const QByteArray, encoded);
        QTEST(encoded.toHex(), "hex");
    }

    void decodesWhatItEncodes()
    {
        QCOMPARE(decodedAs<rfc5::Identification>(identification(u"0xab"_s)).address, u"0xab"_s);
        QVERIFY(decodedAs<rfc5::SignedChallenge>(signedChallenge("[1]")).authChain == "[1]");
        QVERIFY(decodedAs<rfc5::ChallengeRequired>(challenge(u"dcl-x"_s, true)).isAlreadyConnected);
        const auto welcomed = decodedAs<rfc5::Welcome>(welcome(5, {{2, u"b"_s}, {1, u"a"_s}}));
        QCOMPARE(welcomed.alias, 5U);
        QCOMPARE(welcomed.peers.size(), 2);
        QCOMPARE(decodedAs<rfc5::PeerJoin>(peerJoin(300, u"a"_s)).alias, 300U);
        QCOMPARE(decodedAs<rfc5::PeerLeave>(peerLeave(9)).alias, 9U);
        QCOMPARE(decodedAs<rfc5::Kicked>(kicked(u"no"_s)).reason, u"no"_s);
        for (const qsizetype size : {0, 1, 127, 128, 16'000, 40'000}) {
            const auto update = decodedAs<rfc5::PeerUpdate>(peerUpdate(3, QByteArray(size, 'x'), true));
            QCOMPARE(update.from, 3U);
            QCOMPARE(update.body.size(), size);
            QVERIFY(update.isUnreliable);
        }
    }

    void refusesBytesThatAreNoPacket()
    {
        for (const char *hex : {"ff", "1a05", "1aff", "0a020801ff", "420a"})
            QVERIFY2(!parsed(QByteArray::fromHex(hex)), hex);
        QVERIFY(std::holds_alternative<rfc5::Unknown>(*parsed({})));
        QVERIFY(std::holds_alternative<rfc5::Unknown>(*parsed(QByteArray::fromHex("9a0600")))); // field 99
    }

    void describesKinds()
    {
        const auto kind = [](const rfc5::Message &message) {
            return rfc5::describe(Direction::In, serialised(message)).kind;
        };
        QCOMPARE(kind(identification(u"a"_s)), "identification"_L1);
        QCOMPARE(kind(welcome(1)), "welcome"_L1);
        QCOMPARE(kind(kicked({})), "kicked"_L1);
        QCOMPARE(kind(peerUpdate(1, positionPacket())), "position"_L1);
        QCOMPARE(kind(peerUpdate(1, rfc4::Codec().encode(rfc4::Chat{u"hi"_s, 0}))), "chat"_L1);
        QCOMPARE(kind(peerUpdate(1, "\xff")), ""_L1);
        QCOMPARE(kind(rfc5::Unknown()), "unknown"_L1);
        QCOMPARE(rfc5::describe(Direction::In, "\xff").kind, ""_L1);
    }

    void showsNoCredential()
    {
        const QByteArray chain = "[{\"signature\":\"0x" + QByteArray(130, 'a') + "\"}]";
        const auto own = rfc5::describe(Direction::Out, serialised(signedChallenge(chain)));
        QCOMPARE(own.kind, "signature"_L1);
        QVERIFY(!own.redacted.contains("aaaa"));
        QVERIFY(own.redacted.contains(QByteArray::number(chain.size()) + " bytes"));
        // What a faulty server returns: in a text, in a body, in an unknown field.
        QVERIFY(rfc5::describe(Direction::In, serialised(kicked(QString::fromLatin1(chain)))).redacted.isEmpty());
        QVERIFY(rfc5::describe(Direction::In, serialised(peerUpdate(1, chain))).redacted.isEmpty());
        QVERIFY(rfc5::describe(Direction::In, textFrame(99 % 16, 1, chain)).redacted.isEmpty());
        QVERIFY(rfc5::describe(Direction::In, chain).redacted.isEmpty()); // no packet at all
        QVERIFY(rfc5::describe(Direction::In, serialised(kicked(u"access_token=abc"_s))).redacted.isEmpty());
        const QByteArray position = serialised(peerUpdate(1, positionPacket()));
        QCOMPARE(rfc5::describe(Direction::In, position).redacted, position);
    }
};

ISLET_TEST(TestRfc5Codec);
#include "tst_rfc5codec.moc"
