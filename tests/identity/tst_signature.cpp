// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/signature.h"
#include "testkeys.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const Hash256 &hash)
{
    return QByteArray(reinterpret_cast<const char *>(hash.data()), qsizetype(hash.size()));
}

QByteArray withoutPrefix(const QJsonValue &hexText)
{
    return QByteArray::fromHex(hexText.toString().sliced(2).toLatin1());
}

} // namespace

//! personal_sign: hashing, signing and recovering as @dcl/crypto does.
class TestSignature : public QObject {
    Q_OBJECT

private slots:
    void matchesVectors_data();
    void matchesVectors();
    void acceptsUpperCaseDigits();
    void refusesInvalidText_data();
    void refusesInvalidText();
    void otherHashHasAnotherSigner();
    void refusesPointsOffTheCurve_data();
    void refusesPointsOffTheCurve();
};

void TestSignature::matchesVectors_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray vectors = test::loadVectors("personal_sign.json").value("vectors"_L1).toArray();
    QCOMPARE(vectors.size(), 11);
    for (const QJsonValue &vector : vectors)
        QTest::newRow(qPrintable(vector["name"_L1].toString())) << vector.toObject();
}

void TestSignature::matchesVectors()
{
    QFETCH(const QJsonObject, vector);
    const QByteArray message = test::fromHex(vector["messageUtf8Hex"_L1]);
    QCOMPARE(message, vector["message"_L1].toString().toUtf8());
    QCOMPARE(message.size(), vector["byteLength"_L1].toInt());

    const QByteArray prefixed = "\x19"
                                "Ethereum Signed Message:\n"
        + QByteArray::number(message.size()) + message;
    QCOMPARE(prefixed, test::fromHex(vector["prefixedHex"_L1]));
    const Hash256 hash = personalMessageHash(message);
    QCOMPARE(bytesOf(hash), withoutPrefix(vector["keccak256"_L1]));
    QCOMPARE(bytesOf(keccak256(prefixed)), withoutPrefix(vector["keccak256"_L1]));
    QCOMPARE(bytesOf(keccak256(message)), withoutPrefix(vector["eip1271RawKeccak"_L1]));

    const PrivateKey key = test::keyOf(QLatin1StringView(vector["signer"_L1].toString().toLatin1()));
    const Signature signature = key.sign(message);
    QCOMPARE(signature.toHex(), vector["signature"_L1].toString());

    for (const auto member : {"signature"_L1, "signatureWithV01"_L1}) {
        const auto parsed = Signature::parse(vector[member].toString());
        QVERIFY(parsed);
        QCOMPARE(parsed->toHex(), vector["signature"_L1].toString());
        QVERIFY(parsed->bytes() == signature.bytes());
        const auto signer = parsed->signerOf(hash);
        QVERIFY(signer);
        QCOMPARE(signer->toChecksummed(), key.address().toChecksummed());
    }
}

void TestSignature::acceptsUpperCaseDigits()
{
    const QString text = test::keyOf("ownerA"_L1).sign("hello").toHex();
    const auto parsed = Signature::parse(u"0x"_s + text.sliced(2).toUpper());
    QVERIFY(parsed);
    QCOMPARE(parsed->toHex(), text);
}

void TestSignature::refusesInvalidText_data()
{
    QTest::addColumn<QString>("text");
    const QString good = test::keyOf("ownerA"_L1).sign("hello").toHex();
    QVERIFY(Signature::parse(good));
    QTest::newRow("empty") << QString();
    QTest::newRow("only 0x") << u"0x"_s;
    QTest::newRow("no prefix") << good.sliced(2);
    QTest::newRow("0X") << u"0X"_s + good.sliced(2);
    QTest::newRow("64 bytes") << good.chopped(2);
    QTest::newRow("66 bytes") << good + u"1b"_s;
    QTest::newRow("odd digits") << good.chopped(1);
    QTest::newRow("not a digit") << good.chopped(1) + u'g';
    QTest::newRow("v 1a") << good.chopped(2) + u"1a"_s;
    QTest::newRow("v 1d") << good.chopped(2) + u"1d"_s;
    QTest::newRow("v 02") << good.chopped(2) + u"02"_s;
    QTest::newRow("v ff") << good.chopped(2) + u"ff"_s;
    QTest::newRow("a contract wallet's") << u"0x"_s + QString(2'000, u'a');
}

void TestSignature::refusesInvalidText()
{
    QFETCH(const QString, text);
    const auto signature = Signature::parse(text);
    QVERIFY(!signature);
    QCOMPARE(signature.error().code, ErrorCode::InvalidSignature);
    QVERIFY(signature.error().detail.size() < 200);
}

void TestSignature::otherHashHasAnotherSigner()
{
    const PrivateKey key = test::keyOf("ownerA"_L1);
    const auto signer = key.sign("hello").signerOf(personalMessageHash("hello!"));
    QVERIFY(!signer || *signer != key.address());
}

void TestSignature::refusesPointsOffTheCurve_data()
{
    QTest::addColumn<QString>("rs");
    QTest::newRow("r and s 0") << QString(128, u'0');
    QTest::newRow("r and s past the group order") << QString(128, u'f');
    QTest::newRow("s 0") << QString(63, u'0') + u'1' + QString(64, u'0');
    // No point on secp256k1 has x = 5.
    QTest::newRow("r off the curve") << QString(63, u'0') + u'5' + QString(63, u'0') + u'1';
}

void TestSignature::refusesPointsOffTheCurve()
{
    QFETCH(const QString, rs);
    const auto signature = Signature::parse(u"0x"_s + rs + u"1b"_s);
    QVERIFY(signature);
    const auto signer = signature->signerOf(personalMessageHash("hello"));
    QVERIFY(!signer);
    QCOMPARE(signer.error().code, ErrorCode::InvalidSignature);
}

ISLET_TEST(TestSignature);
#include "tst_signature.moc"
