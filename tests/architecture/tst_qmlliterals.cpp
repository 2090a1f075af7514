// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "qmlliterals.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet::test;
using namespace Qt::StringLiterals;

//! Only Theme.qml has literal colours, sizes and times, and symbols are Icons, checked in the QML sources.
class TestQmlLiterals : public QObject {
    Q_OBJECT

private slots:
    void qmlSourcesHaveNoLiterals()
    {
        QVERIFY(windowSources().size() > 10);
        QCOMPARE(literalComplaints(windowSources()).join(u'\n'), QString());
    }

    void qmlSourcesHaveNoGlyphs() { QCOMPARE(glyphComplaints(windowSources()).join(u'\n'), QString()); }

    void findsLiterals_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<bool>("isBad");
        QTest::newRow("token") << u"color: Theme.ink"_s << false;
        QTest::newRow("transparent") << u"color: root.a ? Theme.ink : \"transparent\""_s << false;
        QTest::newRow("zero") << u"spacing: 0"_s << false;
        QTest::newRow("factor") << u"width: 3 * Theme.column"_s << false;
        QTest::newRow("divisor") << u"width: Theme.column / 4"_s << false;
        QTest::newRow("opacity") << u"opacity: 0.8"_s << false;
        QTest::newRow("count") << u"maximumLineCount: 20"_s << false;
        QTest::newRow("comparison") << u"height: root.count > 20 ? Theme.bar : 0"_s << false;
        QTest::newRow("comment") << u"width: Theme.bar // 48, \"#fff\""_s << false;
        QTest::newRow("string") << u"text: qsTr(\"#12 of 20 px\")"_s << false;
        QTest::newRow("name with a number") << u"width: root.size20"_s << false;
        QTest::newRow("zero interval") << u"interval: 0"_s << false;

        QTest::newRow("hexadecimal") << u"color: \"#F7F5F0\""_s << true;
        QTest::newRow("hexadecimal with alpha") << u"property color tone: \"#80F7F5F0\""_s << true;
        QTest::newRow("named colour") << u"color: \"white\""_s << true;
        QTest::newRow("conditional colour") << u"color: root.a ? Theme.ink : \"gray\""_s << true;
        QTest::newRow("border colour") << u"border.color: \"red\""_s << true;
        QTest::newRow("computed colour") << u"color: Qt.rgba(0, 0, 0, 0.5)"_s << true;
        QTest::newRow("derived colour") << u"color: Qt.darker(Theme.ink)"_s << true;
        QTest::newRow("width") << u"width: 300"_s << true;
        QTest::newRow("sum") << u"implicitHeight: label.height + 12"_s << true;
        QTest::newRow("conditional size") << u"radius: root.a ? 6 : Theme.radius"_s << true;
        QTest::newRow("margins") << u"anchors.leftMargin: 4"_s << true;
        QTest::newRow("grouped property") << u"anchors { fill: parent; margins: 4 }"_s << true;
        QTest::newRow("attached layout property") << u"Layout.preferredWidth: 80"_s << true;
        QTest::newRow("font size") << u"font.pixelSize: 11"_s << true;
        QTest::newRow("grouped font size") << u"font { bold: true; pointSize: 11 }"_s << true;
        QTest::newRow("padding") << u"horizontalPadding: 8"_s << true;
        QTest::newRow("duration") << u"NumberAnimation on x { duration: 90 }"_s << true;
        QTest::newRow("delay") << u"ToolTip.delay: 600"_s << true;
    }
    void findsLiterals()
    {
        QFETCH(const QString, statement);
        QFETCH(const bool, isBad);
        const QStringList found = literalComplaints({{u"Tested"_s, u"Item {\n    "_s + statement + u"\n}\n"_s}});
        QVERIFY2(found.isEmpty() != isBad, qPrintable(found.join(u'\n')));
    }

    void allowsLiteralsInTheme()
    {
        QVERIFY(literalComplaints({{u"Theme"_s, u"QtObject { property color a: \"#fff\" }"_s}}).isEmpty());
    }

    void findsGlyphs()
    {
        for (const QString &text : {u"\"+\""_s, u"\"…\""_s, u"root.a ? \"▾\" : qsTr(\"more\")"_s, u"\"➤\""_s})
            QVERIFY2(!glyphComplaints({{u"Tested"_s, u"Button { text: %1 }"_s.arg(text)}}).isEmpty(), qPrintable(text));
        for (const QString &text : {u"qsTr(\"Export...\")"_s, u"qsTr(\"a\")"_s, u"\"\""_s, u"root.a"_s})
            QVERIFY2(glyphComplaints({{u"Tested"_s, u"Button { text: %1 }"_s.arg(text)}}).isEmpty(), qPrintable(text));
    }
};

ISLET_TEST(TestQmlLiterals);
#include "tst_qmlliterals.moc"
