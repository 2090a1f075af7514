// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSettings>
#include <QtQml/qqmlregistration.h>
#include <QTranslator>

namespace islet {

//! The language of the user interface: the user's choice, or the system's. Applied immediately and saved.
//!
//! Loads only the current language from the resources, and Qt's own texts (its dialogs) if they are installed.
class Language : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! The choices: first the system's language, then every available language, each by its own name.
    Q_PROPERTY(QStringList names READ names NOTIFY changed)
    //! Index of the chosen one in `names`.
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY changed)

public:
    //! Applies the system's language. Only one instance at a time, created after the application.
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    //! Applies the language saved in `settings` and saves later choices there. They must outlive this object.
    void keepIn(QSettings &settings);

    QStringList names() const;
    int current() const;
    //! Ignores an index that is out of range.
    void setCurrent(int index);

    //! The current language, such as "es".
    const QString &spoken() const { return m_spoken; }
    //! The first supported language of `wanted` (BCP 47, most preferred first); English if none is supported.
    static QString bestOf(const QStringList &wanted);

signals:
    //! The language has changed: all texts must be read again.
    void changed();

private:
    void apply();

    QSettings *m_settings = nullptr;
    QString m_chosen; //!< empty for the system's
    QString m_spoken;
    QTranslator m_translator;
    QTranslator m_qtTranslator;
};

} // namespace islet
