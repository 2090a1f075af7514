// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "accessibletree.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

constexpr int maxStops = 120; // before Tab is considered endless

void appendNodes(QAccessibleInterface *node, QList<AccessibleNode> &nodes)
{
    if (!node || !node->isValid() || node->state().invisible)
        return;
    nodes.append({node->text(QAccessible::Name), node->text(QAccessible::Description), node->role(),
                  bool(node->state().focusable), node->rect()});
    for (int child = 0; child < node->childCount(); ++child)
        appendNodes(node->child(child), nodes);
}

bool isInteractive(QAccessible::Role role)
{
    static constexpr auto used = {QAccessible::Button,       QAccessible::CheckBox,    QAccessible::ComboBox,
                                  QAccessible::Slider,       QAccessible::SpinBox,     QAccessible::MenuItem,
                                  QAccessible::EditableText, QAccessible::List,        QAccessible::ListItem,
                                  QAccessible::PageTab,      QAccessible::RadioButton, QAccessible::Link};
    return std::ranges::find(used, role) != used.end();
}

bool hasLetterOrDigit(const QString &name)
{
    return std::ranges::any_of(name, [](QChar c) { return c.isLetterOrNumber(); });
}

QRectF placeOf(const QQuickItem &item)
{
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
}

//! All items below `item` that Tab should visit, in any order.
QList<QQuickItem *> expectedStops(QQuickItem *item)
{
    QList<QQuickItem *> found;
    if (!item->isVisible() || !item->isEnabled())
        return found;
    if (item->activeFocusOnTab() && item->width() > 0 && item->height() > 0)
        found.append(item);
    for (QQuickItem *child : item->childItems())
        found += expectedStops(child);
    return found;
}

//! The innermost popup that has focus, or the whole window.
QQuickItem *focusScope(QQuickWindow &window)
{
    for (QQuickItem *item = window.activeFocusItem(); item; item = item->parentItem()) {
        if (item->inherits("QQuickPopupItem"))
            return item;
    }
    return window.contentItem();
}

//! A description for error messages.
QString describe(const QQuickItem &item)
{
    const QRect place = placeOf(item).toRect();
    return u"%1 %2 “%3” at %4,%5 %6x%7"_s
        .arg(QString::fromUtf8(item.metaObject()->className()), item.objectName(), accessibleName(item))
        .arg(place.x())
        .arg(place.y())
        .arg(place.width())
        .arg(place.height());
}

//! One sentence for each stop that is hidden, unnamed, visited twice or outside the popup.
QString checkStops(const QList<QQuickItem *> &stops, QQuickWindow &window, const QQuickItem &scope)
{
    QString found;
    const QRectF whole(QPointF(), window.size());
    for (qsizetype i = 0; i < stops.size(); ++i) {
        if (!stops[i])
            return found + u"Tab leads nowhere. "_s;
        if (!stops[i]->isVisible() || !whole.intersects(placeOf(*stops[i])))
            found += u"%1 is not visible. "_s.arg(describe(*stops[i]));
        if (!hasLetterOrDigit(accessibleName(*stops[i])))
            found += u"%1 has no name. "_s.arg(describe(*stops[i]));
        if (stops.indexOf(stops[i]) < i)
            found += u"%1 is visited twice. "_s.arg(describe(*stops[i]));
        if (!scope.isAncestorOf(stops[i]))
            found += u"%1 is not in the popup. "_s.arg(describe(*stops[i]));
    }
    return found;
}

} // namespace

QString accessibleName(const QQuickItem &item)
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(const_cast<QQuickItem *>(&item));
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

QList<AccessibleNode> accessibleNodes(QQuickWindow &window)
{
    QList<AccessibleNode> nodes;
    appendNodes(QAccessible::queryAccessibleInterface(&window), nodes);
    return nodes;
}

QString checkNames(QQuickWindow &window)
{
    QString found;
    for (const AccessibleNode &node : accessibleNodes(window)) {
        if ((node.isFocusable || isInteractive(node.role) || node.role == QAccessible::StaticText)
            && !hasLetterOrDigit(node.name)) {
            found += u"Something of role %1 at %2,%3 %4x%5 has the name “%6”. "_s.arg(int(node.role))
                         .arg(node.place.x())
                         .arg(node.place.y())
                         .arg(node.place.width())
                         .arg(node.place.height())
                         .arg(node.name);
        }
    }
    return found;
}

QList<QQuickItem *> tabStops(QQuickWindow &window, Qt::Key key)
{
    QList<QQuickItem *> stops;
    for (int n = 0; n < maxStops; ++n) {
        QTest::keyClick(&window, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        QQuickItem *now = window.activeFocusItem();
        if (!stops.isEmpty() && now == stops.constFirst())
            return stops;
        stops.append(now);
    }
    return {};
}

QString checkTabOrder(QQuickWindow &window, const QRectF &map)
{
    QQuickItem *scope = focusScope(window);
    const QList<QQuickItem *> stops = tabStops(window);
    if (stops.isEmpty()) {
        const QQuickItem *last = window.activeFocusItem();
        return u"Tab never returns to its start: it ends at %1. "_s.arg(last ? describe(*last) : u"nothing"_s);
    }
    QString found = checkStops(stops, window, *scope);
    if (!found.isEmpty())
        return found;
    for (QQuickItem *item : expectedStops(scope)) {
        const auto holds = [item](const QQuickItem *stop) { return stop == item || item->isAncestorOf(stop); };
        if (std::ranges::none_of(stops, holds))
            found += u"Tab skips %1. "_s.arg(describe(*item));
    }
    // One step up and to the left is allowed: it closes the circle.
    int steps = 0;
    for (qsizetype i = 0; i < stops.size(); ++i) {
        const QQuickItem *to = stops[(i + 1) % stops.size()];
        const QRectF rect = placeOf(*stops[i]);
        const QRectF next = placeOf(*to);
        const bool isFree = map.contains(rect) && map.contains(next);
        if (!isFree && next.top() < rect.bottom() - 1 && next.left() < rect.right() - 1 && ++steps > 1)
            found += u"%1 comes after %2. "_s.arg(describe(*to), describe(*stops[i]));
    }
    QList<QQuickItem *> backwards = tabStops(window, Qt::Key_Backtab);
    if (backwards.size() != stops.size())
        found += u"Backtab visits %1 of %2. "_s.arg(backwards.size()).arg(stops.size());
    return found;
}

} // namespace islet::test
