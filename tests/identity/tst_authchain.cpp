// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/authchain.h"
#include "tests/support/testmain.h"
#include "tests/support/vectors.h"

#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace islet;
using namespace Qt::StringLiterals;

//! Validates 41 chains, compared with @dcl/crypto 3.7.0.
class TestAuthChain : public QObject {
    Q_OBJECT

private slots:
    void matchesReferenceVerdicts_data();
    void matchesReferenceVerdicts();
    void vectorsIncludeTheStricterCases();
    void refusesContractWallets_data();
    void refusesContractWallets();
    void refusesExpiredKey();
    void refusesOtherText_data();
    void refusesOtherText();
    void errorsDoNotQuoteSignatures();
};

namespace {

//! Chains that the reference accepts but a careful verifier must not (wire reference 4.5).
const QHash<QString, QString> stricter{
    {u"signer_only_payload_is_challenge"_s, u"one link, no signature: anyone could forge it"_s},
    {u"empty_chain_expect_empty"_s, u"an empty chain proves nothing"_s},
    {u"ephemeral_as_last_link_expect_eph_address"_s, u"ends in a delegation, signs no text"_s},
    {u"four_links_two_ephemerals"_s, u"the ephemeral key delegated to another key"_s},
};

QJsonArray cases()
{
    return test::loadVectors("auth_chain_validation.json").value("cases"_L1).toArray();
}

QDateTime nowOfVectors()
{
    const qint64 milliseconds = test::loadVectors("auth_chain_validation.json").value("nowMs"_L1).toInteger();
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc());
}

AuthChain validChain()
{
    const auto chain = AuthChain::fromJson(
        test::loadVectors("auth_chains.json").value("three_links"_L1)["json"_L1].toString().toUtf8());
    if (!chain)
        qFatal("the reference's own chain is refused");
    return *chain;
}

} // namespace

void TestAuthChain::matchesReferenceVerdicts_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray all = cases();
    QCOMPARE_GE(all.size(), 40);
    for (const QJsonValue &vector : all)
        QTest::newRow(qPrintable(vector["name"_L1].toString())) << vector.toObject();
}

void TestAuthChain::matchesReferenceVerdicts()
{
    QFETCH(const QJsonObject, vector);
    const QString name = vector["name"_L1].toString();
    const bool acceptedByReference = vector["v3_7_0"_L1]["ok"_L1].toBool();
    const bool expected = acceptedByReference && !stricter.contains(name);

    const auto chain = AuthChain::fromJson(QJsonDocument(vector["chain"_L1].toArray()).toJson());
    const auto owner = chain.and_then([&](const AuthChain &parsed) {
        return parsed.validate(vector["expectedFinalAuthority"_L1].toString(), nowOfVectors());
    });
    QVERIFY2(owner.has_value() == expected, owner ? "taken" : qPrintable(owner.error().detail));
    if (owner) {
        const auto wanted = Address::parse(vector["ownerAddress"_L1].toString());
        QVERIFY(wanted);
        QCOMPARE(owner->toLower(), wanted->toLower());
    } else {
        QCOMPARE(owner.error().code, ErrorCode::InvalidAuthChain);
        QVERIFY(owner.error().detail.endsWith(u'.'));
    }
}

void TestAuthChain::vectorsIncludeTheStricterCases()
{
    QStringList accepted;
    for (const QJsonValue &vector : cases()) {
        const QString name = vector["name"_L1].toString();
        if (stricter.contains(name) && vector["v3_7_0"_L1]["ok"_L1].toBool())
            accepted.append(name);
    }
    QCOMPARE(accepted.size(), stricter.size());
}

void TestAuthChain::refusesContractWallets_data()
{
    QTest::addColumn<int>("link");
    QTest::addColumn<AuthLink::Type>("type");
    QTest::newRow("ephemeral") << 1 << AuthLink::Type::Eip1654Ephemeral;
    QTest::newRow("signed entity") << 2 << AuthLink::Type::Eip1654SignedEntity;
}

void TestAuthChain::refusesContractWallets()
{
    QFETCH(const int, link);
    QFETCH(const AuthLink::Type, type);
    QList<AuthLink> links = validChain().links();
    links[link].type = type;
    const auto owner = AuthChain(links).validate(u"dcl-0.cjn1h9uisdb", nowOfVectors());
    QVERIFY(!owner);
    QVERIFY2(owner.error().detail.contains(u"contract"_s), qPrintable(owner.error().detail));
}

void TestAuthChain::refusesExpiredKey()
{
    const auto expiration = QDateTime::fromMSecsSinceEpoch(4'102'444'800'000, QTimeZone::utc());
    QVERIFY(validChain().validate(u"dcl-0.cjn1h9uisdb", expiration.addMSecs(-1)));
    for (const QDateTime &late : {expiration, expiration.addMSecs(1), expiration.addYears(50)}) {
        const auto owner = validChain().validate(u"dcl-0.cjn1h9uisdb", late);
        QVERIFY(!owner);
        QVERIFY2(owner.error().detail.contains(u"expired"_s), qPrintable(owner.error().detail));
    }
    // The same moment in another time zone.
    QVERIFY(!validChain().validate(u"dcl-0.cjn1h9uisdb", expiration.toTimeZone(QTimeZone(-5 * 3600))));
}

void TestAuthChain::refusesOtherText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("another challenge") << u"dcl-0.other"_s;
    QTest::newRow("case") << u"DCL-0.cjn1h9uisdb"_s;
    QTest::newRow("longer") << u"dcl-0.cjn1h9uisdb "_s;
    QTest::newRow("shorter") << u"dcl-0.cjn1h9uisd"_s;
    QTest::newRow("the owner") << u"0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A"_s;
}

void TestAuthChain::refusesOtherText()
{
    QFETCH(const QString, text);
    const auto owner = validChain().validate(text, nowOfVectors());
    QVERIFY(!owner);
    QCOMPARE(owner.error().code, ErrorCode::InvalidAuthChain);
}

void TestAuthChain::errorsDoNotQuoteSignatures()
{
    // The chain is a credential, and errors may be logged.
    const QList<AuthLink> links = validChain().links();
    for (qsizetype broken = 1; broken < links.size(); ++broken) {
        QList<AuthLink> changed = links;
        changed[broken].signature.replace(20, 4, u"0000"_s);
        const auto owner = AuthChain(changed).validate(u"dcl-0.cjn1h9uisdb", nowOfVectors());
        QVERIFY(!owner);
        for (const AuthLink &link : links)
            QVERIFY(link.signature.isEmpty() || !owner.error().detail.contains(link.signature.sliced(2, 16)));
    }
}

ISLET_TEST(TestAuthChain);
#include "tst_authchain.moc"
