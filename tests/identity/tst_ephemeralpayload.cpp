// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/ephemeralpayload.h"
#include "tests/support/testmain.h"
#include "tests/support/vectors.h"

#include <QScopeGuard>
#include <QTest>
#include <QTimeZone>

#include <ctime>

using namespace islet;
using namespace Qt::StringLiterals;

class TestEphemeralPayload : public QObject {
    Q_OBJECT

private slots:
    void matchesVectors_data();
    void matchesVectors();
    void writesTheReferenceText();
    void roundTrips();
    void refusesInvalidText_data();
    void refusesInvalidText();
    void readsTimesWithoutZoneAsUtc_data();
    void readsTimesWithoutZoneAsUtc();
};

namespace {

constexpr auto head =
    "Decentraland Login\nEphemeral address: 0x1C5A77d9FA7eF466951B2F01F724BCa3A5820b63\nExpiration: "_L1;

} // namespace

void TestEphemeralPayload::matchesVectors_data()
{
    QTest::addColumn<QString>("payload");
    QTest::addColumn<QJsonObject>("expected");
    const QJsonArray vectors = test::loadVectors("ephemeral_payloads.json").value("vectors"_L1).toArray();
    QCOMPARE(vectors.size(), 12);
    for (const QJsonValue &vector : vectors) {
        QTest::newRow(qPrintable(vector["name"_L1].toString()))
            << vector["payload"_L1].toString() << vector["v3_7_0"_L1].toObject();
    }
}

void TestEphemeralPayload::matchesVectors()
{
    QFETCH(const QString, payload);
    QFETCH(const QJsonObject, expected);

    const auto parsed = EphemeralPayload::parse(payload);
    QCOMPARE(parsed.has_value(), !expected.contains("error"_L1));
    if (!parsed) {
        QCOMPARE(parsed.error().code, ErrorCode::InvalidPayload);
        return;
    }
    const auto address = Address::parse(expected["ephemeralAddress"_L1].toString());
    QVERIFY(address);
    QCOMPARE(parsed->ephemeralAddress, *address);
    QCOMPARE(parsed->expiration.toMSecsSinceEpoch(), expected["expirationMs"_L1].toInteger());
    QCOMPARE(parsed->expiration.timeSpec(), Qt::UTC);
}

void TestEphemeralPayload::writesTheReferenceText()
{
    const QJsonArray vectors = test::loadVectors("ephemeral_payloads.json").value("vectors"_L1).toArray();
    const QJsonValue standard = vectors.first();
    QCOMPARE(standard["name"_L1].toString(), u"standard"_s);
    const auto address = Address::parse(u"0x1c5a77d9fa7ef466951b2f01f724bca3a5820b63");
    QVERIFY(address);

    const auto expiration = QDateTime::fromMSecsSinceEpoch(4'102'444'800'000, QTimeZone::utc());
    QCOMPARE((EphemeralPayload{*address, expiration}.toText()), standard["payload"_L1].toString());
    // The same moment in another time zone.
    const QDateTime inTokyo = expiration.toTimeZone(QTimeZone(9 * 3600));
    QCOMPARE((EphemeralPayload{*address, inTokyo}.toText()), standard["payload"_L1].toString());
    QCOMPARE((EphemeralPayload{*address, expiration.addMSecs(7)}.toText()), head + u"2100-01-01T00:00:00.007Z"_s);
}

void TestEphemeralPayload::roundTrips()
{
    const auto address = Address::parse(u"0x1563915e194D8CfBA1943570603F7606A3115508");
    QVERIFY(address);
    const QDateTime expiration = QDateTime::currentDateTimeUtc().addDays(7);
    const auto parsed = EphemeralPayload::parse(EphemeralPayload{*address, expiration}.toText());
    QVERIFY(parsed);
    QCOMPARE(parsed->ephemeralAddress, *address);
    QCOMPARE(parsed->expiration, expiration);
}

