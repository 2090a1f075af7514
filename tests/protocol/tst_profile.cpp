// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protocol/profile.h"
#include "protocol/rfc4codec.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;

namespace {

const auto lower = u"0x2bd0c9fe079c8fca0e3352eb3d02839c371e5c41"_s;
const auto checksummed = u"0x2BD0C9FE079c8FcA0E3352eb3D02839c371E5c41"_s;
const auto stranger = u"0x1111111111111111111111111111111111111111"_s;
const Address owner = *Address::parse(lower);

//! JSON written with ' in place of ", to avoid escapes.
QByteArray jsonOf(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

//! `inner` wrapped `depth` times.
QByteArray nested(int depth, const QByteArray &open, const QByteArray &close, const QByteArray &inner = {})
{
    return open.repeated(depth) + inner + close.repeated(depth);
}

//! A profile with version 1 and `member`.
QByteArray with(const QByteArray &member)
{
    return "{\"version\":1," + member + "}";
}

} // namespace

//! Received profiles and our own.
class TestProfile : public QObject {
    Q_OBJECT

private slots:
    void readsCompleteProfile()
    {
        const QJsonObject color{{u"r"_s, 0.2}, {u"g"_s, 1}, {u"b"_s, 0}, {u"a"_s, 1}};
        const QJsonObject json{{u"userId"_s, lower},
                               {u"name"_s, u"Ann"_s},
                               {u"hasClaimedName"_s, true},
                               {u"version"_s, 7},
                               {u"description"_s, u"I build\nthings."_s},
                               {u"nameColor"_s, color},
                               {u"avatar"_s, QJsonObject{{u"bodyShape"_s, u"http://127.0.0.1:1/x.glb"_s}}}};
        const auto profile = Profile::parse(QJsonDocument(json).toJson(), owner);
        QVERIFY2(profile, profile ? "" : qPrintable(profile.error().detail));
        QCOMPARE(profile->name, u"Ann"_s);
        QCOMPARE(profile->description, u"I build things."_s);
        QCOMPARE(profile->version, 7U);
        QVERIFY(profile->hasClaimedName);
        QVERIFY(profile->color == (Rgb{51, 255, 0}));
        QCOMPARE(profile->color->toHex(), u"#33ff00"_s);
        QCOMPARE((Rgb{0, 0, 9}.toHex()), u"#000009"_s);
    }

    void acceptsProfiles_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("only a version") << jsonOf("{'version':1}");
        QTest::newRow("lower-case") << with("\"userId\":\"" + lower.toLatin1() + '"');
        QTest::newRow("checksummed") << with("\"ethAddress\":\"" + checksummed.toLatin1() + '"');
        QTest::newRow("upper-case") << with("\"address\":\"" + lower.toUpper().toLatin1() + '"');
        QTest::newRow("zero address") << with(jsonOf("'ethAddress':'0x0000000000000000000000000000000000000000'"));
        QTest::newRow("null") << with(jsonOf("'userId':null,'ethAddress':null"));
        QTest::newRow("address in a nested object") << with("\"avatar\":{\"userId\":\"" + stranger.toLatin1() + "\"}");
        QTest::newRow("32 deep") << with("\"x\":" + nested(31, "[", "]"));
        QTest::newRow("32 deep, objects") << nested(31, jsonOf("{'version':1,'x':"), "}", jsonOf("{'version':1}"));
        QTest::newRow("side by side") << with("\"x\":[" + QByteArray("[],{},").repeated(100) + "1]");
        QTest::newRow("brackets in strings") << with("\"x\":\"" + QByteArray(100, '[') + QByteArray(100, '{') + '"');
        QTest::newRow("brackets in a name") << "{\"" + QByteArray(100, '[') + "\":1,\"version\":1}";
        QTest::newRow("escaped quotes") << with(jsonOf("'x':'\\'") + QByteArray(100, '[') + jsonOf("\\'\\\\'"));
        QTest::newRow("64 KiB") << with("\"x\":\"" + QByteArray(Profile::maxBytes - 20, 'x') + '"');
        QTest::newRow("white space around") << QByteArray(" \n\t{ \"version\" : 1 } \r\n");
        QTest::newRow("duplicate member") << with(jsonOf("'name':'a','name':'b'"));
        QTest::newRow("a float that is whole") << jsonOf("{'version':1.0e0}");
    }
    void acceptsProfiles()
    {
        QFETCH(const QByteArray, json);
        const auto profile = Profile::parse(json, owner);
        QVERIFY2(profile, profile ? "" : qPrintable(profile.error().detail));
        QCOMPARE(profile->version, 1U);
    }

