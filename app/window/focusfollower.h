// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPointer>
#include <QQuickItem>

namespace islet {

//! Scrolls a Flickable so that the item with keyboard focus is visible. Does not scroll while a mouse button is held: a
//! pressed item must not move before the release.
class FocusFollower : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickItem *flickable READ flickable WRITE setFlickable NOTIFY changed)
    //! Space kept visible above and below the item, in pixels.
    Q_PROPERTY(double margin MEMBER m_margin NOTIFY changed)

public:
    using QObject::QObject;

    QQuickItem *flickable() const { return m_flickable; }
    void setFlickable(QQuickItem *flickable);

signals:
    void changed();

private:
    void watch(QQuickWindow *window);
    void follow();

    QPointer<QQuickItem> m_flickable;
    QPointer<QQuickWindow> m_window;
    double m_margin = 0;
};

} // namespace islet
