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

//! Auth chains as JSON, as sent to servers and as received from peers.
class TestAuthChainJson : public QObject {
    Q_OBJECT

private slots:
    void matchesReferenceChains_data();
    void matchesReferenceChains();
    void escapesAsJsonStringify();
    void roundTrips();
    void acceptsWhatTheSchemaAccepts_data();
    void acceptsWhatTheSchemaAccepts();
    void refusesInvalidJson_data();
    void refusesInvalidJson();
    void limitsSizeAndLinks();
    void refusesDeepNesting();
};

namespace {

constexpr auto signer = R"({"type":"SIGNER","payload":"0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A","signature":""})";

QByteArray manyLinks(int count)
{
    QByteArray json = "[";
    for (int i = 0; i < count; ++i)
        json += (i > 0 ? "," : "") + QByteArray(signer);
    return json + "]";
}

} // namespace

void TestAuthChainJson::matchesReferenceChains_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QJsonArray>("chain");
    const QJsonObject file = test::loadVectors("auth_chains.json");
    for (const auto name : {"three_links"_L1, "guest_two_links"_L1, "lowercase_addresses"_L1})
        QTest::newRow(name.data()) << file[name]["json"_L1].toString().toUtf8() << file[name]["chain"_L1].toArray();
}

void TestAuthChainJson::matchesReferenceChains()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QJsonArray, chain);
    const auto parsed = AuthChain::fromJson(json);
    QVERIFY(parsed);
    QCOMPARE(parsed->links().size(), chain.size());
    for (qsizetype i = 0; i < chain.size(); ++i) {
        QCOMPARE(parsed->links()[i].payload, chain[i]["payload"_L1].toString());
        QCOMPARE(parsed->links()[i].signature, chain[i]["signature"_L1].toString());
    }
    QCOMPARE(parsed->toJson(), json);
    const auto now = QDateTime::fromMSecsSinceEpoch(1'785'542'400'000, QTimeZone::utc());
    const auto owner = parsed->validate(u"dcl-0.cjn1h9uisdb", now);
    QVERIFY2(owner, owner ? "" : qPrintable(owner.error().detail));
    QCOMPARE(owner->toChecksummed(), u"0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A"_s);
}

void TestAuthChainJson::escapesAsJsonStringify()
{
    const QString odd = u"\"\\/\b\f\n\r\t\x01\x1f\x7f é\u2028👋"_s;
    const AuthChain chain({{AuthLink::Type::SignedEntity, odd, QString()}});
    // The output of node for JSON.stringify("\"\\/\b\f\n\r\t\x01\x1f\x7f é\u2028👋").
    const QByteArray text = R"("\"\\/\b\f\n\r\t\u0001\u001f)" + u"\x7f é\u2028👋\""_s.toUtf8();
    QCOMPARE(chain.toJson(), R"([{"type":"ECDSA_SIGNED_ENTITY","payload":)" + text + R"(,"signature":""}])");
    const auto back = AuthChain::fromJson(chain.toJson());
    QVERIFY(back);
    QCOMPARE(back->links().first().payload, odd);
}

void TestAuthChainJson::roundTrips()
{
    using enum AuthLink::Type;
    const QList<AuthLink> links{{Signer, u"0x00"_s, QString()},
                                {Ephemeral, u"a\nb\nc"_s, u"0x1b"_s},
                                {SignedEntity, u"dcl-abcd"_s, u"0x1c"_s},
                                {Eip1654Ephemeral, u"d"_s, u"0x02"_s},
                                {Eip1654SignedEntity, u"e"_s, u"0x03"_s}};
    const auto back = AuthChain::fromJson(AuthChain(links).toJson());
    QVERIFY(back);
    QCOMPARE(back->links(), links);
    for (const char *name : {"\"SIGNER\"", "\"ECDSA_EPHEMERAL\"", "\"ECDSA_SIGNED_ENTITY\"",
                             "\"ECDSA_EIP_1654_EPHEMERAL\"", "\"ECDSA_EIP_1654_SIGNED_ENTITY\""})
        QVERIFY2(AuthChain(links).toJson().contains(name), name);
}

void TestAuthChainJson::acceptsWhatTheSchemaAccepts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("signature null") << QByteArray(R"([{"type":"SIGNER","payload":"0x","signature":null}])");
    QTest::newRow("no signature") << QByteArray(R"([{"type":"SIGNER","payload":"0x"}])");
    QTest::newRow("more members") << QByteArray(R"([{"type":"SIGNER","payload":"0x","signature":"","x":{"y":[1]}}])");
    QTest::newRow("other order") << QByteArray(R"([{"signature":"","payload":"0x","type":"SIGNER"}])");
    QTest::newRow("white space") << QByteArray("\n[ { \"type\" : \"SIGNER\",\t\"payload\" : \"0x\" } ]\n");
    QTest::newRow("escaped") << QByteArray(R"([{"type":"\u0053IGNER","payload":"\u0030x"}])");
}

