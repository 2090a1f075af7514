// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/window/command.h"

#include <QAbstractListModel>
#include <QQmlListProperty>

namespace islet {

//! The commands of a window, in the order they were written down; a list within it stands for all of its own.
class CommandList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    //! Each a Command or a CommandList.
    Q_PROPERTY(QQmlListProperty<QObject> commands READ commands CONSTANT)
    //! Further ones for the palette alone, as they have no keys; or null.
    Q_PROPERTY(islet::CommandList *more MEMBER m_more NOTIFY moreChanged)
    Q_CLASSINFO("DefaultProperty", "commands")

public:
    enum Role {
        CommandRole = Qt::UserRole + 1,
        TextRole,
        HeadRole, //!< the section that begins with this command, or empty
        KeysTextRole,
        RunnableRole,
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    QQmlListProperty<QObject> commands();
    const QList<Command *> &all() const { return m_commands; }
    CommandList *more() const { return m_more; }

signals:
    void moreChanged();
    //! Somebody was chosen among the commands: the address in full.
    void personChosen(const QString &address);

private:
    void add(QObject *one);
    void addCommand(Command *command);

    QList<QObject *> m_parts; // QML's, as all of them
    QList<Command *> m_commands;
    CommandList *m_more = nullptr;
};

} // namespace islet
