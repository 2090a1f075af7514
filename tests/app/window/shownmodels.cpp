// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "shownmodels.h"

namespace islet::test {

QString ShownModels::nameOf(const QObject &object)
{
    return QString::fromLatin1(object.metaObject()->className()).section(QStringLiteral("::"), -1);
}

void ShownModels::add(QObject &object)
{
    if (m_known.contains(&object))
        return;
    m_known.insert(&object);
    if (auto *model = qobject_cast<QAbstractItemModel *>(&object))
        addItems(*model);
    const QMetaObject &meta = *object.metaObject();
    for (int i = QObject::staticMetaObject.propertyCount(); i < meta.propertyCount(); ++i) {
        const QMetaProperty property = meta.property(i);
        if (property.metaType().flags().testFlag(QMetaType::PointerToQObject)) {
            if (auto *child = property.read(&object).value<QObject *>())
                add(*child);
        } else if (property.typeId() == QMetaType::QString || property.typeId() == QMetaType::QStringList) {
            addProperty(object, property);
        }
    }
}

void ShownModels::addProperty(QObject &object, const QMetaProperty &meta)
{
    auto notified = meta.hasNotifySignal() ? std::make_unique<QSignalSpy>(&object, meta.notifySignal()) : nullptr;
    m_properties.push_back({&object, meta, meta.read(&object), std::move(notified)});
}

QVariantList ShownModels::Items::read(int role) const
{
    QVariantList all;
    for (int row = 0; row < model->rowCount(); ++row)
        all.append(model->index(row, 0).data(role));
    return all;
}

void ShownModels::addItems(QAbstractItemModel &model)
{
    Items items{&model, {}, std::make_unique<QSignalSpy>(&model, &QAbstractItemModel::dataChanged)};
    const auto roles = model.roleNames().keys();
    for (const int role : roles)
        items.shown.insert(role, items.read(role));
    m_items.push_back(std::move(items));
}

QStringList ShownModels::texts(bool isStaleOnly) const
{
    QStringList texts;
    for (const Property &property : m_properties) {
        if (property.isChanged() && !(isStaleOnly && property.isNotified()))
            texts.append(property.name());
    }
    for (const Items &items : m_items) {
        for (auto role = items.shown.cbegin(); role != items.shown.cend(); ++role) {
            if (items.read(role.key()) != *role && !(isStaleOnly && !items.notified->isEmpty()))
                texts.append(nameOf(*items.model) + u'[' + QString::fromLatin1(items.model->roleNames()[role.key()])
                             + u']');
        }
    }
    texts.sort();
    return texts;
}

QStringList ShownModels::changed() const
{
    return texts(false);
}

QStringList ShownModels::stale() const
{
    return texts(true);
}

QStringList ShownModels::properties() const
{
    QStringList names;
    for (const Property &property : m_properties)
        names.append(property.name());
    return names;
}

QStringList ShownModels::emptyModels() const
{
    QStringList names;
    for (const Items &items : m_items) {
        if (items.model->rowCount() == 0)
            names.append(nameOf(*items.model));
    }
    return names;
}

} // namespace islet::test
