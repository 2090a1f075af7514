// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shell/command.h"

#include <QAbstractListModel>
#include <QQmlListProperty>

namespace islet {

//! The commands of a window, in the order they were written down.
class CommandList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQmlListProperty<islet::Command> commands READ commands CONSTANT)
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
    QQmlListProperty<Command> commands();

private:
    void add(Command *command);

    QList<Command *> m_commands; // QML's
};

} // namespace islet
