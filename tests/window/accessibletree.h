// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAccessible>
#include <QList>
#include <QRect>
#include <QString>

class QQuickItem;
class QQuickWindow;

namespace islet::test {

//! One item of a window as a screen reader sees it.
struct AccessibleNode {
    QString name;
    QString description;
    QAccessible::Role role = QAccessible::NoRole;
    bool isFocusable = false;
    QRect place; //!< on the screen
};

//! All visible nodes of the window, from the root.
QList<AccessibleNode> accessibleNodes(QQuickWindow &window);

//! One sentence for each interactive item or text whose accessible name has no letter or digit.
QString checkNames(QQuickWindow &window);

//! The items that Tab or Backtab visits until it returns to the first; empty if it never does.
QList<QQuickItem *> tabStops(QQuickWindow &window, Qt::Key key = Qt::Key_Tab);

//! One sentence for each error of the tab order: an item is skipped, unnamed, hidden, visited twice, or visited before
//! an item above or to the left of it. Items on the map may have any order.
QString checkTabOrder(QQuickWindow &window, const QRectF &map);

//! The accessible name of an item.
QString accessibleName(const QQuickItem &item);

} // namespace islet::test
