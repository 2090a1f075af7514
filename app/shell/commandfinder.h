// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shell/commandlist.h"

#include <QSortFilterProxyModel>

namespace islet {

//! The commands that can be done now and hold every word that is typed; those that begin with it come first.
class CommandFinder : public QSortFilterProxyModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(islet::CommandList *commands READ commands WRITE setCommands NOTIFY commandsChanged REQUIRED)
    Q_PROPERTY(QString wanted READ wanted WRITE setWanted NOTIFY wantedChanged)

public:
    explicit CommandFinder(QObject *parent = nullptr);

    CommandList *commands() const { return qobject_cast<CommandList *>(sourceModel()); }
    void setCommands(CommandList *commands);
    const QString &wanted() const { return m_wanted; }
    void setWanted(const QString &wanted);

    //! Does what stands in this row; nothing for a row that there is not.
    Q_INVOKABLE void run(int row);

signals:
    void commandsChanged();
    void wantedChanged();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString m_wanted;
};

} // namespace islet