void TestEphemeralPayload::refusesInvalidText_data()
{
    QTest::addColumn<QString>("payload");
    QTest::addColumn<ErrorCode>("code");
    const QString line1 = u"Decentraland Login\n"_s;
    const QString time = u"\nExpiration: 2100-01-01T00:00:00.000Z"_s;
    QTest::newRow("empty") << QString() << ErrorCode::InvalidPayload;
    QTest::newRow("one line") << line1 << ErrorCode::InvalidPayload;
    QTest::newRow("a challenge") << u"dcl-0.cjn1h9uisdb"_s << ErrorCode::InvalidPayload;
    QTest::newRow("lines in the wrong order")
        << line1 + u"Expiration: 2100-01-01T00:00:00.000Z\nEphemeral address: 0x"_s + QString(40, u'1')
        << ErrorCode::InvalidPayload;
    QTest::newRow("space before the prefix")
        << line1 + u" Ephemeral address: 0x"_s + QString(40, u'1') + time << ErrorCode::InvalidPayload;
    QTest::newRow("no address") << line1 + u"Ephemeral address: "_s + time << ErrorCode::InvalidAddress;
    QTest::newRow("short address") << line1 + u"Ephemeral address: 0x1c5a"_s + time << ErrorCode::InvalidAddress;
    QTest::newRow("text after the address")
        << line1 + u"Ephemeral address: 0x"_s + QString(40, u'1') + u" "_s + time << ErrorCode::InvalidAddress;
    QTest::newRow("no time") << QString(head) << ErrorCode::InvalidPayload;
    QTest::newRow("13th month") << head + u"2100-13-01T00:00:00.000Z"_s << ErrorCode::InvalidPayload;
    QTest::newRow("30 February") << head + u"2100-02-30T00:00:00.000Z"_s << ErrorCode::InvalidPayload;
    QTest::newRow("25th hour") << head + u"2100-01-01T25:00:00.000Z"_s << ErrorCode::InvalidPayload;
    QTest::newRow("NaN") << head + u"NaN"_s << ErrorCode::InvalidPayload;
}

void TestEphemeralPayload::refusesInvalidText()
{
    QFETCH(const QString, payload);
    QFETCH(const ErrorCode, code);
    const auto parsed = EphemeralPayload::parse(payload);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, code);
}

void TestEphemeralPayload::readsTimesWithoutZoneAsUtc_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("time");
    // POSIX rules, so that no time zone data needs to be installed.
    const QByteArray berlin = "CET-1CEST,M3.5.0,M10.5.0/3";
    QTest::newRow("London in winter") << QByteArray("UTC0") << u"2027-01-15T02:30:00"_s;
    QTest::newRow("New York") << QByteArray("EST5EDT,M3.2.0,M11.1.0") << u"2027-01-15T02:30:00"_s;
    QTest::newRow("Tokyo") << QByteArray("JST-9") << u"2027-01-15T02:30:00"_s;
    QTest::newRow("Berlin in summer") << berlin << u"2027-07-15T02:30:00"_s;
    QTest::newRow("Berlin, an hour that does not exist") << berlin << u"2027-03-28T02:30:00"_s;
    QTest::newRow("Berlin, an hour that comes twice") << berlin << u"2027-10-31T02:30:00"_s;
}

void TestEphemeralPayload::readsTimesWithoutZoneAsUtc()
{
#ifdef Q_OS_WIN
    QSKIP("The zone of a process is set by TZ on POSIX systems only.");
#else
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, time);
    const bool hadZone = qEnvironmentVariableIsSet("TZ");
    const QByteArray oldZone = qgetenv("TZ");
    const auto restore = qScopeGuard([&] {
        if (hadZone)
            qputenv("TZ", oldZone);
        else
            qunsetenv("TZ");
        tzset();
    });
    qputenv("TZ", zone);
    tzset();

    const auto parsed = EphemeralPayload::parse(head + time);
    QVERIFY(parsed);
    QCOMPARE(parsed->toText(), head + time + u".000Z"_s);
#endif
}

ISLET_TEST(TestEphemeralPayload);
#include "tst_ephemeralpayload.moc"
