// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QImage>
#include <QQuickItem>

namespace islet {

//! An icon of resources/icons in one colour, sharp at every size and scale.
//!
//! Drawn into an image of exactly its device pixels: QtQuick.Shapes has no smooth edges without multisampling.
class IconItem : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    //! The file's base name, such as "mic-off". An unknown name draws nothing.
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged)

public:
    explicit IconItem(QQuickItem *parent = nullptr);

    static QString fileOf(const QString &name) { return QStringLiteral(":/islet/icons/%1.svg").arg(name); }
    //! Square, `side` device pixels wide (1 to 1024), premultiplied, on a transparent background. Null if there is no
    //! such icon or it is not SVG.
    static QImage draw(const QString &name, int side, const QColor &color);

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
