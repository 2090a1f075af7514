// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/focusfollower.h"

#include <QGuiApplication>
#include <QQuickWindow>

#include <algorithm>

namespace islet {

void FocusFollower::setFlickable(QQuickItem *flickable)
{
    if (m_flickable == flickable)
        return;
    if (m_flickable)
        m_flickable->disconnect(this);
    m_flickable = flickable;
    if (m_flickable)
        connect(m_flickable, &QQuickItem::windowChanged, this, &FocusFollower::watch);
    watch(m_flickable ? m_flickable->window() : nullptr);
    emit changed();
}

void FocusFollower::watch(QQuickWindow *window)
{
    if (m_window)
        m_window->disconnect(this);
    m_window = window;
    if (m_window)
        connect(m_window, &QQuickWindow::activeFocusItemChanged, this, &FocusFollower::follow);
}

void FocusFollower::follow()
{
    const QQuickItem *item = m_window->activeFocusItem();
    const auto *content = m_flickable ? m_flickable->property("contentItem").value<QQuickItem *>() : nullptr;
    if (!item || !content || !content->isAncestorOf(item) || QGuiApplication::mouseButtons() != Qt::NoButton)
        return;
    const QRectF rect = item->mapRectToItem(content, {0, 0, item->width(), item->height()});
    const double viewHeight = m_flickable->height();
    const double maxY = std::max(0.0, m_flickable->property("contentHeight").toDouble() - viewHeight);
    double y = m_flickable->property("contentY").toDouble();
    y = std::max(y, rect.bottom() + m_margin - viewHeight);
    y = std::min(y, rect.top() - m_margin); // of an item higher than the view, shows the top
    m_flickable->setProperty("contentY", std::clamp(y, 0.0, maxY));
}

} // namespace islet
