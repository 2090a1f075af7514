// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "authidentityjson.h"
#include "identity/identity.h"
#include "tests/support/nodeprocess.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <type_traits>

using namespace islet;
using namespace Qt::StringLiterals;

//! Identities that were signed in elsewhere.
class TestAuthIdentity : public QObject {
    Q_OBJECT

private slots:
    void signsForItsOwner();
    void signsForRealWebClientIdentity();
    void acceptsContractWalletUnverified();
    void reportsEphemeralKeyExpiration();
    void canBeReplacedInPlace();
    void refusesInconsistentIdentity_data();
    void refusesInconsistentIdentity();

private:
    const QDateTime m_now = QDateTime::fromString(u"2026-06-01T12:00:00.000Z"_s, Qt::ISODateWithMs);
};

namespace {

Challenge challenge()
{
    return *Challenge::parse(u"dcl-some.challenge");
}

//! The identity with one member changed: of a chain link (`link` 0 or 1), of the ephemeral key (-1), or its own (-2).
QByteArray changed(int link, const QString &member, const QJsonValue &value)
{
    QJsonObject identity = test::authIdentity();
    if (link == -2) {
        identity[member] = value;
    } else if (link == -1) {
        QJsonObject key = identity["ephemeralIdentity"_L1].toObject();
        key[member] = value;
        identity["ephemeralIdentity"_L1] = key;
    } else {
        QJsonArray chain = identity["authChain"_L1].toArray();
        QJsonObject changedLink = chain[link].toObject();
        changedLink[member] = value;
        chain[link] = changedLink;
        identity["authChain"_L1] = chain;
    }
    return test::toJson(identity);
}

QByteArray withChain(const QJsonArray &chain)
{
    QJsonObject identity = test::authIdentity();
    identity["authChain"_L1] = chain;
    return test::toJson(identity);
}

} // namespace

void TestAuthIdentity::signsForItsOwner()
{
    const auto identity = Identity::fromAuthIdentity(test::toJson(test::authIdentity()), m_now);
    QVERIFY2(identity, identity ? "" : qPrintable(identity.error().detail));
    QCOMPARE(identity->address(), test::keyOf("ownerA"_L1).address());
    // Byte-equal to what @dcl/crypto signs with this identity.
    const QJsonObject file = test::loadVectors("auth_chains.json");
    const auto asked = Challenge::parse(file["challenge"_L1].toString());
    QCOMPARE(identity->sign(*asked).toJson(), file["three_links"_L1]["json"_L1].toString().toUtf8());
}

