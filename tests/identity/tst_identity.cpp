// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/identity.h"
#include "testkeys.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QTimeZone>

using namespace islet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestIdentity : public QObject {
    Q_OBJECT

private slots:
    void createsTheReferenceChain();
    void createdChainsProveTheOwner();
    void createdChainsExpire_data();
    void createdChainsExpire();
    void guestsProveThemselves();
    void guestsAreUnique();
    void movedIdentityStillSigns();
};

namespace {

Challenge challengeOf(QStringView text)
{
    auto challenge = Challenge::parse(text);
    if (!challenge)
        qFatal("invalid challenge in a test");
    return *std::move(challenge);
}

} // namespace

void TestIdentity::createsTheReferenceChain()
{
    const QJsonObject file = test::loadVectors("auth_chains.json");
    const auto expiration = QDateTime::fromString(file["expiration"_L1].toString(), Qt::ISODateWithMs);
    QVERIFY(expiration.isValid());
    const auto identity = Identity::create(test::keyOf("ownerA"_L1), test::keyOf("ephA"_L1), expiration);
    QCOMPARE(identity.address().toChecksummed(), test::person("ownerA"_L1)["address"_L1].toString());

    const AuthChain chain = identity.sign(challengeOf(file["challenge"_L1].toString()));
    QCOMPARE(chain.toJson(), file["three_links"_L1]["json"_L1].toString().toUtf8());
}

void TestIdentity::createdChainsProveTheOwner()
{
    const PrivateKey owner = test::keyOf("ownerB"_L1);
    const Identity identity = Identity::create(owner);
    QCOMPARE(identity.address(), owner.address());

    const AuthChain chain = identity.sign(challengeOf(u"dcl-one.challenge"));
    QCOMPARE(chain.links().size(), 3);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto proven = chain.validate(u"dcl-one.challenge", now);
    QVERIFY2(proven, proven ? "" : qPrintable(proven.error().detail));
    QCOMPARE(*proven, owner.address());
    QVERIFY(!chain.validate(u"dcl-another.challenge", now));
    // The ephemeral key is not the owner's.
    QVERIFY(!chain.links()[1].payload.contains(owner.address().toChecksummed()));
}

void TestIdentity::createdChainsExpire_data()
{
    QTest::addColumn<qint64>("lifetime");
    QTest::newRow("default") << qint64(std::chrono::seconds(Identity::defaultLifetime).count());
    QTest::newRow("an hour") << qint64(3'600);
    QTest::newRow("already over") << qint64(-60);
}

void TestIdentity::createdChainsExpire()
{
    QFETCH(const qint64, lifetime);
    const QDateTime start = QDateTime::currentDateTimeUtc();
    const Identity identity = Identity::create(test::keyOf("ownerA"_L1), std::chrono::seconds(lifetime));
    const QDateTime end = QDateTime::currentDateTimeUtc();
    const AuthChain chain = identity.sign(challengeOf(u"dcl-challenge"));

    QVERIFY(chain.validate(u"dcl-challenge", start.addSecs(lifetime).addMSecs(-1)));
    const auto late = chain.validate(u"dcl-challenge", end.addSecs(lifetime).addMSecs(1));
    QVERIFY(!late);
    QVERIFY2(late.error().detail.contains(u"expired"_s), qPrintable(late.error().detail));
}

void TestIdentity::guestsProveThemselves()
{
    const Identity guest = Identity::guest();
    const AuthChain chain = guest.sign(challengeOf(u"dcl-challenge"));
    QCOMPARE(chain.links().size(), 2);
    QCOMPARE(chain.links().first().payload, guest.address().toChecksummed());

    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto proven = chain.validate(u"dcl-challenge", now);
    QVERIFY(proven);
    QCOMPARE(*proven, guest.address());
    QVERIFY(!chain.validate(u"dcl-challengf", now));
    QVERIFY(chain.validate(u"dcl-challenge", now.addYears(50))); // there is no ephemeral key, so nothing expires
}

void TestIdentity::guestsAreUnique()
{
    QVERIFY(Identity::guest().address() != Identity::guest().address());
}

void TestIdentity::movedIdentityStillSigns()
{
    Identity first = Identity::create(test::keyOf("ownerM"_L1), 1h);
    const QByteArray before = first.sign(challengeOf(u"dcl-challenge")).toJson();
    const Identity second = std::move(first);
    QCOMPARE(second.sign(challengeOf(u"dcl-challenge")).toJson(), before);
}

ISLET_TEST(TestIdentity);
#include "tst_identity.moc"
