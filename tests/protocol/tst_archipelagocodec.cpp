// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protocol/archipelagocodec.h"
#include "tests/support/testmain.h"
#include "tests/support/vectors.h"

#include <QJsonArray>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

class TestArchipelagoCodec : public QObject {
    Q_OBJECT

private slots:
    //! The bytes of @dcl/protocol survive decoding and encoding.
    void reencodesReferenceBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isClient");
        const QJsonArray vectors = loadVectors("archipelago_packets.json").value("vectors"_L1).toArray();
        QVERIFY(!vectors.isEmpty());
        for (const auto &vector : vectors) {
            const QByteArray name = vector["name"_L1].toString().toUtf8();
            QTest::newRow(name.constData()) << QByteArray::fromHex(vector["hex"_L1].toString().toLatin1())
                                            << (vector["type"_L1].toString() == u"v3.ClientPacket");
        }
    }
    void reencodesReferenceBytes()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, isClient);
        QVERIFY(!bytes.isEmpty());
        if (isClient) {
            const auto message = archipelago::decodeClient(bytes);
            QVERIFY(message && (encode(*message) == bytes || std::holds_alternative<archipelago::Heartbeat>(*message)));
        } else {
            const auto message = archipelago::decodeServer(bytes);
            QVERIFY(message && encode(*message) == bytes);
        }
    }

    void refusesBytesThatAreNoPacket()
    {
        QVERIFY(!archipelago::decodeClient("\xff"));
        QVERIFY(!archipelago::decodeServer("\xff\xff\xff\xff"));
        QVERIFY(std::holds_alternative<archipelago::Unknown>(*archipelago::decodeServer({})));
    }

    void boundsTexts()
    {
        const QByteArray frame = encode(archipelago::IslandChanged{QString(100'000, u'x'), {}, {}});
        const auto island = std::get<archipelago::IslandChanged>(*archipelago::decodeServer(frame));
        QCOMPARE(island.islandId.size(), archipelago::maxTextBytes);
    }

    void showsNoCredential_data()
    {
        QTest::addColumn<QString>("connectionString");
        QTest::addColumn<QString>("shown");
        QTest::newRow("livekit") << u"livekit:wss://me:pass@host:7880/room?access_token=secret#secret"_s
                                 << u"livekit:wss://host:7880"_s;
        QTest::newRow("ws-room") << u"ws-room:wss://host/rooms/secret"_s << u"ws-room:wss://host"_s;
        QTest::newRow("without a URL") << u"offline:secret"_s << u"(14 characters)"_s;
        QTest::newRow("a token alone") << u"secret"_s << u"(6 characters)"_s;
    }
    void showsNoCredential()
    {
        QFETCH(const QString, connectionString);
        const QByteArray frame = encode(archipelago::IslandChanged{u"i1"_s, connectionString, {}});
        const FrameSummary summary = archipelago::describe(Direction::In, frame);
        QCOMPARE(summary.kind, "island"_L1);
        QVERIFY(!summary.redacted.contains("secret"));
        QTEST(std::get<archipelago::IslandChanged>(*archipelago::decodeServer(summary.redacted)).connectionString,
              "shown");
    }

    void tellsUnknownFramesByLengthAlone()
    {
        QVERIFY(archipelago::describe(Direction::Out, encode(archipelago::SignedChallenge{"0xsignature"}))
                    .redacted.contains("[11 bytes]"));
        const QString signature = u"0x"_s + QString(130, u'a'); // returned by a faulty service
        QVERIFY(archipelago::describe(Direction::In, encode(archipelago::Welcome{signature})).redacted.isEmpty());
        QVERIFY(archipelago::describe(Direction::In, "garbage").redacted.isEmpty());
        QVERIFY(archipelago::describe(Direction::Out, "garbage").redacted.isEmpty());
        QVERIFY(archipelago::describe(Direction::In, QByteArray::fromHex("9a0600")).redacted.isEmpty());
    }
};

ISLET_TEST(TestArchipelagoCodec);
#include "tst_archipelagocodec.moc"
