// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/paintedmap.h"

#include <QPainter>

#include <cmath>

namespace islet {

void PaintedMap::paint(QPainter &painter, const MapScene &scene)
{
    syncSheet(scene.sheet());
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

//! While only people move, the ground is one cached image. While the ground itself changes, caching would cost more
//! than it saves. A map that is not redrawn never fills the cache, which saves memory.
void PaintedMap::paintGround(QPainter &painter, const MapScene &scene)
{
    const MapPicture &picture = scene.picture();
    const double ratio = scene.sheet().ratio();
    const QSize pixels = (picture.size * ratio).toSize();
    if (std::exchange(m_lastGround, picture.groundVersion) != picture.groundVersion)
        m_sameGroundFrames = 0;
    m_sameGroundFrames = std::min(m_sameGroundFrames + 1, framesBeforeCaching);
    if (m_sameGroundFrames < framesBeforeCaching || pixels.isEmpty()) {
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

//! Enlarged tiles are not smoothed: they show plain squares, and it is faster.
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
    const double fromEast = 90 - static_cast<double>(cone.degrees); // QPainter's angles are counterclockwise from east
    painter.drawPie(QRectF(cone.at.x() - reach, cone.at.y() - reach, 2 * reach, 2 * reach),
                    static_cast<int>((fromEast - 45) * 16), 90 * 16);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void PaintedMap::syncSheet(const SpriteSheet &sheet)
{
    if (m_generation != sheet.generation()) {
        m_generation = sheet.generation();
        m_turned.clear();
        m_discs.clear();
    }
    if (m_version != sheet.version()) {
        m_version = sheet.version();
        m_cells.clear();
        // An implicitly shared copy keeps the views valid when sprites are added to the sheet.
        m_sheet = sheet.image();
    }
}

//! A view into the sheet, not a copy: drawing a whole image is much faster than drawing a part of one.
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
    DiscPixels &pixels = m_discs[cell];
    if (pixels.size().isEmpty())
        pixels = DiscPixels(this->cell(sheet, cell), stride);
    return pixels;
}

const QImage &PaintedMap::turnedSprite(const SpriteSheet &sheet, const MapSprite &sprite)
{
    const auto turn = static_cast<std::uint32_t>(std::lround(sprite.degrees / 360 * headingSteps)) % headingSteps;
    if (turn == 0)
        return cell(sheet, sprite.cell);
    const std::uint32_t key = sprite.cell * headingSteps + turn;
    if (m_turned.size() >= maxTurned && !m_turned.contains(key))
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
        painter.rotate(turn * 360. / headingSteps);
        painter.drawImage(QPointF(-size.width() / 2, -size.height() / 2), straight);
    }
    return image;
}

void PaintedMap::drawSprites(QPainter &painter, const MapScene &scene, const std::vector<MapSprite> &sprites)
{
    const SpriteSheet &sheet = scene.sheet();
    const double ratio = sheet.ratio();
    // Whole device pixels, so that nothing is filtered.
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
        const QImage &image = turnedSprite(sheet, sprite);
        painter.drawImage(QPointF(pixel(sprite.x, image.width()), pixel(sprite.y, image.height())) / ratio, image);
    }
}

} // namespace islet
