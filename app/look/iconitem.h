// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QQuickItem>

namespace islet {

//! One of our icons (resources/icons) in one colour, sharp at every size and scale.
//!
//! Drawn by us: Qt's way to SVG is a module and a plugin more, and its shapes have no smooth edges without
//! multisampling.
class IconItem : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    //! Such as "mic-off"; nothing is drawn for one that there is not.
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged)

public:
    explicit IconItem(QQuickItem *parent = nullptr);

    static QString fileOf(const QString &name) { return QStringLiteral(":/islet/icons/%1.svg").arg(name); }

    const QString &name() const { return m_name; }
    void setName(const QString &name);
    const QColor &color() const { return m_color; }
    void setColor(const QColor &color);

signals:
    void nameChanged();
    void colorChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
    void geometryChange(const QRectF &now, const QRectF &before) override;
    void itemChange(ItemChange change, const ItemChangeData &value) override;

private:
    void redraw();

    QString m_name;
    QColor m_color = Qt::black;
    bool m_isDrawn = false;
};

} // namespace islet
