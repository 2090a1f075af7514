// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/labellayout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace islet {

namespace {

QRectF boxOf(const LabelLayout::Request &request, LabelLayout::Side side)
{
    using Side = LabelLayout::Side;
    constexpr double gap = 4;
    const double distance = request.radius + gap;
    const QSizeF size = request.size;
    QPointF corner;
    switch (side) {
    case Side::Below: corner = {request.at.x() - size.width() / 2, request.at.y() + distance}; break;
    case Side::Above: corner = {request.at.x() - size.width() / 2, request.at.y() - distance - size.height()}; break;
    case Side::Right: corner = {request.at.x() + distance, request.at.y() - size.height() / 2}; break;
    case Side::Left: corner = {request.at.x() - distance - size.width(), request.at.y() - size.height() / 2}; break;
    }
    return {std::round(corner.x()), std::round(corner.y()), size.width(), size.height()};
}

} // namespace

void LabelLayout::begin(const QRectF &view)
{
    m_view = view;
    m_columns = static_cast<int>(view.right()) / cellSize + 1;
    m_rows = static_cast<int>(view.bottom()) / cellSize + 1;
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

bool LabelLayout::coversFace(const QRectF &box) const
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

//! Shifts along the face, so that the label does not cover it.
QRectF LabelLayout::shiftedIntoView(QRectF box, Side side) const
{
    if (side == Side::Below || side == Side::Above)
        box.moveLeft(
            std::max(std::ceil(m_view.left()), std::min(box.left(), std::floor(m_view.right() - box.width()))));
    else
        box.moveTop(std::max(std::ceil(m_view.top()), std::min(box.top(), std::floor(m_view.bottom() - box.height()))));
    return box;
}

std::optional<LabelLayout::PlacedLabel> LabelLayout::place(const Request &request)
{
    if (!m_view.contains(request.at))
        return std::nullopt;
    const std::array sides{request.side, Side::Below, Side::Above, Side::Right, Side::Left};
    std::optional<PlacedLabel> place;
    const auto tryPlace = [&](bool avoidsFaces, std::optional<double> extraGap) {
        Request from = request;
        from.radius += extraGap.value_or(0);
        for (const Side side : sides) {
            const QRectF box = extraGap ? shiftedIntoView(boxOf(from, side), side) : boxOf(from, side);
            if (!place && m_view.contains(box) && !isTaken(box) && !(avoidsFaces && coversFace(box)))
                place = PlacedLabel{box, side};
        }
    };
    // A label may touch its own face.
    mark(request.at, request.radius, -1);
    tryPlace(true, std::nullopt);
    if (request.isRequired)
        tryPlace(true, 0);
    mark(request.at, request.radius, 1);
    if (request.isRequired) {
        tryPlace(false, std::nullopt);
        // Far enough to clear the buttons.
        for (const double extra : {0, 20, 40, 60})
            tryPlace(false, extra);
    }
    if (place)
        reserve(place->box);
    return place;
}

} // namespace islet