void TestAuthIdentity::signsForRealWebClientIdentity()
{
    QVERIFY2(test::NodeProcess::missing().isEmpty(), qPrintable(test::NodeProcess::missing()));
    test::NodeProcess node;
    QVERIFY(node.start(u"authidentity.mjs"_s));
    QTRY_VERIFY2_WITH_TIMEOUT(!node.events(u"identity").isEmpty(), qPrintable(node.noise()), 30'000);
    const QJsonObject created = node.events(u"identity").first();
    const auto identity =
        Identity::fromAuthIdentity(created["json"_L1].toString().toUtf8(), QDateTime::currentDateTimeUtc());
    QVERIFY2(identity, identity ? "" : qPrintable(identity.error().detail));
    QCOMPARE(identity->address().toLower(), created["owner"_L1].toString());
    const qint64 left = QDateTime::currentDateTimeUtc().secsTo(*identity->expiration());
    QVERIFY2(left > 3'000 && left <= 3'600, qPrintable(QString::number(left)));

    const AuthChain chain = identity->sign(challenge());
    node.send({{u"chain"_s, QString::fromUtf8(chain.toJson())}, {u"text"_s, challenge().text()}});
    QTRY_VERIFY2_WITH_TIMEOUT(!node.events(u"checked").isEmpty(), qPrintable(node.noise()), 30'000);
    QCOMPARE(node.events(u"checked").first()["ok"_L1], QJsonValue(true));
    QCOMPARE(node.events(u"checked").first()["owner"_L1], created["owner"_L1]);
}

void TestAuthIdentity::acceptsContractWalletUnverified()
{
    const QString walletSignature = u"0x"_s + QString(600, u'a');
    QJsonObject identity = test::authIdentity();
    QJsonArray chain = identity["authChain"_L1].toArray();
    QJsonObject delegation = chain[1].toObject();
    delegation["type"_L1] = u"ECDSA_EIP_1654_EPHEMERAL"_s;
    delegation["signature"_L1] = walletSignature;
    identity["authChain"_L1] = QJsonArray{chain[0], delegation};
    const auto read = Identity::fromAuthIdentity(test::toJson(identity), m_now);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    const auto links = read->sign(challenge()).links();
    QCOMPARE(links.size(), 3);
    QVERIFY(links[1].type == AuthLink::Type::Eip1654Ephemeral);
    QCOMPARE(links[1].signature, walletSignature);
    QVERIFY(links[2].type == AuthLink::Type::SignedEntity);
}

void TestAuthIdentity::reportsEphemeralKeyExpiration()
{
    QVERIFY(!Identity::guest().expiration());
    const QDateTime end = m_now.addDays(3);
    const auto authorized = Identity::create(test::keyOf("ownerA"_L1), test::keyOf("ephA"_L1), end);
    QCOMPARE(authorized.expiration(), std::optional(end));
    const auto read = Identity::fromAuthIdentity(test::toJson(test::authIdentity()), m_now);
    QCOMPARE(read->expiration()->toString(Qt::ISODateWithMs), u"2100-01-01T00:00:00.000Z"_s);
}

void TestAuthIdentity::canBeReplacedInPlace()
{
    static_assert(std::is_nothrow_move_assignable_v<Identity> || std::is_move_assignable_v<Identity>);
    static_assert(!std::is_copy_assignable_v<Identity>);
    Identity identity = Identity::guest();
    identity = *Identity::fromAuthIdentity(test::toJson(test::authIdentity()), m_now);
    QCOMPARE(*identity.sign(challenge()).validate(challenge().text(), m_now), test::keyOf("ownerA"_L1).address());
}

void TestAuthIdentity::refusesInconsistentIdentity_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    const QJsonArray chain = test::authIdentity()["authChain"_L1].toArray();
    const QString other = test::person("ephB"_L1)["privateKey"_L1].toString();
    const QString zero(64, u'0');
    QTest::newRow("empty") << QByteArray() << u"isn't valid JSON"_s;
    QTest::newRow("not JSON") << QByteArray("{\"ephemeralIdentity\":") << u"isn't valid JSON"_s;
    QTest::newRow("an array") << QByteArray("[]") << u"JSON object"_s;
    QTest::newRow("an empty object") << QByteArray("{}") << u"ephemeralIdentity"_s;
    QTest::newRow("too long") << QByteArray(Secret::maxBytes + 1, ' ') << u"bytes"_s;
    QTest::newRow("deeply nested") << QByteArray(3'000, '[') << u"JSON"_s;
    QTest::newRow("another key") << changed(-1, u"privateKey"_s, other) << u"doesn't match"_s;
    QTest::newRow("key zero") << changed(-1, u"privateKey"_s, zero) << u"ephemeral key"_s;
    QTest::newRow("a short key") << changed(-1, u"privateKey"_s, other.first(62)) << u"64 hexadecimal"_s;
    QTest::newRow("key is a number") << changed(-1, u"privateKey"_s, 12) << u"privateKey"_s;
    QTest::newRow("another address") << changed(-1, u"address"_s, test::person("ephB"_L1)["address"_L1])
                                     << u"doesn't match"_s;
    QTest::newRow("no expiration") << changed(-2, u"expiration"_s, QJsonValue()) << u"expiration"_s;
    QTest::newRow("a later expiration") << changed(-2, u"expiration"_s, u"2200-01-01T00:00:00.000Z"_s)
                                        << u"isn't the one"_s;
    QTest::newRow("no chain") << changed(-2, u"authChain"_s, u"[]"_s) << u"authChain"_s;
    QTest::newRow("an empty chain") << withChain({}) << u"authChain"_s;
    QTest::newRow("the signer alone") << withChain({chain[0]}) << u"two links"_s;
    QTest::newRow("three links") << withChain({chain[0], chain[1], chain[1]}) << u"two links"_s;
    QTest::newRow("a link of another type") << changed(1, u"type"_s, u"ECDSA_SIGNED_ENTITY"_s) << u"two links"_s;
    QTest::newRow("an unknown type") << changed(1, u"type"_s, u"MAGIC"_s) << u"authChain"_s;
    QTest::newRow("no signer first") << withChain({chain[1], chain[0]}) << u"two links"_s;
    QTest::newRow("owner is not an address") << changed(0, u"payload"_s, u"me"_s) << u"owner"_s;
    QTest::newRow("another owner") << changed(0, u"payload"_s, test::person("ownerB"_L1)["address"_L1])
                                   << u"isn't signed"_s;
    QTest::newRow("someone else's signature")
        << changed(1, u"signature"_s, u"0x"_s + QString(130, u'1')) << u"isn't signed"_s;
    QTest::newRow("no signature") << changed(1, u"signature"_s, QJsonValue()) << u"isn't signed"_s;
    QTest::newRow("no payload") << changed(1, u"payload"_s, u"Decentraland Login"_s) << u"second link"_s;
    const auto sample = chain[1].toObject()["payload"_L1].toString();
    QTest::newRow("another payload") << changed(1, u"payload"_s, QString(sample).replace(u"Login"_s, u"Logout"_s))
                                     << u"isn't signed"_s;
    QTest::newRow("another ephemeral key in the chain")
        << withChain({chain[0], test::authIdentityUntil(m_now.addDays(1))["authChain"_L1][1]})
        << u"other than its ephemeralIdentity"_s;
    QTest::newRow("expired") << test::toJson(test::authIdentityUntil(m_now)) << u"expired at 2026-06-01"_s;
    QTest::newRow("a wallet without signature")
        << changed(1, u"type"_s, u"ECDSA_EIP_1654_EPHEMERAL"_s)
               .replace(chain[1].toObject()["signature"_L1].toString().toUtf8(), "0x")
        << u"isn't signed"_s;
}

void TestAuthIdentity::refusesInconsistentIdentity()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, named);
    const auto read = Identity::fromAuthIdentity(json, m_now);
    QVERIFY(!read);
    const QString &detail = read.error().detail;
    QVERIFY2(detail.contains(named), qPrintable(detail));
    QVERIFY2(detail.endsWith(u'.') && !detail.contains(u'\n'), qPrintable(detail));
    for (const auto &who : {"ephA"_L1, "ephB"_L1, "ownerA"_L1}) {
        const QString key = test::person(who)["privateKey"_L1].toString();
        QVERIFY2(!detail.contains(key.first(16)), qPrintable(detail));
    }
    QVERIFY(!detail.contains(u"2fa08626b363"_s)); // the owner's signature
}

ISLET_TEST(TestAuthIdentity);
#include "tst_authidentity.moc"
