// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/paintedmap.h"

#include <QPainter>

#include <cmath>

namespace islet {

void PaintedMap::paint(QPainter &painter, const MapScene &scene)
{
    followSheet(scene.sheet());
    const MapPicture &picture = scene.picture();
    paintGround(painter, scene);
    painter.setRenderHint(QPainter::Antialiasing, false);
    drawBoxes(painter, picture.boxes);
    if (picture.cone)
        drawCone(painter, *picture.cone);
    drawSprites(painter, scene, picture.sprites);
    drawBoxes(painter, picture.edgeBoxes);
    drawSprites(painter, scene, picture.edgeSprites);
}

//! While people walk over it, the ground is one copy. While it moves itself, keeping it would cost more; and so it
//! would take memory for nothing while there is nobody.
void PaintedMap::paintGround(QPainter &painter, const MapScene &scene)
{
    const MapPicture &picture = scene.picture();
    const double ratio = scene.sheet().ratio();
    const QSize pixels = (picture.size * ratio).toSize();
    if (std::exchange(m_lastGround, picture.groundVersion) != picture.groundVersion)
        m_sameGround = 0;
    m_sameGround = std::min(m_sameGround + 1, worthKeeping);
    if (m_sameGround < worthKeeping || pixels.isEmpty()) {
        m_ground = {};
        drawGround(painter, scene);
        return;
    }
    if (m_ground.size() != pixels) {
        m_ground = QImage(pixels, QImage::Format_RGB32);
        m_ground.setDevicePixelRatio(ratio);
        QPainter ground(&m_ground);
        drawGround(ground, scene);
    }
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawImage(QPointF(0, 0), m_ground);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
}

void PaintedMap::drawGround(QPainter &painter, const MapScene &scene)
{
    const MapPicture &picture = scene.picture();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF({}, picture.size), QColor::fromRgb(picture.paper));
    drawTiles(painter, picture.tiles);
    drawBoxes(painter, picture.groundBoxes);
    drawSprites(painter, scene, picture.groundSprites);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const MapStroke &stroke : picture.strokes) {
        painter.setPen(QPen(QColor::fromRgba(stroke.color), double(stroke.width), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(stroke.from, stroke.to);
    }
}

//! Enlarged ones stay sharp: they are of plain squares, and it is quicker.
void PaintedMap::drawTiles(QPainter &painter, const std::vector<MapTile> &tiles)
{
    for (const MapTile &tile : tiles) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, !tile.isEnlarged());
        painter.drawImage(tile.box, tile.image);
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
}

void PaintedMap::drawBoxes(QPainter &painter, const std::vector<MapBox> &boxes)
{
    for (const MapBox &box : boxes)
        painter.fillRect(box.box, QColor::fromRgba(box.color));
}

void PaintedMap::drawCone(QPainter &painter, const MapCone &cone)
{
    const auto reach = static_cast<double>(cone.radius);
    QRadialGradient sight(cone.at, reach);
    QColor color = QColor::fromRgba(cone.color);
    sight.setColorAt(0, color);
    color.setAlpha(0);
    sight.setColorAt(1, color);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(sight);
    const double fromEast = 90 - static_cast<double>(cone.degrees); // QPainter counts from east, against the clock
    painter.drawPie(QRectF(cone.at.x() - reach, cone.at.y() - reach, 2 * reach, 2 * reach),
                    static_cast<int>((fromEast - 45) * 16), 90 * 16);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void PaintedMap::followSheet(const SpriteSheet &sheet)
{
    if (m_generation != sheet.generation()) {
        m_generation = sheet.generation();
        m_turned.clear();
        m_discs.clear();
    }
    if (m_version != sheet.version()) {
        m_version = sheet.version();
        m_cells.clear();
        // Shared, so that the views stay good whatever is added to the sheet.
        m_sheet = sheet.image();
    }
}

//! A view, not a copy: the plain way to draw one is much quicker than to draw a part of an image.
const QImage &PaintedMap::cell(const SpriteSheet &sheet, std::uint32_t cell)
{
    if (m_cells.size() <= cell)
        m_cells.resize(cell + 1);
    QImage &view = m_cells[cell];
    if (view.isNull()) {
        const QRect rect = sheet.rect(cell);
        const uchar *first = m_sheet.constScanLine(rect.y()) + 4 * static_cast<qsizetype>(rect.x());
        view = QImage(first, rect.width(), rect.height(), m_sheet.bytesPerLine(), m_sheet.format());
        view.setDevicePixelRatio(sheet.ratio());
    }
    return view;
}

const DiscPixels &PaintedMap::disc(const SpriteSheet &sheet, std::uint32_t cell, qsizetype stride)
{
    if (std::exchange(m_discStride, stride) != stride)
        m_discs.clear();
    if (m_discs.size() <= cell)
        m_discs.resize(cell + 1);
    DiscPixels &known = m_discs[cell];
    if (known.size().isEmpty())
        known = DiscPixels(this->cell(sheet, cell), stride);
    return known;
}

const QImage &PaintedMap::turned(const SpriteSheet &sheet, const MapSprite &sprite)
{
    const auto turn = static_cast<std::uint32_t>(std::lround(sprite.degrees / 360 * turns)) % turns;
    if (turn == 0)
        return cell(sheet, sprite.cell);
    const std::uint32_t key = sprite.cell * turns + turn;
    if (m_turned.size() >= mostTurned && !m_turned.contains(key))
        m_turned.clear();
    QImage &image = m_turned[key];
    if (image.isNull()) {
        const QImage &straight = cell(sheet, sprite.cell);
        image = QImage(straight.size(), straight.format());
        image.setDevicePixelRatio(sheet.ratio());
        image.fill(Qt::transparent);
        const QSizeF size = sheet.size(sprite.cell);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(size.width() / 2, size.height() / 2);
        painter.rotate(turn * 360. / turns);
        painter.drawImage(QPointF(-size.width() / 2, -size.height() / 2), straight);
    }
    return image;
}

void PaintedMap::drawSprites(QPainter &painter, const MapScene &scene, const std::vector<MapSprite> &sprites)
{
    const SpriteSheet &sheet = scene.sheet();
    const double ratio = sheet.ratio();
    // Whole device pixels: nothing is to be filtered then.
    const auto pixel = [ratio](float middle, int size) {
        return static_cast<int>(std::lround(static_cast<double>(middle) * ratio - size / 2.));
    };
    const auto blit = DiscBlit::into(painter, ratio);
    for (const MapSprite &sprite : sprites) {
        if (sprite.cell == SpriteSheet::emptyCell)
            continue;
        if (sprite.isDisc && blit) {
            const DiscPixels &pixels = disc(sheet, sprite.cell, blit->stride());
            if (blit->draw(pixels, {pixel(sprite.x, pixels.size().width()), pixel(sprite.y, pixels.size().height())}))
                continue;
        }
        const QImage &image = turned(sheet, sprite);
        painter.drawImage(QPointF(pixel(sprite.x, image.width()), pixel(sprite.y, image.height())) / ratio, image);
    }
}

} // namespace islet
