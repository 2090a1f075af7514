// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "base/quoted.h"
#include "identity/challenge.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;

//! The signature guard: a room server can get anything signed that is accepted here.
class TestChallenge : public QObject {
    Q_OBJECT

private slots:
    void acceptsChallenges_data();
    void acceptsChallenges();
    void refusesOtherText_data();
    void refusesOtherText();
    void refusesEveryOtherCharacter();
    void quotesRefusedTextBounded();
    void randomChallengesAreValidAndUnique();
};

void TestChallenge::acceptsChallenges_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("mini-comms") << u"dcl-0.cjn1h9uisdb"_s;
    QTest::newRow("ws-room-service") << u"dcl-0.5ad3sjyk1ef"_s;
    QTest::newRow("without the dot") << u"dcl-cjn1h9uisdb"_s;
    QTest::newRow("shortest") << u"dcl-abcd"_s;
    QTest::newRow("longest") << u"dcl-"_s + QString(124, u'z');
    QTest::newRow("every kind of character") << u"dcl-AZaz09._-"_s;
}

void TestChallenge::acceptsChallenges()
{
    QFETCH(const QString, text);
    const auto challenge = Challenge::parse(text);
    QVERIFY(challenge);
    QCOMPARE(challenge->text(), text);
}

void TestChallenge::refusesOtherText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("only the prefix") << u"dcl-"_s;
    QTest::newRow("too short") << u"dcl-abc"_s;
    QTest::newRow("too long") << u"dcl-"_s + QString(125, u'z');
    QTest::newRow("a million characters") << u"dcl-"_s + QString(1'000'000, u'z');
    QTest::newRow("no prefix") << u"0.cjn1h9uisdb"_s;
    QTest::newRow("DCL-") << u"DCL-0.cjn1h9uisdb"_s;
    QTest::newRow("space first") << u" dcl-0.cjn1h9uisdb"_s;
    QTest::newRow("prefix later") << u"x\ndcl-0.cjn1h9uisdb"_s;

    // Texts whose signature would be valuable to an attacker.
    QTest::newRow("signed request") << u"post:/worlds/x/comms:1785542400000:{}"_s;
    QTest::newRow("signed request with metadata")
        << u"post:/worlds/name.dcl.eth/comms:1785542400000:{\"intent\":\"dcl:explorer:comms-handshake\"}"_s;
    QTest::newRow("request that begins like a challenge") << u"dcl-post:/x"_s;
    QTest::newRow("request to a host dcl-") << u"dcl-get:/lambdas/profile:1785542400000:{}"_s;
    QTest::newRow("a colon") << u"dcl-0.cjn1:9uisdb"_s;
    QTest::newRow("a slash") << u"dcl-0.cjn1/9uisdb"_s;
    QTest::newRow("connect to pulse") << u"connect:/:1785542400000:{}"_s;
    QTest::newRow("login") << u"Decentraland Login\nEphemeral address: 0x1C5A77d9FA7eF466951B2F01F724BCa3A5820b63\n"
                              "Expiration: 2100-01-01T00:00:00.000Z"_s;
    QTest::newRow("login after a challenge")
        << u"dcl-abcd\nEphemeral address: 0x1C5A77d9FA7eF466951B2F01F724BCa3A5820b63\n"
           "Expiration: 2100-01-01T00:00:00.000Z"_s;
    QTest::newRow("an entity id") << u"bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy"_s;

    QTest::newRow("newline at the end") << u"dcl-0.cjn1h9uisdb\n"_s;
    QTest::newRow("carriage return at the end") << u"dcl-0.cjn1h9uisdb\r"_s;
    QTest::newRow("space at the end") << u"dcl-0.cjn1h9uisdb "_s;
    QTest::newRow("NUL at the end") << u"dcl-0.cjn1h9uisdb"_s + QChar(0);
    QTest::newRow("NUL inside") << u"dcl-0.cj"_s + QChar(0) + u"uisdb"_s;
    QTest::newRow("Cyrillic letter") << u"dcl-0.сjn1h9uisdb"_s;
    QTest::newRow("full-width digit") << u"dcl-0.cjn１h9uisdb"_s;
    QTest::newRow("Arabic digit") << u"dcl-0.cjn\u0661h9uisdb"_s;
    QTest::newRow("non-ASCII dash") << u"dcl–0.cjn1h9uisdb"_s;
    QTest::newRow("combining mark") << u"dcl-0.cjn1h9uisdb\u0301"_s;
    QTest::newRow("bidi override") << u"dcl-\u202e0.cjn1h9uisdb"_s;
    QTest::newRow("emoji") << u"dcl-0.cjn1h9👋"_s;
}

void TestChallenge::refusesOtherText()
{
    QFETCH(const QString, text);
    const auto challenge = Challenge::parse(text);
    QVERIFY(!challenge);
    QCOMPARE(challenge.error().code, ErrorCode::RefusedChallenge);
    QVERIFY2(challenge.error().detail.contains(quoted(text)), qPrintable(challenge.error().detail));
}

void TestChallenge::refusesEveryOtherCharacter()
{
    const QString allowed = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._-"_s;
    for (char32_t c = 0; c <= 0xffff; ++c) {
        const QChar character(static_cast<char16_t>(c));
        const bool accepted = Challenge::parse(u"dcl-abcd"_s + character).has_value();
        QVERIFY2(accepted == allowed.contains(character), qPrintable(u"U+%1"_s.arg(c, 4, 16)));
    }
}

void TestChallenge::quotesRefusedTextBounded()
{
    const QString text = u"post:/worlds/x/comms:1785542400000:"_s + QString(100'000, u'x') + u"\nTHE END"_s;
    const auto challenge = Challenge::parse(text);
    QVERIFY(!challenge);
    const QString detail = challenge.error().detail;
    QVERIFY(detail.contains(u"post:/worlds/x/comms:1785542400000:"_s));
    QVERIFY(detail.contains(u"Nothing was signed"_s));
    QVERIFY(!detail.contains(u"THE END"_s));
    QVERIFY(detail.size() < 250);

    const auto hidden = Challenge::parse(u"dcl-\u202e\n\x1b[31mgood\u2028"_s);
    QVERIFY(!hidden);
    for (const QChar c : {QChar(u'\n'), QChar(u'\x1b'), QChar(u'\u202e'), QChar(u'\u2028')})
        QVERIFY(!hidden.error().detail.contains(c));
}

void TestChallenge::randomChallengesAreValidAndUnique()
{
    QSet<QString> seen;
    constexpr int tries = 1'000;
    for (int i = 0; i < tries; ++i) {
        const QString text = Challenge::random().text();
        QVERIFY2(Challenge::parse(text), qPrintable(text));
        QCOMPARE(text.size(), 4 + 24);
        seen.insert(text);
    }
    QCOMPARE(seen.size(), tries);
}

ISLET_TEST(TestChallenge);
#include "tst_challenge.moc"
