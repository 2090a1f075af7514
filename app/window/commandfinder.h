// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/people/people.h"
#include "app/session/roomconnection.h"
#include "app/window/commandlist.h"

#include <QPointer>

namespace islet {

//! The palette's results for the typed text: first the runnable commands whose name or search terms contain every word
//! of it, those whose name starts with it on top; then, for non-empty text, matching recent places and people in
//! the room.
//!
//! Rows change only when the text changes, so that nothing moves under the pointer.
class CommandFinder : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(islet::CommandList *commands READ commands WRITE setCommands NOTIFY commandsChanged REQUIRED)
    //! The sources of the places and people; each may be null.
    Q_PROPERTY(islet::RoomConnection *connection READ connection WRITE setConnection NOTIFY sourcesChanged)
    Q_PROPERTY(islet::People *people READ people WRITE setPeople NOTIFY sourcesChanged)
    Q_PROPERTY(QString wanted READ wanted WRITE setWanted NOTIFY wantedChanged)

public:
    enum Role {
        WordsRole = Qt::UserRole + 1, //!< text of a command or place, or a person's name, which may be empty
        KeysTextRole,
        // For people only, as in PeersModel.
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
    RoomConnection *connection() const { return m_connection; }
    void setConnection(RoomConnection *connection);
    People *people() const { return m_people; }
    void setPeople(People *people);
    const QString &wanted() const { return m_wanted; }
    void setWanted(const QString &wanted);

    //! Runs the row: triggers the command, joins the place, or emits CommandList::personChosen(). Does nothing for an
    //! invalid row.
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
        QString person; //!< full address
        // For people only.
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
    QPointer<RoomConnection> m_connection;
    QPointer<People> m_people;
    QString m_wanted;
    QList<Row> m_rows;
};

} // namespace islet
