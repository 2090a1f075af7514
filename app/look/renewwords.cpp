// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/renewwords.h"

#include <QAbstractItemModel>
#include <QMetaProperty>
#include <QSet>

namespace islet {

namespace {

//! Whether the object computes this text itself, so that it may contain translated text.
bool isReadOnlyText(const QMetaProperty &property)
{
    const int type = property.metaType().id();
    return (type == QMetaType::QString || type == QMetaType::QStringList) && !property.isWritable()
        && property.hasNotifySignal() && property.notifySignal().parameterCount() == 0;
}

void notifyTree(QObject *object, QSet<const QObject *> &done)
{
    if (!object || done.contains(object))
        return;
    done.insert(object);
    if (auto *model = qobject_cast<QAbstractItemModel *>(object); model && model->rowCount() > 0)
        emit model->dataChanged(model->index(0, 0), model->index(model->rowCount() - 1, 0));
    const QMetaObject *meta = object->metaObject();
    QList<QMetaMethod> signalsToSend;
    for (int i = QObject::staticMetaObject.propertyCount(); i < meta->propertyCount(); ++i) {
        const QMetaProperty property = meta->property(i);
        if (property.metaType().flags().testFlag(QMetaType::PointerToQObject))
            notifyTree(property.read(object).value<QObject *>(), done);
        else if (isReadOnlyText(property) && !signalsToSend.contains(property.notifySignal()))
            signalsToSend.append(property.notifySignal());
    }
    for (const QMetaMethod &signal : signalsToSend)
        signal.invoke(object, Qt::DirectConnection);
}

} // namespace

void retranslate(QObject &object)
{
    QSet<const QObject *> done;
    notifyTree(&object, done);
}

} // namespace islet
