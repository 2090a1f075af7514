// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "picturefixture.h"
#include "tests/support/testmain.h"

#include <QAccessible>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

bool isControl(const QQuickItem *item)
{
    return item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextInput")
        || item->inherits("QQuickTextEdit") || item->inherits("QQuickComboBox") || item->inherits("QQuickSlider");
}

//! The first is got to by Enter in the list, the second by End, the third by the menu of its line.
bool isReachedOtherwise(const QQuickItem *item)
{
    return item->objectName() == u"personCardButton"_s || item->objectName() == u"chatToEnd"_s
        || item->objectName() == u"chatLink"_s;
}

//! A line for each control that is not as it must be; `controls` counts them all.
QString complaintsAbout(const PictureStage &stage, int &controls)
{
    QString complaints;
    for (QQuickItem *item : stage.items()) {
        if (!isControl(item) || !item->isVisible() || !item->isEnabled())
            continue;
        ++controls;
        const QString what = u"%1 \"%2\""_s.arg(QString::fromLatin1(item->metaObject()->className()),
                                                item->objectName() + item->property("text").toString().left(20));
        QAccessibleInterface *told = QAccessible::queryAccessibleInterface(item);
        if (!told || told->text(QAccessible::Name).isEmpty())
            complaints += what + u" has no name\n"_s;
        else if (told->role() == QAccessible::NoRole || told->role() == QAccessible::Client)
            complaints += what + u" has no role\n"_s;
        const QVariant policy = item->property("focusPolicy");
        const bool isByKeys = policy.isValid() ? (policy.toInt() & Qt::TabFocus) != 0 : item->activeFocusOnTab();
        if (!isByKeys && !isReachedOtherwise(item))
            complaints += what + u" is not got to by keys\n"_s;
    }
    return complaints;
}

} // namespace

//! Every control of every state of the window has a name and a role for people who do not see it, and is got to by
//! keys.
class TestControls : public QObject {
    Q_OBJECT

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void nameRoleAndKeyboard_data()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const PictureState &state : pictureStates())
            QTest::newRow(state.name) << number++;
    }
    void nameRoleAndKeyboard()
    {
        QFETCH(const int, number);
        PictureStage stage;
        QVERIFY(pictureStates().at(static_cast<std::size_t>(number)).enter(stage));
        stage.picture();
        int controls = 0;
        const QString complaints = complaintsAbout(stage, controls);
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints));
        QVERIFY(controls >= 10);
    }

    void mistakesAreFound()
    {
        PictureStage stage;
        int controls = 0;
        QCOMPARE(complaintsAbout(stage, controls), QString());
        stage.item(u"muteButton"_s)->setProperty("focusPolicy", Qt::NoFocus);
        QVERIFY(complaintsAbout(stage, controls).contains(u"not got to by keys"_s));
        stage.item(u"deafenButton"_s)->setProperty("purpose", QString());
        stage.item(u"deafenButton"_s)->setProperty("text", QString());
        QVERIFY(complaintsAbout(stage, controls).contains(u"has no name"_s));
    }
};

ISLET_GUI_TEST(TestControls);
#include "tst_controls.moc"
