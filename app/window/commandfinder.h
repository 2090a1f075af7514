// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/people/people.h"
#include "app/session/roomconnection.h"
#include "app/window/commandlist.h"

#include <QPointer>

namespace islet {

//! What the palette offers for what is typed. First the commands that can be done now and hold every word of it in
//! their name or in what else they may be called, those before the others whose name begins with it. Then, for a word
//! at least, places where one has been, and people who are here and are called so.
//!
//! Rows are as they were when it was typed: nobody slips away under a hand.
class CommandFinder : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(islet::CommandList *commands READ commands WRITE setCommands NOTIFY commandsChanged REQUIRED)
    //! Whose places are offered, and who; each may be null.
    Q_PROPERTY(islet::RoomConnection *entry READ entry WRITE setEntry NOTIFY sourcesChanged)
    Q_PROPERTY(islet::People *people READ people WRITE setPeople NOTIFY sourcesChanged)
    Q_PROPERTY(QString wanted READ wanted WRITE setWanted NOTIFY wantedChanged)

public:
    enum Role {
        WordsRole = Qt::UserRole + 1, //!< of a command, of a place, or the name somebody has; it may be empty then
        KeysTextRole,
        // Of a person alone, as PeersModel has them.
        AddressRole,
        InitialsRole,
        ColorRole,
        InkRole,
        IgnoredRole,
    };
    static constexpr qsizetype mostPeople = 8;

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    CommandList *commands() const { return m_commands; }
    void setCommands(CommandList *commands);
    RoomConnection *entry() const { return m_entry; }
    void setEntry(RoomConnection *entry);
    People *people() const { return m_people; }
    void setPeople(People *people);
    const QString &wanted() const { return m_wanted; }
    void setWanted(const QString &wanted);

    //! Does what stands in this row: a command, or goes to the place, or tells the commands' list of the person;
    //! nothing for a row that there is not.
    Q_INVOKABLE void run(int row);

signals:
    void commandsChanged();
    void sourcesChanged();
    void wantedChanged();

private:
    struct Row {
        QString words;
        QPointer<Command> command;
        QString place;
        QString person; //!< the address in full
        // What is shown of the person.
        QString address;
        QString initials;
        QColor color;
        QColor ink;
        bool isIgnored = false;
    };

    template<typename Source> void setSource(QPointer<Source> &source, Source *wanted);
    void find();
    QList<Row> commandsFor(const QStringList &words) const;
    QList<Row> placesFor(const QStringList &words) const;
    QList<Row> peopleFor(const QStringList &words) const;

    QPointer<CommandList> m_commands;
    QPointer<RoomConnection> m_entry;
    QPointer<People> m_people;
    QString m_wanted;
    QList<Row> m_rows;
};

} // namespace islet
