// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "qmlliterals.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet::test;
using namespace Qt::StringLiterals;

//! Colours, sizes and times stand in Theme.qml and nowhere else, and signs are drawn: read off the QML itself.
class TestQmlLiterals : public QObject {
    Q_OBJECT

private slots:
    void ourQmlHasNone()
    {
        QVERIFY(windowSources().size() > 10);
        QCOMPARE(literalComplaints(windowSources()).join(u'\n'), QString());
    }

    void ourSignsAreDrawn() { QCOMPARE(signComplaints(windowSources()).join(u'\n'), QString()); }

    void literalsAreFound_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<bool>("isBad");
        QTest::newRow("a token") << u"color: Theme.ink"_s << false;
        QTest::newRow("transparent") << u"color: root.a ? Theme.ink : \"transparent\""_s << false;
        QTest::newRow("nothing") << u"spacing: 0"_s << false;
        QTest::newRow("a factor") << u"width: 3 * Theme.column"_s << false;
        QTest::newRow("a divisor") << u"width: Theme.column / 4"_s << false;
        QTest::newRow("opacity") << u"opacity: 0.8"_s << false;
        QTest::newRow("counted") << u"maximumLineCount: 20"_s << false;
        QTest::newRow("compared") << u"height: root.count > 20 ? Theme.bar : 0"_s << false;
        QTest::newRow("in a comment") << u"width: Theme.bar // 48, \"#fff\""_s << false;
        QTest::newRow("in words") << u"text: qsTr(\"#12 of 20 px\")"_s << false;
        QTest::newRow("a name with a number") << u"width: root.size20"_s << false;
        QTest::newRow("at once") << u"interval: 0"_s << false;

        QTest::newRow("hexadecimal") << u"color: \"#F7F5F0\""_s << true;
        QTest::newRow("with alpha") << u"property color tone: \"#80F7F5F0\""_s << true;
        QTest::newRow("by name") << u"color: \"white\""_s << true;
        QTest::newRow("one of two") << u"color: root.a ? Theme.ink : \"gray\""_s << true;
        QTest::newRow("of a border") << u"border.color: \"red\""_s << true;
        QTest::newRow("made") << u"color: Qt.rgba(0, 0, 0, 0.5)"_s << true;
        QTest::newRow("changed") << u"color: Qt.darker(Theme.ink)"_s << true;
        QTest::newRow("width") << u"width: 300"_s << true;
        QTest::newRow("a sum") << u"implicitHeight: label.height + 12"_s << true;
        QTest::newRow("one of two sizes") << u"radius: root.a ? 6 : Theme.radius"_s << true;
        QTest::newRow("margins") << u"anchors.leftMargin: 4"_s << true;
        QTest::newRow("in a group") << u"anchors { fill: parent; margins: 4 }"_s << true;
        QTest::newRow("layout") << u"Layout.preferredWidth: 80"_s << true;
        QTest::newRow("text") << u"font.pixelSize: 11"_s << true;
        QTest::newRow("text in a group") << u"font { bold: true; pointSize: 11 }"_s << true;
        QTest::newRow("padding") << u"horizontalPadding: 8"_s << true;
        QTest::newRow("time") << u"NumberAnimation on x { duration: 90 }"_s << true;
        QTest::newRow("delay") << u"ToolTip.delay: 600"_s << true;
    }
    void literalsAreFound()
    {
        QFETCH(const QString, statement);
        QFETCH(const bool, isBad);
        const QStringList found = literalComplaints({{u"Tested"_s, u"Item {\n    "_s + statement + u"\n}\n"_s}});
        QVERIFY2(found.isEmpty() != isBad, qPrintable(found.join(u'\n')));
    }

    void themeIsWhereTheyBelong()
    {
        QVERIFY(literalComplaints({{u"Theme"_s, u"QtObject { property color a: \"#fff\" }"_s}}).isEmpty());
    }

    void signsAreFound()
    {
        for (const QString &text : {u"\"+\""_s, u"\"…\""_s, u"root.a ? \"▾\" : qsTr(\"more\")"_s, u"\"➤\""_s})
            QVERIFY2(!signComplaints({{u"Tested"_s, u"Button { text: %1 }"_s.arg(text)}}).isEmpty(), qPrintable(text));
        for (const QString &text : {u"qsTr(\"Export …\")"_s, u"qsTr(\"a\")"_s, u"\"\""_s, u"root.a"_s})
            QVERIFY2(signComplaints({{u"Tested"_s, u"Button { text: %1 }"_s.arg(text)}}).isEmpty(), qPrintable(text));
    }
};

ISLET_TEST(TestQmlLiterals);
#include "tst_qmlliterals.moc"
