// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/offscreen.h"

#include <QQmlEngine>
#include <QQuickStyle>
#include <QtQuickTest/quicktest.h>

//! What the tests of the views, one QML file each, have in common with the window: how it draws, and where its QML is.
class ViewSetup : public QObject {
    Q_OBJECT

public:
    //! Before there is an application.
    ViewSetup()
    {
        islet::test::drawOffscreen();
        QQuickStyle::setStyle(QStringLiteral("Basic"));
    }

public slots:
    void qmlEngineAvailable(QQmlEngine *engine) { engine->addImportPath(QStringLiteral("qrc:/qt/qml")); }
};

QUICK_TEST_MAIN_WITH_SETUP(tst_views, ViewSetup)
#include "tst_views.moc"
