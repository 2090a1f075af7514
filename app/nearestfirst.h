// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSortFilterProxyModel>
#include <QtQml/qqmlregistration.h>

namespace islet {

//! People by distance, the nearest first, narrowed to those whose address holds `wanted`.
class NearestFirst : public QSortFilterProxyModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString wanted READ wanted WRITE setWanted NOTIFY wantedChanged)

public:
    explicit NearestFirst(QAbstractItemModel &people, QObject *parent = nullptr);

    const QString &wanted() const { return m_wanted; }
    void setWanted(const QString &wanted);

signals:
    void wantedChanged();

private:
    QString m_wanted;
};

} // namespace islet