void TestAuthChainJson::acceptsWhatTheSchemaAccepts()
{
    QFETCH(const QByteArray, json);
    const auto chain = AuthChain::fromJson(json);
    QVERIFY2(chain, chain ? "" : qPrintable(chain.error().detail));
    QCOMPARE(chain->links(), (QList<AuthLink>{{AuthLink::Type::Signer, u"0x"_s, QString()}}));
}

void TestAuthChainJson::refusesInvalidJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const auto notJson = u"not JSON"_s;
    const auto notArray = u"JSON array"_s;
    QTest::newRow("empty") << QByteArray() << notJson;
    QTest::newRow("cut off") << manyLinks(2).chopped(1) << notJson;
    QTest::newRow("garbage") << QByteArray("\xff\xfe\x00garbage", 10) << notJson;
    QTest::newRow("two values") << manyLinks(1) + manyLinks(1) << notJson;
    QTest::newRow("object") << QByteArray(signer) << notArray;
    QTest::newRow("no link") << QByteArray("[]") << notArray;
    QTest::newRow("11 links") << manyLinks(11) << notArray;

    const auto second = [](const char *link) { return "[" + QByteArray(signer) + "," + link + "]"; };
    const auto link2 = u"Link 2"_s;
    QTest::newRow("link is a number") << second("7") << link2;
    QTest::newRow("link is a text") << second("\"SIGNER\"") << link2;
    QTest::newRow("link is null") << second("null") << link2;
    QTest::newRow("link is an array") << second(R"(["SIGNER","SECRET-PAYLOAD",""])") << link2;
    QTest::newRow("no type") << second(R"({"payload":"SECRET-PAYLOAD","signature":"0x"})") << link2;
    QTest::newRow("type is a number") << second(R"({"type":1,"payload":"SECRET-PAYLOAD"})") << link2;
    QTest::newRow("unknown type") << second(R"({"type":"MAGIC_ENTITY","payload":"SECRET-PAYLOAD"})")
                                  << u"MAGIC_ENTITY"_s;
    QTest::newRow("type in lower case") << second(R"({"type":"signer","payload":"SECRET-PAYLOAD"})") << link2;
    QTest::newRow("no payload") << second(R"({"type":"SIGNER","signature":"0x"})") << link2;
    QTest::newRow("payload is null") << second(R"({"type":"SIGNER","payload":null})") << link2;
    QTest::newRow("payload is an object") << second(R"({"type":"SIGNER","payload":{"a":"SECRET-PAYLOAD"}})") << link2;
    QTest::newRow("signature is a number")
        << second(R"({"type":"SIGNER","payload":"SECRET-PAYLOAD","signature":5})") << link2;
    QTest::newRow("signature is an array")
        << second(R"({"type":"SIGNER","payload":"SECRET-PAYLOAD","signature":["SECRET-PAYLOAD"]})") << link2;
}

void TestAuthChainJson::refusesInvalidJson()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, message);
    const auto chain = AuthChain::fromJson(json);
    QVERIFY(!chain);
    QCOMPARE(chain.error().code, ErrorCode::InvalidAuthChain);
    QVERIFY2(chain.error().detail.contains(message), qPrintable(chain.error().detail));
    QVERIFY2(!chain.error().detail.contains(u"SECRET"_s), qPrintable(chain.error().detail));
}

void TestAuthChainJson::limitsSizeAndLinks()
{
    const auto most = AuthChain::fromJson(manyLinks(int(AuthChain::maxLinks)));
    QVERIFY(most);
    QCOMPARE(most->links().size(), AuthChain::maxLinks);

    const QByteArray full = manyLinks(1).leftJustified(AuthChain::maxBytes, ' ');
    QCOMPARE(full.size(), 16'384);
    QVERIFY(AuthChain::fromJson(full));
    const auto tooLarge = AuthChain::fromJson(full + ' ');
    QVERIFY(!tooLarge);
    QVERIFY2(tooLarge.error().detail.contains(u"16385"_s), qPrintable(tooLarge.error().detail));
}

void TestAuthChainJson::refusesDeepNesting()
{
    const auto chain = AuthChain::fromJson(QByteArray(8'000, '[') + QByteArray(8'000, ']'));
    QVERIFY(!chain);
    QCOMPARE(chain.error().code, ErrorCode::InvalidAuthChain);
}

ISLET_TEST(TestAuthChainJson);
#include "tst_authchainjson.moc"
