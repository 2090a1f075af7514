// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPointer>
#include <QQuickItem>

namespace islet {

//! Scrolls a Flickable so that whatever in it has the keyboard can be seen. While a mouse button is held nothing moves:
//! what was pressed is to be where it was when it is let go.
class FocusFollower : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickItem *flickable READ flickable WRITE setFlickable NOTIFY changed)
    //! What is to be seen above and below it as well, pixels.
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
