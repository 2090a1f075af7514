// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "picturecompare.h"

#include <QPainter>

#include <cstdlib>

namespace islet::test::picture {

namespace {

QRgb meanOf(const QImage &picture, QRect area)
{
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = area.left(); x <= area.right(); ++x) {
            red += qRed(line[x]);
            green += qGreen(line[x]);
            blue += qBlue(line[x]);
        }
    }
    const int count = area.width() * area.height();
    return qRgb(red / count, green / count, blue / count);
}

bool isDifferent(QRgb one, QRgb other)
{
    return std::abs(qRed(one) - qRed(other)) > tolerance || std::abs(qGreen(one) - qGreen(other)) > tolerance
        || std::abs(qBlue(one) - qBlue(other)) > tolerance;
}

} // namespace

QImage cellsOf(const QImage &picture)
{
    const QImage plain = picture.convertToFormat(QImage::Format_RGB32);
    QImage cells((plain.width() + cell - 1) / cell, (plain.height() + cell - 1) / cell, QImage::Format_RGB32);
    for (int y = 0; y < cells.height(); ++y) {
        for (int x = 0; x < cells.width(); ++x)
            cells.setPixel(x, y, meanOf(plain, QRect(x * cell, y * cell, cell, cell) & plain.rect()));
    }
    return cells;
}

QList<QPoint> differences(const QImage &cells, const QImage &reference)
{
    QList<QPoint> found;
    const bool isComparable = cells.size() == reference.size();
    for (int y = 0; y < cells.height(); ++y) {
        for (int x = 0; x < cells.width(); ++x) {
            if (!isComparable || isDifferent(cells.pixel(x, y), reference.pixel(x, y)))
                found.append({x, y});
        }
    }
    return found;
}

QImage highlighted(const QImage &picture, const QList<QPoint> &differences)
{
    QImage canvas = picture.convertToFormat(QImage::Format_RGB32);
    QPainter painter(&canvas);
    painter.fillRect(canvas.rect(), QColor(128, 128, 128, 160));
    painter.setPen(Qt::red);
    for (const QPoint &where : differences)
        painter.drawRect(where.x() * cell, where.y() * cell, cell - 1, cell - 1);
    return canvas;
}

} // namespace islet::test::picture
