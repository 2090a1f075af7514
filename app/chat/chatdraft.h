// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace islet {

//! The message being written, and the messages sent in this run. Outlives the text field and the room.
class ChatDraft : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! The draft, or the earlier message that is recalled.
    Q_PROPERTY(QString text READ text NOTIFY textChanged)
    //! A warning that others may see the text shortened or changed; empty if there is none.
    Q_PROPERTY(QString warning READ warning NOTIFY textChanged)

public:
    static constexpr qsizetype maxHistory = 50; //!< sent messages kept
    static constexpr qsizetype maxSafeBytes = 200; //!< UTF-8 bytes; godot-explorer shows no more
    static constexpr qsizetype maxLength = 4'000; //!< UTF-16 units; the rest is cut off

    using QObject::QObject;

    const QString &text() const { return m_text; }
    QString warning() const;
    //! Announces all texts again: the language has changed.
    void retranslate() { emit textChanged(); }

    //! Stores the text of the field.
    Q_INVOKABLE void keep(const QString &text);
    //! Recalls the message before the one shown; from an empty draft, the latest. Returns false if there is none, or if
    //! something else is being written.
    Q_INVOKABLE bool older();
    //! Recalls the next message; after the latest, an empty draft.
    Q_INVOKABLE bool newer();
    //! Adds a sent message to the history.
    void remember(const QString &text);

signals:
    void textChanged();
    //! The field must show `text`, which it did not set itself.
    void recalled();

private:
    bool isBrowsing() const { return m_index < m_lines.size() && m_lines[m_index] == m_text; }
    void show(qsizetype at);

    QString m_text;
    QStringList m_lines; //!< oldest first
    qsizetype m_index = 0; //!< index of the line shown; m_lines.size() if none is
};

} // namespace islet
