// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSettings>
#include <QtQml/qqmlregistration.h>
#include <QTranslator>

namespace islet {

//! The language of the program's words: what the person chose, and else the system's. Applied at once, and kept.
//!
//! Only the words that are spoken are loaded, from the resources; those of Qt itself (its dialogs) where Qt has them.
class Language : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! To choose from: first what follows the system, then the languages there are, each in its own words.
    Q_PROPERTY(QStringList names READ names NOTIFY changed)
    //! Which of them is chosen.
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY changed)

public:
    //! Speaks the system's language from now on. One at a time, and not before there is an application.
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    //! Speaks what these settings say, and keeps there what is chosen; they must outlive this.
    void keepIn(QSettings &settings);

    QStringList names() const;
    int current() const;
    //! What is out of range changes nothing.
    void setCurrent(int index);

    //! What is spoken, as in "es".
    const QString &spoken() const { return m_spoken; }
    //! The first of `wanted` (BCP 47, the dearest first) that is spoken here; English when none is.
    static QString bestOf(const QStringList &wanted);

signals:
    //! All words are others now.
    void changed();

private:
    void speak();

    QSettings *m_settings = nullptr;
    QString m_chosen; //!< empty: the system's
    QString m_spoken;
    QTranslator m_words;
    QTranslator m_qtWords;
};

} // namespace islet
