// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/window/command.h"

#include <QAbstractListModel>
#include <QQmlListProperty>

namespace islet {

//! The commands of a window in order of declaration; a nested list contributes all its commands.
class CommandList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    //! Each is a Command or a CommandList.
    Q_PROPERTY(QQmlListProperty<QObject> commands READ commands CONSTANT)
    //! Further commands, which only the palette shows because they have no keys; may be null.
    Q_PROPERTY(islet::CommandList *more MEMBER m_more NOTIFY moreChanged)
    Q_CLASSINFO("DefaultProperty", "commands")

public:
    enum Role {
        CommandRole = Qt::UserRole + 1,
        TextRole,
        HeadRole, //!< the section's title on its first command, otherwise empty
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
    //! A person was chosen in the palette; `address` is the full address.
    void personChosen(const QString &address);

private:
    void add(QObject *object);
    void addCommand(Command *command);

    QList<QObject *> m_parts; // the property's elements
    QList<Command *> m_commands;
    CommandList *m_more = nullptr;
};

} // namespace islet
