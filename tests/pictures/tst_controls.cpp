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

//! Reached by Enter in the people list, by End in the chat, and by the context menu of a line.
bool hasOtherKeyboardAccess(const QQuickItem *item)
{
    return item->objectName() == u"personCardButton"_s || item->objectName() == u"chatToEnd"_s
        || item->objectName() == u"chatLink"_s;
}

//! One line for each control without name, role or keyboard access; `controls` receives the number of controls.
QString complaintsAbout(const PictureStage &stage, int &controls)
{
    QString complaints;
    for (QQuickItem *item : stage.items()) {
        if (!isControl(item) || !item->isVisible() || !item->isEnabled())
            continue;
        ++controls;
        const QString what = u"%1 \"%2\""_s.arg(QString::fromLatin1(item->metaObject()->className()),
                                                item->objectName() + item->property("text").toString().left(20));
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(item);
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            complaints += what + u" has no name\n"_s;
        else if (accessible->role() == QAccessible::NoRole || accessible->role() == QAccessible::Client)
            complaints += what + u" has no role\n"_s;
        const QVariant policy = item->property("focusPolicy");
        const bool isTabStop = policy.isValid() ? (policy.toInt() & Qt::TabFocus) != 0 : item->activeFocusOnTab();
        if (!isTabStop && !hasOtherKeyboardAccess(item))
            complaints += what + u" cannot be reached by keyboard\n"_s;
    }
    return complaints;
}

} // namespace

//! Every control in every state of the window has an accessible name and role and can be reached by keyboard.
class TestControls : public QObject {
    Q_OBJECT

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void controlsAreAccessible_data()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const PictureState &state : pictureStates())
            QTest::newRow(state.name) << number++;
    }
    void controlsAreAccessible()
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

    void findsMistakes()
    {
        PictureStage stage;
        int controls = 0;
        QCOMPARE(complaintsAbout(stage, controls), QString());
        stage.item(u"muteButton"_s)->setProperty("focusPolicy", Qt::NoFocus);
        QVERIFY(complaintsAbout(stage, controls).contains(u"cannot be reached by keyboard"_s));
        stage.item(u"deafenButton"_s)->setProperty("purpose", QString());
        stage.item(u"deafenButton"_s)->setProperty("text", QString());
        QVERIFY(complaintsAbout(stage, controls).contains(u"has no name"_s));
    }
};

ISLET_GUI_TEST(TestControls);
#include "tst_controls.moc"
