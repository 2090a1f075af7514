// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace islet::test {

//! QML files by the name of the type that each makes.
using QmlSources = QHash<QString, QString>;

//! The window's own.
QmlSources windowSources();

//! One `name: value` of a QML file.
struct QmlStatement {
    QString type; //!< of the object that it stands in, such as Button or T.Button
    QString name; //!< such as text or ToolTip.text
    QString value; //!< as far as the expression goes, white space made single
    int line = 0;
};

//! An object of a QML file: `Type {`.
struct QmlObject {
    QString type;
    int line = 0;
};

//! As much of a QML file as our rules ask for. No parser of the language: it looks for braces and colons.
struct QmlFile {
    //! What is in comments and strings is not looked at; strings are emptied.
    static QmlFile read(const QString &source);

    QString bare; //!< without comments and what strings say
    QList<QmlObject> objects; //!< the first is the root
    QList<QmlStatement> statements;
};

} // namespace islet::test
