// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace islet {

//! What is being written, and what was written before in this run. Outlives the field and the room.
class ChatDraft : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! As far as it has been written, or what was written before and is looked at again.
    Q_PROPERTY(QString text READ text NOTIFY textChanged)
    //! That others may see only a part of it, or see it otherwise; or empty.
    Q_PROPERTY(QString warning READ warning NOTIFY textChanged)

public:
    static constexpr qsizetype mostLines = 50; //!< remembered
    static constexpr qsizetype seenByAll = 200; //!< UTF-8 bytes; godot-explorer shows no more
    static constexpr qsizetype longest = 4'000; //!< UTF-16 units; more than that is not kept

    using QObject::QObject;

    const QString &text() const { return m_text; }
    QString warning() const;

    //! What stands in the field.
    Q_INVOKABLE void keep(const QString &text);
    //! The line written before the one that is shown; from an empty draft, the last one. False when there is none, or
    //! when something else is being written.
    Q_INVOKABLE bool older();
    //! The line written after it; after the last one, nothing.
    Q_INVOKABLE bool newer();
    //! It was said, and is one of those written before.
    void remember(const QString &text);

signals:
    void textChanged();
    //! The field is to show the text, which it did not write.
    void recalled();

private:
    bool isBrowsing() const { return m_at < m_lines.size() && m_lines[m_at] == m_text; }
    void show(qsizetype at);

    QString m_text;
    QStringList m_lines; //!< the oldest first
    qsizetype m_at = 0; //!< of those, the one that is shown; behind them, none
};

} // namespace islet
