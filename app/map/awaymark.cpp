// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/awaymark.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace islet {

namespace {

constexpr double reach = 14; // pixels from the wedge's centre to its edge

QRectF markBox(QPointF middle)
{
    return {middle - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)};
}

//! Where the line from the centre to `at` leaves the view.
QPointF edgeTowards(const QRectF &view, QPointF at)
{
    const QPointF offset = at - view.center();
    constexpr double minimum = 1e-6;
    const double share = std::min({1., view.width() / 2 / std::max(std::abs(offset.x()), minimum),
                                   view.height() / 2 / std::max(std::abs(offset.y()), minimum)});
    return view.center() + offset * share;
}

//! Moves the mark off the reserved boxes, by the shortest distance.
QPointF clearOfTaken(const LabelArea &area, const QRectF &view, QPointF middle)
{
    QPointF nearest = middle;
    for (const QRectF &box : area.taken) {
        if (!box.intersects(markBox(nearest)))
            continue;
        const QPointF from = nearest;
        double minimum = std::numeric_limits<double>::max();
        for (const QPointF to : {QPointF(from.x(), box.top() - reach), QPointF(from.x(), box.bottom() + reach),
                                 QPointF(box.left() - reach, from.y()), QPointF(box.right() + reach, from.y())}) {
            const double distance = (to - from).manhattanLength();
            if (view.contains(to) && distance < minimum) {
                minimum = distance;
                nearest = to;
            }
        }
    }
    return nearest;
}

LabelLayout::Side inwards(const QRectF &view, QPointF at)
{
    using Side = LabelLayout::Side;
    const QPointF offset = at - view.center();
    if (std::abs(offset.x()) * view.height() > std::abs(offset.y()) * view.width())
        return offset.x() > 0 ? Side::Left : Side::Right;
    return offset.y() > 0 ? Side::Above : Side::Below;
}

} // namespace

void AwayMark::build(MapPicture &picture, MapSprites &sprites, LabelLayout &layout, const LabelArea &area,
                     const Person &person)
{
    clear();
    const QRectF view = area.view.adjusted(reach, reach, -reach, -reach);
    if (!view.isValid())
        return;
    const QPointF edge = edgeTowards(view, person.at);
    const QPointF middle = clearOfTaken(area, view, {std::round(edge.x()), std::round(edge.y())});
    const QPointF offset = person.at - middle;
    const double degrees = std::atan2(offset.x(), -offset.y()) * 180 / std::numbers::pi;
    m_boxes[0] = markBox(middle);
    MapSprite wedge = spriteIn(m_boxes[0], sprites.wedge(person.color));
    wedge.degrees = static_cast<float>(degrees);
    picture.sprites.push_back(wedge);

    const std::uint32_t name = sprites.text(MapSprites::Text::Label, person.name);
    const std::uint32_t distance =
        person.distance.isEmpty() ? SpriteSheet::emptyCell : sprites.text(MapSprites::Text::Label, person.distance);
    const QSizeF above = sprites.sheet().size(name);
    const QSizeF below = sprites.sheet().size(distance);
    const QSizeF both(std::max(above.width(), below.width()), above.height() + below.height());
    layout.addFace(middle, reach);
    const auto place = layout.place({middle, reach, both, inwards(view, person.at), true});
    layout.reserve(m_boxes[0]);
    if (!place)
        return;
    m_boxes[1] = place->box;
    // Whole pixels keep the text sharp.
    const auto line = [&](double top, QSizeF size) {
        return QRectF(QPointF(place->box.left() + std::floor((both.width() - size.width()) / 2), top), size);
    };
    picture.sprites.push_back(spriteIn(line(place->box.top(), above), name));
    picture.sprites.push_back(spriteIn(line(place->box.top() + above.height(), below), distance));
}

} // namespace islet
