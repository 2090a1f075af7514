// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "plainqmlrules.h"
#include "qmlstatements.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet::test;
using namespace Qt::StringLiterals;

//! Only PlainLabel shows untrusted text, checked in the QML sources.
class TestPlainQml : public QObject {
    Q_OBJECT

private slots:
    void qmlSourcesFollowRule()
    {
        const QmlSources sources = windowSources();
        QVERIFY(sources.size() > 10);
        QCOMPARE(plainQmlComplaints(sources).join(u'\n'), QString());
    }

    void plainTypesSetPlainText_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("format");
        QTest::newRow("label") << u"PlainLabel"_s << u"Text"_s << u"Text.PlainText"_s;
        QTest::newRow("field") << u"ChatField"_s << u"TextArea"_s << u"TextEdit.PlainText"_s;
    }
    void plainTypesSetPlainText()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, type);
        QFETCH(const QString, format);
        const QmlFile plain = QmlFile::read(windowSources().value(file));
        QCOMPARE(plain.objects.constFirst().type, type);
        QStringList formats;
        for (const QmlStatement &statement : plain.statements) {
            if (statement.name == "textFormat"_L1)
                formats.append(statement.value);
        }
        QCOMPARE(formats, QStringList{format});
    }

    void readsObjectsAndStatements()
    {
        const QmlFile file = QmlFile::read(u"import QtQuick // Text { text: line }\n"
                                           "/* Label {\n"
                                           "   text: author } */\n"
                                           "Rectangle {\n"
                                           "    id: root\n"
                                           "    property string says: \"Text { \\\" }\"\n"
                                           "    function show(): void { if (root.says) { label.visible = true } }\n"
                                           "    T.Button { text: root.a; title: qsTr(\"x\") }\n"
                                           "    font { bold: true; family: 'y' }\n"
                                           "    contentItem: PlainLabel {\n"
                                           "        text: root.a === 1 ? qsTr(\"one\")\n"
                                           "            : root.line\n"
                                           "        ToolTip.text: root.author\n"
                                           "    }\n"
                                           "}\n"_s);
        QStringList types;
        for (const QmlObject &object : file.objects)
            types.append(u"%1@%2"_s.arg(object.type).arg(object.line));
        QCOMPARE(types, (QStringList{u"Rectangle@4"_s, u"T.Button@8"_s, u"PlainLabel@10"_s}));
        QStringList texts;
        for (const QmlStatement &statement : file.statements) {
            if (statement.name.endsWith("text"_L1) || statement.name == "title"_L1)
                texts.append(u"%1 %2 = %3"_s.arg(statement.type, statement.name, statement.value));
        }
        QCOMPARE(texts,
                 (QStringList{u"T.Button text = root.a"_s, u"T.Button title = qsTr(\"\")"_s,
                              u"PlainLabel text = root.a === 1 ? qsTr(\"\") : root.line"_s,
                              u"PlainLabel ToolTip.text = root.author"_s}));
    }

    void findsViolations_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("isBad");
        QTest::newRow("plain label") << u"Item { PlainLabel { text: root.line } }"_s << false;
        QTest::newRow("own text") << u"Button { text: qsTr(\"line\") }"_s << false;
        QTest::newRow("field") << u"Item { TextField { text: root.entry.place } }"_s << false;
        QTest::newRow("shape that contains a label") << u"Item { Notice { text: root.entry.problem } }"_s << false;
        QTest::newRow("only tested") << u"Item { Button { visible: root.entry.problem !== \"\" } }"_s << false;
        QTest::newRow("in a comment") << u"Item { /* Text { } RichText */ }"_s << false;

        QTest::newRow("text") << u"Item { Text { text: qsTr(\"harmless\") } }"_s << true;
        QTest::newRow("text as root") << u"Text { }"_s << true;
        QTest::newRow("text as property value") << u"Control { contentItem: Text { } }"_s << true;
        QTest::newRow("qualified label") << u"Item { C.Label { } }"_s << true;
        QTest::newRow("text area") << u"Item { TextArea { } }"_s << true;
        QTest::newRow("text edit") << u"Item { TextEdit { readOnly: true } }"_s << true;
        QTest::newRow("rich text") << u"Item { PlainLabel { textFormat: Text.RichText } }"_s << true;
        QTest::newRow("markdown") << u"Item { property int f: Text.MarkdownText }"_s << true;
        QTest::newRow("button") << u"Item { Button { text: root.line } }"_s << true;
        QTest::newRow("own button type") << u"Item { OurButton { text: modelData } }"_s << true;
        QTest::newRow("link host") << u"Item { Button { text: qsTr(\"Open %1\").arg(link.host) } }"_s << true;
        QTest::newRow("profile name") << u"Item { Button { text: details.name } }"_s << true;
        QTest::newRow("purpose") << u"Item { OurButton { purpose: qsTr(\"%1\").arg(root.author) } }"_s << true;
        QTest::newRow("placeholder") << u"Item { TextField { placeholderText: root.entry.place } }"_s << true;
        QTest::newRow("attached tooltip") << u"Item { ToolTip.text: root.fullAddress }"_s << true;
        QTest::newRow("title") << u"Item { Dialog { title: root.entry.problem } }"_s << true;
        QTest::newRow("two lines") << u"Item { Button { text: a ? b\n : root.line } }"_s << true;
        QTest::newRow("one line") << u"Item { Button { id: x; text: root.line; width: 1 } }"_s << true;
        QTest::newRow("assigned in a handler") << u"Item { onClicked: button.text = root.line }"_s << true;
    }
    void findsViolations()
    {
        QFETCH(const QString, source);
        QFETCH(const bool, isBad);
        const QmlSources sources{
            {u"OurButton"_s, u"Button { }"_s}, {u"Notice"_s, u"Rectangle { }"_s}, {u"Tested"_s, source}};
        const QStringList found = plainQmlComplaints(sources);
        QVERIFY2(found.isEmpty() != isBad, qPrintable(found.join(u'\n')));
    }
};

ISLET_TEST(TestPlainQml);
#include "tst_plainqml.moc"