    void refusesProfiles_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QByteArray &json, const QString &why) {
            QTest::newRow(name) << json << why;
        };
        const QByteArray someone = '"' + stranger.toLatin1() + '"';
        row("userId of another", with("\"userId\":" + someone), u"belong to its sender"_s);
        row("ethAddress of another", with("\"ethAddress\":" + someone), u"belong to its sender"_s);
        row("address of another", with("\"address\":" + someone), u"belong to its sender"_s);
        row("one of two", with("\"userId\":\"" + lower.toLatin1() + "\",\"ethAddress\":" + someone), u"ethAddress"_s);
        row("userId is not an address", with(jsonOf("'userId':'ann'")), u"“ann”"_s);
        row("userId empty", with(jsonOf("'userId':''")), u"userId"_s);
        row("userId a number", with(jsonOf("'userId':12")), u"userId"_s);
        row("userId an object", with(jsonOf("'userId':{'a':1}")), u"userId"_s);
        row("a hostile userId", with(jsonOf("'userId':'\\u001b[2J\\n\\u202e") + QByteArray(9'000, 'x') + '"'),
            u"userId"_s);
        row("33 deep", with("\"x\":" + nested(32, "[", "]")), u"32"_s);
        row("33 deep after strings", with(jsonOf("'a':']]]]\\\\','x':") + nested(32, "[", "]")), u"32"_s);
        row("60000 deep", QByteArray(60'000, '['), u"32"_s);
        row("6000 objects deep", nested(6'000, jsonOf("{'x':"), "}", "1"), u"32"_s);
        row("64 KiB and one", with("\"x\":\"" + QByteArray(Profile::maxBytes - 19, 'x') + '"'), u"65537"_s);
        row("a megabyte", QByteArray(1'000'000, '{'), u"1000000"_s);
        row("empty", {}, u"no JSON object"_s);
        row("an envelope", jsonOf("{'avatars':[{'version':1}]}"), u"version"_s);
        for (const char *json : {"null", "1", "\"x\"", "[]", "[{\"version\":1}]", "{", "{]", "}", "]]]]",
                                 "{\"version\":1", "{\"version\":1}x", "{\"version\":1,}", "\"", "\"\\", "{\"\\"})
            row(json, json, u"no JSON object"_s);
        row("zero bytes", QByteArray("{\"version\":1}\0{", 15), u"no JSON object"_s);
        row("not UTF-8", with("\"name\":\"\xff\xfe\xc0\""), u"no JSON object"_s);
        for (const char *version : {"\"1\"", "null", "true", "[]", "{}", "1.5", "-0.5", "4294967296", "1e300", "-1.5"})
            row(version, QByteArray("{\"version\":") + version + '}', u"version"_s);
        row("no version", jsonOf("{'name':'Ann'}"), u"version"_s);
    }
    void refusesProfiles()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, why);
        const auto profile = Profile::parse(json, owner);
        QVERIFY(!profile);
        const QString detail = profile.error().detail;
        QVERIFY2(detail.contains(why) && detail.contains(owner.toShort()) && detail.endsWith(u'.'), qPrintable(detail));
        QVERIFY2(detail.size() < 250 && !detail.contains(u'\n') && !detail.contains(QChar(0x1b)), qPrintable(detail));
        QCOMPARE(profile.error().code,
                 json.size() > Profile::maxBytes ? ErrorCode::TooLarge : ErrorCode::InvalidPacket);
    }

    void readsVersions_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<quint32>("version");
        QTest::newRow("0") << QByteArray("0") << 0U;
        QTest::newRow("the highest") << QByteArray("4294967295") << 4294967295U;
        QTest::newRow("never saved") << QByteArray("-1") << 0U;
    }
    void readsVersions()
    {
        QFETCH(const QByteArray, json);
        const auto profile = Profile::parse("{\"version\":" + json + '}', owner);
        QVERIFY(profile);
        QTEST(profile->version, "version");
    }

    void sanitizesNames_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << jsonOf("'Ann Lee'") << u"Ann Lee"_s;
        QTest::newRow("blanks around") << jsonOf("'  Ann  Lee\\t'") << u"Ann Lee"_s;
        QTest::newRow("lines") << jsonOf("'Ann\\nLee\\r\\n\\u2028x'") << u"Ann Lee x"_s;
        QTest::newRow("escapes") << jsonOf("'\\u001b[31mred\\u0007'") << u"[31mred"_s;
        QTest::newRow("bidi") << jsonOf("'\\u202eeel\\u2066 nnA\\u200b\\ufeff'") << u"eel nnA"_s;
        QTest::newRow("HTML") << jsonOf("'<b>Ann</b>'") << u"<b>Ann</b>"_s; // shown as plain text
        QTest::newRow("32") << '"' + QByteArray(32, 'n') + '"' << QString(32, u'n');
        QTest::newRow("33") << '"' + QByteArray(33, 'n') + '"' << QString(31, u'n') + u'…';
        QTest::newRow("30000") << '"' + QByteArray(30'000, 'n') + '"' << QString(31, u'n') + u'…';
        QTest::newRow("marks") << QByteArray("\"Z") + QString(500, u'\u0301').toUtf8() + '"'
                               << u"Z"_s + QString(3, u'\u0301');
        QTest::newRow("unpaired surrogate") << jsonOf("'a\\ud800b'") << u"a\ufffdb"_s;
        QTest::newRow("invisible") << jsonOf("'\\u200b\\u200d\\u2060 '") << QString();
        QTest::newRow("a number") << QByteArray("5") << QString();
        QTest::newRow("an array") << jsonOf("['Ann']") << QString();
        QTest::newRow("null") << QByteArray("null") << QString();
    }
    void sanitizesNames()
    {
        QFETCH(const QByteArray, json);
        const auto profile = Profile::parse(with("\"name\":" + json + ",\"description\":" + json), owner);
        QVERIFY(profile);
        QTEST(profile->name, "shown");
        if (profile->name.size() < Profile::maxNameLength)
            QCOMPARE(profile->description, profile->name);
        QVERIFY(profile->description.size() <= Profile::maxDescriptionLength);
    }

    void ignoresInvalidColors_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json :
             {"null", "1", "\"#ff0000\"", "[1,0,0]", "{}", "{\"r\":1,\"g\":0}", "{\"r\":1.01,\"g\":0,\"b\":0}",
              "{\"r\":-0.01,\"g\":0,\"b\":0}", "{\"r\":\"1\",\"g\":0,\"b\":0}", "{\"r\":1e300,\"g\":0,\"b\":0}"})
            QTest::newRow(json) << QByteArray(json);
    }
    void ignoresInvalidColors()
    {
        QFETCH(const QByteArray, json);
        const auto profile = Profile::parse(with("\"name\":\"Ann\",\"nameColor\":" + json), owner);
        QVERIFY(profile);
        QVERIFY(!profile->color);
        QCOMPARE(profile->name, u"Ann"_s);
    }

    void survivesCorruptInput()
    {
        const QByteArray whole = Profile{u"Ann"_s, u"words"_s, 7, true, Rgb{1, 2, 3}}.toJson(owner);
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QVERIFY(!Profile::parse(whole.first(i), owner));
            for (const char c : {'{', '[', ']', '}', '"', '\\', ',', '0', '\0', '\xff'}) {
                QByteArray broken = whole;
                broken[i] = c;
                static_cast<void>(Profile::parse(broken, owner));
            }
        }
    }

    void roundTrips()
    {
        const Profile ours{u"Ann “quoted” \\ 日本"_s, u"words"_s, 4'294'967'295, false, Rgb{0, 127, 255}};
        const auto back = Profile::parse(ours.toJson(owner), owner);
        QVERIFY(back);
        QVERIFY(*back == ours);
        QVERIFY(!Profile::parse(ours.toJson(owner), *Address::parse(stranger)));
        const Profile plain{u"Bert"_s, {}, 1, false, {}};
        QVERIFY(Profile::parse(plain.toJson(owner), owner) == plain);
        QVERIFY(!QJsonDocument::fromJson(plain.toJson(owner)).object().contains(u"nameColor"_s));
    }

    //! tst_webclientprofile validates it with @dcl/schemas.
    void hasAllMembersThatOthersRead()
    {
        const QJsonObject json = QJsonDocument::fromJson(Profile{u"Ann"_s, {}, 7, false, {}}.toJson(owner)).object();
        for (const auto member :
             {"userId"_L1, "ethAddress"_L1, "name"_L1, "hasClaimedName"_L1, "description"_L1, "version"_L1,
              "tutorialStep"_L1, "email"_L1, "blocked"_L1, "muted"_L1, "interests"_L1, "hasConnectedWeb3"_L1})
            QVERIFY2(json.contains(member), member.data());
        QCOMPARE(json["userId"_L1].toString(), lower);
        QCOMPARE(json["ethAddress"_L1].toString(), lower);
        QCOMPARE(json["version"_L1].toInt(), 7);
        const QJsonObject avatar = json["avatar"_L1].toObject();
        for (const auto member : {"bodyShape"_L1, "eyes"_L1, "hair"_L1, "skin"_L1, "wearables"_L1, "emotes"_L1})
            QVERIFY2(avatar.contains(member), member.data());
        QVERIFY(!avatar["snapshots"_L1]["face256"_L1].toString().isEmpty());
        QVERIFY(!avatar["snapshots"_L1]["body"_L1].toString().isEmpty());
    }

    void longestProfileFitsIntoAFrame()
    {
        constexpr qsizetype maxFrame = 16'384; // limit of ws-room-service
        const Profile longest{QString(Profile::maxNameLength, u'語'), QString(Profile::maxDescriptionLength, u'語'),
                              4'294'967'295, true, Rgb{254, 253, 251}};
        const rfc4::ProfileResponse response{QString::fromUtf8(longest.toJson(owner)), QString()};
        const qsizetype size = rfc4::Codec().encode(response).size();
        QVERIFY2(size < maxFrame / 4, qPrintable(QString::number(size)));
    }

    void preparesOutgoingNames_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name"); // empty: refused
        QTest::newRow("plain") << u"Ann"_s << u"Ann"_s;
        QTest::newRow("blanks") << u"  Ann\t Lee "_s << u"Ann Lee"_s;
        QTest::newRow("control") << u"\x1b[2JAnn\u202e"_s << u"[2JAnn"_s;
        QTest::newRow("32") << QString(32, u'n') << QString(32, u'n');
        QTest::newRow("32 and blanks") << QString(32, u'n') + u"   "_s << QString(32, u'n');
        QTest::newRow("33") << QString(33, u'n') << QString();
        QTest::newRow("a megabyte") << QString(1'000'000, u'n') << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("blank") << u" \t\u200b "_s << QString();
    }
    void preparesOutgoingNames()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, name);
        const auto outgoing = outgoingName(typed);
        QCOMPARE(outgoing.has_value(), !name.isEmpty());
        if (outgoing)
            QCOMPARE(*outgoing, name);
        else
            QVERIFY2(outgoing.error().detail.endsWith(u'.'), qPrintable(outgoing.error().detail));
    }
};

ISLET_TEST(TestProfile);
#include "tst_profile.moc"
