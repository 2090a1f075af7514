// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "lazyqmlrules.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet::test;
using namespace Qt::StringLiterals;

//! What the views load by file name gets the properties that it declares.
class TestLazyQml : public QObject {
    Q_OBJECT

private slots:
    void viewsFollowRule()
    {
        const ModelProperties models = windowModels();
        QCOMPARE(models.value(u"RoomModels"_s).value(u"connection"_s), u"RoomConnection"_s);
        QCOMPARE(lazyQmlComplaints(windowSources(), models).join(u'\n'), QString());
    }

    void findsDifferences_data()
    {
        QTest::addColumn<QString>("use");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *name, const QString &use, const QString &complaint) {
            QTest::newRow(name) << use << complaint;
        };
        row("right", u"show(\"Card.qml\", { room: root.room, name: name, x: 1 })"_s, u""_s);
        row("by binding", u"show(\"Card.qml\", { room: Qt.binding(() => root.room), name: \"\" })"_s, u""_s);
        row("of a model", u"show(\"Card.qml\", { room: root.models.room, name: root.a })"_s, u""_s);
        row("of an id", u"show(\"Card.qml\", { room: other, name: root.a })"_s, u""_s);
        row("loader", u"LazyLoader { file: \"Card.qml\"\n initialProperties: ({ room: root.room, name: root.a }) }"_s,
            u""_s);
        row("unknown file", u"show(\"Cart.qml\", {})"_s, u"User loads Cart: no such file"_s);
        row("unknown property", u"setSource(\"Card.qml\", { room: root.room, name: name, nam: 1 })"_s,
            u"User loads Card: it has no property nam"_s);
        row("missing", u"show(\"Card.qml\", { room: root.room })"_s, u"User loads Card: name is missing"_s);
        row("missing in the base", u"show(\"Card.qml\", { name: name })"_s, u"User loads Card: room is missing"_s);
        row("other type", u"show(\"Card.qml\", { room: root.models, name: name })"_s,
            u"User loads Card: room is Models, not Room"_s);
        row("unknown type", u"show(\"Card.qml\", { room: room, name: name })"_s,
            u"User loads Card: room is room, not Room"_s);
        row("in another way", u"source = \"Card.qml\""_s, u"User: a file name that is not loaded in a known way"_s);
    }
    void findsDifferences()
    {
        QFETCH(const QString, use);
        QFETCH(const QString, complaint);
        const QmlSources sources{
            {u"Base"_s, u"Item {\n    id: root\n    required property Room room\n    required property int set\n}\n"_s},
            {u"Card"_s, u"Base {\n    id: root\n    required property string name\n    set: 1\n}\n"_s},
            {u"BigRoom"_s, u"Room {\n    id: root\n}\n"_s},
            {u"User"_s,
             u"Item {\n    id: root\n    required property Room room\n    required property Models models\n"
             "    BigRoom { id: other }\n    onA: %1\n}\n"_s.arg(use)},
        };
        const ModelProperties models{{u"Models"_s, {{u"room"_s, u"Room"_s}}}};
        QCOMPARE(lazyQmlComplaints(sources, models).join(u'\n'), complaint);
    }
};

ISLET_TEST(TestLazyQml);
#include "tst_lazyqml.moc"
