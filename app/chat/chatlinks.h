// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>
#include <QUrl>

namespace islet {

constexpr qsizetype mostLinks = 3; //!< of one line that are offered
constexpr qsizetype longestLink = 1'000; //!< UTF-16 units; a longer one is not offered

//! The addresses in a line that a browser may be asked for: http and https alone, as they stand there.
QStringList linksIn(const QString &line);

//! What is asked before a stranger's link is opened.
class LinkQuestion : public QObject {
    Q_OBJECT
    QML_ELEMENT
    //! As it stands in the line; what linksIn() did not find is no link.
    Q_PROPERTY(QString link READ link WRITE setLink NOTIFY linkChanged)
    //! In full, as the browser gets it, in ASCII.
    Q_PROPERTY(QString address READ address NOTIFY linkChanged)
    //! Whose it is, in ASCII; and as it reads in other letters, if it does.
    Q_PROPERTY(QString host READ host NOTIFY linkChanged)
    //! What is odd about it, a sentence each; or empty.
    Q_PROPERTY(QString warning READ warning NOTIFY linkChanged)

public:
    using QObject::QObject;

    const QString &link() const { return m_link; }
    void setLink(const QString &link);
    QString address() const;
    QString host() const;
    QString warning() const;

    Q_INVOKABLE void copy() const;
    //! Hands it to the browser; only because a person said so.
    Q_INVOKABLE void open() const;

signals:
    void linkChanged();

private:
    QString m_link;
    QUrl m_url; //!< empty for what is no link
};

} // namespace islet
