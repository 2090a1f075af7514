// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/spritesheet.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace islet {

SpriteSheet::SpriteSheet(double ratio)
    : m_ratio(ratio)
{
    clear();
}

int SpriteSheet::width() const
{
    constexpr int unitWidth = 1'024;
    return unitWidth * std::clamp(static_cast<int>(std::ceil(m_ratio)), 1, 4);
}

void SpriteSheet::clear()
{
    m_image = QImage(width(), initialHeight, QImage::Format_ARGB32_Premultiplied);
    m_image.fill(Qt::transparent);
    m_cells.assign(1, QRect(0, 0, 0, 0));
    m_pen = {};
    m_rowHeight = 0;
    m_isFull = false;
    ++m_version;
    ++m_generation;
}

bool SpriteSheet::allocate(QSize size, QPoint &where)
{
    constexpr int gap = 1; // so that filtering does not mix in the neighbour
    if (size.width() > width())
        return false;
    if (m_pen.x() + size.width() > width()) {
        m_pen = {0, m_pen.y() + m_rowHeight + gap};
        m_rowHeight = 0;
    }
    const int bottom = m_pen.y() + std::max(size.height(), m_rowHeight);
    if (bottom > maxHeight)
        return false;
    if (bottom > m_image.height()) {
        int height = m_image.height();
        while (height < bottom)
            height *= 2;
        m_image = m_image.copy(0, 0, width(), height); // the new part is transparent
    }
    where = m_pen;
    m_pen.rx() += size.width() + gap;
    m_rowHeight = std::max(m_rowHeight, size.height());
    return true;
}

std::uint32_t SpriteSheet::add(QSizeF size, const std::function<void(QPainter &)> &paint)
{
    const QSize pixels(static_cast<int>(std::ceil(size.width() * m_ratio)),
                       static_cast<int>(std::ceil(size.height() * m_ratio)));
    QPoint where;
    if (pixels.isEmpty() || !allocate(pixels, where)) {
        m_isFull = m_isFull || !pixels.isEmpty();
        return emptyCell;
    }
    QPainter painter(&m_image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(where);
    painter.setClipRect(QRect({}, pixels));
    painter.scale(m_ratio, m_ratio);
    paint(painter);
    m_cells.push_back(QRect(where, pixels));
    ++m_version;
    return static_cast<std::uint32_t>(m_cells.size() - 1);
}

} // namespace islet
