// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>
#include <QUrl>

namespace islet {

constexpr qsizetype maxLinks = 3; //!< per line
constexpr qsizetype maxLinkLength = 1'000; //!< UTF-16 units; longer links are ignored

//! Returns the http and https links in a line, exactly as written.
QStringList linksIn(const QString &line);

//! The confirmation shown before a peer's link is opened.
class LinkQuestion : public QObject {
    Q_OBJECT
    QML_ELEMENT
    //! The link as written in the line; anything that linksIn() would not find is rejected.
    Q_PROPERTY(QString link READ link WRITE setLink NOTIFY linkChanged)
    //! The full URL in ASCII, as passed to the browser.
    Q_PROPERTY(QString address READ address NOTIFY linkChanged)
    //! The host in ASCII, followed by its Unicode form if that differs.
    Q_PROPERTY(QString host READ host NOTIFY linkChanged)
    //! Warnings about suspicious parts, one sentence each; may be empty.
    Q_PROPERTY(QString warning READ warning NOTIFY linkChanged)

public:
    using QObject::QObject;

    const QString &link() const { return m_link; }
    void setLink(const QString &link);
    QString address() const;
    QString host() const;
    QString warning() const;

    Q_INVOKABLE void copy() const;
    //! Opens the link in the browser. Call this only after the user has confirmed.
    Q_INVOKABLE void open() const;

signals:
    void linkChanged();

private:
    QString m_link;
    QUrl m_url; //!< empty if not a valid link
};

} // namespace islet
