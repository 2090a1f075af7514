// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "base/quoted.h"
#include "identity/address.h"
#include "tests/support/testmain.h"
#include "tests/support/vectors.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace islet;
using namespace Qt::StringLiterals;

class TestAddress : public QObject {
    Q_OBJECT

private slots:
    void matchesVectors_data();
    void matchesVectors();
    void ignoresSpelling();
    void ordersByBytes();
    void defaultsToZero();
    void refusesInvalidText_data();
    void refusesInvalidText();
    void boundsTheErrorText();
};

void TestAddress::matchesVectors_data()
{
    QTest::addColumn<QString>("checksummed");
    QTest::addColumn<QString>("lower");
    QTest::addColumn<QByteArray>("publicKey");
    const QJsonObject identities = test::loadVectors("identities.json").value("identities"_L1).toObject();
    for (auto person = identities.begin(); person != identities.end(); ++person) {
        const QJsonObject fields = person.value().toObject();
        QTest::newRow(qPrintable(person.key()))
            << fields.value("address"_L1).toString() << fields.value("addressLower"_L1).toString()
            << test::fromHex(fields.value("publicKey"_L1));
    }
}

void TestAddress::matchesVectors()
{
    QFETCH(const QString, checksummed);
    QFETCH(const QString, lower);
    QFETCH(const QByteArray, publicKey);

    for (const QString &spelling : {checksummed, lower}) {
        const auto address = Address::parse(spelling);
        QVERIFY2(address, qPrintable(spelling));
        QCOMPARE(address->toChecksummed(), checksummed);
        QCOMPARE(address->toLower(), lower);
        QCOMPARE(address->toShort(), lower.first(6) + u"…"_s + lower.last(4));
    }

    std::array<std::uint8_t, 64> point;
    QCOMPARE(publicKey.size(), qsizetype(point.size()));
    std::ranges::copy(publicKey, point.begin());
    QCOMPARE(Address::ofPublicKey(point).toChecksummed(), checksummed);
}

void TestAddress::ignoresSpelling()
{
    const auto mixed = Address::parse(u"0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A");
    const auto lower = Address::parse(u"0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a");
    const auto upper = Address::parse(u"0x19E7E376E7C213B7E7E7E46CC70A5DD086DAFF2A");
    const auto other = Address::parse(u"0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2b");
    QVERIFY(mixed && lower && upper && other);
    QCOMPARE(*mixed, *lower);
    QCOMPARE(*mixed, *upper);
    QVERIFY(*mixed != *other);
    QCOMPARE(qHash(*mixed, 7), qHash(*lower, 7));
    QCOMPARE((QSet<Address>{*mixed, *lower, *upper, *other}.size()), 2);
}

void TestAddress::ordersByBytes()
{
    const auto small = Address::parse(u"0x0a00000000000000000000000000000000000000");
    const auto middle = Address::parse(u"0x0A00000000000000000000000000000000000001");
    const auto large = Address::parse(u"0xf000000000000000000000000000000000000000");
    QVERIFY(small && middle && large);
    QVERIFY(*small < *middle);
    QVERIFY(*middle < *large);
}

void TestAddress::defaultsToZero()
{
    const auto zero = Address::parse(u"0x0000000000000000000000000000000000000000");
    QVERIFY(zero);
    QCOMPARE(*zero, Address());
    QCOMPARE(Address().toChecksummed(), u"0x0000000000000000000000000000000000000000"_s);
}

void TestAddress::refusesInvalidText_data()
{
    QTest::addColumn<QString>("text");
    const QString digits = u"19e7e376e7c213b7e7e7e46cc70a5dd086daff2a"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("only 0x") << u"0x"_s;
    QTest::newRow("only 0") << u"0"_s;
    QTest::newRow("no prefix") << digits;
    QTest::newRow("0X") << u"0X"_s + digits;
    QTest::newRow("39 digits") << u"0x"_s + digits.first(39);
    QTest::newRow("41 digits") << u"0x"_s + digits + u'0';
    QTest::newRow("g") << u"0x"_s + digits.first(39) + u'g';
    QTest::newRow("minus") << u"0x-"_s + digits.first(39);
    QTest::newRow("space before") << u" 0x"_s + digits;
    QTest::newRow("newline after") << u"0x"_s + digits + u'\n';
    QTest::newRow("NUL inside") << u"0x"_s + digits.first(20) + QChar(0) + digits.last(19);
    QTest::newRow("full-width digit") << u"0x"_s + digits.first(39) + u'\uFF11';
    QTest::newRow("Arabic digit") << u"0x"_s + digits.first(39) + u'\u0661';
    QTest::newRow("Cyrillic a") << u"0x"_s + digits.first(39) + u'\u0430';
    QTest::newRow("a name") << u"name.dcl.eth"_s;
}

void TestAddress::refusesInvalidText()
{
    QFETCH(const QString, text);
    const auto address = Address::parse(text);
    QVERIFY(!address);
    QCOMPARE(address.error().code, ErrorCode::InvalidAddress);
    QVERIFY(address.error().detail.contains(quoted(text)));
    QVERIFY(address.error().detail.endsWith(u'.'));
}

void TestAddress::boundsTheErrorText()
{
    const auto address = Address::parse(u"0x"_s + QString(100'000, u'a'));
    QVERIFY(!address);
    QVERIFY(address.error().detail.size() < 250);
}

ISLET_TEST(TestAddress);
#include "tst_address.moc"
