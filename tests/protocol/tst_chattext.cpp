// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "base/displaytext.h"
#include "protocol/chattext.h"
#include "protocol/rfc4codec.h"
#include "tests/support/testmain.h"
#include "tests/support/vectors.h"

#include <QTest>

#include <algorithm>

using namespace islet;
using namespace Qt::StringLiterals;

class TestChatText : public QObject {
    Q_OBJECT

private slots:
    void sanitizesForDisplay_data();
    void sanitizesForDisplay();
    void keepsLineBreaks_data();
    void keepsLineBreaks();
    void limitsCombiningMarks_data();
    void limitsCombiningMarks();
    void truncates_data();
    void truncates();
    void handlesMegabytesQuickly();
    void preparesOutgoingChat_data();
    void preparesOutgoingChat();
    void refusesEmptyChat_data();
    void refusesEmptyChat();
    void limitsChatBytes();
    void recognizesMeanings_data();
    void recognizesMeanings();
    void recognizesMeaningsOfVectors_data();
    void recognizesMeaningsOfVectors();
    void writesControlMessages();
    void recognizesEmoteUrns_data();
    void recognizesEmoteUrns();
};

namespace {

//! The kind of the message, then its content.
QString described(const ChatMeaning &meaning)
{
    if (const auto *text = std::get_if<ChatText>(&meaning))
        return u"text "_s + text->text;
    if (const auto *ping = std::get_if<ChatPing>(&meaning))
        return u"ping "_s + ping->nonce;
    if (const auto *pong = std::get_if<ChatPong>(&meaning))
        return u"pong "_s + pong->nonce;
    return u"emote "_s + std::get<ChatEmote>(meaning).urn;
}

} // namespace

void TestChatText::sanitizesForDisplay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    same("empty", QString());
    same("ascii", u"hello, is anybody here?"_s);
    same("markup stays text", u"<b>hi</b> <img src=\"http://x/y.png\"> &amp;"_s);
    same("accents", u"Zoë, ¿qué tal?"_s);
    same("accent as a combining mark", u"Zoe\u0308"_s);
    same("emoji", u"👋😀"_s);
    same("emoji with skin tone", u"👋🏽"_s);
    same("emoji variation", u"❤\ufe0f"_s);
    same("flag", u"🇦🇷"_s);
    same("Hebrew and Arabic", u"שלום مرحبا"_s);
    same("Devanagari", u"नमस्ते"_s);
    same("CJK", u"你好，世界"_s);
    same("private use", u"\ue000"_s);

    QTest::newRow("line breaks") << u"a\nb\r\nc"_s << u"a b  c"_s;
    QTest::newRow("tab and NUL") << u"a\tb"_s + QChar(0) + u'c' << u"a b c"_s;
    QTest::newRow("escape sequence") << u"\x1b[31mred\x1b[0m"_s << u" [31mred [0m"_s;
    QTest::newRow("C1 control") << u"a\u009bb"_s << u"a b"_s;
    QTest::newRow("line and paragraph separators") << u"a\u2028b\u2029c"_s << u"a b c"_s;
    QTest::newRow("wide spaces") << u"a\u3000b\u00a0c"_s << u"a b c"_s;
    QTest::newRow("bidi override") << u"gpj.\u202eexe"_s << u"gpj.exe"_s;
    QTest::newRow("every bidi control")
        << u"a\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069b"_s << u"ab"_s;
    QTest::newRow("zero width") << u"a\u200b\u200c\u200d\u2060\ufeffb"_s << u"ab"_s;
    QTest::newRow("soft hyphen") << u"a\u00adb"_s << u"ab"_s;
    QTest::newRow("invisible tag letters") << u"a\U000e0068\U000e0069b"_s << u"ab"_s;
    QTest::newRow("not assigned") << u"a\uffffb"_s << u"ab"_s;
}

void TestChatText::sanitizesForDisplay()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(displayText(text), shown);
    QVERIFY(displayText(text + QChar(0xd83d)).isValidUtf16()); // unpaired surrogate
}

void TestChatText::keepsLineBreaks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("one") << u"hello"_s << u"hello"_s;
    QTest::newRow("every end of a line") << u"a\nb\r\nc\rd\u0085e"_s << u"a\nb\nc\nd\ne"_s;
    QTest::newRow("separators") << u"a\u2028b\u2029c\vd\fe"_s << u"a\nb\nc\nd\ne"_s;
    QTest::newRow("too many") << u"a\nb\nc\nd\ne\nf\n\ng"_s << u"a\nb\nc\nd\ne f g"_s;
    QTest::newRow("empty lines") << u"\n\na\n \n\u200b\n\u3000\n\tb\n\n"_s << u"a\nb"_s;
    QTest::newRow("only empty lines") << u"\r\n\u2028 \n"_s << QString();
    QTest::newRow("controls") << u"a\tb\n\u202ec\x1b[0m"_s << u"a b\nc [0m"_s;
    QTest::newRow("too long") << QString(1'990, u'x') + u"\n1234567890"_s << QString(1'990, u'x') + u"\n12345678…"_s;
}

