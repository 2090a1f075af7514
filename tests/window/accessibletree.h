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

//! One thing of a window as a screen reader has it.
struct Told {
    QString name;
    QString description;
    QAccessible::Role role = QAccessible::NoRole;
    bool isFocusable = false;
    QRect place; //!< on the screen
};

//! All that is seen of the window, from the root on.
QList<Told> toldOf(QQuickWindow &window);

//! What a screen reader would say badly, a sentence each: what can be used, or read, has a name with a word in it.
QString namelessIn(QQuickWindow &window);

//! What Tab, or Backtab, visits until it is back where it was; empty when it never is.
QList<QQuickItem *> tabbedThrough(QQuickWindow &window, Qt::Key key = Qt::Key_Tab);

//! What is wrong with the way that Tab goes, a sentence each: somebody is left out, nameless, unseen, visited twice, or
//! comes before what stands above or to the left of it. What is on the map has no such order.
QString wrongWithTab(QQuickWindow &window, const QRectF &map);

//! How it is called by a screen reader.
QString nameOf(const QQuickItem &item);

} // namespace islet::test
