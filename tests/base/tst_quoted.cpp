// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "base/error.h"
#include "base/quoted.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;

//! Untrusted text appears in our messages only through quoted().
class TestQuoted : public QObject {
    Q_OBJECT

private slots:
    void leavesHarmlessTextUnchanged_data();
    void leavesHarmlessTextUnchanged();
    void replacesMisleadingCharacters_data();
    void replacesMisleadingCharacters();
    void redactsSecrets_data();
    void redactsSecrets();
    void truncatesLongText();
    void doesNotSplitSurrogatePairs();
};

void TestQuoted::leavesHarmlessTextUnchanged_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("ascii") << u"dcl-0.cjn1h9uisdb"_s;
    QTest::newRow("accents") << u"Zoë"_s;
    QTest::newRow("emoji") << u"👋"_s;
    QTest::newRow("64 characters") << QString(64, u'z');
}

void TestQuoted::leavesHarmlessTextUnchanged()
{
    QFETCH(const QString, text);
    QCOMPARE(quoted(text), u"“"_s + text + u"”"_s);
}

void TestQuoted::replacesMisleadingCharacters_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("newline") << u"\n"_s;
    QTest::newRow("escape") << u"\x1b"_s;
    QTest::newRow("C1 control") << u"\u009b"_s;
    QTest::newRow("NUL") << QString(QChar(0));
    QTest::newRow("bidi override") << u"\u202e"_s;
    QTest::newRow("bidi isolate") << u"\u2066"_s;
    QTest::newRow("zero width space") << u"\u200b"_s;
    QTest::newRow("line separator") << u"\u2028"_s;
    QTest::newRow("paragraph separator") << u"\u2029"_s;
    QTest::newRow("byte order mark") << u"\ufeff"_s;
    QTest::newRow("invisible tag letter") << u"\U000e0041"_s;
}

void TestQuoted::replacesMisleadingCharacters()
{
    QFETCH(const QString, text);
    const QString shown = quoted(u"a"_s + text + u"b"_s);
    QVERIFY2(!shown.contains(text), qPrintable(shown));
    QVERIFY(shown.startsWith(u"“a\ufffd"_s));
    QVERIFY(shown.endsWith(u"b”"_s));
}

void TestQuoted::redactsSecrets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const QString digits(130, u'a');
    QTest::newRow("signature") << u"0x%1!"_s.arg(digits) << u"0x…!"_s;
    QTest::newRow("web token") << u"Bearer eyJhbGciOiJIUzI1NiJ9.eyJhIjoiYiJ9.c2ln ends"_s << u"Bearer … ends"_s;
    QTest::newRow("signer link") << uR"(a {"type":"SIGNER","payload":"0x1","signature":""} b)"_s << u"a … b"_s;
    QTest::newRow("last link") << uR"(a {"type":"ECDSA_SIGNED_ENTITY","payload":"get:/:1"} b)"_s << u"a … b"_s;
    QTest::newRow("link in JSON") << uR"(a {\"type\":\"ECDSA_EPHEMERAL\",\"payload\":\"x\ny\"} b)"_s << u"a … b"_s;
    QTest::newRow("part of a link") << uR"(a {"type":"ECDSA_EPHEMERAL","pay)"_s << u"a …"_s;
    QTest::newRow("type of a link") << u"a ECDSA_SIGNED_ENTITY b"_s << u"a … b"_s;
    QTest::newRow("query") << u"?access_token=abc&b=c"_s << u"?access_token=…&b=c"_s;
    QTest::newRow("encoded query") << u"%3Faccess_token%3Dabc#d"_s << u"%3Faccess_token%3D…#d"_s;
    QTest::newRow("member") << uR"({"accessToken":"abc"})"_s << uR"({"accessToken":"…"})"_s;
    QTest::newRow("plain sentence") << u"The token has expired, the signer is unknown"_s
                                    << u"The token has expired, the signer is unknown"_s;
    const QString address = u"0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a"_s;
    QTest::newRow("address") << address << address;
}

void TestQuoted::redactsSecrets()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(quoted(text), u"“"_s + shown + u"”"_s);
}

void TestQuoted::truncatesLongText()
{
    const QString shown = quoted(QString(1'000'000, u'x'));
    QCOMPARE(shown, u"“"_s + QString(64, u'x') + u"…”"_s);
}

void TestQuoted::doesNotSplitSurrogatePairs()
{
    const QString shown = quoted(QString(63, u'x') + u"👋👋"_s);
    QVERIFY(shown.isValidUtf16());
    QVERIFY(shown.endsWith(u"…”"_s));
}

ISLET_TEST(TestQuoted);
#include "tst_quoted.moc"
