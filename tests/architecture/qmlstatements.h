// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace islet::test {

//! QML sources by type name.
using QmlSources = QHash<QString, QString>;

//! The QML files of the window.
QmlSources windowSources();

//! One `name: value` of a QML file.
struct QmlStatement {
    QString type; //!< of the enclosing object, such as Button or T.Button
    QString name; //!< such as text or ToolTip.text
    QString value; //!< the whole expression, with whitespace collapsed
    int line = 0;
};

//! An object of a QML file: `Type {`.
struct QmlObject {
    QString type;
    int line = 0;
};

//! The parts of a QML file that the rules need. Not a QML parser: it looks for braces and colons.
struct QmlFile {
    //! Ignores comments and the contents of strings.
    static QmlFile read(const QString &source);

    QString bare; //!< without comments, strings emptied
    QList<QmlObject> objects; //!< the first is the root
    QList<QmlStatement> statements;
};

} // namespace islet::test
