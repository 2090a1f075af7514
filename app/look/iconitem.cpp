// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/iconitem.h"

#include "app/look/icondrawing.h"

#include <QFile>
#include <QQuickWindow>
#include <QSGImageNode>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace islet {

IconItem::IconItem(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    setImplicitSize(IconDrawing::grid, IconDrawing::grid);
}

void IconItem::setName(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    redraw();
    emit nameChanged();
}

void IconItem::setColor(const QColor &color)
{
    if (color == m_color)
        return;
    m_color = color;
    redraw();
    emit colorChanged();
}

void IconItem::redraw()
{
    m_isDrawn = false;
    update();
}

void IconItem::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size())
        redraw();
}

void IconItem::itemChange(ItemChange change, const ItemChangeData &value)
{
    QQuickItem::itemChange(change, value);
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange)
        redraw();
}

QSGNode *IconItem::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    if (m_isDrawn && old)
        return old;
    delete old;
    m_isDrawn = true;
    QFile file(fileOf(m_name));
    const double side = std::min(width(), height());
    const auto drawing = side > 0 && file.open(QIODevice::ReadOnly) ? IconDrawing::read(file.readAll())
                                                                    : failure(ErrorCode::NotFound, u"No such icon."_s);
    if (!drawing)
        return nullptr;
    const double scale = window()->effectiveDevicePixelRatio();
    const QImage image = drawing->draw(static_cast<int>(std::lround(side * scale)), m_color);
    QSGImageNode *node = window()->createImageNode();
    node->setTexture(window()->createTextureFromImage(
        image, {QQuickWindow::TextureHasAlphaChannel, QQuickWindow::TextureCanUseAtlas}));
    node->setOwnsTexture(true);
    node->setFiltering(QSGTexture::Linear);
    // On whole device pixels, or the lines blur.
    const auto whole = [scale](double at) { return std::round(at * scale) / scale; };
    node->setRect(QRectF(whole((width() - side) / 2), whole((height() - side) / 2), image.width() / scale,
                         image.height() / scale));
    return node;
}

} // namespace islet