void TestChatText::keepsLineBreaks()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(displayLines(text), shown);
}

void TestChatText::limitsCombiningMarks_data()
{
    QTest::addColumn<QString>("text");
    QString mixed;
    for (int i = 0; i < 100; ++i)
        mixed += u"\u0301\u0302\u0303\u0489"_s;
    QString interleaved;
    for (int i = 0; i < 100; ++i)
        interleaved += u"\u0301\u0302\u0303\u200d"_s; // joiners are removed, so all marks are on one letter
    QTest::newRow("500 of one kind") << u"Z"_s + QString(500, u'\u0301') + u"algo"_s;
    QTest::newRow("many kinds") << u"Z"_s + mixed + u"algo"_s;
    QTest::newRow("with invisible characters between") << u"Z"_s + interleaved + u"algo"_s;
}

void TestChatText::limitsCombiningMarks()
{
    QFETCH(const QString, text);
    const QString shown = displayText(text, 10'000);
    const auto isMark = [](QChar c) { return c.isMark(); };
    const auto marks = std::ranges::count_if(shown, isMark);
    QVERIFY2(marks >= 1 && marks <= 3, qPrintable(QString::number(marks)));
    QVERIFY(shown.startsWith(u'Z'));
    QVERIFY(shown.endsWith(u"algo"_s));
}

void TestChatText::truncates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("shorter") << u"123456789"_s << u"123456789"_s;
    QTest::newRow("just fits") << u"1234567890"_s << u"1234567890"_s;
    QTest::newRow("one too long") << u"12345678901"_s << u"123456789…"_s;
    QTest::newRow("emoji at the cut is not halved") << u"12345678👋👋"_s << u"12345678…"_s;
    QTest::newRow("emoji that just fits") << u"12345678👋"_s << u"12345678👋"_s;
    QTest::newRow("removed characters do not count") << u"12345\u200b\u200b\u200b678"_s << u"12345678"_s;
}

void TestChatText::truncates()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(displayText(text, 10), shown);
}

void TestChatText::handlesMegabytesQuickly()
{
    for (const QString &text : {QString(1'000'000, u'x'), QString(1'000'000, u'\u0301'), QString(1'000'000, u'\u202e'),
                                QString(1'000'000, u'\n'), u"👋"_s.repeated(500'000)}) {
        const QString shown = displayText(text);
        QVERIFY(shown.size() <= 2'000);
        QVERIFY(shown.isValidUtf16());
    }
    QVERIFY(displayText(QString(1'000'000, u'x')).endsWith(u'…'));
}

void TestChatText::preparesOutgoingChat_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sent");
    QTest::newRow("as typed") << u"hello there"_s << u"hello there"_s;
    QTest::newRow("trimmed") << u"  hello \t"_s << u"hello"_s;
    QTest::newRow("unicode") << u"Zoë 👋 你好"_s << u"Zoë 👋 你好"_s;
    QTest::newRow("ping mark") << u"\u241142"_s << u"42"_s;
    QTest::newRow("pong mark") << u"\u240642 0x"_s << u"42 0x"_s;
    QTest::newRow("emote mark") << u"\u2410wave 1"_s << u"wave 1"_s;
    QTest::newRow("marks inside") << u"a\u2411b\u2406c\u2410d"_s << u"abcd"_s;
    QTest::newRow("other control pictures stay") << u"a\u2407b\u2424"_s << u"a\u2407b\u2424"_s;
    QTest::newRow("mark after a space") << u" \u2411 42"_s << u"42"_s;
    QTest::newRow("line break") << u"one\r\n\n two \u2028three\n"_s << u"one\ntwo\nthree"_s;
    QTest::newRow("many line breaks") << u"1\n2\n3\n4\n5\n6\n7"_s << u"1\n2\n3\n4\n5 6 7"_s;
    QTest::newRow("escape") << u"a\x1b[31m"_s << u"a [31m"_s;
}

void TestChatText::preparesOutgoingChat()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, sent);
    const auto text = outgoingChat(typed);
    QVERIFY(text);
    QCOMPARE(*text, sent);
    QVERIFY(std::holds_alternative<ChatText>(meaningOf(*text)));
}

void TestChatText::refusesEmptyChat_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("empty") << QString();
    QTest::newRow("spaces") << u"  \t\n"_s;
    QTest::newRow("only marks") << u"\u2411\u2406\u2410"_s;
    QTest::newRow("only control characters") << u"\x01\x02\x7f"_s;
}

void TestChatText::refusesEmptyChat()
{
    QFETCH(const QString, typed);
    const auto text = outgoingChat(typed);
    QVERIFY(!text);
    QCOMPARE(text.error().code, ErrorCode::InvalidInput);
}

