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

constexpr int mostStops = 120; // of Tab, before it is called endless

void tell(QAccessibleInterface *one, QList<Told> &all)
{
    if (!one || !one->isValid() || one->state().invisible)
        return;
    all.append({one->text(QAccessible::Name), one->text(QAccessible::Description), one->role(),
                bool(one->state().focusable), one->rect()});
    for (int child = 0; child < one->childCount(); ++child)
        tell(one->child(child), all);
}

bool isForUse(QAccessible::Role role)
{
    static constexpr auto used = {QAccessible::Button,       QAccessible::CheckBox,    QAccessible::ComboBox,
                                  QAccessible::Slider,       QAccessible::SpinBox,     QAccessible::MenuItem,
                                  QAccessible::EditableText, QAccessible::List,        QAccessible::ListItem,
                                  QAccessible::PageTab,      QAccessible::RadioButton, QAccessible::Link};
    return std::ranges::find(used, role) != used.end();
}

bool hasWord(const QString &name)
{
    return std::ranges::any_of(name, [](QChar c) { return c.isLetterOrNumber(); });
}

QRectF placeOf(const QQuickItem &item)
{
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
}

//! All items that Tab should find, in whatever order; of those that a popup covers, none.
QList<QQuickItem *> stopsBelow(QQuickItem *item)
{
    QList<QQuickItem *> found;
    if (!item->isVisible() || !item->isEnabled())
        return found;
    if (item->activeFocusOnTab() && item->width() > 0 && item->height() > 0)
        found.append(item);
    for (QQuickItem *child : item->childItems())
        found += stopsBelow(child);
    return found;
}

//! The innermost popup that has the keyboard, or the whole window.
QQuickItem *groundOf(QQuickWindow &window)
{
    for (QQuickItem *item = window.activeFocusItem(); item; item = item->parentItem()) {
        if (item->inherits("QQuickPopupItem"))
            return item;
    }
    return window.contentItem();
}

//! For a sentence.
QString described(const QQuickItem &item)
{
    const QRect place = placeOf(item).toRect();
    return u"%1 %2 “%3” at %4,%5 %6x%7"_s
        .arg(QString::fromUtf8(item.metaObject()->className()), item.objectName(), nameOf(item))
        .arg(place.x())
        .arg(place.y())
        .arg(place.width())
        .arg(place.height());
}

//! Who is missing, or where they should not be.
QString wrongWithStops(const QList<QQuickItem *> &stops, QQuickWindow &window, const QQuickItem &ground)
{
    QString found;
    const QRectF whole(QPointF(), window.size());
    for (qsizetype i = 0; i < stops.size(); ++i) {
        if (!stops[i])
            return found + u"Tab leads nowhere. "_s;
        if (!stops[i]->isVisible() || !whole.intersects(placeOf(*stops[i])))
            found += u"%1 is not seen. "_s.arg(described(*stops[i]));
        if (!hasWord(nameOf(*stops[i])))
            found += u"%1 has no name. "_s.arg(described(*stops[i]));
        if (stops.indexOf(stops[i]) < i)
            found += u"%1 is visited twice. "_s.arg(described(*stops[i]));
        if (!ground.isAncestorOf(stops[i]))
            found += u"%1 is not in the popup. "_s.arg(described(*stops[i]));
    }
    return found;
}

} // namespace

QString nameOf(const QQuickItem &item)
{
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(const_cast<QQuickItem *>(&item));
    return told ? told->text(QAccessible::Name) : QString();
}

QList<Told> toldOf(QQuickWindow &window)
{
    QList<Told> all;
    tell(QAccessible::queryAccessibleInterface(&window), all);
    return all;
}

QString namelessIn(QQuickWindow &window)
{
    QString found;
    for (const Told &one : toldOf(window)) {
        if ((one.isFocusable || isForUse(one.role) || one.role == QAccessible::StaticText) && !hasWord(one.name)) {
            found += u"Something of role %1 at %2,%3 %4x%5 is called “%6”. "_s.arg(int(one.role))
                         .arg(one.place.x())
                         .arg(one.place.y())
                         .arg(one.place.width())
                         .arg(one.place.height())
                         .arg(one.name);
        }
    }
    return found;
}

QList<QQuickItem *> tabbedThrough(QQuickWindow &window, Qt::Key key)
{
    QList<QQuickItem *> stops;
    for (int n = 0; n < mostStops; ++n) {
        QTest::keyClick(&window, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        QQuickItem *now = window.activeFocusItem();
        if (!stops.isEmpty() && now == stops.constFirst())
            return stops;
        stops.append(now);
    }
    return {};
}

QString wrongWithTab(QQuickWindow &window, const QRectF &map)
{
    QQuickItem *ground = groundOf(window);
    const QList<QQuickItem *> stops = tabbedThrough(window);
    if (stops.isEmpty()) {
        const QQuickItem *last = window.activeFocusItem();
        return u"Tab never comes back: it ends at %1. "_s.arg(last ? described(*last) : u"nothing"_s);
    }
    QString found = wrongWithStops(stops, window, *ground);
    if (!found.isEmpty())
        return found;
    for (QQuickItem *item : stopsBelow(ground)) {
        const auto holds = [item](const QQuickItem *stop) { return stop == item || item->isAncestorOf(stop); };
        if (std::ranges::none_of(stops, holds))
            found += u"%1 is left out. "_s.arg(described(*item));
    }
    // From whatever is first: one step back up and to the left closes the circle.
    int back = 0;
    for (qsizetype i = 0; i < stops.size(); ++i) {
        const QQuickItem *to = stops[(i + 1) % stops.size()];
        const QRectF here = placeOf(*stops[i]);
        const QRectF next = placeOf(*to);
        const bool isFree = map.contains(here) && map.contains(next);
        if (!isFree && next.top() < here.bottom() - 1 && next.left() < here.right() - 1 && ++back > 1)
            found += u"%1 comes after %2. "_s.arg(described(*to), described(*stops[i]));
    }
    QList<QQuickItem *> backwards = tabbedThrough(window, Qt::Key_Backtab);
    if (backwards.size() != stops.size())
        found += u"Backtab visits %1 of %2. "_s.arg(backwards.size()).arg(stops.size());
    return found;
}

} // namespace islet::test
