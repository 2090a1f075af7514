// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>
#include <QVariantList>

namespace islet {

//! Something a person can do in the window, with the keys that do it: what the shortcuts, the page of shortcuts and the
//! command palette have in common.
class Command : public QObject {
    Q_OBJECT
    QML_ELEMENT
    //! What it does, in the imperative.
    Q_PROPERTY(QString text MEMBER m_text NOTIFY changed)
    //! Words that people may look for it by, beside those of its text; never shown.
    Q_PROPERTY(QString also MEMBER m_also NOTIFY changed)
    //! Which part of the window it belongs to.
    Q_PROPERTY(QString section MEMBER m_section NOTIFY changed)
    //! Each does it alone, as QKeySequence reads them ("Ctrl+K").
    Q_PROPERTY(QVariantList keys MEMBER m_keys NOTIFY changed)
    //! The keys in the words and signs of this system, or what `toldKeys` says.
    Q_PROPERTY(QString keysText READ keysText NOTIFY changed)
    //! Keys that something else listens to (those that are held, or belong to one control): they are told, and there is
    //! nothing to trigger.
    Q_PROPERTY(QString toldKeys MEMBER m_toldKeys NOTIFY changed)
    Q_PROPERTY(bool enabled MEMBER m_isEnabled NOTIFY changed)

public:
    using QObject::QObject;

    const QString &text() const { return m_text; }
    const QString &also() const { return m_also; }
    const QString &section() const { return m_section; }
    const QVariantList &keys() const { return m_keys; }
    QString keysText() const;
    //! Whether it can be done from a list.
    bool isRunnable() const { return m_isEnabled && m_toldKeys.isEmpty(); }

    //! Does it, unless it cannot be done now.
    Q_INVOKABLE void trigger();

signals:
    void changed();
    void triggered();

private:
    QString m_text;
    QString m_also;
    QString m_section;
    QVariantList m_keys; // of texts, as Shortcut has them
    QString m_toldKeys;
    bool m_isEnabled = true;
};

} // namespace islet