void TestChatText::limitsChatBytes()
{
    QVERIFY(outgoingChat(QString(2'000, u'x')));
    QVERIFY(outgoingChat(QString(1'000, u'é')));
    QVERIFY(outgoingChat(u"👋"_s.repeated(500)));
    QVERIFY(outgoingChat(QString(2'000, u'x') + QString(100, u' ')));

    for (const QString &typed : {QString(2'001, u'x'), QString(1'000, u'é') + u'x', u"👋"_s.repeated(500) + u'x'}) {
        const auto text = outgoingChat(typed);
        QVERIFY(!text);
        QCOMPARE(text.error().code, ErrorCode::TooLarge);
        QVERIFY2(text.error().detail.contains(u"by 1 byte"_s), qPrintable(text.error().detail));
    }
}

void TestChatText::recognizesMeanings_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("meaning");
    QTest::newRow("empty") << QString() << u"text "_s;
    QTest::newRow("text") << u"hello 42"_s << u"text hello 42"_s;
    QTest::newRow("mark that is not first") << u" \u241142"_s << u"text  \u241142"_s;
    QTest::newRow("ping") << u"\u241142"_s << u"ping 42"_s;
    QTest::newRow("ping without nonce") << u"\u2411"_s << u"ping "_s;
    QTest::newRow("ping with more words") << u"\u241142 and more"_s << u"ping 42"_s;
    QTest::newRow("too long nonce") << u"\u2411"_s + QString(10'000, u'7') << u"ping "_s + QString(32, u'7');
    QTest::newRow("pong") << u"\u240642 0x19e7"_s << u"pong 42"_s;
    QTest::newRow("pong without address") << u"\u240642"_s << u"pong 42"_s;
    QTest::newRow("emote") << u"\u2410wave 1785585600000"_s << u"emote wave"_s;
    QTest::newRow("emote with a fraction") << u"\u2410wave 1785585600000.25"_s << u"emote wave"_s;
    QTest::newRow("emote without time") << u"\u2410wave"_s << u"emote wave"_s;
    QTest::newRow("emote by URN") << u"\u2410urn:decentraland:matic:collections-v2:0xabc:1 5"_s
                                  << u"emote urn:decentraland:matic:collections-v2:0xabc:1"_s;
    QTest::newRow("other control picture") << u"\u240742"_s << u"text \u240742"_s;
}

void TestChatText::recognizesMeanings()
{
    QFETCH(const QString, message);
    QFETCH(const QString, meaning);
    QCOMPARE(described(meaningOf(message)), meaning);
}

void TestChatText::recognizesMeaningsOfVectors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("meaning");
    const QHash<QString, QString> expected{{u"chat_oadate"_s, u"text hello"_s},
                                           {u"chat_unix_ms"_s, u"text hello"_s},
                                           {u"chat_expression"_s, u"emote wave"_s},
                                           {u"chat_ping"_s, u"ping 42"_s},
                                           {u"chat_pong"_s, u"pong 42"_s}};
    qsizetype found = 0;
    for (const QJsonValue &vector : test::loadVectors("rfc4_packets.json")["vectors"_L1].toArray()) {
        const QString name = vector["name"_L1].toString();
        if (expected.contains(name)) {
            QTest::newRow(qPrintable(name)) << test::fromHex(vector["hex"_L1]) << expected[name];
            ++found;
        }
    }
    QCOMPARE(found, expected.size());
}

void TestChatText::recognizesMeaningsOfVectors()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, meaning);
    const auto message = rfc4::Codec().decode(bytes);
    QVERIFY(message);
    QCOMPARE(described(meaningOf(std::get<rfc4::Chat>(*message).message)), meaning);
}

void TestChatText::writesControlMessages()
{
    QCOMPARE(pingText(u"42"), u"␑42"_s);
    QCOMPARE(pongText(u"42", u"0x19e7"), u"␆42 0x19e7"_s);
    QCOMPARE(emoteText(u"wave", 1'785'585'600'000), u"␐wave 1785585600000"_s);
    QCOMPARE(described(meaningOf(pingText(u"7"))), u"ping 7"_s);
    QCOMPARE(described(meaningOf(pongText(u"7", u"0x"))), u"pong 7"_s);
    QCOMPARE(described(meaningOf(emoteText(u"dance", 1))), u"emote dance"_s);
}

void TestChatText::recognizesEmoteUrns_data()
{
    QTest::addColumn<QString>("urn");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("base emote") << u"wave"_s << true;
    QTest::newRow("camel case") << u"headexplode2"_s << true;
    QTest::newRow("URN") << u"urn:decentraland:matic:collections-v2:0x1ac8:0/1.2_3-4"_s << true;
    QTest::newRow("longest") << QString(256, u'a') << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("too long") << QString(257, u'a') << false;
    QTest::newRow("space") << u"wave me"_s << false;
    QTest::newRow("newline") << u"wave\n"_s << false;
    QTest::newRow("markup") << u"<b>wave</b>"_s << false;
    QTest::newRow("query") << u"wave?x=1"_s << false;
    QTest::newRow("accent") << u"é"_s << false;
    QTest::newRow("Arabic digit") << u"wave\u0661"_s << false;
    QTest::newRow("bidi override") << u"wave\u202e"_s << false;
}

void TestChatText::recognizesEmoteUrns()
{
    QFETCH(const QString, urn);
    QFETCH(const bool, isValid);
    QCOMPARE(isEmoteUrn(urn), isValid);
}

ISLET_TEST(TestChatText);
#include "tst_chattext.moc"
