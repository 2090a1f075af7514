// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "base/quoted.h"
#include "identity/privatekey.h"
#include "testkeys.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;

class TestPrivateKey : public QObject {
    Q_OBJECT

private slots:
    void matchesVectors_data();
    void matchesVectors();
    void generatesUniqueKeys();
    void acceptsFirstAndLastKeyOfTheGroup();
    void refusesInvalidText_data();
    void refusesInvalidText();
    void readsKeyFiles_data();
    void readsKeyFiles();
    void refusesInvalidFiles_data();
    void refusesInvalidFiles();
    void reportsMissingFile();
    void reportsFolderInsteadOfFile();
    void moveWipesTheSource();

private:
    QString write(const QByteArray &content);

    QTemporaryDir m_folder;
};

namespace {

const QString ownerA(64, u'1');

} // namespace

QString TestPrivateKey::write(const QByteArray &content)
{
    const QString path = m_folder.filePath(u"key.txt"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write a test file");
    return path;
}

void TestPrivateKey::matchesVectors_data()
{
    QTest::addColumn<QString>("digits");
    QTest::addColumn<QString>("address");
    const QJsonObject identities = test::loadVectors("identities.json").value("identities"_L1).toObject();
    QCOMPARE(identities.size(), 6);
    for (auto person = identities.begin(); person != identities.end(); ++person) {
        QTest::newRow(qPrintable(person.key()))
            << person.value()["privateKey"_L1].toString() << person.value()["address"_L1].toString();
    }
}

void TestPrivateKey::matchesVectors()
{
    QFETCH(const QString, digits);
    QFETCH(const QString, address);
    for (const QString &text : {digits, u"0x"_s + digits, digits.toUpper()}) {
        const auto key = PrivateKey::fromHex(text);
        QVERIFY(key);
        QCOMPARE(key->address().toChecksummed(), address);
    }
}

void TestPrivateKey::generatesUniqueKeys()
{
    const PrivateKey one = PrivateKey::generate();
    const PrivateKey other = PrivateKey::generate();
    QVERIFY(one.address() != other.address());
    const auto signer = one.sign("hello").signerOf(personalMessageHash("hello"));
    QVERIFY(signer);
    QCOMPARE(*signer, one.address());
}

void TestPrivateKey::acceptsFirstAndLastKeyOfTheGroup()
{
    // The first and last valid keys are 1 and the group order minus 1; their public keys are inverse points.
    const auto first = PrivateKey::fromHex(QString(63, u'0') + u'1');
    const auto last = PrivateKey::fromHex(u"fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140");
    QVERIFY(first && last);
    QCOMPARE(first->address().toChecksummed(), u"0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"_s);
    QVERIFY(first->address() != last->address());
}

void TestPrivateKey::refusesInvalidText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("only 0x") << u"0x"_s;
    QTest::newRow("63 digits") << ownerA.first(63);
    QTest::newRow("65 digits") << ownerA + u'1';
    QTest::newRow("0X") << u"0X"_s + ownerA;
    QTest::newRow("0x twice") << u"0x0x"_s + ownerA.first(62);
    QTest::newRow("g") << ownerA.first(63) + u'g';
    QTest::newRow("full-width digit") << ownerA.first(63) + u'\uFF11';
    QTest::newRow("space inside") << ownerA.first(32) + u' ' + ownerA.last(31);
    QTest::newRow("zero") << QString(64, u'0');
    QTest::newRow("group order") << u"fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"_s;
    QTest::newRow("past the group order") << u"fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364142"_s;
    QTest::newRow("all ones") << QString(64, u'f');
    QTest::newRow("seed phrase") << u"legal winner thank year wave sausage worth useful legal winner thank yellow"_s;
}

