// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QRectF>

#include <cstdint>
#include <optional>
#include <vector>

namespace islet {

//! Places labels so that they cover neither each other nor a face. First come, first served.
class LabelLayout {
public:
    enum class Side : std::uint8_t { Below, Above, Right, Left };
    struct Request {
        QPointF at; //!< centre of the face that the label belongs to
        double radius = 0; //!< of that face
        QSizeF size; //!< of the label
        Side side = Side::Below; //!< the previous side, tried first
        bool isRequired = false; //!< may be shifted or cover faces, but never another label
    };
    struct PlacedLabel {
        QRectF box;
        Side side = Side::Below;
    };

    //! Clears everything. Labels are placed entirely within `view`, and only for faces whose centre is in it.
    void begin(const QRectF &view);
    //! Adds a face that labels must not cover.
    void addFace(QPointF at, double radius) { mark(at, radius, 1); }
    //! Reserves a box that labels must not cover.
    void reserve(const QRectF &box) { m_taken.push_back(box); }
    //! Nothing if no side has enough space. The request's own face must have been added, if faces are.
    std::optional<PlacedLabel> place(const Request &request);

private:
    void mark(QPointF at, double radius, int by);
    QRectF shiftedIntoView(QRectF box, Side side) const;
    bool isTaken(const QRectF &box) const;
    bool coversFace(const QRectF &box) const;

    static constexpr int cellSize = 8; //!< pixels
    int m_columns = 0;
    int m_rows = 0;
    QRectF m_view;
    std::vector<int> m_faces; //!< number of faces that overlap each cell
    std::vector<QRectF> m_taken;
};

} // namespace islet
