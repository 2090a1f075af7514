// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractItemModel>
#include <QHash>
#include <QMetaProperty>
#include <QSet>
#include <QSignalSpy>

#include <memory>
#include <vector>

namespace islet::test {

//! All texts that objects give to QML, as a view would show them: read again only when the object says so.
class ShownModels {
public:
    //! With the objects in the properties of `root`, and so on.
    explicit ShownModels(QObject &root) { add(root); }

    //! The texts that have changed ("RoomConnection.stateText", "PeersModel[badges]"), sorted.
    QStringList changed() const;
    //! Those of them whose object has not said so: a view still shows the old text.
    QStringList stale() const;
    //! All properties with text.
    QStringList properties() const;
    //! The item models without rows.
    QStringList emptyModels() const;

private:
    struct Property {
        QObject *object;
        QMetaProperty meta;
        QVariant shown;
        std::unique_ptr<QSignalSpy> notified; //!< nullptr for a constant

        QString name() const { return nameOf(*object) + u'.' + QLatin1StringView(meta.name()); }
        bool isChanged() const { return meta.read(object) != shown; }
        bool isNotified() const { return notified && !notified->isEmpty(); }
    };
    struct Items {
        QAbstractItemModel *model;
        QHash<int, QVariantList> shown; //!< by role
        std::unique_ptr<QSignalSpy> notified;

        QVariantList read(int role) const;
    };

    static QString nameOf(const QObject &object);
    void add(QObject &object);
    void addProperty(QObject &object, const QMetaProperty &meta);
    void addItems(QAbstractItemModel &model);
    QStringList texts(bool isStaleOnly) const;

    QSet<const QObject *> m_known;
    std::vector<Property> m_properties;
    std::vector<Items> m_items;
};

} // namespace islet::test
