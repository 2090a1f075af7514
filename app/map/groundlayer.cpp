// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/groundlayer.h"

#include <cmath>
#include <numbers>

namespace islet {

namespace {

constexpr double parcel = parcelSize;
constexpr double minCoordinateSpacing = 150; // pixels
constexpr int paperAlpha = 225; // of the background of text

} // namespace

void GroundLayer::build(MapPicture &picture, const MapCamera &camera, MapSprites &sprites, const MapGround &ground)
{
    const std::optional<Vec3> &me = ground.me;
    if (me)
        extendTrail(*me);
    const Key key{camera.center, camera.scale, camera.size, sprites.sheet().generation(), ground};
    if (picture.groundVersion > 0 && key == m_key)
        return;
    m_key = key;
    m_picture = &picture;
    m_sprites = &sprites;
    m_camera = camera;
    ++picture.groundVersion;
    picture.tiles = ground.tiles;
    picture.groundBoxes.clear();
    picture.groundSprites.clear();
    picture.strokes.clear();
    picture.notes.clear();
    m_edges.build(picture, camera, sprites, ground.buttons);
    m_labelArea = m_edges.labelArea();
    // When zoomed out, draws only every tenth parcel line.
    constexpr double smallestParcel = 12; // pixels
    const double pixels = camera.scale * parcel;
    const int step = pixels < smallestParcel ? 10 : 1;
    addLines(true, step);
    addLines(false, step);
    if (me) {
        addTrail();
        for (const MapRing &ring : ground.rings)
            addRing(ring, camera.toScreen(*me));
    }
    addCoordinates();
}

void GroundLayer::extendTrail(const Vec3 &me)
{
    constexpr float teleportDistance = 10;
    const float distance = m_trail.empty() ? 0 : flatDistance(m_trail.back(), me);
    if (distance > teleportDistance)
        m_trail.clear();
    if (!m_trail.empty() && distance < trailStep)
        return;
    m_trail.push_back(me);
    if (m_trail.size() > maxTrail)
        m_trail.pop_front();
}

void GroundLayer::addLines(bool isVertical, int step)
{
    const QPointF first = m_camera.toWorld({0, m_camera.size.height()});
    const QPointF last = m_camera.toWorld({m_camera.size.width(), 0});
    const double low = isVertical ? first.x() : first.y();
    const double high = isVertical ? last.x() : last.y();
    const MapColors &colors = m_sprites->colors();
    const QRgb grid = colors.grid.rgb();
    const QRgb strong = colors.grid.darker(colors.paper.lightnessF() > 0.5F ? 118 : 60).rgb();
    for (int n = firstParcel(low, step); n * parcel <= high; n += step) {
        const bool isTenth = n % 10 == 0;
        const double width = isTenth && step == 1 ? 2 : 1;
        const QPointF at = m_camera.toScreen(QPointF(n * parcel, n * parcel));
        if (isVertical)
            addBox({std::round(at.x() - width / 2), 0, width, m_camera.size.height()}, isTenth ? strong : grid);
        else
            addBox({0, std::round(at.y() - width / 2), m_camera.size.width(), width}, isTenth ? strong : grid);
    }
}

//! Skips coordinates without enough space, as the rulers show them too. In density mode parcels show counts instead.
void GroundLayer::addCoordinates()
{
    if (detailAt(m_camera.scale) == MapDetail::Density)
        return;
    const int step = m_camera.scale * parcel >= minCoordinateSpacing ? 1
        : m_camera.scale * parcel * 5 >= minCoordinateSpacing        ? 5
                                                                     : 10;
    const QPointF first = m_camera.toWorld(m_labelArea.view.bottomLeft());
    const QPointF last = m_camera.toWorld(m_labelArea.view.topRight());
    for (int x = firstParcel(first.x(), step); x * parcel <= last.x(); x += step) {
        for (int z = firstParcel(first.y(), step); z * parcel <= last.y(); z += step) {
            // In the parcel's north-west corner.
            const QPointF corner = m_camera.toScreen(QPointF(x * parcel, (z + 1) * parcel));
            const std::uint32_t cell = m_sprites->text(MapSprites::Text::Quiet, QStringLiteral("%1, %2").arg(x).arg(z));
            const QRectF box(std::round(corner.x()) + 4, std::round(corner.y()) + 2,
                             m_sprites->sheet().size(cell).width(), m_sprites->sheet().size(cell).height());
            if (!m_labelArea.isFree(box))
                continue;
            if (!m_picture->tiles.empty()) // text needs a background
                addBox(box, withAlpha(m_sprites->colors().paper, paperAlpha));
            m_picture->groundSprites.push_back(spriteIn(box, cell));
        }
    }
}

void GroundLayer::addRing(const MapRing &ring, QPointF center)
{
    constexpr double dash = 7; // pixels; gaps are as long
    constexpr int mostDashes = 200;
    const double radius = ring.metres * m_camera.scale;
    const QRectF view = QRectF({}, m_camera.size).adjusted(-dash, -dash, dash, dash);
    constexpr double smallest = 24;
    if (radius < smallest)
        return;
    const int dashes = std::clamp(static_cast<int>(std::numbers::pi * radius / dash), 24, mostDashes);
    const double angle = 2 * std::numbers::pi / dashes;
    const auto at = [&](double turned) { return center + QPointF(std::sin(turned), -std::cos(turned)) * radius; };
    const QRgb color = withAlpha(m_sprites->colors().quiet, 120);
    for (int i = 0; i < dashes; ++i) {
        const QPointF from = at(angle * i);
        if (view.contains(from))
            m_picture->strokes.push_back({from, at(angle * (i + 0.5)), 1, color});
    }
    const QPointF north = at(0);
    const std::uint32_t cell =
        ring.label.isEmpty() ? SpriteSheet::emptyCell : m_sprites->text(MapSprites::Text::Note, ring.label);
    const QSizeF size = m_sprites->sheet().size(cell);
    const QRectF box(QPointF(std::round(north.x()) + 2, std::round(north.y()) - size.height() - 2), size);
    if (!size.isEmpty() && m_labelArea.isFree(box)) {
        m_picture->notes.push_back(spriteIn(box, cell));
        m_labelArea.taken.push_back(box);
    }
}

void GroundLayer::addTrail()
{
    for (std::size_t i = 1; i < m_trail.size(); ++i) {
        const auto age = static_cast<double>(m_trail.size() - i) / maxTrail;
        const int alpha = static_cast<int>(110 * (1 - age));
        m_picture->strokes.push_back({m_camera.toScreen(m_trail[i - 1]), m_camera.toScreen(m_trail[i]), 2,
                                      withAlpha(m_sprites->colors().accent, alpha)});
    }
}

} // namespace islet
