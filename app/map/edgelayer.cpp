// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/edgelayer.h"

#include <array>
#include <cmath>

namespace islet {

namespace {

constexpr double parcel = parcelSize;
constexpr double minRulerHeight = 16; // pixels
constexpr double minRulerWidth = 30;
constexpr double gap = 4;
constexpr int paperAlpha = 225; // of the background of corner elements

} // namespace

void EdgeLayer::build(MapPicture &picture, const MapCamera &camera, MapSprites &sprites, const QRectF &buttons)
{
    m_picture = &picture;
    m_sprites = &sprites;
    m_camera = camera;
    picture.edgeBoxes.clear();
    picture.edgeSprites.clear();
    measureArea(buttons);
    addNorth();
    addScaleBar();
    addRulers();
}

//! The rulers' size follows the font.
void EdgeLayer::measureArea(const QRectF &buttons)
{
    const SpriteSheet &sheet = m_sprites->sheet();
    const QSizeF widest = sheet.size(m_sprites->text(MapSprites::Text::Quiet, QStringLiteral("-000")));
    const QPointF corner(std::max(minRulerWidth, widest.width() + 2), std::max(minRulerHeight, widest.height()));
    const QSizeF size = m_camera.size;
    m_labelArea.view = QRectF(corner, QPointF(std::max(corner.x(), size.width()), std::max(corner.y(), size.height())));
    m_labelArea.taken.clear();

    const QSizeF north = sheet.size(m_sprites->north());
    m_north = QRectF(QPointF(std::round(size.width()) - 12 - north.width(), corner.y() + 10), north);

    // The longest of these round lengths that fits.
    constexpr double maxLength = 160;
    constexpr std::array<int, 7> lengths{1, 4, 8, 16, 80, 160, 800};
    m_metres = lengths.front();
    for (const int length : lengths) {
        if (length * m_camera.scale <= maxLength)
            m_metres = length;
    }
    const double width = std::max(std::round(m_metres * m_camera.scale), widest.width() + 2 * gap);
    const double height = widest.height() + 2 * gap + 2;
    m_scaleBar = QRectF(corner.x() + 10 - gap, std::round(size.height()) - 11 - height, width + 2 * gap, height);
    for (const QRectF &box : {m_north, m_scaleBar, buttons}) {
        if (!box.isEmpty())
            m_labelArea.taken.push_back(box.adjusted(-gap, -gap, gap, gap));
    }
}

//! Parcel numbers at two edges, which stay visible when no grid crossing is.
void EdgeLayer::addRulers()
{
    const QRectF &view = m_labelArea.view;
    const QRectF top(0, 0, view.right(), view.top());
    const QRectF left(0, view.top(), view.left(), view.height());
    const QRgb paper = m_sprites->colors().paper.rgb();
    addBox(top, paper);
    addBox(left, paper);
    constexpr double minNumberSpacing = 30;
    int step = 1;
    for (const int next : {2, 5, 10, 20, 50, 100}) {
        if (m_camera.scale * parcel * step < minNumberSpacing)
            step = next;
    }
    const QPointF first = m_camera.toWorld(view.bottomLeft());
    const QPointF last = m_camera.toWorld(view.topRight());
    const double half = m_camera.scale * parcel / 2;
    const QRectF topNumbers(view.left(), 0, view.width(), view.top());
    for (int x = firstParcel(first.x(), step); x * parcel <= last.x(); x += step)
        addNumber(topNumbers, {m_camera.toScreen(QPointF(x * parcel, 0)).x() + half, view.top() / 2}, x);
    for (int z = firstParcel(first.y(), step); z * parcel <= last.y(); z += step)
        addNumber(left, {view.left() / 2, m_camera.toScreen(QPointF(0, z * parcel)).y() - half}, z);
}

//! Leaves out numbers that would be cut: half a number reads as another one.
void EdgeLayer::addNumber(const QRectF &ruler, QPointF middle, int number)
{
    const std::uint32_t cell = m_sprites->text(MapSprites::Text::Quiet, QString::number(number));
    const QSizeF size = m_sprites->sheet().size(cell);
    const QPointF corner(std::round(middle.x() - size.width() / 2), std::round(middle.y() - size.height() / 2));
    if (const QRectF box(corner, size); ruler.contains(box))
        m_picture->edgeSprites.push_back(spriteIn(box, cell));
}

void EdgeLayer::addNorth()
{
    addBox(m_north, withAlpha(m_sprites->colors().paper, paperAlpha));
    m_picture->edgeSprites.push_back(spriteIn(m_north, m_sprites->north()));
}

void EdgeLayer::addScaleBar()
{
    addBox(m_scaleBar, withAlpha(m_sprites->colors().paper, paperAlpha));
    const double width = std::round(m_metres * m_camera.scale);
    const QPointF left = m_scaleBar.bottomLeft() + QPointF(gap, -gap);
    const QRgb ink = m_sprites->colors().ink.rgb();
    addBox(QRectF(left - QPointF(0, 2), QSizeF(width, 2)), ink);
    addBox(QRectF(left - QPointF(0, 8), QSizeF(2, 6)), ink);
    addBox(QRectF(left + QPointF(width - 2, -8), QSizeF(2, 6)), ink);
    const std::uint32_t cell = m_sprites->text(MapSprites::Text::Quiet, QStringLiteral("%1 m").arg(m_metres));
    const QRectF text(m_scaleBar.topLeft() + QPointF(gap + 6, 0), m_sprites->sheet().size(cell));
    m_picture->edgeSprites.push_back(spriteIn(text, cell));
}

} // namespace islet
