// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/iconitem.h"

#include <QFile>
#include <QPainter>
#include <QQuickWindow>
#include <QSGImageNode>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace islet {

IconItem::IconItem(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    constexpr int grid = 20; // the icons' viewBox
    setImplicitSize(grid, grid);
}

QImage IconItem::draw(const QString &name, int side, const QColor &color)
{
    constexpr int largest = 1024;
    QFile file(fileOf(name));
    QSvgRenderer svg;
    if (!file.open(QIODevice::ReadOnly) || !svg.load(file.readAll()))
        return {};
    QImage image(QSize(1, 1) * std::clamp(side, 1, largest), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    svg.render(&painter); // currentColor is black
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), color);
    return image;
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
    const double side = std::min(width(), height());
    const double scale = window()->effectiveDevicePixelRatio();
    const QImage image = side > 0 ? draw(m_name, static_cast<int>(std::lround(side * scale)), m_color) : QImage();
    if (image.isNull())
        return nullptr;
    QSGImageNode *node = window()->createImageNode();
    node->setTexture(window()->createTextureFromImage(
        image, {QQuickWindow::TextureHasAlphaChannel, QQuickWindow::TextureCanUseAtlas}));
    node->setOwnsTexture(true);
    node->setFiltering(QSGTexture::Linear);
    // Aligned to device pixels, or the lines blur.
    const auto aligned = [scale](double position) { return std::round(position * scale) / scale; };
    node->setRect(QRectF(aligned((width() - side) / 2), aligned((height() - side) / 2), image.width() / scale,
                         image.height() / scale));
    return node;
}

} // namespace islet
