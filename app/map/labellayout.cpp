// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "map/labellayout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace islet {

namespace {

QRectF boxOf(const LabelLayout::Wish &wish, LabelLayout::Side side)
{
    using Side = LabelLayout::Side;
    constexpr double gap = 4;
    const double away = wish.radius + gap;
    const QSizeF size = wish.size;
    QPointF corner;
    switch (side) {
    case Side::Below: corner = {wish.at.x() - size.width() / 2, wish.at.y() + away}; break;
    case Side::Above: corner = {wish.at.x() - size.width() / 2, wish.at.y() - away - size.height()}; break;
    case Side::Right: corner = {wish.at.x() + away, wish.at.y() - size.height() / 2}; break;
    case Side::Left: corner = {wish.at.x() - away - size.width(), wish.at.y() - size.height() / 2}; break;
    }
    return {std::round(corner.x()), std::round(corner.y()), size.width(), size.height()};
}

} // namespace

void LabelLayout::begin(QSizeF view)
{
    m_view = view;
    m_columns = static_cast<int>(view.width()) / cellSize + 1;
    m_rows = static_cast<int>(view.height()) / cellSize + 1;
    m_faces.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows), 0);
    m_taken.clear();
}

void LabelLayout::mark(QPointF at, double radius, int by)
{
    const int left = std::max(0, static_cast<int>((at.x() - radius) / cellSize));
    const int right = std::min(m_columns - 1, static_cast<int>((at.x() + radius) / cellSize));
    const int top = std::max(0, static_cast<int>((at.y() - radius) / cellSize));
    const int bottom = std::min(m_rows - 1, static_cast<int>((at.y() + radius) / cellSize));
    for (int row = top; row <= bottom; ++row) {
        for (int column = left; column <= right; ++column)
            m_faces[static_cast<std::size_t>(row * m_columns + column)] += by;
    }
}

bool LabelLayout::isTaken(const QRectF &box) const
{
    return std::ranges::any_of(m_taken, [&](const QRectF &other) { return other.intersects(box); });
}

bool LabelLayout::hidesFace(const QRectF &box) const
{
    const int left = std::max(0, static_cast<int>(box.left() / cellSize));
    const int right = std::min(m_columns - 1, static_cast<int>((box.right() - 1) / cellSize));
    const int top = std::max(0, static_cast<int>(box.top() / cellSize));
    const int bottom = std::min(m_rows - 1, static_cast<int>((box.bottom() - 1) / cellSize));
    for (int row = top; row <= bottom; ++row) {
        for (int column = left; column <= right; ++column) {
            if (m_faces[static_cast<std::size_t>(row * m_columns + column)] > 0)
                return true;
        }
    }
    return false;
}

std::optional<LabelLayout::Place> LabelLayout::place(const Wish &wish)
{
    const QRectF view({}, m_view);
    const std::array sides{wish.side, Side::Below, Side::Above, Side::Right, Side::Left};
    std::optional<Place> place;
    const auto look = [&](bool sparesFaces) {
        for (const Side side : sides) {
            const QRectF box = boxOf(wish, side);
            if (!place && view.intersects(box) && !isTaken(box) && !(sparesFaces && hidesFace(box)))
                place = Place{box, side};
        }
    };
    // A label may touch its own face.
    mark(wish.at, wish.radius, -1);
    look(true);
    mark(wish.at, wish.radius, 1);
    if (!place && wish.insists)
        look(false);
    if (place)
        take(place->box);
    return place;
}

} // namespace islet
