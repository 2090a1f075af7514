// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/peerdirectory.h"
#include "comms/profileexchange.h"

#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace islet {

//! Completes the name of someone in the room: "@an", "an" or "0x12a" become "@Ana ".
class NameCompletion : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! The candidates: names with short addresses. Empty while nothing is being completed.
    Q_PROPERTY(QStringList names READ names NOTIFY changed)
    //! Index of the candidate now in the line.
    Q_PROPERTY(int current READ current NOTIFY changed)
    //! The text that replaces characters [start, end) of the line.
    Q_PROPERTY(QString word READ word NOTIFY changed)
    Q_PROPERTY(int start READ start NOTIFY changed)
    Q_PROPERTY(int end READ end NOTIFY changed)

public:
    static constexpr qsizetype maxNames = 8;

    //! Both must outlive this object.
    NameCompletion(const PeerDirectory &people, const ProfileExchange &profiles, QObject *parent = nullptr);

    QStringList names() const;
    int current() const { return static_cast<int>(m_current); }
    const QString &word() const { return m_word; }
    int start() const { return static_cast<int>(m_start); }
    int end() const { return static_cast<int>(m_replacedEnd); }

    //! Inserts the first candidate for the word before `cursor`; if a candidate was just inserted, the next one (or, if
    //! `backwards`, the previous one). Returns false if there is none.
    Q_INVOKABLE bool complete(const QString &line, int cursor, bool backwards);
    //! Accepts the current candidate.
    Q_INVOKABLE void finish();

signals:
    void changed();

private:
    struct Person {
        QString name; //!< the name alone, or the short address if there is none
        QString shown;
    };

    QList<Person> peopleMatching(const QString &beginning) const;
    bool isInserted(const QString &line, int cursor) const;

    const PeerDirectory &m_people;
    const ProfileExchange &m_profiles;
    QList<Person> m_found;
    qsizetype m_current = 0;
    qsizetype m_start = 0;
    qsizetype m_replacedEnd = 0;
    qsizetype m_end = 0; //!< end of the inserted word
    QString m_word;
};

} // namespace islet
