// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>
#include <QVariantList>

namespace islet {

//! A user command and its keys, shared by the shortcuts, the shortcuts page and the command palette.
class Command : public QObject {
    Q_OBJECT
    QML_ELEMENT
    //! What it does, in the imperative.
    Q_PROPERTY(QString text MEMBER m_text NOTIFY changed)
    //! Further search terms, never shown.
    Q_PROPERTY(QString also MEMBER m_also NOTIFY changed)
    //! The part of the window it belongs to.
    Q_PROPERTY(QString section MEMBER m_section NOTIFY changed)
    //! Alternative key sequences, as QKeySequence parses them ("Ctrl+K").
    Q_PROPERTY(QVariantList keys MEMBER m_keys NOTIFY changed)
    //! The keys in the system's native notation, or `toldKeys`.
    Q_PROPERTY(QString keysText READ keysText NOTIFY changed)
    //! Keys handled elsewhere (held keys, or keys of one control): shown for information, with nothing to trigger.
    Q_PROPERTY(QString toldKeys MEMBER m_toldKeys NOTIFY changed)
    Q_PROPERTY(bool enabled MEMBER m_isEnabled NOTIFY changed)

public:
    using QObject::QObject;

    const QString &text() const { return m_text; }
    const QString &also() const { return m_also; }
    const QString &section() const { return m_section; }
    const QVariantList &keys() const { return m_keys; }
    QString keysText() const;
    //! Whether it can be triggered from a list.
    bool isRunnable() const { return m_isEnabled && m_toldKeys.isEmpty(); }

    //! Triggers the command if it can run now.
    Q_INVOKABLE void trigger();

signals:
    void changed();
    void triggered();

private:
    QString m_text;
    QString m_also;
    QString m_section;
    QVariantList m_keys; // strings, as in QML's Shortcut
    QString m_toldKeys;
    bool m_isEnabled = true;
};

} // namespace islet
