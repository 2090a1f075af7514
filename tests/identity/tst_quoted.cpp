// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/error.h"

#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;

//! What strangers wrote stands in our sentences through quoted() alone.
class TestQuoted : public QObject {
    Q_OBJECT

private slots:
    void showsHarmlessTextAsItIs_data();
    void showsHarmlessTextAsItIs();
    void hidesWhatCouldMislead_data();
    void hidesWhatCouldMislead();
    void isBounded();
    void cutsNoCharacterInHalf();
};

void TestQuoted::showsHarmlessTextAsItIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("ascii") << u"dcl-0.cjn1h9uisdb"_s;
    QTest::newRow("accents") << u"Zoë"_s;
    QTest::newRow("emoji") << u"👋"_s;
    QTest::newRow("64 characters") << QString(64, u'x');
}

void TestQuoted::showsHarmlessTextAsItIs()
{
    QFETCH(const QString, text);
    QCOMPARE(quoted(text), u"“"_s + text + u"”"_s);
}

void TestQuoted::hidesWhatCouldMislead_data()
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

void TestQuoted::hidesWhatCouldMislead()
{
    QFETCH(const QString, text);
    const QString shown = quoted(u"a"_s + text + u"b"_s);
    QVERIFY2(!shown.contains(text), qPrintable(shown));
    QVERIFY(shown.startsWith(u"“a\ufffd"_s));
    QVERIFY(shown.endsWith(u"b”"_s));
}

void TestQuoted::isBounded()
{
    const QString shown = quoted(QString(1'000'000, u'x'));
    QCOMPARE(shown, u"“"_s + QString(64, u'x') + u"…”"_s);
}

void TestQuoted::cutsNoCharacterInHalf()
{
    const QString shown = quoted(QString(63, u'x') + u"👋👋"_s);
    QVERIFY(shown.isValidUtf16());
    QVERIFY(shown.endsWith(u"…”"_s));
}

QTEST_GUILESS_MAIN(TestQuoted)
#include "tst_quoted.moc"