void TestPrivateKey::refusesInvalidText()
{
    QFETCH(const QString, text);
    const auto key = PrivateKey::fromHex(text);
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::InvalidKey);
    // A mistyped key must not reach a log: the error contains no eight consecutive characters of it.
    for (qsizetype i = 0; i + 8 <= text.size(); ++i)
        QVERIFY2(!key.error().detail.contains(text.sliced(i, 8)), qPrintable(key.error().detail));
}

void TestPrivateKey::readsKeyFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray digits = ownerA.toLatin1();
    QTest::newRow("bare") << digits;
    QTest::newRow("newline") << digits + '\n';
    QTest::newRow("carriage return") << digits + "\r\n";
    QTest::newRow("0x") << "0x" + digits;
    QTest::newRow("0x and newline") << "0x" + digits + '\n';
    QTest::newRow("white space around") << " \t" + digits + "  \n";
    QTest::newRow("more lines") << digits + "\nwhat I use on my server\n";
}

void TestPrivateKey::readsKeyFiles()
{
    QFETCH(const QByteArray, content);
    const auto key = PrivateKey::fromFile(write(content));
    QVERIFY(key);
    QCOMPARE(key->address().toChecksummed(), u"0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A"_s);
}

void TestPrivateKey::refusesInvalidFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("empty first line") << "\n" + ownerA.toLatin1();
    QTest::newRow("63 digits") << ownerA.first(63).toLatin1() + '\n';
    QTest::newRow("letters") << QByteArray("MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ\n");
    QTest::newRow("zero") << QByteArray(64, '0');
    QTest::newRow("binary") << QByteArray::fromHex("00ff10a3c4d5e6f708192a3b4c5d6e7f8091a2b3");
    QTest::newRow("a megabyte without a line") << QByteArray(1'000'000, '1');
}

void TestPrivateKey::refusesInvalidFiles()
{
    QFETCH(const QByteArray, content);
    const QString path = write(content);
    const auto key = PrivateKey::fromFile(path);
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::InvalidKey);
    QVERIFY2(key.error().detail.contains(quoted(path)), qPrintable(key.error().detail));
    const QString text = QString::fromLatin1(content.left(300));
    for (qsizetype i = 0; i + 8 <= text.size(); ++i)
        QVERIFY2(!key.error().detail.contains(text.sliced(i, 8)), qPrintable(key.error().detail));
}

void TestPrivateKey::reportsMissingFile()
{
    const QString path = m_folder.filePath(u"nowhere.txt"_s);
    const auto key = PrivateKey::fromFile(path);
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::FileUnreadable);
    QVERIFY2(key.error().detail.contains(quoted(path)), qPrintable(key.error().detail));
}

void TestPrivateKey::reportsFolderInsteadOfFile()
{
    const auto key = PrivateKey::fromFile(m_folder.path());
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::FileUnreadable);
}

void TestPrivateKey::moveWipesTheSource()
{
    static_assert(!std::is_copy_constructible_v<PrivateKey> && !std::is_copy_assignable_v<PrivateKey>);

    PrivateKey source = test::keyOf("ownerA"_L1);
    const Address address = source.address();
    const Hash256 hash = personalMessageHash("hello");
    const auto signsAsOwner = [&](const PrivateKey &key) {
        const auto signer = key.sign("hello").signerOf(hash);
        return signer && *signer == address;
    };
    QVERIFY(signsAsOwner(source));

    PrivateKey constructed(std::move(source));
    QVERIFY(signsAsOwner(constructed));
    QVERIFY(!signsAsOwner(source)); // NOLINT(bugprone-use-after-move): tests that the source was wiped

    PrivateKey assigned = PrivateKey::generate();
    assigned = std::move(constructed);
    QCOMPARE(assigned.address(), address);
    QVERIFY(signsAsOwner(assigned));
    QVERIFY(!signsAsOwner(constructed)); // NOLINT(bugprone-use-after-move)

    PrivateKey &itself = assigned;
    assigned = std::move(itself);
    QVERIFY(signsAsOwner(assigned));
}

ISLET_TEST(TestPrivateKey);
#include "tst_privatekey.moc"
