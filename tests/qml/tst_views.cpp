// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/offscreen.h"

#include <QQmlEngine>
#include <QQuickStyle>
#include <QtQuickTest/quicktest.h>

//! Draws as the window does and finds the QML of the window.
class ViewSetup : public QObject {
    Q_OBJECT

public:
    //! Runs before the application is created.
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
