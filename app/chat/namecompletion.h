// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/peerdirectory.h"
#include "comms/profileexchange.h"

#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace islet {

//! Finishes the name of somebody who is here, from its beginning: "@an", "an" or "0x12a" become "@Ana ".
class NameCompletion : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! Who is meant, maybe: names with their short addresses. Empty while nothing is being completed.
    Q_PROPERTY(QStringList names READ names NOTIFY changed)
    //! Among them, the one that stands in the line.
    Q_PROPERTY(int current READ current NOTIFY changed)
    //! What to put in the place of the line's characters from `start` to before `end`.
    Q_PROPERTY(QString word READ word NOTIFY changed)
    Q_PROPERTY(int start READ start NOTIFY changed)
    Q_PROPERTY(int end READ end NOTIFY changed)

public:
    static constexpr qsizetype mostNames = 8;

    //! Both must outlive it.
    NameCompletion(const PeerDirectory &people, const ProfileExchange &profiles, QObject *parent = nullptr);

    QStringList names() const;
    int current() const { return static_cast<int>(m_current); }
    const QString &word() const { return m_word; }
    int start() const { return static_cast<int>(m_start); }
    int end() const { return static_cast<int>(m_replacedEnd); }

    //! The first one for the word before `cursor`; or, when the last one stands there, the next (or, backwards, the
    //! one before). False when there is nobody.
    Q_INVOKABLE bool complete(const QString &line, int cursor, bool backwards);
    //! What stands there now is meant.
    Q_INVOKABLE void finish();

signals:
    void changed();

private:
    struct Person {
        QString name; //!< without the address, or the address
        QString shown;
    };

    QList<Person> peopleWhoBegin(const QString &beginning) const;
    bool isInserted(const QString &line, int cursor) const;

    const PeerDirectory &m_people;
    const ProfileExchange &m_profiles;
    QList<Person> m_found;
    qsizetype m_current = 0;
    qsizetype m_start = 0;
    qsizetype m_replacedEnd = 0;
    qsizetype m_end = 0; //!< of the word that is put there
    QString m_word;
};

} // namespace islet
